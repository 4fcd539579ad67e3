import '../../support/seed.ts';
import { hostileNames } from '../hostile-names.ts';
import { outOfCalendar } from '../out-of-calendar.ts';
import { realVerdicts } from '../real-verdicts.ts';
import { sameReport } from '../same-report.ts';
import { sameRules } from '../same-rules.ts';
import { sameVerdicts } from '../same-verdicts.ts';
import { wideTable } from '../wide-table.ts';
import { openServer } from './engine.ts';

sameVerdicts(openServer, { policies: 8, standards: 6, cases: 300, share: 0 });
sameRules(openServer, { policies: 2, cases: 150, share: 0.01 });
hostileNames(openServer);
wideTable(openServer);
outOfCalendar(openServer);
realVerdicts(openServer);
sameReport(openServer, { policies: 2, cases: 200 });
