// Compiled where the package is installed, under `moduleResolution` node16 and bundler, against the built declarations.
import {
  type Assessment,
  addWorkingTime,
  assess,
  type Calendar,
  defineCalendar,
  definePolicy,
  dueAt,
  type Verdict,
} from 'duly';
import { china } from 'duly/china';
import { addWorkingTime as addOnNumbers } from 'duly/epoch';
import { icalHolidays, publicHolidays } from 'duly/holidays';
import { presets } from 'duly/presets';
import { readCases } from 'duly/readers';
import { renderText } from 'duly/report';

const calendar: Calendar = defineCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: ['09:00-18:00'] },
  holidays: [
    china(),
    publicHolidays({ country: 'DE', state: 'BY', types: ['public'], from: 2026, to: '2027-06-30' }),
    icalHolidays('', { timeZone: 'Asia/Shanghai', from: 2026, to: 2026 }),
  ],
});
const later: Date = addWorkingTime(new Date(0), '20 working hours', calendar);
const ms: number = addOnNumbers(0, 1, calendar);
const due: Date = dueAt(later, '5 working days', { calendar }).at;

const policy = definePolicy({
  id: 'typed',
  version: '1',
  calendar,
  standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '48 hours' }],
  kpis: [{ id: 'answered', measure: 'timelinessRate', of: 'answer', goal: '>= 90%', period: 'month' }],
});
const assessment: Assessment = assess({ id: '1', events: [{ type: 'received', at: 0 }] }, policy, {
  asOf: due,
});
const overdue = (verdict: Verdict): boolean => verdict.status === 'overdue';

definePolicy({
  id: 'mistyped',
  version: '1',
  calendar,
  standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '48 hours' }],
  // @ts-expect-error a KPI can only measure a standard that the policy has
  kpis: [{ id: 'answered', measure: 'timelinessRate', of: 'anser' }],
});
// @ts-expect-error a limit states its unit
dueAt(later, '5', { calendar });

export { assessment, ms, overdue, presets, readCases, renderText };
