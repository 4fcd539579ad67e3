/** Where a phrase stands in a text, as given: in UTF-16 units. */
export interface Found {
  /** Its place among the phrases. */
  readonly phrase: number;
  readonly offset: number;
  readonly length: number;
}

/** A state of the search: what has been read ends with what leads here, and with nothing longer that leads anywhere. */
interface State {
  readonly next: Map<string, State>;
  /** The phrases that end here. */
  readonly phrases: number[];
  /** Their length. */
  readonly depth: number;
  /** The state of the longest shorter ending that leads anywhere, and of the longest that is a phrase. */
  shorter?: State | undefined;
  output?: State | undefined;
}

const state = (depth: number): State => ({ next: new Map(), phrases: [], depth });

/**
 * Makes a search for all phrases at once (Aho and Corasick 1975): one pass over the text, however many there are.
 * Texts are compared by NFKC and case, so that neither width nor composition matters.
 */
export function findPhrases(phrases: readonly string[]): (text: string) => Generator<Found, void> {
  const root = state(0);
  const step = (from: State | undefined, unit: string): State => {
    let at = from;
    while (at !== undefined && !at.next.has(unit)) at = at.shorter;
    return at === undefined ? root : at.next.get(unit)!;
  };
  for (const [index, phrase] of phrases.entries()) {
    let at = root;
    for (const { unit } of folded(phrase)) {
      const next = at.next.get(unit) ?? state(at.depth + 1);
      at.next.set(unit, next);
      at = next;
    }
    at.phrases.push(index);
  }
  // Breadth first: what is shorter is linked already.
  const queue = [root];
  for (const from of queue) {
    for (const [unit, to] of from.next) {
      to.shorter = step(from.shorter, unit);
      to.output = to.shorter.phrases.length > 0 ? to.shorter : to.shorter.output;
      queue.push(to);
    }
  }
  return function* search(text) {
    const units = folded(text);
    let at = root;
    for (const [index, { unit, end }] of units.entries()) {
      at = step(at, unit);
      for (let found: State | undefined = at; found !== undefined; found = found.output) {
        for (const phrase of found.phrases) {
          const offset = units[index + 1 - found.depth]!.start;
          yield { phrase, offset, length: end - offset };
        }
      }
    }
  };
}

/** One character of a text as it is compared, and the characters of the text that it comes from. */
interface Unit {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A character with those that NFKC may join to it: marks, later letters of a Hangul syllable, half-width sound marks. No
 * more than 30 of them, as in stream-safe text (UAX 15), for putting marks in order takes the square of their number.
 */
const joined = /.[\p{M}\u1160-\u11ff\uff9e-\uffdc]{0,30}/gsu;

function folded(text: string): Unit[] {
  const units: Unit[] = [];
  for (const { 0: given, index: start } of text.matchAll(joined)) {
    // In capitals by way of small letters: ẞ is SS, as ß is.
    const plain = given.normalize('NFKC').toLowerCase().toUpperCase();
    for (const unit of plain) units.push({ unit, start, end: start + given.length });
  }
  return units;
}
