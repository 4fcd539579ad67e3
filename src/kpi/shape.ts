import { selectorsShape, whenShape } from '../case/shape.ts';
import { flag, listOf, mapOf, name, nameOf, object, oneOf, type Shape, text } from '../errors/shape.ts';
import { limitShape } from '../limit/shape.ts';
import { partKeys } from '../standards/shape.ts';
import { weightOf } from './check-counts.ts';
import { checkKpi } from './check-kpi.ts';
import { repeatDenominators } from './repeat-complaint-rate.ts';
import { satisfactionDenominators } from './satisfaction-rate.ts';
import { serviceLevelFormulas } from './service-level.ts';
import { bases, type KpiSpec, measures, periods } from './types.ts';

const names = listOf(name, 1);
const weight: Shape = { type: 'number', check: (value: number) => weightOf('weight', value, []) };

/** A KPI of a policy; which keys go together is for `checkKpi` to say. */
export const kpiShape: Shape = object(
  {
    ...partKeys,
    measure: oneOf(...measures),
    'when?': whenShape,
    'of?': nameOf('standard'),
    'basis?': oneOf(...bases),
    'goal?': text,
    'period?': oneOf(...periods),
    'dayStart?': { type: 'text', pattern: '^-?([01]\\d|2[0-3]):[0-5]\\d$' },
    'groupBy?': names,
    'denominator?': oneOf(...repeatDenominators, ...satisfactionDenominators),
    'flow?': flag,
    'basicWeight?': weight,
    'threshold?': limitShape,
    'formula?': oneOf(...serviceLevelFormulas),
    'p?': { type: 'number', over: 0, most: 100 },
    'window?': limitShape,
    'mergeWindow?': limitShape,
    'countFirst?': flag,
    'key?': names,
    'weights?': mapOf(weight),
    'shortAbandoned?': limitShape,
    'event?': selectorsShape,
  },
  (kpi: KpiSpec) => checkKpi(kpi, []),
);
