// @ts-check
// Sleeps until something is due: a case whose state changes, or a notice to be sent.

const longest = 60_000;
const retryAfter = 1000;

/** @typedef {{ to: string, case: string }} Notice */
/** @typedef {(key: string, notice: Notice) => Promise<boolean>} Send */

/**
 * Starts the worker. Whom to tell is committed before anybody is told, and that they were told after it: a process that
 * dies in between tells them again, under the same key, by which the receiver knows that it has that notice already.
 * @param {import('./store.mjs').Store} store @param {Send} send
 */
export function startWorker(store, send, clock = Date.now) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let busy = false;
  let again = false;
  let stopped = false;

  const sendAll = async () => {
    for (let notice = store.unsent(clock()); notice !== undefined; notice = store.unsent(clock())) {
      const delivered = await send(notice.key, JSON.parse(notice.body)).catch(() => false);
      if (delivered) store.sent(notice.key, clock());
      else store.postpone(notice.key, clock() + retryAfter);
    }
  };

  const work = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      store.wake(clock());
      await sendAll();
    } while (again && !stopped);
    busy = false;
    if (stopped) return;
    const next = store.nextInstant();
    clearTimeout(timer);
    if (next !== null) timer = setTimeout(work, Math.min(Math.max(0, next - clock()), longest));
  };

  void work();
  return {
    /** Something has happened: the next instant may be an earlier one. */
    poke: () => void work(),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
