import '../../support/seed.ts';
import { hostileNames } from '../hostile-names.ts';
import { sameReport } from '../same-report.ts';
import { sameVerdicts } from '../same-verdicts.ts';
import { openServer } from './engine.ts';

sameVerdicts(openServer, { policies: 8, standards: 6, cases: 300, share: 0 });
hostileNames(openServer);
sameReport(openServer, { policies: 2, cases: 200 });
