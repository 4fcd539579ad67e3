import { isWorkingDay, workingIntervals } from 'duly';
import { fromEpochDay } from 'duly/epoch';
import { DAY } from './inputs.mjs';

const FIRST = Date.UTC(2015, 0, 1);
const END = Date.UTC(2028, 0, 1);

/**
 * The least that an answer in constant time costs: the arrays that a calendar is compiled to, made here from its
 * intervals, and read directly. Numbers in and out, no checks, no growth, positive amounts only.
 */
function lineOf(intervals) {
  const times = Float64Array.from([...intervals.flat(), Infinity, Infinity]);
  const sums = new Float64Array(intervals.length + 2);
  intervals.forEach(([start, end], i) => {
    sums[i + 1] = sums[i] + (end - start);
  });
  const part = Math.ceil(sums[intervals.length] / intervals.length);
  sums[intervals.length + 1] = Infinity;
  const index = (length, isFarEnough) => {
    let at = 0;
    return Int32Array.from({ length }, (_, i) => {
      while (!isFarEnough(i, at)) at += 1;
      return at;
    });
  };
  const byDay = index((END - FIRST) / DAY, (i, at) => times[2 * at + 1] > FIRST + i * DAY);
  const byPart = index(intervals.length, (i, at) => sums[at + 1] > i * part);
  return { times, sums, byDay, byPart, partsPerMs: 1 / part };
}

export function floorOf(calendar) {
  const hours = [...workingIntervals({ from: FIRST, to: END }, calendar)];
  const { times, sums, byDay, byPart, partsPerMs } = lineOf(hours.map(({ start, end }) => [+start, +end]));
  const at = (t) => {
    let index = byDay[Math.floor((t - FIRST) / DAY)];
    while (times[2 * index + 1] <= t) index += 1;
    return index;
  };
  const before = (t) => {
    const index = at(t);
    const start = times[2 * index];
    return t > start ? sums[index] + (t - start) : sums[index];
  };
  return {
    isWorking: (t) => times[2 * at(t)] <= t,
    between: (a, b) => before(b) - before(a),
    add(t, amount) {
      const sum = before(t) + amount;
      let index = byPart[Math.floor((sum - 1) * partsPerMs)];
      while (sums[index + 1] < sum) index += 1;
      return times[2 * index] + (sum - sums[index]);
    },
  };
}

/** The same for whole days: the runs of working days, each day as its 24 hours in UTC. */
export function dayFloorOf(calendar) {
  const runs = [];
  for (let day = FIRST / DAY; day < END / DAY; day += 1) {
    if (!isWorkingDay(fromEpochDay(day), calendar)) continue;
    if (runs.at(-1)?.[1] === day * DAY) runs.at(-1)[1] += DAY;
    else runs.push([day * DAY, day * DAY + DAY]);
  }
  const { times, sums, byDay, byPart, partsPerMs } = lineOf(runs);
  return (day, days) => {
    const t = (day + 1) * DAY;
    let index = byDay[Math.floor((t - FIRST) / DAY)];
    while (times[2 * index + 1] <= t) index += 1;
    const start = times[2 * index];
    const sum = (t > start ? sums[index] + (t - start) : sums[index]) + days * DAY;
    let found = byPart[Math.floor((sum - 1) * partsPerMs)];
    while (sums[found + 1] < sum) found += 1;
    return (times[2 * found] + (sum - sums[found])) / DAY - 1;
  };
}
