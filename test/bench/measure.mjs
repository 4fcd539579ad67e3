import { measure } from 'mitata';

const ROUNDS = 21;
const ROUND_NS = 20e6;

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
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times = [];
    for (const loop of loops) {
      const { p50 } = await measure(loop, { min_cpu_time: ROUND_NS, min_samples: 2, batch_unroll: 1 });
      times.push(p50 / count);
    }
    if (round > 0) rounds.push(times); // the first one warms up
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
