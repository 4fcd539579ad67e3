import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { CalendarSpec, HolidaySource } from '../../src/calendar/spec.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { asOf, caseOf } from './service.ts';

/** Holidays that are published until the end of 6 March 2026, or of another day. */
const publishedTo = (id: string, to: string): CalendarSpec => {
  const source: HolidaySource = {
    id,
    title: id,
    revision: '1',
    horizon: { from: '2026-01-01', to: to as '2026-03-06' },
    off: [],
    working: [],
    names: {},
  };
  const day = ['09:00-18:00'];
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day };
  return { timeZone: 'Asia/Shanghai', week, holidays: [source] };
};

const answer = { kind: 'deadline', from: 'received', to: 'replied', within: '2 working days' };
const policy = parsePolicy({
  id: 'p',
  version: '1',
  calendar: publishedTo('near', '2026-03-06'),
  calendars: { far: publishedTo('far', '2026-03-09') },
  standards: [
    { ...answer, id: 'near' },
    { ...answer, id: 'far', calendar: 'far' },
  ],
});

/** Received on Monday 2, Thursday 5, Friday 6 and Monday 9 March, due two working days later. */
const cases = [0, 3, 4, 7].map((days) => caseOf(`c${days}`, { after: 24 * days }));

const reasons = [
  { reason: expect.stringContaining('near'), since: '2026-03-07', runs: 3 },
  { reason: expect.stringContaining('far'), since: '2026-03-10', runs: 2 },
];

describe('an audit of dates whose holidays are not published', () => {
  it('counts the runs that rest on them by reason, the most frequent first, with the first such date', () => {
    const audit = createAudit(policy, { asOf });
    for (const one of cases.toReversed()) audit.add(one);
    expect(audit.report().provisional).toEqual({ runs: 5, reasons });
  });

  it('counts the same put together from parts', () => {
    const parts = [cases.slice(0, 2), cases.slice(2)].map((part) => {
      const audit = createAudit(policy, { asOf });
      for (const one of part) audit.add(one);
      return audit;
    });
    parts[0]!.merge(JSON.parse(JSON.stringify(parts[1]!.snapshot())));
    expect(parts[0]!.report().provisional).toEqual({ runs: 5, reasons });
  });

  it('says of reasons that are as frequent which comes first by letter', () => {
    const audit = createAudit(policy, { asOf });
    audit.add(cases[3]!);
    expect(audit.report().provisional.reasons.map(({ runs }) => runs)).toEqual([1, 1]);
    const told = audit.report().provisional.reasons.map(({ reason }) => reason);
    expect(told).toEqual(told.toSorted());
  });

  it('names the first of the dates before and after what is published', () => {
    const audit = createAudit(policy, { asOf });
    for (const days of [7, -63]) audit.add(caseOf(`c${days}`, { after: 24 * days }));
    // Received on Monday 9 March, and on Monday 29 December before.
    expect(audit.report().provisional.reasons.map(({ since, runs }) => [since < '2026', runs])).toEqual([
      [true, 2],
      [true, 2],
    ]);
  });

  it('counts none where all is published', () => {
    const audit = createAudit(policy, { asOf });
    audit.add(cases[0]!);
    expect(audit.report().provisional).toEqual({ runs: 0, reasons: [] });
  });
});
