import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { OwnershipDetail } from '../../src/standards/ownership/standard.ts';
import { explained, ruleOf, told } from '../support/kind-service.ts';
import { at, caseOf, codes, type EventRow, judged, lines, wall } from '../support/naive-service.ts';

const policy = ruleOf({ kind: 'ownership', from: 'received', until: 'closed' });
const verdicts = (events: readonly EventRow[], asOf = '09-05', attributes = {}) =>
  lines(judged(policy, events, asOf, attributes));

/** The gaps of the only verdict on Shanghai's wall; `null` for one that lasts. */
const gaps = (events: readonly EventRow[], asOf = '09-05', attributes = {}) => {
  const [verdict] = judged(policy, events, asOf, attributes).verdicts;
  const detail = verdict?.detail as OwnershipDetail | undefined;
  return detail?.gaps.map(({ from, to }) => [wall(from), wall(to)]);
};

describe('ownership', () => {
  it('is met when somebody is assigned at the instant of receipt and holds it until it is closed', () => {
    const events: EventRow[] = [
      ['received', '09-01 09:00'],
      ['assigned', '09-01 09:00', { to: 'Li' }],
      ['transferred', '09-02 10:00', { to: 'Wu' }],
      ['closed', '09-03 12:00'],
    ];
    expect(verdicts(events)).toEqual(['1 met done 09-03 12:00']);
    expect(gaps(events)).toEqual([]);
  });

  it('is asked only of the cases that it is about', () => {
    const complaints = ruleOf({
      kind: 'ownership',
      from: 'received',
      until: 'closed',
      when: { kind: 'complaint' },
    });
    const events: EventRow[] = [['received', '09-01 09:00']];
    expect(lines(judged(complaints, events, '09-05', { kind: 'inquiry' }))).toEqual([]);
    expect(lines(judged(complaints, events, '09-05', { kind: 'complaint' }))).toEqual(['1 broken']);
  });

  it('is broken by 30 minutes between receipt and the first assignment', () => {
    const events: EventRow[] = [
      ['received', '09-01 09:00'],
      ['assigned', '09-01 09:30', { to: 'Li' }],
      ['closed', '09-03 12:00'],
    ];
    expect(verdicts(events)).toEqual(['1 broken']);
    expect(gaps(events)).toEqual([['09-01 09:00', '09-01 09:30']]);
  });

  it('lists a gap from an owner changed to nobody until the next transfer, and one that lasts as open', () => {
    const events: EventRow[] = [
      ['received', '09-01 09:00'],
      ['changed', '09-01 12:00', { set: { owner: null } }],
      ['transferred', '09-01 13:15', { to: 'Wu' }],
      ['changed', '09-02 08:00', { set: { owner: null } }],
    ];
    expect(gaps(events, '09-05', { owner: 'Li' })).toEqual([
      ['09-01 12:00', '09-01 13:15'],
      ['09-02 08:00', null],
    ]);
  });

  it('ends a gap that lasts where the case ends', () => {
    const events: EventRow[] = [
      ['received', '09-01 09:00'],
      ['closed', '09-01 10:00'],
      ['assigned', '09-01 11:00', { to: 'Li' }],
    ];
    expect(gaps(events)).toEqual([['09-01 09:00', '09-01 10:00']]);
  });

  it("counts the case's own owner, agent or department from the beginning", () => {
    for (const attribute of ['owner', 'agent', 'department']) {
      expect(verdicts([['received', '09-01 09:00']], '09-05', { [attribute]: 'Li' })).toEqual(['1 pending']);
    }
  });

  it('is pending while it is held and open, and changes a millisecond later if nobody holds it at this moment', () => {
    const received: EventRow = ['received', '09-01 09:00'];
    expect(judged(policy, [received], '09-05', { owner: 'Li' }).nextChange).toBeNull();
    const now = judged(policy, [received], '09-01 09:00');
    expect(lines(now)).toEqual(['1 pending']);
    expect(now.nextChange?.toISOString()).toBe('2026-09-01T01:00:00.001Z');
    expect(verdicts([received], '09-01 09:00:01')).toEqual(['1 broken']);
  });

  it('changes nothing by a changed owner from Li to Wu, nor by a change of something else', () => {
    const events: EventRow[] = [
      ['received', '09-01 09:00'],
      ['changed', '09-01 12:00', { set: { owner: 'Wu' } }],
      ['changed', '09-01 13:00', { set: { priority: 'high' } }],
      ['closed', '09-01 18:00'],
    ];
    expect(verdicts(events, '09-05', { owner: 'Li' })).toEqual(['1 met done 09-01 18:00']);
  });

  it('may begin and end at one instant, and with events of one type', () => {
    const short: EventRow[] = [
      ['received', '09-01 09:00'],
      ['closed', '09-01 09:00'],
    ];
    expect(verdicts(short, '09-05', { owner: 'Li' })).toEqual(['1 met done 09-01 09:00']);
    const shifts = ruleOf({ kind: 'ownership', from: 'visited', until: 'visited' });
    const visits: EventRow[] = [
      ['visited', '09-01 09:00'],
      ['visited', '09-01 10:00'],
    ];
    expect(lines(judged(shifts, visits, '09-05', { owner: 'Li' }))).toEqual(['1 met done 09-01 10:00']);
    expect(lines(judged(shifts, visits.slice(1), '09-05', { owner: 'Li' }))).toEqual(['1 pending']);
  });

  it('is told by its status alone where somebody held it', () => {
    const log = caseOf([['received', '09-01 09:00']], { owner: 'Li' });
    const [verdict] = assess(log, policy, { asOf: at('09-05') }).verdicts;
    expect(explained(verdict)).toEqual(['rule: pending.', 'rule：进行中。']);
  });

  it('is exempt when the case is withdrawn while it is held, broken if nobody held it before', () => {
    const events: EventRow[] = [
      ['received', '09-01 09:00'],
      ['withdrawn', '09-02 09:00'],
    ];
    expect(verdicts(events, '09-05', { owner: 'Li' })).toEqual(['1 exempt withdrawn']);
    expect(verdicts(events)).toEqual(['1 broken']);
  });

  it('is undetermined without receipt where it starts there, and gives no verdict without another start', () => {
    expect(verdicts([['closed', '09-01 09:00']])).toEqual(['1 undetermined missing received']);
    const byPhone = { event: 'received', when: { channel: 'phone' } };
    const calls = ruleOf({ kind: 'ownership', from: byPhone, until: 'closed' });
    expect(lines(judged(calls, [['received', '09-01 09:00']], '09-05', { channel: 'email' }))).toEqual([]);
    expect(lines(judged(calls, [['closed', '09-01 09:00']], '09-05'))).toEqual([
      '1 undetermined missing received',
    ]);
    const later = ruleOf({ kind: 'ownership', from: 'accepted', until: 'closed' });
    expect(lines(judged(later, [['received', '09-01 09:00']], '09-05'))).toEqual([]);
  });

  it('leaves no owner on the verdict of a case that was given back', () => {
    const events: EventRow[] = [
      ['received', '09-01 09:00'],
      ['changed', '09-01 12:00', { set: { owner: null } }],
    ];
    const { verdicts } = judged(policy, events, '09-05', { owner: 'Li', agent: 'Li' });
    expect(verdicts[0]?.owner).toBeUndefined();
  });

  it('is told in words, and so are its gaps', () => {
    expect(told(policy)).toEqual([
      'somebody holds it from received until closed',
      '受理至结案期间始终有人负责',
    ]);
    const { verdicts } = assess(
      caseOf([
        ['received', '09-01 09:00'],
        ['assigned', '09-01 09:30', { to: 'Li' }],
        ['changed', '09-02 10:00', { set: { owner: null } }],
      ]),
      policy,
      { asOf: at('09-05') },
    );
    expect(explained(verdicts[0])).toEqual([
      'rule: broken.\nHeld by nobody: Tue 1 Sep 09:00 to 09:30; since Wed 2 Sep 10:00.',
      'rule：未达标。\n无人负责：9月1日（周二）09:00至09:30；9月2日（周三）10:00至今。',
    ]);
  });

  it('finds the same gaps as asking at every minute who holds the case', () => {
    const step = fc.record({
      minute: fc.integer({ min: 0, max: 60 }),
      what: fc.constantFrom('assigned', 'transferred', 'released', 'given', 'other', 'closed', 'received'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.integer({ min: 0, max: 70 }), (steps, asOf) => {
        const minute = (n: number) => Date.UTC(2026, 8, 1) + n * 60_000;
        const events = steps.map(({ minute: n, what }) => {
          const base = { at: minute(n) };
          if (what === 'released') return { ...base, type: 'changed', set: { owner: null } };
          if (what === 'given') return { ...base, type: 'changed', set: { owner: 'Wu' } };
          if (what === 'other') return { ...base, type: 'changed', set: { priority: 'high' } };
          return { ...base, type: what, to: 'Li' };
        });
        const { verdicts } = assess({ id: 'T', events }, policy, { asOf: minute(asOf) });
        expect(verdicts.map(plain)).toEqual(naive(steps, asOf));
      }),
      { numRuns: 2000 },
    );
  });

  it('reports nothing odd about a log that is in order', () => {
    expect(codes(judged(policy, [['received', '09-01 09:00']], '09-05', { owner: 'Li' }))).toEqual([]);
  });
});

type Step = { readonly minute: number; readonly what: string };

const plain = ({ status, detail }: { status: string; detail?: unknown }) => [
  status,
  ((detail as { gaps?: { from: Date; to: Date | null }[] } | undefined)?.gaps ?? []).map(({ from, to }) => [
    (from.getTime() - Date.UTC(2026, 8, 1)) / 60_000,
    to === null ? null : (to.getTime() - Date.UTC(2026, 8, 1)) / 60_000,
  ]),
];

/** Minute by minute: who holds it in the minute that begins now? */
function naive(steps: readonly Step[], asOf: number): unknown[] {
  const known = steps
    .filter(({ minute }) => minute <= asOf)
    .map((step, index) => ({ ...step, index }))
    .sort((a, b) => a.minute - b.minute || a.index - b.index);
  const start = known.find(({ what }) => what === 'received');
  if (start === undefined) return [['undetermined', []]];
  const end = known.find(({ what, minute }) => what === 'closed' && minute >= start.minute);
  const gaps: [number, number | null][] = [];
  let open = false;
  for (let minute = start.minute; minute < (end?.minute ?? asOf); minute++) {
    const last = known.findLast(
      (step) => step.minute <= minute && ['assigned', 'transferred', 'released', 'given'].includes(step.what),
    );
    const held = last !== undefined && last.what !== 'released';
    if (!held && !open) gaps.push([minute, null]);
    if (held && open) gaps.at(-1)![1] = minute;
    open = !held;
  }
  if (open && end !== undefined) gaps.at(-1)![1] = end.minute;
  return [[gaps.length > 0 ? 'broken' : end === undefined ? 'pending' : 'met', gaps]];
}
