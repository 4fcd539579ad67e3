import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import type { CaseInput } from '../../src/case/types.ts';
import { unitNames } from '../../src/limit/units.ts';
import type { Policy } from '../../src/policy/types.ts';
import { type Situation, situations } from '../../src/testing/index.ts';
import {
  type NaiveCase,
  type NaivePolicy,
  type NaiveStandard,
  type NaiveVerdict,
  naiveVerdicts,
} from '../support/naive-deadline.ts';

/** As the naive evaluator takes it: the policy's only standard is a deadline. */
const naively = ({ policy, input }: Situation) => ({
  policy: policy as unknown as NaivePolicy,
  standard: policy.standards[0] as unknown as NaiveStandard,
  input: input as unknown as NaiveCase,
});

const epoch = (date: Date | null) => (date === null ? null : date.getTime());

/** What the package says, in the terms of the naive evaluator. */
function verdictsOf(input: unknown, policy: Policy, asOf: number): NaiveVerdict[] {
  const { verdicts } = assess(input as CaseInput, policy, { asOf, trace: false });
  return verdicts.map((verdict) => ({
    run: verdict.run,
    severity: verdict.severity,
    status: verdict.status,
    from: epoch(verdict.from),
    due: epoch(verdict.due),
    done: epoch(verdict.done),
    reason: verdict.status === 'exempt' ? verdict.reason : undefined,
    missing: verdict.status === 'undetermined' ? verdict.missing : undefined,
    usedMs: verdict.usedMs,
    overMs: verdict.overMs,
    pausedMs: verdict.pausedMs,
    remainingMs: verdict.remainingMs,
    clock: verdict.clock,
    owner: verdict.owner,
  }));
}

/** What a situation has in it that must not be rare. */
function* traits(
  { standard, input }: ReturnType<typeof naively>,
  verdicts: readonly NaiveVerdict[],
): Generator<string> {
  for (const { status } of verdicts) yield `status ${status}`;
  for (const { reason } of verdicts) if (reason !== undefined) yield `reason ${reason}`;
  for (const { clock } of verdicts) yield `clock ${clock}`;
  for (const { severity } of verdicts) yield `severity ${severity}`;
  if (standard.severity === 'hard') yield 'severity stated';
  yield `each ${standard.each ?? 'first'}`;
  yield `onChange ${standard.onChange ?? 'keep'}`;
  for (const option of ['when', 'match', 'restartOn', 'exemptOn', 'calendar', 'counting'] as const) {
    if (standard[option] !== undefined) yield option;
  }
  if (standard.match !== undefined) yield `match ${standard.each ?? 'first'}`;
  if (standard.pause !== undefined) yield 'while' in standard.pause ? 'pause while' : 'pause events';
  if (typeof standard.to === 'object' && 'all' in standard.to) yield 'to all';
  if (typeof standard.within === 'string')
    yield `limit ${standard.within.replace(/^\d+ /, '').replace(/[^s]$/, '$&s')}`;
  else yield `within ${Object.keys(standard.within)[0]}`;
  if (verdicts.length > 1) yield 'several runs';
  if (verdicts.some(({ pausedMs }) => pausedMs !== null && pausedMs > 0)) yield 'paused';
  if (verdicts.some(({ from, done }) => from !== null && done !== null && done < from))
    yield 'done before from';
  if (verdicts.some(({ done, due }) => done !== null && done === due)) yield 'done at due';
  if (Array.isArray(standard.from)) yield 'from several';
  if (typeof standard.within === 'object' && 'table' in standard.within) {
    const { table, otherwise } = standard.within as { table: readonly object[]; otherwise?: unknown };
    if (otherwise !== undefined) yield 'otherwise';
    for (const key of ['calendar', 'counting']) if (table.some((row) => key in row)) yield `${key} of a row`;
  }
  for (const { type, until } of input.events)
    if (type === 'extended') yield until === undefined ? 'extended by a duration' : 'extended until';
  const kinds = new Set(input.events.map(({ type }) => type));
  for (const type of ['extended', 'changed', 'promised']) if (kinds.has(type)) yield type;
}

const wanted = [
  ...['met', 'late', 'overdue', 'pending', 'exempt', 'undetermined'].map((status) => `status ${status}`),
  ...['running', 'paused', 'closed-hours', 'stopped'].map((clock) => `clock ${clock}`),
  ...['hard', 'soft', 'stated'].map((severity) => `severity ${severity}`),
  ...unitNames.map((unit) => `limit ${unit}`),
  ...['table', 'promised', 'parameter'].map((rule) => `within ${rule}`),
  ...['first', 'run', 'oldest-unanswered'].flatMap((each) => [`each ${each}`, `match ${each}`]),
  ...[
    'onChange keep',
    'onChange recalculate',
    'when',
    'match',
    'restartOn',
    'exemptOn',
    'calendar',
    'counting',
  ],
  ...['from several', 'otherwise', 'calendar of a row', 'counting of a row'],
  ...['extended by a duration', 'extended until'],
  ...['pause while', 'pause events', 'to all', 'several runs', 'paused', 'extended', 'changed', 'promised'],
];

/** What needs several things to meet: in one of 500. */
const wantedNowAndThen = [
  ...['restarted', 'no-longer-applicable', 'withdrawn', 'closed'].map((reason) => `reason ${reason}`),
  'done before from',
];

describe('beside an evaluator that works everything out anew at each event', () => {
  it('2000 random policies and cases at 3 moments each agree in every field, and show every option in 1% of them', () => {
    const seen = new Map<string, number>();
    let compared = 0;
    fc.assert(
      fc.property(situations(undefined, { others: false }), (situation) => {
        const { policy: checked, moments } = situation;
        const { policy, standard, input } = naively(situation);
        for (const asOf of moments) {
          const naive = naiveVerdicts(policy, standard, input, asOf);
          expect(verdictsOf(input, checked, asOf)).toEqual(naive);
          compared += 1;
          for (const trait of new Set(traits(naively(situation), naive)))
            seen.set(trait, (seen.get(trait) ?? 0) + 1);
        }
      }),
      { numRuns: 2000 },
    );
    const rarerThan = (share: number, traits: readonly string[]) =>
      traits.filter((trait) => (seen.get(trait) ?? 0) < compared * share);
    const rare = [...rarerThan(1 / 100, wanted), ...rarerThan(1 / 500, wantedNowAndThen)];
    expect(rare, JSON.stringify(Object.fromEntries(seen))).toEqual([]);
  });
});
