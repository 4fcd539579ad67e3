import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { HolidaySource } from '../../src/calendar/spec.ts';
import { china } from '../../src/china/index.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { presets } from '../../src/presets/index.ts';
import { defineStandardKind } from '../../src/standards/define-standard-kind.ts';
import {
  calendarLaws,
  calendars,
  casesOf,
  checkLaws,
  civilDates,
  holidaySourceLaws,
  policyLaws,
  tallyLaws,
  zones,
} from '../../src/testing/index.ts';
import { always, office } from '../support/naive-service.ts';

const runs = { numRuns: 10 };
const broken = expect.objectContaining({ code: 'law.broken' });
const calendar = always;

describe('the laws, for what people write themselves', () => {
  it('hold for a calendar, and for one that refuses what is beyond its holidays', () => {
    expect(checkLaws(calendarLaws(office), runs)).toHaveLength(13);
    expect(checkLaws(calendarLaws({ ...office, provisional: 'throw' }), runs)).toHaveLength(13);
  });

  it('hold for the official Chinese holidays and for any random source', () => {
    expect(checkLaws(holidaySourceLaws(china()), { numRuns: 50 })).toHaveLength(4);
    expect(checkLaws(holidaySourceLaws(), { numRuns: 50 })).toHaveLength(4);
  });

  it.each<[string, Partial<HolidaySource>, RegExp]>([
    ['a day beyond its horizon', { off: ['2027-01-01'] }, /lie within its horizon/],
    ['a day that is off and worked', { off: ['2026-05-01'], working: ['2026-05-01'] }, /each is said once/],
    ['days in no order', { off: ['2026-05-02', '2026-05-01'] }, /in order/],
  ])('find in a holiday source %s', (_, more, message) => {
    const source: HolidaySource = {
      id: 'ours',
      title: 'Ours',
      revision: '1',
      horizon: { from: '2026-01-01', to: '2026-12-31' },
      off: [],
      working: [],
      names: {},
      ...more,
    };
    expect(() => checkLaws(holidaySourceLaws(source).slice(0, 2), runs)).toThrow(message);
  });

  it('hold for the tallies of a preset', () => {
    expect(checkLaws(tallyLaws(presets['hotel-service']!), { numRuns: 3 })).toHaveLength(4);
  });
});

describe('the laws, for a kind of rule with a fault', () => {
  const policyWith = (judge: Parameters<typeof defineStandardKind>[0]['judge']) => {
    const kind = defineStandardKind({ kind: 'own', schema: z.object({}), judge, describe: () => '' });
    const standards = [{ id: 'rule', kind: 'own' }];
    return parsePolicy({ id: 'p', version: '1', calendar, standards }, { kinds: [kind] });
  };

  it('find a verdict that depends on the order of equals, which is none of the case', () => {
    let calls = 0;
    const moody = policyWith(() => {
      calls += 1;
      return [{ status: calls % 2 === 0 ? 'met' : 'pending' }];
    });
    expect(() => checkLaws(policyLaws(moody), runs)).toThrow(broken);
  });

  it('find a due instant that is taken back', () => {
    const fickle = policyWith((_, { timeline }) => {
      const { length } = timeline.events;
      const first = timeline.events[0]?.at ?? 0;
      return length === 0 ? [] : [{ status: 'met', from: first, due: first + length, done: first }];
    });
    expect(() => checkLaws(policyLaws(fickle), { numRuns: 30 })).toThrow(/what is final stays/);
  });

  it('find a change that nobody announced', () => {
    const sudden = policyWith((_, { timeline }) => {
      const first = timeline.events[0]?.at;
      if (first === undefined) return [];
      return [{ status: timeline.asOf > first + 86_400_000 ? 'broken' : 'pending', from: first }];
    });
    expect(() => checkLaws(policyLaws(sudden), { numRuns: 30 })).toThrow(/until nextChange/);
  });
});

describe('the arbitraries', () => {
  it('name zones and dates that exist, the ends of the span among them', () => {
    for (const timeZone of fc.sample(zones(), 50)) new Intl.DateTimeFormat('en', { timeZone });
    const dates = fc.sample(civilDates(), 400);
    for (const date of dates) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
    expect(dates.some((date) => date < '1970-03-01')).toBe(true);
    expect(dates.some((date) => date > '2199-11-01')).toBe(true);
  });

  it('make calendars of one part, of a source, and of two parts', () => {
    const made = fc.sample(calendars(), 100).map((calendar) => JSON.stringify(calendar));
    for (const sign of ['"week"', '"horizon"', '"union"', '"intersect"'])
      expect(
        made.some((text) => text.includes(sign)),
        sign,
      ).toBe(true);
  });

  it.each(Object.values(presets))(
    'of cases about $id name most events that its standards of cases name',
    (policy) => {
      const text = JSON.stringify(
        policy.standards.filter(({ kind }) => !['duty', 'coverage'].includes(kind)),
      );
      const types = new Set(
        fc.sample(casesOf(policy), 400).flatMap(({ events }) => events.map(({ type }) => type)),
      );
      const named = [...types].filter((type) => text.includes(`"${type}"`));
      expect(named.length).toBeGreaterThan(5);
      expect(types).toContain('received');
    },
  );
});
