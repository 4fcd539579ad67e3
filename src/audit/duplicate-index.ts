import type { CaseInput } from '../case/types.ts';
import { type ContentHash, createContentHash } from './content-hash.ts';

export type DuplicateMode = 'index' | 'adjacent' | 'off';

/** What is known of an id: never seen, seen with the same content, seen with other content. */
export type Seen = 'new' | 'same' | 'other';

/** Knows which cases came before. */
export interface DuplicateIndex {
  /** Looks the case up; it is entered only by {@link keep}. */
  seen(input: CaseInput): Seen;
  /** Enters the case last looked up: a rejected one must not stand in the way of its corrected copy. */
  keep(): void;
}

const SEGMENTS = 64;
const WORDS = 4;
const FIRST_SLOTS = 16;
const FULLEST = 0.875;
const GROWTH = 1.25;

/**
 * An index of the cases so far.
 *
 * `index`: any earlier case, at 16 bytes a slot, which makes some 20 bytes a case; two ids are taken for one with a
 * chance of n² / 2^65, which is 3 in a million for ten million cases. `adjacent`: only the case just before (input
 * sorted by id). `off`: none.
 */
export function createDuplicateIndex(mode: DuplicateMode): DuplicateIndex {
  if (mode === 'off') return { seen: () => 'new', keep: () => {} };
  const hash = createContentHash();
  const { seen, keep } = createHashIndex(mode);
  return {
    seen(input) {
      hash.take(input.id, input);
      return seen(hash);
    },
    keep,
  };
}

/** The words by which a case is told. */
export type CaseHash = Readonly<Pick<ContentHash, 'idHigh' | 'idLow' | 'high' | 'low'>>;

/** The same of cases that were hashed elsewhere. */
export interface HashIndex {
  readonly seen: (hash: CaseHash) => Seen;
  readonly keep: () => void;
}

export function createHashIndex(mode: Exclude<DuplicateMode, 'off'>): HashIndex {
  return mode === 'adjacent' ? lastOnly() : hashIndex();
}

function lastOnly(): HashIndex {
  let last: CaseHash | undefined;
  let kept: CaseHash | undefined;
  return {
    seen({ idHigh, idLow, high, low }) {
      last = { idHigh, idLow, high, low };
      if (kept === undefined || idHigh !== kept.idHigh || idLow !== kept.idLow) return 'new';
      return high === kept.high && low === kept.low ? 'same' : 'other';
    },
    keep() {
      kept = last;
    },
  };
}

/** Open addressing in segments: they grow one at a time, so that growing never needs twice the memory. */
function hashIndex(): HashIndex {
  const segments = Array.from({ length: SEGMENTS }, () => new Segment());
  let segment = segments[0] as Segment;
  let slot = 0;
  let last: CaseHash = { idHigh: 0, idLow: 0, high: 0, low: 0 };
  return {
    seen(hash) {
      last = hash;
      segment = segments[hash.idLow % SEGMENTS] as Segment;
      slot = segment.find(hash.idHigh, hash.idLow | SEGMENTS);
      return segment.compare(slot, hash.high, hash.low);
    },
    keep() {
      segment.put(slot, last.idHigh, last.idLow | SEGMENTS, last.high, last.low);
    },
  };
}

class Segment {
  #slots = FIRST_SLOTS;
  #words = new Uint32Array(FIRST_SLOTS * WORDS);
  #used = 0;

  /** The slot that holds the id, else the free one where it belongs. A used slot has an idLow other than 0. */
  find(idHigh: number, idLow: number): number {
    const words = this.#words;
    // The hash's share of 2^32 is the slot's share of the table: works for any size, not only powers of two.
    let slot = Math.floor((idHigh / 0x1_0000_0000) * this.#slots);
    for (;;) {
      const at = slot * WORDS;
      const low = words[at + 1];
      if (low === 0 || (low === idLow >>> 0 && words[at] === idHigh)) return slot;
      slot = slot + 1 === this.#slots ? 0 : slot + 1;
    }
  }

  compare(slot: number, high: number, low: number): Seen {
    const at = slot * WORDS;
    if (this.#words[at + 1] === 0) return 'new';
    return this.#words[at + 2] === high && this.#words[at + 3] === low ? 'same' : 'other';
  }

  put(slot: number, idHigh: number, idLow: number, high: number, low: number): void {
    const at = slot * WORDS;
    this.#words[at] = idHigh;
    this.#words[at + 1] = idLow;
    this.#words[at + 2] = high;
    this.#words[at + 3] = low;
    this.#used += 1;
    if (this.#used > this.#slots * FULLEST) this.#grow();
  }

  #grow(): void {
    const before = this.#words;
    this.#slots = Math.ceil(this.#slots * GROWTH);
    this.#words = new Uint32Array(this.#slots * WORDS);
    for (let at = 0; at < before.length; at += WORDS) {
      const low = before[at + 1] as number;
      if (low === 0) continue;
      const to = this.find(before[at] as number, low) * WORDS;
      for (let word = 0; word < WORDS; word += 1) this.#words[to + word] = before[at + word] as number;
    }
  }
}
