// @ts-check
// A public regulation: the time limits of the UK for a request for information, and for one for one's own data.
// Left out: the fees notice of section 10(2) and the extension of two months of article 12(3).
import { assess, definePolicy, explain } from 'duly';
import { publicHolidays } from 'duly/holidays';

const day = ['09:00-17:00'];
const week = { mon: day, tue: day, wed: day, thu: day, fri: day };
/** @param {string} state */
const bankHolidays = (state) => publicHolidays({ country: 'GB', state, from: 2026, to: 2026 });

const policy = definePolicy({
  id: 'uk-information-requests',
  version: '2026-01',
  calendar: { timeZone: 'Europe/London', week, holidays: [bankHolidays('ENG')] },
  calendars: {
    // Section 10(6): what is a bank holiday in any part of the United Kingdom is no working day.
    act: { timeZone: 'Europe/London', week, holidays: ['ENG', 'SCT', 'NIR'].map(bankHolidays) },
  },
  // Neither limit counts the day of receipt; both run to the end of their last day, which is a working day.
  counting: 'uk-ico',
  standards: [
    {
      id: 'information',
      clause: 'Freedom of Information Act 2000, s. 10(1)',
      kind: 'deadline',
      when: { kind: 'information' },
      from: 'received',
      to: 'replied',
      within: '20 working days',
      calendar: 'act',
    },
    {
      id: 'own-data',
      clause: 'UK GDPR, art. 12(3)',
      kind: 'deadline',
      when: { kind: 'own-data' },
      from: 'received',
      to: 'replied',
      within: '1 month',
    },
  ],
});

/** @param {string} kind @param {string} at */
function linesFor(kind, at) {
  const { verdicts } = assess({ id: kind, kind, events: [{ type: 'received', at }] }, policy, { asOf: at });
  return verdicts.flatMap((verdict) => explain(verdict, { locale: 'en' }).split('\n'));
}

// St Andrew's Day is a working day in England, and none by the Act.
for (const line of linesFor('information', '2026-11-16T10:00:00Z'))
  if (/^information|Andrew/.test(line)) console.log(line);
// => information (Freedom of Information Act 2000, s. 10(1)): pending, due Tue 15 Dec 2026 24:00, 167 h of working time left.
// => Mon 30 Nov: St Andrew’s Day (date-holidays GB-SCT), not counted

// No day of February corresponds to 31 January: it is the last one, which is a Saturday in 2026.
for (const line of linesFor('own-data', '2026-01-31T10:00:00Z').slice(-3)) console.log(line);
// => Sun 1 Feb to Sat 28 Feb: 1 month
// => Sat 28 Feb is no working day: on to Mon 2 Mar
// => End of the day: due Mon 2 Mar 24:00.
