import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { Provisional } from '../../src/calendar/spec.ts';
import { PolicyError } from '../../src/errors/policy-error.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { defineStandardKind } from '../../src/standards/define-standard-kind.ts';
import type { Outcome } from '../../src/standards/outcome.ts';
import { at, caseOf, type EventRow, office, wall } from '../support/naive-service.ts';
import { onlyVerdict } from '../support/one-standard.ts';

// Whole verdicts of a kind of one's own, key by key. 28 September 2026 is a Monday.

const HOUR = 3_600_000;
const received: EventRow = ['received', '09-28 10:00'];
const date = (when: string) => new Date(at(when));

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
    expect(onlyVerdict(own([{ status: 'met' }]), [received], '09-28 18:00')).toStrictEqual({
      ...plain,
      status: 'met',
    });
    expect(onlyVerdict(own([{ status: 'exempt' }]), [received], '09-28 18:00')).toStrictEqual({
      ...plain,
      status: 'exempt',
      reason: '',
    });
    expect(onlyVerdict(own([{ status: 'undetermined' }]), [received], '09-28 18:00')).toStrictEqual({
      ...plain,
      status: 'undetermined',
      missing: [],
    });
    expect(onlyVerdict(own([{ status: 'pending' }]), [received], '09-28 18:00')).toStrictEqual({
      ...plain,
      status: 'pending',
      clock: 'running',
    });
  });

  it('traced: its promise in both languages and the zone', () => {
    const describe = () => ({ en: 'be calm' });
    expect(
      onlyVerdict(own([{ status: 'met' }], describe), [received], '09-28 18:00', {}, true),
    ).toStrictEqual({
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
  ] as unknown as [Outcome, string][])('that contradicts itself is refused: %j', (outcome, said) => {
    const judge = () => onlyVerdict(own([outcome]), [received], '09-28 18:00');
    expect(judge).toThrow(PolicyError);
    expect(judge).toThrow(
      expect.objectContaining({ code: 'policy.outcome', message: expect.stringContaining(said) }),
    );
  });

  it.each(['from', 'due', 'done', 'changesAt'])('names its kind and the instant that is none: %s', (key) =>
    expect(() => onlyVerdict(own([{ status: 'met', [key]: 'noon' }]), [received], '09-28 18:00')).toThrow(
      expect.objectContaining({ path: ['own', key] }),
    ),
  );
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
