/**
 * The candidate that is most like a word, or `undefined` if none is near: at most a third of the longer one's
 * letters differ (inserted, left out, replaced, or two neighbours swapped), whatever the case.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  const lower = word.toLowerCase();
  for (const candidate of candidates) {
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    // At least as many letters differ as one has more: a long list of long words would take seconds otherwise.
    if (Math.abs(word.length - candidate.length) > allowed) continue;
    const distance = distanceBetween(lower, candidate.toLowerCase());
    if (distance <= allowed && distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** The hint for a word that isn't known: the one that was most likely meant. */
export function didYouMean(word: unknown, candidates: Iterable<string>): string | undefined {
  const guess = typeof word === 'string' && nearest(word, candidates);
  return guess ? `Did you mean "${guess}"?` : undefined;
}

/** How many letters differ: inserted, left out, replaced, or two neighbours swapped. One row of the table at a time. */
export function distanceBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, beforeLast[column - 2]! + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
