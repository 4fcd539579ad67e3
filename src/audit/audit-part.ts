import { prepareJudge } from '../assess/judge.ts';
import { timelineOf } from '../case/timeline.ts';
import type { CaseInput, ReadResult } from '../case/types.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { EpochMs } from '../instant/types.ts';
import { kindsOf } from '../policy/kinds.ts';
import type { PolicyOrVersions } from '../policy/types.ts';
import { versionsOf } from '../policy/versions.ts';
import { caseStart } from '../standards/case-start.ts';
import { auditWith } from './audit-with.ts';
import { idOf } from './classify.ts';
import { listOf } from './combine-versions.ts';
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

/** A part of an audit that is done elsewhere, such as on another thread: it judges a batch when its answers are there. */
export interface AuditPart {
  take(items: readonly ReadResult[]): BatchKeys;
  /** Judges and counts the oldest batch that isn't counted yet. */
  count(answers: BatchAnswers): void;
  progress(): AuditProgress;
  snapshot(): AuditSnapshot;
}

const answers: readonly Seen[] = ['new', 'same', 'other'];
const WORDS = 4;
const NO_ID = 0;
const JUDGED = 1;
const REJECTED = 2;

/** A part that leaves it to the whole which of its cases came before: {@link createBatchIndex}. */
export function createAuditPart(
  policy: PolicyOrVersions,
  options: Omit<AuditOptions, 'trace' | 'duplicates' | 'organisation'>,
): AuditPart {
  const hash = createContentHash();
  const stateOf = prepareState(policy, toEpoch(options.asOf, ['asOf']));
  const batches: (readonly ReadResult[])[] = [];
  let seen: Seen = 'new';
  const audit = auditWith(prepareJudge(policy), policy, options, { seen: () => seen, keep: () => {} });

  return {
    take(items) {
      const hashes = new Uint32Array(items.length * WORDS);
      const states = new Uint8Array(items.length);
      for (const [index, item] of items.entries()) {
        const id = item.ok ? idOf(item.case) : undefined;
        if (!item.ok || id === undefined) continue;
        hash.take(id, item.case);
        const at = index * WORDS;
        hashes[at] = hash.idHigh;
        hashes[at + 1] = hash.idLow;
        hashes[at + 2] = hash.high;
        hashes[at + 3] = hash.low;
        states[index] = stateOf(item.case);
      }
      batches.push(items);
      return { hashes, states };
    },
    count(told) {
      for (const [index, item] of batches.shift()!.entries()) {
        seen = answers[told[index] as number] as Seen;
        audit.take(item);
      }
    },
    progress: audit.progress,
    snapshot: audit.snapshot,
  };
}

/** Says whether a case can be judged: a rejected one must not stand in the way of its corrected copy. */
function prepareState(policy: PolicyOrVersions, asOf: EpochMs): (input: CaseInput) => number {
  const judge = prepareJudge(policy);
  const versionAt = versionsOf(policy);
  // The package's own kinds can judge whatever is a case; others may have an opinion on it.
  const isOwn = listOf(policy).every((version) => kindsOf(version).length === 0);
  return (input) => {
    try {
      if (isOwn) versionAt(caseStart(timelineOf(input, asOf)) ?? asOf);
      else judge(input, { asOf, trace: false });
      return JUDGED;
    } catch {
      return REJECTED;
    }
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
