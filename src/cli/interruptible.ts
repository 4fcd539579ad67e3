/** Ctrl-C was pressed. */
export class Interrupted extends Error {}

/** A promise that fails at an interrupt, and what tells it to. */
export interface Interrupt {
  readonly happened: boolean;
  readonly failure: Promise<never>;
  trigger(): void;
}

export function createInterrupt(): Interrupt {
  let happened = false;
  let fail: (reason: Interrupted) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failure.catch(() => {});
  return {
    get happened() {
      return happened;
    },
    failure,
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
      const next = await Promise.race([chunks.next(), interrupt.failure]);
      if (next.done) return;
      onBytes(next.value.byteLength);
      yield next.value;
    }
  } finally {
    // Not awaited: a source that waits for input would keep the program waiting too.
    chunks.return?.().catch(() => {});
  }
}
