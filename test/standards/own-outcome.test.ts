import { describe, expect, it } from 'vitest';
import * as mini from 'zod/mini';
import { explain } from '../../src/explain/explain.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { defineStandardKind } from '../../src/standards/define-standard-kind.ts';
import type { Outcome } from '../../src/standards/outcome.ts';
import { at, judged, lines, office, wall } from '../support/naive-service.ts';

const base = { id: 'own', version: '1', calendar: office };

/** A kind whose judge says just this. */
const saying = (...outcomes: Outcome[]) =>
  defineStandardKind({
    kind: 'saying',
    schema: mini.object({}),
    judge: () => outcomes,
    describe: () => ({ en: 'just this', 'zh-CN': '如此' }),
  });

const said = (...outcomes: Outcome[]) =>
  parsePolicy({ ...base, standards: [{ id: 's', kind: 'saying' }] }, { kinds: [saying(...outcomes)] });

describe('an outcome', () => {
  const event = ['received', '09-28 10:00'] as const;

  it('with from and due is timed: 1 of 4 hours used at 11:00, overdue 1 ms after due', () => {
    const timed = said({ status: 'pending', from: at('09-28 10:00'), due: at('09-28 14:00') });
    const { verdicts, nextChange } = judged(timed, [event], '09-28 11:00');
    expect(verdicts[0]).toMatchObject({
      usedMs: 3_600_000,
      remainingMs: 3 * 3_600_000,
      share: 0.25,
      clock: 'running',
    });
    expect(wall(nextChange)).toBe('09-28 14:00:00.001');
  });

  it('late is over by the time from due to done; instants may be Dates, numbers or text', () => {
    const [from, due, done] = [new Date(at('09-28 10:00')), Date.parse(at('09-28 11:00')), at('09-28 11:30')];
    const [verdict] = judged(said({ status: 'late', from, due, done }), [event], '09-28 12:00').verdicts;
    expect(verdict).toMatchObject({ overMs: 30 * 60_000, usedMs: 90 * 60_000, share: 1.5 });
  });

  it('per run is a verdict per run, numbered by place unless it says otherwise', () => {
    const policy = said(
      { status: 'met' },
      { status: 'exempt', reason: 'no need' },
      { status: 'undetermined', missing: ['x'], run: 7 },
    );
    expect(lines(judged(policy, [event], '09-28 12:00'))).toEqual([
      '1 met',
      '2 exempt no need',
      '7 undetermined missing x',
    ]);
  });

  it('with an explanation is explained by it', () => {
    const [verdict] = judged(
      said({ status: 'broken', explanation: { en: 'Too loud.', 'zh-CN': '太吵。' } }),
      [event],
      '09-28 12:00',
    ).verdicts;
    expect(explain(verdict!, { locale: 'zh-CN' })).toContain('太吵。');
  });

  it('has rungs on its due', () => {
    const timed = saying({ status: 'pending', from: at('09-28 10:00'), due: at('09-28 14:00') });
    const rungs = [{ id: 'warn', level: 1, to: 'boss', at: { before: 's', by: '1 hour' } }];
    const document = { ...base, standards: [{ id: 's', kind: 'saying' }], ladders: [{ id: 'up', rungs }] };
    const { escalations, nextChange } = judged(
      parsePolicy(document, { kinds: [timed] }),
      [event],
      '09-28 11:00',
    );
    expect(escalations).toMatchObject([{ rung: 'warn', state: 'upcoming' }]);
    expect(wall(nextChange)).toBe('09-28 13:00');
  });
});
