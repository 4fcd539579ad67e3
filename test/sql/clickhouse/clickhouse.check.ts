import '../../support/seed.ts';
import { describe } from 'vitest';
import { hostileNames } from '../hostile-names.ts';
import { outOfCalendar } from '../out-of-calendar.ts';
import { realVerdicts } from '../real-verdicts.ts';
import { sameReport } from '../same-report.ts';
import { sameRules } from '../same-rules.ts';
import { sameVerdicts } from '../same-verdicts.ts';
import { wideTable } from '../wide-table.ts';
import { openClickhouse } from './engine.ts';
import { ownTypes } from './own-types.ts';
import { presetsRun } from './presets-run.ts';

const open = () => openClickhouse();

sameVerdicts(open, { policies: 8, standards: 7, cases: 500, share: 0.01 });
sameRules(open, { policies: 2, cases: 150, share: 0.01 });
hostileNames(open);
wideTable(open);
outOfCalendar(open);
ownTypes(open);
presetsRun(open);
realVerdicts(open);
sameReport(open, { policies: 1, cases: 300 });

/** What a connection may be set to that would change what statements say, if these didn't state it. */
const odd = [
  'join_use_nulls = 0',
  "join_default_strictness = 'ANY'",
  'least_greatest_legacy_null_behavior = 1',
  "short_circuit_function_evaluation = 'disable'",
  'transform_null_in = 1',
  'prefer_column_name_to_alias = 1',
  'cast_keep_nullable = 1',
  "union_default_mode = 'DISTINCT'",
  'aggregate_functions_null_for_empty = 1',
  "session_timezone = 'America/New_York'",
];

describe('under settings of its own', () => {
  const openOdd = () => openClickhouse(odd);
  sameVerdicts(openOdd, { policies: 2, standards: 7, cases: 150, share: 0 });
  sameRules(openOdd, { policies: 1, cases: 100, share: 0 });
  sameReport(openOdd, { policies: 1, cases: 100 });
});
