import { describe, expect, it } from 'vitest';
import { assess, checkPolicy, definePolicy } from '../../src/index.ts';

const calendar = { timeZone: 'Asia/Shanghai', week: 'always' } as const;
const answer = {
  id: 'answer',
  kind: 'deadline',
  from: 'received',
  to: 'replied',
  within: '2 hours',
} as const;
const policy = definePolicy({
  id: 'acme',
  version: '1',
  calendar,
  standards: [{ ...answer, each: 'run', match: 'desk', restartOn: 'returned' }],
});
const SECOND = 1000;
const start = Date.UTC(2026, 8, 28, 2);

/** One event a second, their types in turn. */
const caseOf = (count: number, types: readonly string[], more: (n: number) => object = () => ({})) => ({
  id: 'T-1',
  events: Array.from({ length: count }, (_, n) => ({
    type: types[n % types.length]!,
    at: start + n * SECOND,
    desk: 'a',
    ...more(n),
  })),
});
const judged = (one: ReturnType<typeof caseOf>) =>
  assess(one, policy, { asOf: start + 30 * 24 * 3600 * SECOND, trace: false });

describe('a case of 20,000 events is judged in less than 3 s', () => {
  it('when 9,999 restarts end two runs each: 19,997 exempt, the last two overdue', { timeout: 3000 }, () => {
    // A restart opens a run, and the `from` after it another one beside that; the first restart has nothing to restart.
    const { verdicts } = judged(caseOf(20_000, ['returned', 'received']));
    const statuses = verdicts.map(({ status }) => status);
    expect(statuses.filter((status) => status === 'exempt')).toHaveLength(19_997);
    expect(statuses.slice(-2)).toEqual(['overdue', 'overdue']);
  });

  it('when one is received and 19,999 return: 19,999 exempt runs and an overdue one', {
    timeout: 3000,
  }, () => {
    const { verdicts } = judged(caseOf(20_000, ['returned'], (n) => (n === 0 ? { type: 'received' } : {})));
    expect(verdicts).toHaveLength(20_000);
    expect(verdicts.slice(0, -1).every((one) => one.status === 'exempt' && one.reason === 'restarted')).toBe(
      true,
    );
    expect(verdicts.at(-1)!.status).toBe('overdue');
  });
});

it('1,000 runs that all meet the same 1,000 unreadable extensions report each once, in less than 3 s', {
  timeout: 3000,
}, () => {
  const { findings } = judged(caseOf(2000, ['received', 'extended']));
  expect(findings.filter(({ code }) => code === 'event.bad-extension')).toHaveLength(1000);
});

describe('20,000 standards are checked in less than 6 s', () => {
  const checked = (change: (n: number) => object) =>
    checkPolicy({
      id: 'acme',
      version: '1',
      calendar,
      standards: Array.from({ length: 20_000 }, (_, n) => ({ ...answer, id: `s${n}`, ...change(n) })),
    }).problems;

  it('each of an unknown kind: 20,000 errors with a hint', { timeout: 6000 }, () => {
    const problems = checked(() => ({ kind: 'deadlime' }));
    expect(problems).toHaveLength(20_000);
    expect(problems[19_999]!.hint).toBe('Did you mean "deadline"?');
  });

  it('each promising the same: 19,999 warnings', { timeout: 6000 }, () => {
    expect(checked(() => ({})).filter(({ code }) => code.endsWith('repeated-promise'))).toHaveLength(19_999);
  });

  it('each from an event of its own: no pair of these is compared', { timeout: 6000 }, () => {
    expect(checked((n) => ({ from: `arrived-${n}` })).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });
});
