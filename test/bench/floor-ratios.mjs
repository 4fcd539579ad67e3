import { addWorkingDays, addWorkingTime, isWorkingTime, workingTimeBetween } from 'duly';
import * as epoch from 'duly/epoch';
import * as floor from './floor.mjs';
import * as inputs from './inputs.mjs';
import { compare } from './measure.mjs';

const { COUNT, HOUR, office, from, to, fromDates, toDates, fromTexts, toTexts, days, civilDates } = inputs;
const AMOUNT = 20 * HOUR;

/**
 * Beside the floor: what checks, input forms and Dates cost. What the platform alone takes to read a text or to make a
 * Date is measured too, added to the floor: where that is beyond a bound already, no package can keep it.
 */
export async function floorRatios(report) {
  const arrays = floor.floorOf(office);
  const parsed = (i) => Date.parse(fromTexts[i]);
  await contest(report, 'is it working time', {
    floor: (i) => (floor.isWorking(arrays, from[i]) ? 1 : 0),
    'duly/epoch': (i) => (epoch.isWorkingTime(from[i], office) ? 1 : 0),
    'duly, numbers in': (i) => (isWorkingTime(from[i], office) ? 1 : 0),
    'duly, Dates in': (i) => (isWorkingTime(fromDates[i], office) ? 1 : 0),
  });
  await contest(report, 'working time between', {
    floor: (i) => floor.between(arrays, from[i], to[i]),
    'duly/epoch': (i) => epoch.workingTimeBetween(from[i], to[i], office),
    'duly, numbers in': (i) => workingTimeBetween(from[i], to[i], office),
    'duly, Dates in': (i) => workingTimeBetween(fromDates[i], toDates[i], office),
  });
  await contest(report, 'add 20 working hours', {
    floor: (i) => floor.add(arrays, from[i], AMOUNT),
    'floor, a Date made of it': (i) => new Date(floor.add(arrays, from[i], AMOUNT)).getTime(),
    'duly/epoch': (i) => epoch.addWorkingTime(from[i], AMOUNT, office),
    'duly, numbers in': (i) => addWorkingTime(from[i], AMOUNT, office).getTime(),
    'duly, Dates in': (i) => addWorkingTime(fromDates[i], AMOUNT, office).getTime(),
  });
  await contest(report, 'add 5 working days', {
    floor: (i) => floor.addDays(arrays, days[i], 5),
    'duly/epoch, day numbers': (i) => epoch.addWorkingDays(days[i], 5, office),
    'duly, civil dates': (i) => addWorkingDays(civilDates[i], 5, office).length,
  });
  // Text last: what has read text once is compiled for it too.
  await contest(report, 'is it working time', {
    floor: (i) => (floor.isWorking(arrays, from[i]) ? 1 : 0),
    'floor, text read by Date.parse': (i) => (floor.isWorking(arrays, parsed(i)) ? 1 : 0),
    'duly, ISO text in': (i) => (isWorkingTime(fromTexts[i], office) ? 1 : 0),
  });
  await contest(report, 'working time between', {
    floor: (i) => floor.between(arrays, from[i], to[i]),
    'floor, text read by Date.parse': (i) => floor.between(arrays, parsed(i), Date.parse(toTexts[i])),
    'duly, ISO text in': (i) => workingTimeBetween(fromTexts[i], toTexts[i], office),
  });
  await contest(report, 'add 20 working hours', {
    floor: (i) => floor.add(arrays, from[i], AMOUNT),
    'floor, text read by Date.parse, a Date made of it': (i) =>
      new Date(floor.add(arrays, parsed(i), AMOUNT)).getTime(),
    'duly, ISO text in': (i) => addWorkingTime(fromTexts[i], AMOUNT, office).getTime(),
  });
}

/** What each way may take. */
const bounds = {
  'duly/epoch': 2,
  'duly, numbers in': 4,
  'duly, Dates in': 4,
  'duly, ISO text in': 4,
  'duly, civil dates': 5,
};

async function contest(report, question, contestants) {
  const results = await compare(COUNT, contestants);
  for (const [name, { ns, ratio }] of Object.entries(results))
    report.ratio(`${question}: ${name}`, ns, ratio, 'x the floor', bounds[name]);
}
