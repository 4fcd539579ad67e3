/** Ctrl-C was pressed. */
export class Interrupted extends Error {}

/** Ends a wait when it is triggered. */
export interface Interrupt {
  readonly happened: boolean;
  /** The same promise, which fails at an interrupt; only one is waited for at a time. */
  during<T>(waited: Promise<T>): Promise<T>;
  trigger(): void;
}

export function createInterrupt(): Interrupt {
  let happened = false;
  let fail: (reason: Interrupted) => void = () => {};
  return {
    get happened() {
      return happened;
    },
    // Not a race with one promise for all: that would keep whatever has ever been waited for.
    during: (waited) =>
      new Promise((resolve, reject) => {
        fail = reject;
        if (happened) reject(new Interrupted());
        waited.then(resolve, reject);
      }),
    trigger() {
      happened = true;
      fail(new Interrupted());
    },
  };
}

/** The same bytes, told of to `onBytes`; an interrupt ends the wait even where nothing more comes. */
export async function* interruptible(
  source: AsyncIterable<Uint8Array>,
  interrupt: Interrupt,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await interrupt.during(chunks.next());
      if (next.done) return;
      onBytes(next.value.byteLength);
      yield next.value;
    }
  } finally {
    // Not awaited: a source that waits for input would keep the program waiting too.
    chunks.return?.().catch(() => {});
  }
}
