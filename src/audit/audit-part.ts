import { type Judged, prepareJudge } from '../assess/judge.ts';
import type { CaseInput, ReadResult } from '../case/types.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { PolicyOrVersions } from '../policy/types.ts';
import { auditWith } from './audit-with.ts';
import { idOf } from './classify.ts';
import { createContentHash } from './content-hash.ts';
import { createHashIndex, type DuplicateMode, type Seen } from './duplicate-index.ts';
import type { AuditOptions } from './options.ts';
import type { AuditProgress } from './report.ts';
import type { AuditSnapshot } from './snapshot.ts';

/** What the whole of an audit has to know of a batch to tell its duplicates. */
export interface BatchKeys {
  /** Four words for each item. */
  readonly hashes: Uint32Array<ArrayBuffer>;
  /** For each item whether it is looked up, and if so whether it could be judged. */
  readonly states: Uint8Array<ArrayBuffer>;
}

/** For each item of a batch what is known of its id, as an index into {@link answers}. */
export type BatchAnswers = Uint8Array<ArrayBuffer>;

/** A part of an audit that is done elsewhere, such as on another thread: it judges at once, and counts when it is told. */
export interface AuditPart {
  judge(items: readonly ReadResult[]): BatchKeys;
  /** Counts the oldest batch that isn't counted yet. */
  count(answers: BatchAnswers): void;
  progress(): AuditProgress;
  snapshot(): AuditSnapshot;
}

const answers: readonly Seen[] = ['new', 'same', 'other'];
const WORDS = 4;
const NO_ID = 0;
const JUDGED = 1;
const REJECTED = 2;

/** A case as it was judged, or why it couldn't be. */
type Outcome = { readonly judged: Judged } | { readonly error: unknown };

/** A part that leaves it to the whole which of its cases came before: {@link createBatchIndex}. */
export function createAuditPart(
  policy: PolicyOrVersions,
  options: Omit<AuditOptions, 'trace' | 'duplicates' | 'organisation'>,
): AuditPart {
  const judge = prepareJudge(policy);
  const asOf = toEpoch(options.asOf, ['asOf']);
  const hash = createContentHash();
  const batches: {
    readonly items: readonly ReadResult[];
    readonly outcomes: readonly (Outcome | undefined)[];
  }[] = [];
  let outcome: Outcome | undefined;
  let seen: Seen = 'new';
  const audit = auditWith(
    (input, how) => {
      if (how.trace || outcome === undefined) return judge(input, how);
      if ('error' in outcome) throw outcome.error;
      return outcome.judged;
    },
    policy,
    options,
    { seen: () => seen, keep: () => {} },
  );
  const outcomeOf = (input: CaseInput): Outcome => {
    try {
      return { judged: judge(input, { asOf, trace: false }) };
    } catch (error) {
      return { error };
    }
  };

  return {
    judge(items) {
      const outcomes: (Outcome | undefined)[] = [];
      const hashes = new Uint32Array(items.length * WORDS);
      const states = new Uint8Array(items.length);
      for (const [index, item] of items.entries()) {
        if (!item.ok) {
          outcomes.push(undefined);
          continue;
        }
        const outcome = outcomeOf(item.case);
        outcomes.push(outcome);
        const id = idOf(item.case);
        if (id === undefined) continue;
        hash.take(id, item.case);
        const at = index * WORDS;
        hashes[at] = hash.idHigh;
        hashes[at + 1] = hash.idLow;
        hashes[at + 2] = hash.high;
        hashes[at + 3] = hash.low;
        states[index] = 'judged' in outcome ? JUDGED : REJECTED;
      }
      batches.push({ items, outcomes });
      return { hashes, states };
    },
    count(told) {
      const { items, outcomes } = batches.shift() as (typeof batches)[number];
      for (const [index, item] of items.entries()) {
        outcome = outcomes[index];
        seen = answers[told[index] as number] as Seen;
        audit.take(item);
      }
    },
    progress: audit.progress,
    snapshot: audit.snapshot,
  };
}

/** Tells the duplicates of the batches of all parts, which have to come in the order of the input. */
export function createBatchIndex(mode: DuplicateMode): (keys: BatchKeys) => BatchAnswers {
  if (mode === 'off') return ({ states }) => new Uint8Array(states.length);
  const index = createHashIndex(mode);
  return ({ hashes, states }) =>
    states.map((state, item) => {
      if (state === NO_ID) return 0;
      const word = (n: number) => hashes[item * WORDS + n] as number;
      const seen = index.seen({ idHigh: word(0), idLow: word(1), high: word(2), low: word(3) });
      if (seen === 'new' && state === JUDGED) index.keep();
      return answers.indexOf(seen);
    });
}
