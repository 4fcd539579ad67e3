// @ts-check
// A company adapts a preset: its own hours, a number that the rulebook leaves open, a stricter limit, parts left out.
import { assess, extendPolicy, provenanceOf } from 'duly';
import { china } from 'duly/china';
import { textileService } from 'duly/presets';

const day = ['08:30-17:30'];
const solution = textileService.standards.find(({ id }) => id === 'complaint-solution');
if (solution?.kind !== 'deadline') throw new Error('the preset has no such deadline');

const ours = extendPolicy(textileService, {
  id: 'acme-textiles',
  version: '2026-10',
  calendar: {
    timeZone: 'Asia/Shanghai',
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: ['09:00-12:00'] },
    holidays: [china()],
  },
  parameters: { orderNews: '2 working hours' },
  standards: [{ ...solution, within: '5 working days' }],
  remove: ['repair-quote-first', 'remedy-quote-first'],
});

console.log(`${ours.id} ${ours.version}`); // => acme-textiles 2026-10
console.log(ours.standards.length - textileService.standards.length); // => -2
const origin = provenanceOf(ours).standards['complaint-solution'];
console.log(`${origin?.policy} instead of ${origin?.replaces?.policy} ${origin?.replaces?.version}`); // => acme-textiles instead of textile-service 2026-11

// A complaint of Friday 16 October, and goods that turn out to be out of stock an hour later.
const complaint = {
  id: 'T-1',
  kind: 'complaint',
  channel: 'phone',
  events: [
    { type: 'received', at: '2026-10-16T16:00:00+08:00' },
    { type: 'out-of-stock', at: '2026-10-16T17:00:00+08:00' },
  ],
};
/** @param {import('duly').Policy} policy */
const tell = (policy) => {
  const { verdicts } = assess(complaint, policy, { asOf: '2026-10-16T17:15:00+08:00' });
  for (const id of ['complaint-solution', 'order-news']) {
    const verdict = verdicts.find(({ standard }) => standard === id);
    const until = verdict?.due ? ` until ${verdict.due.toISOString()}` : '';
    console.log(`${id}: ${verdict?.status}${until}`);
  }
};
tell(textileService);
// => complaint-solution: pending until 2026-10-27T10:00:00.000Z
// => order-news: undetermined
tell(ours);
// => complaint-solution: pending until 2026-10-22T09:30:00.000Z
// => order-news: pending until 2026-10-17T02:30:00.000Z
