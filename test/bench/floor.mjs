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

/** The first interval that ends after an instant, and what is open before it. */
function indexAt({ byDay, times }, t) {
  let index = byDay[Math.floor((t - FIRST) * (1 / DAY))];
  while (times[2 * index + 1] <= t) index += 1;
  return index;
}
function before(line, t) {
  const index = indexAt(line, t);
  const start = line.times[2 * index];
  return t > start ? line.sums[index] + (t - start) : line.sums[index];
}
function after(line, sum) {
  let index = line.byPart[Math.floor((sum - 1) * line.partsPerMs)];
  while (line.sums[index + 1] < sum) index += 1;
  return line.times[2 * index] + (sum - line.sums[index]);
}

/** A calendar's arrays, which each question looks up in it, as it must where there is more than one calendar. */
export function floorOf(calendar) {
  const intervals = [...workingIntervals({ from: FIRST, to: END }, calendar)];
  return {
    hours: lineOf(intervals.map(({ start, end }) => [+start, +end])),
    days: lineOf(workingDays(calendar)),
  };
}

export const isWorking = ({ hours }, t) => hours.times[2 * indexAt(hours, t)] <= t;
export const between = ({ hours }, a, b) => before(hours, b) - before(hours, a);
export const add = ({ hours }, t, amount) => after(hours, before(hours, t) + amount);
export const addDays = ({ days }, day, count) =>
  after(days, before(days, (day + 1) * DAY) + count * DAY) / DAY - 1;

/** The working days, each as its 24 hours in UTC. */
function workingDays(calendar) {
  const days = [];
  for (let day = FIRST / DAY; day < END / DAY; day += 1)
    if (isWorkingDay(fromEpochDay(day), calendar)) days.push([day * DAY, day * DAY + DAY]);
  return days;
}
