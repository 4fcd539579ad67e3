import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { assessOrganisation } from '../../src/assess/assess-organisation.ts';
import type { Provisional } from '../../src/calendar/spec.ts';
import { countings } from '../../src/limit/countings.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import type { Policy } from '../../src/policy/types.ts';
import { defineStandardKind } from '../../src/standards/define-standard-kind.ts';
import type { Outcome } from '../../src/standards/outcome.ts';
import { ruleOf } from '../support/kind-service.ts';
import { at, caseOf, type EventRow, office, policyOf, wall } from '../support/naive-service.ts';

// Whole verdicts, key by key. 28 September 2026 is a Monday.

const HOUR = 3_600_000;
const received: EventRow = ['received', '09-28 10:00'];
const date = (when: string) => new Date(at(when));

/** The only verdict, with no key more than it has. */
const verdictOf = (
  policy: Policy,
  events: readonly EventRow[],
  asOf: string,
  attributes = {},
  trace = false,
) => {
  const { verdicts } = assess(caseOf(events, attributes), policy, { asOf: at(asOf), trace });
  expect(verdicts).toHaveLength(1);
  return verdicts[0];
};

const deadline = { case: 'T-1', standard: 'answer', kind: 'deadline', run: 1, severity: 'hard' };
const pending = { ...deadline, status: 'pending', done: null, overMs: 0 };

describe('the whole verdict on a deadline', () => {
  it('of 8 working hours at 20:00, untraced: the clock stands in closed hours', () => {
    const policy = policyOf({ within: '8 working hours' });
    expect(verdictOf(policy, [received], '09-28 20:00', { owner: 'li' })).toStrictEqual({
      ...pending,
      from: date('09-28 10:00'),
      due: date('09-28 18:00'),
      status: 'overdue',
      usedMs: 8 * HOUR,
      overMs: 2 * HOUR,
      pausedMs: 0,
      remainingMs: 0,
      share: 1,
      clock: 'closed-hours',
      owner: 'li',
      counting: countings.standard,
    });
  });

  it('of 1 working day, traced: its zone, limit, convention, sources and steps', () => {
    const policy = policyOf({ within: '1 working day', title: 'Answer', clause: { en: '§ 1' } });
    const { steps, ...verdict } = verdictOf(policy, [received], '09-28 19:00', {}, true)!;
    expect(verdict).toStrictEqual({
      ...pending,
      from: date('09-28 10:00'),
      due: date('09-29 18:00'),
      usedMs: 8 * HOUR,
      pausedMs: 0,
      remainingMs: 9 * HOUR,
      share: 8 / 17,
      clock: 'closed-hours',
      counting: countings.standard,
      timeZone: 'Asia/Shanghai',
      limit: { amount: 1, unit: 'working days' },
      convention: 'standard',
      sources: [{ id: 'china', revision: expect.any(String) }],
      title: 'Answer',
      clause: { en: '§ 1' },
    });
    expect(steps).toHaveLength(2);
  });

  it('of 24 hours, traced: no source is asked which days are worked', () =>
    expect(verdictOf(policyOf(), [received], '09-28 12:00', {}, true)).not.toHaveProperty('sources'));

  it('of 24 hours, paused for 2 and now: 3 used, 21 left', () => {
    const policy = policyOf({ pause: { on: 'paused', off: 'resumed' }, severity: 'soft' });
    const log: EventRow[] = [
      received,
      ['paused', '09-28 11:00'],
      ['resumed', '09-28 13:00'],
      ['paused', '09-28 15:00'],
    ];
    expect(verdictOf(policy, log, '09-28 16:00')).toStrictEqual({
      ...pending,
      severity: 'soft',
      from: date('09-28 10:00'),
      due: date('09-29 13:00'),
      usedMs: 3 * HOUR,
      pausedMs: 3 * HOUR,
      remainingMs: 21 * HOUR,
      share: 3 / 24,
      clock: 'paused',
      counting: countings.standard,
    });
  });

  it('withdrawn after 2 hours: exempt, and nothing is left of it', () => {
    expect(verdictOf(policyOf(), [received, ['withdrawn', '09-28 12:00']], '09-28 16:00')).toStrictEqual({
      ...pending,
      status: 'exempt',
      from: date('09-28 10:00'),
      due: date('09-29 10:00'),
      usedMs: 2 * HOUR,
      pausedMs: 0,
      remainingMs: null,
      share: 2 / 24,
      clock: 'stopped',
      reason: 'withdrawn',
      counting: countings.standard,
    });
  });

  it('with a promised time, done 2 hours late: no limit and no counting', () => {
    const policy = policyOf({ within: { promised: 'promisedAt' } });
    const promised = { promisedAt: at('09-28 14:00') };
    const log: EventRow[] = [received, ['replied', '09-28 16:00']];
    const { steps, ...verdict } = verdictOf(policy, log, '09-28 18:00', promised, true)!;
    expect(steps).toHaveLength(1);
    expect(verdict).toStrictEqual({
      ...deadline,
      status: 'late',
      from: date('09-28 10:00'),
      due: date('09-28 14:00'),
      done: date('09-28 16:00'),
      usedMs: 6 * HOUR,
      overMs: 2 * HOUR,
      pausedMs: 0,
      remainingMs: null,
      share: 1.5,
      clock: 'stopped',
      timeZone: 'Asia/Shanghai',
    });
  });

  it('without the promised time: how long it has been waited for, and what is missing', () => {
    const policy = policyOf({ within: { promised: 'promisedAt' } });
    expect(verdictOf(policy, [received], '09-28 18:00')).toStrictEqual({
      ...deadline,
      status: 'undetermined',
      from: date('09-28 10:00'),
      due: null,
      done: null,
      usedMs: 8 * HOUR,
      overMs: null,
      pausedMs: 0,
      remainingMs: null,
      share: null,
      clock: 'stopped',
      missing: ['promisedAt'],
    });
  });

  it('promised for the very instant of its start has no share', () => {
    const policy = policyOf({ within: { promised: 'promisedAt' } });
    expect(verdictOf(policy, [received], '09-28 11:00', { promisedAt: at('09-28 10:00') })).toMatchObject({
      status: 'overdue',
      share: null,
      usedMs: HOUR,
      overMs: HOUR,
    });
  });
});

const own = (outcomes: readonly Outcome[], describe: () => string | object = () => 'calm') => {
  const kind = defineStandardKind<'own', object>({
    kind: 'own',
    schema: { type: 'object', keys: {}, needed: [] },
    judge: () => outcomes,
    describe: describe as () => string,
  });
  const standards = [{ id: 'o', kind: 'own' }];
  return parsePolicy({ id: 'p', version: '1', calendar: office, standards }, { kinds: [kind] });
};

describe("the whole verdict of a kind of one's own", () => {
  const plain = {
    case: 'T-1',
    standard: 'o',
    kind: 'own',
    run: 1,
    severity: 'hard',
    from: null,
    due: null,
    done: null,
    usedMs: null,
    overMs: null,
    pausedMs: null,
    remainingMs: null,
    share: null,
    clock: 'stopped',
  };

  it('that says no more than its status', () => {
    expect(verdictOf(own([{ status: 'met' }]), [received], '09-28 18:00')).toStrictEqual({
      ...plain,
      status: 'met',
    });
    expect(verdictOf(own([{ status: 'exempt' }]), [received], '09-28 18:00')).toStrictEqual({
      ...plain,
      status: 'exempt',
      reason: '',
    });
    expect(verdictOf(own([{ status: 'undetermined' }]), [received], '09-28 18:00')).toStrictEqual({
      ...plain,
      status: 'undetermined',
      missing: [],
    });
    expect(verdictOf(own([{ status: 'pending' }]), [received], '09-28 18:00')).toStrictEqual({
      ...plain,
      status: 'pending',
      clock: 'running',
    });
  });

  it('traced: its promise in both languages and the zone', () => {
    const describe = () => ({ en: 'be calm' });
    expect(verdictOf(own([{ status: 'met' }], describe), [received], '09-28 18:00', {}, true)).toStrictEqual({
      ...plain,
      status: 'met',
      timeZone: 'Asia/Shanghai',
      promise: { en: 'be calm', 'zh-CN': 'be calm' },
    });
  });

  it('that says all it can', () => {
    const provisional = {
      since: '2027-01-01',
      reason: 'not published',
      sources: ['x'],
    } satisfies Provisional;
    const outcome: Outcome = {
      status: 'late',
      run: 3,
      from: at('09-28 10:00'),
      due: at('09-28 12:00'),
      done: at('09-28 13:00'),
      detail: { loud: 3 },
      explanation: 'too loud',
      provisional,
      changesAt: at('09-29 10:00'),
    };
    const policy = own([outcome]);
    const assessment = assess(caseOf([received]), policy, { asOf: at('09-28 18:00'), trace: false });
    expect(assessment.verdicts).toStrictEqual([
      {
        ...plain,
        run: 3,
        status: 'late',
        from: date('09-28 10:00'),
        due: date('09-28 12:00'),
        done: date('09-28 13:00'),
        usedMs: 3 * HOUR,
        overMs: HOUR,
        pausedMs: 0,
        share: 1.5,
        provisional,
        detail: { loud: 3 },
        explanation: 'too loud',
      },
    ]);
    expect(wall(assessment.nextChange)).toBe('09-29 10:00');
  });

  it.each([
    [{ status: 'late', done: at('09-28 11:00') }, 'expected it with due'],
    [{ status: 'late', due: at('09-28 11:00') }, 'expected it with done'],
    [{ status: 'overdue', from: at('09-28 10:00') }, 'expected it with due'],
    [{ status: 'overdue', due: at('09-28 10:00'), done: at('09-28 11:00') }, 'expected it without done'],
    [{ status: 'pending', done: at('09-28 11:00') }, 'expected it without done'],
    [{ status: 'good' }, 'expected one of met, late, overdue, pending, exempt, broken, undetermined'],
  ] as unknown as [Outcome, string][])('that contradicts itself is refused: %j', (outcome, said) =>
    expect(() => verdictOf(own([outcome]), [received], '09-28 18:00')).toThrow(
      expect.objectContaining({ code: 'policy.outcome', message: expect.stringContaining(said) }),
    ),
  );

  it.each(['from', 'due', 'done', 'changesAt'])('names its kind and the instant that is none: %s', (key) =>
    expect(() => verdictOf(own([{ status: 'met', [key]: 'noon' }]), [received], '09-28 18:00')).toThrow(
      expect.objectContaining({ path: ['own', key] }),
    ),
  );
});

describe('the whole verdict on the organisation', () => {
  it('has no case, no owner and no due', () => {
    const policy = ruleOf({ kind: 'duty', event: 'survey-run', times: 1, per: 'month' });
    const events = [{ type: 'survey-run', at: at('09-10 10:00') }];
    const { verdicts } = assessOrganisation({ events }, policy, {
      asOf: at('10-15'),
      range: { from: '2026-09-01', to: '2026-10-01' },
      trace: false,
    });
    expect(verdicts).toStrictEqual([
      {
        case: null,
        standard: 'rule',
        kind: 'duty',
        run: 1,
        status: 'met',
        severity: 'hard',
        from: date('09-01'),
        due: null,
        done: date('09-10 10:00'),
        usedMs: null,
        overMs: null,
        pausedMs: null,
        remainingMs: null,
        share: null,
        clock: 'stopped',
        detail: { from: date('09-01'), to: date('10-01'), count: 1, times: 1 },
      },
    ]);
  });
});

describe('a standard about the organisation', () => {
  it.each([
    { kind: 'duty', event: 'survey-run', times: 1, per: 'month' },
    { kind: 'coverage', atLeast: 1 },
  ])('says nothing of a case: $kind', (standard) => {
    const policy = ruleOf(standard);
    expect(assess(caseOf([received]), policy, { asOf: at('09-30') }).verdicts).toEqual([]);
  });
});

describe('a run without its start, or without its due', () => {
  const rungs = [{ id: 'warn', level: 1, to: 'boss', at: { before: 's', by: '1 hour' } }];
  const judgedWith = (outcome: Outcome) => {
    const kind = defineStandardKind<'own', object>({
      kind: 'own',
      schema: { type: 'object', keys: {}, needed: [] },
      judge: () => [outcome],
      describe: () => '',
    });
    const document = { id: 'p', version: '1', calendar: office, standards: [{ id: 's', kind: 'own' }] };
    const policy = parsePolicy({ ...document, ladders: [{ id: 'up', rungs }] }, { kinds: [kind] });
    return assess(caseOf([received]), policy, { asOf: at('09-28 18:00'), trace: false });
  };

  it('has no times but what is over or left, and no rungs: due alone', () => {
    const { verdicts, escalations } = judgedWith({ status: 'overdue', due: at('09-28 17:00') });
    expect(verdicts[0]).toMatchObject({
      usedMs: null,
      overMs: HOUR,
      pausedMs: null,
      remainingMs: 0,
      share: null,
    });
    expect(escalations).toEqual([]);
  });

  it('has no times and no rungs: from alone', () => {
    const { verdicts, escalations } = judgedWith({ status: 'pending', from: at('09-28 10:00') });
    expect(verdicts[0]).toMatchObject({
      usedMs: null,
      overMs: null,
      pausedMs: null,
      remainingMs: null,
      share: null,
    });
    expect(escalations).toEqual([]);
  });
});

describe('the verdict on a run that a restart ended after its due', () => {
  it('is overdue for good: stopped, nothing left, 2 hours over', () => {
    const policy = policyOf({ within: '2 hours', restartOn: 'returned' });
    const log: EventRow[] = [received, ['returned', '09-28 14:00']];
    const [verdict] = assess(caseOf(log), policy, { asOf: at('09-28 15:00') }).verdicts;
    expect(verdict).toMatchObject({
      status: 'overdue',
      usedMs: 4 * HOUR,
      overMs: 2 * HOUR,
      remainingMs: null,
      clock: 'stopped',
    });
  });
});

describe('used time', () => {
  it('is counted by the calendar of the row that applied: 2 of the round clock, not 0 of the office', () => {
    const row = { when: { tier: 'gold' }, limit: '4 working hours', calendar: 'round' };
    const policy = policyOf(
      { within: { table: [row] } },
      { calendars: { round: { timeZone: 'Asia/Shanghai', week: 'always' } } },
    );
    const log: EventRow[] = [['received', '09-27 10:00']];
    expect(verdictOf(policy, log, '09-27 12:00', { tier: 'gold' })).toMatchObject({
      usedMs: 2 * HOUR,
      remainingMs: 2 * HOUR,
      clock: 'running',
    });
  });
});

describe('a condition on an attribute that is called parameter, and on another', () => {
  it('is no parameter', () => {
    const policy = policyOf({ when: { parameter: 'a', tier: 'gold' } });
    const judge = (attributes: object) =>
      assess(caseOf([received], { ...attributes }), policy, { asOf: at('09-28 12:00') }).verdicts.length;
    expect(judge({ parameter: 'a', tier: 'gold' })).toBe(1);
    expect(judge({ parameter: 'b', tier: 'gold' })).toBe(0);
  });
});

describe('a parameter that stands for another', () => {
  it('has the value of that one, and is missing with it', () => {
    const policy = (again: unknown) =>
      policyOf(
        { restartOn: { parameter: 'restart' } },
        { parameters: { restart: { parameter: 'again' }, again } },
      );
    const log: EventRow[] = [received, ['returned', '09-28 11:00']];
    const judge = (again: unknown) =>
      assess(caseOf(log), policy(again), { asOf: at('09-28 12:00') }).verdicts.map(({ status }) => status);
    expect(judge(['returned'])).toEqual(['exempt', 'pending']);
    expect(judge(null)).toEqual(['undetermined']);
    expect(verdictOf(policy(null), log, '09-28 12:00')).toMatchObject({ missing: ['again'] });
  });
});

describe('the owner on a verdict', () => {
  const owner = (events: readonly EventRow[], attributes = {}, asOf = '09-28 18:00') =>
    verdictOf(policyOf(), [received, ...events], asOf, attributes)?.owner;

  it.each([
    ['its owner before its agent and department', { owner: 'li', agent: 'wu', department: 'A' }, 'li'],
    ['its agent before its department', { agent: 'wu', department: 'A' }, 'wu'],
    ['its department', { department: 'A' }, 'A'],
    ['nobody', {}, undefined],
    ['nobody by a number', { owner: 7 }, undefined],
  ])('is of a case that was handed to nobody: %s', (_, attributes, expected) =>
    expect(owner([], attributes)).toBe(expected),
  );

  it('is whom it was handed to last, assigned or transferred', () => {
    expect(owner([['assigned', '09-28 11:00', { to: 'wu' }]], { owner: 'li' })).toBe('wu');
    expect(
      owner([
        ['assigned', '09-28 11:00', { to: 'wu' }],
        ['transferred', '09-28 12:00', { to: 'A' }],
      ]),
    ).toBe('A');
  });

  it('stays where a handover names nobody, or something else was changed', () => {
    const assigned: EventRow = ['assigned', '09-28 11:00', { to: 'wu' }];
    expect(owner([assigned, ['assigned', '09-28 12:00']])).toBe('wu');
    expect(owner([assigned, ['changed', '09-28 12:00', { set: { tier: 'gold' } }]])).toBe('wu');
    expect(owner([assigned, ['changed', '09-28 12:00', { set: null }]])).toBe('wu');
    expect(owner([assigned, ['changed', '09-28 12:00', { set: 'owner' }]])).toBe('wu');
    expect(owner([assigned, ['changed', '09-28 12:00']])).toBe('wu');
  });

  it('is nobody once the owner was changed to nobody, or it was handed to something without a name', () => {
    const assigned: EventRow = ['assigned', '09-28 11:00', { to: 'wu' }];
    expect(
      owner([assigned, ['changed', '09-28 12:00', { set: { owner: null } }]], { owner: 'li' }),
    ).toBeUndefined();
    expect(owner([assigned, ['assigned', '09-28 12:00', { to: 7 }]], { owner: 'li' })).toBeUndefined();
  });
});
