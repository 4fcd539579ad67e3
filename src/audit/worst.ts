/** The worst few of any number of things: constant memory, and the same few in whatever order they come. */
export interface Worst<T> {
  /** How many were offered. */
  readonly offered: number;
  /** Keeps the item if it is among the worst so far; returns whether it is. */
  offer(item: T): boolean;
  /** Takes what another list has kept, and how many it was offered. */
  merge(other: Pick<Worst<T>, 'offered'> & { readonly kept: readonly T[] }): void;
  /** What was kept, the worst first. */
  list(): T[];
}

/**
 * A list that keeps the `capacity` worst items.
 *
 * @param worse - Negative when `a` is worse than `b`; a total order, so that the result doesn't depend on the order of offers.
 */
export function keepWorst<T>(capacity: number, worse: (a: T, b: T) => number): Worst<T> {
  // A heap whose root is the mildest of those kept: what a newcomer has to beat.
  const heap: T[] = [];
  let offered = 0;

  const milder = (a: number, b: number) => worse(heap[a] as T, heap[b] as T) > 0;
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b] as T, heap[a] as T];
  };
  const rise = (start: number) => {
    for (let at = start; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!milder(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = () => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      let mildest = at;
      if (left < heap.length && milder(left, mildest)) mildest = left;
      if (right < heap.length && milder(right, mildest)) mildest = right;
      if (mildest === at) return;
      swap(at, mildest);
      at = mildest;
    }
  };

  const keep = (item: T): boolean => {
    if (heap.length < capacity) {
      heap.push(item);
      rise(heap.length - 1);
      return true;
    }
    if (capacity === 0 || worse(item, heap[0] as T) >= 0) return false;
    heap[0] = item;
    sink();
    return true;
  };

  return {
    get offered() {
      return offered;
    },
    offer(item) {
      offered += 1;
      return keep(item);
    },
    merge(other) {
      offered += other.offered;
      for (const item of other.kept) keep(item);
    },
    list: () => [...heap].sort(worse),
  };
}
