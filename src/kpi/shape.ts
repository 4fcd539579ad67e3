import { selectorsShape, whenShape } from '../case/shape.ts';
import { either, flag, listOf, name, nameOf, number, object, oneOf, type Shape } from '../errors/shape.ts';
import { parseLimit, toLimit } from '../limit/parse-limit.ts';
import type { LimitInput } from '../limit/types.ts';
import { partKeys } from '../standards/shape.ts';
import { bases, type Measure, periods } from './types.ts';

const names = listOf(name, 1);
const standard = nameOf('standard');
const basis = { 'basis?': oneOf(...bases) };
const runs = { of: standard, ...basis };

const elapsed = ['seconds', 'minutes', 'hours', 'days', 'weeks'];
const check = (limit: LimitInput) => toLimit(limit);
/** A limit that has the same length everywhere. */
const span = either(
  { type: 'text', pattern: '^(?!.*(working|month|P\\d+M))', like: '30 days', check },
  object({ amount: number, unit: oneOf(...elapsed) }, check),
);

/** Weights have at most 4 decimals, so that weighted counts can be compared as whole numbers. */
const basicWeight: Shape = { type: 'number', least: 0, most: 1, decimals: 4 };
const weight: Shape = { type: 'number', over: 0, decimals: 4 };

const goal = (amount: string, like: string) => ({
  type: 'text' as const,
  pattern: `^([<>]=?|=) ?\\d+(\\.\\d+)?${amount}$`,
  like,
});
const plainGoal = { 'goal?': goal('', '<= 5') };
const timeGoal = {
  'goal?': {
    ...goal(' ((working )?(minute|hour)|second|day|week)s?', '<= 8 working hours'),
    check: (text: string) => parseLimit(text.replace(/^\D+/, '')),
  },
};

/** Repeats that say so themselves; those found by key need a window besides. */
const linked = { 'denominator?': oneOf('excluding-repeats', 'all', 'including-repeats') };
const keyed = { ...linked, key: names, window: span, 'mergeWindow?': span, 'countFirst?': flag };

/** What each measure takes besides what all take. */
const ownKeys: Readonly<Record<Measure, Readonly<Record<string, Shape>>>> = {
  replyRate: { 'flow?': flag },
  timelinessRate: { 'of?': standard, ...basis },
  repeatComplaintRate: linked,
  satisfactionRate: { 'denominator?': oneOf('surveyed', 'all'), 'basicWeight?': basicWeight },
  resolutionRate: {},
  firstContactResolutionRate: { 'window?': span },
  connectRate: {},
  abandonRate: { 'shortAbandoned?': span },
  returnVisitRate: {},
  responseRate: {},
  count: { event: selectorsShape, ...plainGoal },
  serviceLevel: { formula: oneOf(1, 2, 3, 4, 5), threshold: span, 'shortAbandoned?': span },
  percentile: { ...runs, p: { type: 'number', over: 0, most: 100, decimals: 4 }, ...timeGoal },
  mean: { ...runs, ...timeGoal },
  passRate: runs,
  score: runs,
  composite: { weights: { type: 'map', value: weight, refers: 'kpi' } },
};

const kpi = (measure: string, keys: Readonly<Record<string, Shape>>) =>
  object({
    ...partKeys,
    measure: oneOf(measure),
    'when?': whenShape,
    'goal?': goal('%?', '>= 90%'),
    'period?': oneOf(...periods),
    'dayStart?': { type: 'text', pattern: '^-?([01]\\d|2[0-3]):[0-5]\\d$', like: '04:00' },
    'groupBy?': names,
    ...keys,
  });

/** A KPI of a policy: its measure says which keys it takes. */
export const kpiShape: Shape = {
  type: 'kinds',
  by: 'measure',
  of: Object.fromEntries(
    Object.entries(ownKeys).map(([measure, keys]) => [
      measure,
      keys === linked ? either(kpi(measure, keyed), kpi(measure, linked)) : kpi(measure, keys),
    ]),
  ),
};
