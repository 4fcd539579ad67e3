import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import { countings } from '../../src/limit/countings.ts';
import { type DueOptions, dueAt } from '../../src/limit/due-at.ts';
import type { Counting, CountingName, LimitInput } from '../../src/limit/types.ts';

interface Example {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
}

const examples = JSON.parse(
  readFileSync(new URL('../law/worked-examples.json', import.meta.url), 'utf8'),
) as readonly Example[];
const about = (id: string) => {
  const { kind, source } = examples.find((example) => example.id === id)!;
  return `${id} (${kind}; ${source || 'no source'})`;
};

const hours = ['09:00-18:00'];
const monToFri: CalendarSpec = {
  timeZone: 'UTC',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
};
const withDays = (...holidays: NonNullable<(CalendarSpec & { holidays?: unknown[] })['holidays']>) =>
  defineCalendar({ ...monToFri, holidays } as CalendarSpec);
const plain = withDays();

/** The last day: a due instant of 24:00 is named by the day that ends then. */
function lastDay(
  start: string,
  limit: LimitInput,
  counting: CountingName | Counting,
  options: Partial<DueOptions> = {},
) {
  const from = start.length === 10 ? `${start}T10:00:00Z` : start;
  const { at } = dueAt(from, limit, { calendar: plain, counting, ...options });
  return new Date(at.getTime() - 1).toISOString().slice(0, 10);
}
const including = (base: Counting): Counting => ({ ...base, start: 'same-day' });

/** One row for each claim: the example, its start, period, convention and the last day it gives. */
const rows: readonly [id: string, start: string, limit: LimitInput, CountingName | Counting, end: string][] =
  [
    ['UK-1', '1978-09-30', '4 months', 'uk-corresponding-date', '1979-01-30'],
    ['UK-2', '2026-09-03', '1 month', 'uk-corresponding-date', '2026-10-03'],
    ['UK-2', '2025-09-03', '1 month', 'uk-ico', '2025-10-03'],
    ['UK-3', '2025-01-31', '1 month', 'uk-ico', '2025-02-28'],
    ['UK-3', '2024-01-31', '1 month', 'uk-ico', '2024-02-29'],
    ['UK-5', '2026-04-01', '1 month', 'uk-ico', '2026-05-01'],
    ['UK-5', '2027-04-01', '1 month', 'uk-ico', '2027-05-03'],
    ['UK-6', '2025-08-01', '1 month', 'uk-ico', '2025-09-01'],
    ['DE-1', '2026-04-04', '1 month', 'bgb', '2026-05-04'],
    ['DE-1', '2025-04-04', '1 month', 'bgb', '2025-05-05'],
    ['DE-1', '2024-04-04', '1 month', 'bgb', '2024-05-06'],
    ['DE-3', '2025-02-28', '1 month', 'bgb', '2025-03-28'],
    ['DE-4', '2027-04-04', '1 month', including(countings.bgb), '2027-05-03'],
    ['DE-5', '2026-09-01', '14 days', 'bgb', '2026-09-15'],
    ['JP-1', '2026-03-08T13:00:00Z', '3 months', 'jp-civil-code', '2026-06-08'],
    ['JP-2', '2026-04-01T00:00:00Z', '3 months', including(countings['jp-civil-code']), '2026-06-30'],
    ['JP-3', '2025-01-30', '1 month', 'jp-civil-code', '2025-02-28'],
    ['JP-3', '2024-01-30', '1 month', 'jp-civil-code', '2024-02-29'],
    ['JP-7', '2026-01-01', '8 days', including(countings['jp-civil-code']), '2026-01-08'],
    ['JP-8', '2025-01-10', '8 days', including(countings['jp-civil-code']), '2025-01-17'],
    ['AU-4', '2024-08-02', '28 days', 'au-acts-interpretation', '2024-08-30'],
    ['EU-1', '1998-03-13', '3 weeks', 'eu-1182-71', '1998-04-03'],
    ['EU-3', '1998-03-17', '3 weeks', 'eu-1182-71', '1998-04-07'],
    ['TECH-1', '2011-01-31', '1 month', 'calendar-24-7', '2011-02-28'],
    ['TECH-2', '2012-01-31', '1 month', 'calendar-24-7', '2012-02-29'],
    ['TECH-3', '2013-03-31', '1 month', 'calendar-24-7', '2013-04-30'],
    ['TECH-5', '2012-02-29', '12 months', 'calendar-24-7', '2013-02-28'],
    ['DER-1', '2025-01-31', '1 month', { ...countings['prc-civil-code'], roll: 'none' }, '2025-02-28'],
    ['DER-2', '2024-01-31', '1 month', { ...countings['prc-civil-code'], roll: 'none' }, '2024-02-29'],
    ['DER-3', '2025-02-28', '1 month', { ...countings['prc-civil-code'], roll: 'none' }, '2025-03-28'],
    ['DER-5', '2024-02-29', '12 months', { ...countings['prc-civil-code'], roll: 'none' }, '2025-02-28'],
    ['DER-7', '2025-01-31', '1 month', 'kr-civil-act', '2025-02-28'],
    ['DER-8', '2025-01-30', '1 month', 'kr-civil-act', '2025-02-28'],
    ['DER-10', '2025-03-08', '3 months', { ...countings['jp-civil-code'], roll: 'none' }, '2025-06-08'],
  ];

describe('worked examples of counting rules', () => {
  it.each(rows.map((row) => [about(row[0]), ...row.slice(1)] as const))(
    '%s: %s + %s',
    (_, start, limit, counting, end) => {
      const [given, amount, convention, last] = [start, limit, counting, end] as [
        string,
        LimitInput,
        CountingName,
        string,
      ];
      expect(lastDay(given, amount, convention)).toBe(last);
    },
  );

  it(`${about('AU-5')}: notice in the 7 days before 8 May is notice from 1 May to 7 May`, () => {
    const counting = { ...countings['au-acts-interpretation'], roll: 'none' } as const;
    const before = { calendar: plain, counting, direction: 'before' } as const;
    expect(dueAt('2026-05-08T10:00:00Z', '7 days', { ...before, clearDays: true }).at.toISOString()).toBe(
      '2026-05-01T00:00:00.000Z',
    );
    expect(dueAt('2026-05-08T10:00:00Z', '1 day', before).at.toISOString()).toBe('2026-05-08T00:00:00.000Z');
  });

  it(`${about('AU-6')}: by its own rule 30 September + 3 months is 30 December, by the Act's first counted day the 31st`, () => {
    const own = { ...countings['au-acts-interpretation'], months: 'corresponding' } as const;
    expect(lastDay('2026-09-30', '3 months', own)).toBe('2026-12-30');
    expect(lastDay('2026-09-30', '3 months', 'au-acts-interpretation')).toBe('2026-12-31');
  });

  it(`${about('US-1')}: arithmetic only: 72 hours from 10:23 end at 09:23 after the end of DST`, () => {
    const calendar = defineCalendar({ ...monToFri, timeZone: 'America/New_York' } as CalendarSpec);
    const { at } = dueAt('2007-11-02T10:23:00-04:00', '72 hours', { calendar, counting: 'us-frcp-6' });
    expect(at.toISOString()).toBe('2007-11-05T14:23:00.000Z');
  });

  it(`${about('US-2')}: arithmetic only: a Saturday goes on over Labor Day to Tuesday`, () => {
    const calendar = withDays('2007-09-03');
    expect(lastDay('2007-08-22', '10 days', 'us-frcp-6', { calendar })).toBe('2007-09-04');
  });

  it('leaves out only what states a window or a start, not a period', () => {
    const told = new Set([...rows.map(([id]) => id), 'AU-5', 'AU-6', 'US-1', 'US-2']);
    expect(examples.map(({ id }) => id).filter((id) => !told.has(id))).toEqual(['AU-1', 'AU-2', 'AU-3']);
  });
});
