import '../support/seed.ts';
import { openPostgres } from './engines.ts';
import { hostileNames } from './hostile-names.ts';
import { outOfCalendar } from './out-of-calendar.ts';
import { sameReport } from './same-report.ts';
import { sameRules } from './same-rules.ts';
import { sameVerdicts } from './same-verdicts.ts';
import { wideTable } from './wide-table.ts';

sameVerdicts(openPostgres, { policies: 2, standards: 4, cases: 150, share: 0 });
sameRules(openPostgres, { policies: 1, cases: 60, share: 0 });
hostileNames(openPostgres);
outOfCalendar(openPostgres);
wideTable(openPostgres);
sameReport(openPostgres, { policies: 1, cases: 60 });
