// Runs where the package is installed: the ES module and the CommonJS copy of one package, side by side in one process.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import * as esm from 'duly';
import * as china from 'duly/china';
import * as epoch from 'duly/epoch';
import * as presets from 'duly/presets';

const require = createRequire(import.meta.url);
const cjs = require('duly');

// The same surface, under the same names, in every entry.
for (const name of process.argv.slice(2)) {
  const names = Object.keys(await import(name)).filter(
    (key) => key !== 'default' && key !== 'module.exports',
  );
  assert.deepEqual(Object.keys(require(name)).sort(), names.sort(), name);
  assert.ok(names.length > 0, name);
}

// The schemas of its documents are at hand.
for (const name of ['policy', 'mapping', 'report', 'snapshot', 'tally'])
  assert.match(require(`duly/schemas/${name}.json`).title, /of duly$/, name);

const spec = {
  timeZone: 'Asia/Shanghai',
  week: { mon: ['09:00-12:00', '13:00-18:00'], tue: ['09:00-18:00'] },
};
const [monday, amount] = [new Date('2026-06-01T17:00:00+08:00'), 2 * 3_600_000];
const tuesday = new Date('2026-06-02T10:00:00+08:00');

// A calendar of one copy works in the other, and in every entry.
for (const maker of [esm, cjs]) {
  const calendar = maker.defineCalendar({ ...spec, holidays: [china.china()] });
  for (const user of [esm, cjs]) {
    assert.deepEqual(user.addWorkingTime(monday, amount, calendar), tuesday);
    assert.equal(user.workingTimeBetween(monday, tuesday, calendar), amount);
  }
  for (const user of [epoch, require('duly/epoch')]) {
    assert.equal(user.addWorkingTime(monday.getTime(), amount, calendar), tuesday.getTime());
  }
}

// An error of one copy is recognised by the other, by its base and by its own class.
for (const [thrower, judge] of [
  [esm, cjs],
  [cjs, esm],
  [require('duly/epoch'), esm],
]) {
  const error = caught(() =>
    thrower.isWorkingTime('2026-06-01T17:00:00', thrower.defineCalendar?.(spec) ?? esm.defineCalendar(spec)),
  );
  assert.ok(error instanceof judge.DulyError && error instanceof judge.InstantError);
  assert.ok(!(error instanceof judge.CalendarError));
}

// A policy of one copy judges in the other, and says the same.
const received = { type: 'received', at: '2026-06-01T09:00:00+08:00' };
const one = { id: 'T-1', kind: 'complaint', channel: 'phone', customer: 'C-1', events: [received] };
const asOf = '2026-06-20T00:00:00+08:00';
for (const policy of [presets.textileService, require('duly/presets').textileService]) {
  const [first, second] = [esm, cjs].map((copy) => copy.assess(one, policy, { asOf }));
  assert.ok(first.verdicts.length > 0);
  assert.deepEqual(first, second);
}
const ours = { id: 'ours', version: '1', calendar: spec, standards: [answerWithin('4 working hours')] };
for (const [maker, user] of [
  [esm, cjs],
  [cjs, esm],
]) {
  const [verdict] = user.assess(one, maker.definePolicy(ours), { asOf }).verdicts;
  assert.equal(verdict.status, 'overdue');
  assert.deepEqual(verdict.due, new Date('2026-06-01T14:00:00+08:00'));
}

// date-holidays isn't installed here: files can be read all the same, and countries are refused with what to do.
for (const { icalHolidays, publicHolidays } of [await import('duly/holidays'), require('duly/holidays')]) {
  const text = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260603\nEND:VEVENT\nEND:VCALENDAR\n';
  const years = { from: 2026, to: 2026 };
  assert.deepEqual(icalHolidays(text, { timeZone: 'Europe/Berlin', ...years }).off, ['2026-06-03']);
  const error = caught(() => publicHolidays({ country: 'DE', ...years }));
  assert.ok(error instanceof esm.DulyError && error instanceof cjs.DulyError);
  assert.equal(error.code, 'holidays.missing');
  assert.match(error.hint, /npm install date-holidays/);
}

// Nor is fast-check, which only the tests of an application need.
await assert.rejects(import('duly/testing'), { code: 'ERR_MODULE_NOT_FOUND' });
assert.throws(() => require('duly/testing'), { code: 'MODULE_NOT_FOUND' });

// A kind of one copy judges in the other: the policy carries it along.
for (const [maker, user] of [
  [esm, cjs],
  [cjs, esm],
]) {
  const loud = maker.defineStandardKind({
    kind: 'loud',
    schema: { type: 'object', keys: {}, needed: [] },
    judge: (_, { timeline }) => [{ status: 'broken', detail: { events: timeline.events.length } }],
    describe: () => 'never loud',
  });
  const document = { ...ours, standards: [{ id: 'calm', kind: 'loud' }] };
  const [verdict] = user.assess(one, maker.definePolicy(document, { kinds: [loud] }), { asOf }).verdicts;
  assert.deepEqual([verdict.status, verdict.detail], ['broken', { events: 1 }]);
  assert.equal(user.checkPolicy(document, { kinds: [loud] }).problems.length, 0);
}

function answerWithin(within) {
  return { id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within };
}

function caught(run) {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('expected an error');
}
