import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.ts';
import { at, caseOf, type EventRow, policyOf } from '../../support/naive-service.ts';

// Audits judge millions of cases, most of them plain: what happened to them is looked at once.

/** How often each event of a case is read in one attribute while a deadline is judged. */
function reads(attribute: string, standard: object, events: readonly EventRow[], more: object = {}) {
  const counts = events.map(() => 0);
  const input = caseOf(events, { ...more });
  for (const [n, event] of input.events.entries()) {
    const value = event[attribute];
    Object.defineProperty(event, attribute, {
      enumerable: true,
      get() {
        counts[n]! += 1;
        return value;
      },
    });
  }
  assess(input, policyOf({ ...standard }), { asOf: at('09-28 18:00'), trace: false });
  return counts;
}

describe('a plain case is asked once of whom it is', () => {
  const matched = { from: 'transferred', to: 'department-replied', match: 'department' };
  const of = (department: string, type: string, when: string): EventRow => [
    type,
    `09-28 ${when}`,
    { department },
  ];
  const sent = of('A', 'transferred', '10:00');
  const reply = of('A', 'department-replied', '12:00');

  it.each([
    ['unanswered', {}, [sent], [1]],
    ['answered', {}, [sent, reply], [1, 1]],
    ['answered by another first', {}, [sent, of('B', 'department-replied', '11:00'), reply], [1, 1, 1]],
    ['answered again', {}, [sent, reply, of('A', 'department-replied', '13:00')], [1, 1, 0]],
    ['transferred on, which opens no run', {}, [sent, of('B', 'transferred', '11:00'), reply], [1, 0, 1]],
    ['where each transfer opens a run', { each: 'run' }, [sent, reply], [1, 1]],
    ['given more time before it began', {}, [of('A', 'extended', '09:00'), sent, reply], [0, 1, 1]],
    ['answered by the next transfer', { to: 'transferred' }, [sent, of('A', 'transferred', '11:00')], [1, 1]],
    ['due at a promised time', { within: { promised: 'promisedAt' } }, [sent, reply], [1, 1]],
  ])('%s', (_, more, events, counts) => {
    const promise = { promisedAt: at('09-29 10:00') };
    expect(reads('department', { ...matched, ...more }, events, promise)).toEqual(counts);
  });
});

it('messages are asked once who speaks, those after the answer never', () => {
  const said = (role: string, when: string): EventRow => ['said', `09-28 ${when}`, { role }];
  const events: EventRow[] = [
    ['received', '09-28 10:00'],
    said('customer', '11:00'),
    said('agent', '12:00'),
    said('agent', '13:00'),
  ];
  expect(reads('role', { to: { event: 'said', when: { role: 'agent' } } }, events)).toEqual([0, 1, 1, 0]);
});
