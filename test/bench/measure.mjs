import { measure } from 'mitata';

const ROUNDS = 15;
/**
 * One loop over all inputs is one sample, some tens of microseconds: too short for a busy machine to interrupt most of
 * them, so that the median of a round leaves the interrupted ones out. Nothing is collected on purpose between them.
 */
const ROUND = { min_cpu_time: 30e6, min_samples: 9, batch_threshold: 0, gc: false };
const WARM_UP = { ...ROUND, min_cpu_time: 60e6 };

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
};

/**
 * A loop that asks `work` about each of `count` inputs. Each is compiled from a source of its own: contestants that
 * shared one loop would share what the engine learns about it.
 */
let loops = 0;
function loopOf(count, work) {
  const source = `return () => { let sum = 0; for (let i = 0; i < ${count}; i += 1) sum += work(i); return sum; } // ${loops++}`;
  return new Function('work', source)(work);
}

/**
 * Nanoseconds an answer and ratios to the first contestant, medians over rounds in which each has its turn: what
 * disturbs the machine disturbs neighbours alike.
 */
export async function compare(count, contestants) {
  const names = Object.keys(contestants);
  const loops = names.map((name) => loopOf(count, contestants[name]));
  const rounds = [];
  for (const loop of loops) await measure(loop, { ...WARM_UP });
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = [];
    for (const loop of loops) {
      const { p50 } = await measure(loop, { ...ROUND });
      times.push(p50 / count);
    }
    rounds.push(times);
  }
  return Object.fromEntries(
    names.map((name, at) => [
      name,
      {
        ns: median(rounds.map((times) => times[at])),
        ratio: median(rounds.map((times) => times[at] / times[0])),
      },
    ]),
  );
}
