import '../support/seed.ts';
import { openDuckdb } from './engines.ts';
import { hostileNames } from './hostile-names.ts';
import { outOfCalendar } from './out-of-calendar.ts';
import { sameReport } from './same-report.ts';
import { sameRules } from './same-rules.ts';
import { sameVerdicts } from './same-verdicts.ts';
import { wideTable } from './wide-table.ts';

sameVerdicts(openDuckdb, { policies: 8, standards: 7, cases: 500, share: 0.01 });
sameRules(openDuckdb, { policies: 2, cases: 150, share: 0.01 });
hostileNames(openDuckdb);
outOfCalendar(openDuckdb);
wideTable(openDuckdb);
sameReport(openDuckdb, { policies: 1, cases: 300 });
