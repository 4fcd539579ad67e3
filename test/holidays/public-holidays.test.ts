import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { HolidaysError, type PublicHolidaysOptions, publicHolidays } from '../../src/holidays/index.ts';
import { dueAt } from '../../src/limit/due-at.ts';

const hours = ['09:00-18:00'];
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const year = (country: string, of: number, rest: Partial<PublicHolidaysOptions> = {}) =>
  publicHolidays({ country, from: of, to: of, ...rest });

describe('publicHolidays', () => {
  it('has the nine nationwide holidays of Germany in 2026, and three more in Bavaria', () => {
    expect(year('DE', 2026).off).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-12-25',
      '2026-12-26',
    ]);
    const bavaria = year('DE', 2026, { state: 'BY' });
    expect(bavaria.off).toHaveLength(12);
    expect(bavaria.names['2026-11-01']).toBe('Allerheiligen');
    expect(year('DE', 2026, { state: 'BY', region: 'A' }).off).toContain('2026-08-08');
  });

  it('takes codes in small letters, and names in another language', () => {
    const source = year('de', 2026, { state: 'by', language: 'en' });
    expect(source).toMatchObject({ id: 'date-holidays/DE-BY', title: 'date-holidays DE-BY' });
    expect(source.names['2026-05-14']).toBe('Ascension Day');
  });

  it('keeps to the dates asked for, both included', () => {
    expect(publicHolidays({ country: 'DE', from: '2026-05-01', to: '2026-05-14' }).off).toEqual([
      '2026-05-01',
      '2026-05-14',
    ]);
  });

  it("finds the substitute of New Year's Day 2022 on 31 December 2021 (US), asked for 2021 alone", () => {
    expect(year('US', 2021).off.at(-1)).toBe('2021-12-31');
    expect(year('US', 2022).off[0]).toBe('2022-01-01');
  });

  it('finds in January 2026 the end of a holiday of six days that began on 28 December 2025 (Eswatini)', () => {
    expect(year('SZ', 2026).off.slice(0, 2)).toEqual(['2026-01-01', '2026-01-02']);
    expect(year('SZ', 2026).names['2026-01-02']).toBe('Incwala');
  });

  it('covers each day of longer holidays: Chuseok 2026 on 24, 25 and 26 September (KR)', () => {
    expect(year('KR', 2026).off).toEqual(expect.arrayContaining(['2026-09-24', '2026-09-25', '2026-09-26']));
  });

  it('takes holidays that begin at sunset for the day after: Eid al-Fitr 2026 on 20 to 22 March (AE)', () => {
    const { off } = publicHolidays({ country: 'AE', from: '2026-03-01', to: '2026-03-31' });
    expect(off).toEqual(['2026-03-20', '2026-03-21', '2026-03-22']);
  });

  it('leaves out what is left of a day at the end: Kurban Bayrami 2026 on 27 to 30 May (TR, 114 hours)', () => {
    const { off } = publicHolidays({ country: 'TR', from: '2026-05-20', to: '2026-06-10' });
    expect(off).toEqual(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30']);
  });

  it('counts three days of 71 hours where clocks go forward during them: 30 March to 1 April 2025 (BA)', () => {
    const { off } = publicHolidays({ country: 'BA', from: '2025-03-25', to: '2025-04-10' });
    expect(off).toEqual(['2025-03-30', '2025-03-31', '2025-04-01']);
  });

  it('joins the names of two holidays on one day: 3 October 2028 (CN)', () => {
    expect(year('CN', 2028).names['2028-10-03']).toBe('国庆节 / 中秋节');
  });

  describe('types', () => {
    it('are public ones alone by default: no Christmas Eve in Sweden, which is a bank holiday', () => {
      expect(year('SE', 2026).off).not.toContain('2026-12-24');
      expect(year('SE', 2026, { types: ['public', 'bank'] }).off).toContain('2026-12-24');
      expect(year('SE', 2026, { types: ['bank'] }).off).not.toContain('2026-12-25');
    });
  });

  describe('half days', () => {
    const december = (halfDays?: 'working' | 'cut' | 'off') =>
      publicHolidays({
        country: 'AT',
        types: ['public', 'bank'],
        from: '2026-12-01',
        to: '2026-12-31',
        ...(halfDays && { halfDays }),
      });

    it('are working days by default: Christmas Eve 2026 from 14:00 (AT, bank)', () => {
      expect(december().off).toEqual(['2026-12-08', '2026-12-25', '2026-12-26']);
      expect(december().early).toBeUndefined();
      expect(december('working')).toEqual(december());
    });

    it('end the hours when they start, where asked: 09:00 to 14:00 on Thursday 24 December 2026', () => {
      const source = december('cut');
      expect(source.off).toEqual(december().off);
      expect(source.early).toEqual({ '2026-12-24': '14:00', '2026-12-31': '14:00' });
      expect(source.names['2026-12-24']).toBe('Heiliger Abend');
      const calendar = defineCalendar({ timeZone: 'Europe/Vienna', week, holidays: [source] });
      expect(isWorkingDay('2026-12-24', calendar)).toBe(true);
      const due = dueAt('2026-12-23T10:00:00+01:00', '1 working day', { calendar });
      expect(due.at).toEqual(new Date('2026-12-24T14:00:00+01:00'));
    });

    it('are days off where asked', () => {
      expect(december('off').off).toEqual([
        '2026-12-08',
        '2026-12-24',
        '2026-12-25',
        '2026-12-26',
        '2026-12-31',
      ]);
    });

    it('are whole days off where the rule says so: Christmas Eve 2023 was a Sunday (AT)', () => {
      expect(year('AT', 2023, { types: ['bank'] }).off).toContain('2023-12-24');
    });
  });

  describe('horizon', () => {
    const { version } = createRequire(import.meta.url)('date-holidays/data').data as { version: string };
    const published = Number(version.slice(0, 4));

    it('ends with the year of the data, of which the revision is the date', () => {
      const source = publicHolidays({ country: 'DE', from: 2020, to: 2040 });
      expect(source.revision).toBe(version);
      expect(source.horizon).toEqual({ from: '2020-01-01', to: `${published}-12-31` });
      expect(source.off.at(-1)).toBe('2040-12-26');
    });

    it('ends with what was asked for, if that is earlier', () => {
      expect(year('DE', 2024).horizon).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    });

    it('makes provisional what is asked for later years alone', () => {
      const calendar = defineCalendar({
        timeZone: 'Europe/Berlin',
        week,
        holidays: [year('DE', published + 3)],
      });
      const from = `${published + 3}-06-04T10:00:00+02:00`;
      expect(dueAt(from, '3 working days', { calendar }).provisional?.sources).toEqual(['date-holidays/DE']);
      expect(isWorkingDay(`${published + 3}-05-01`, calendar)).toBe(false);
    });
  });

  it('says that make-up days are missing for the 13 places that have them and are known at all, and for no other', () => {
    const places = 'CN TW RU HU UA BG BY KZ LV VN AZ KG UZ AM'.split(' ');
    // date-holidays has no Kyrgyzstan at all.
    for (const country of places.filter((place) => place !== 'KG'))
      expect(year(country, 2026).partial).toContain(`no make-up working days for ${country}`);
    expect(year('CN', 2026).partial).toContain('duly/china');
    expect(year('TW', 2026).partial).not.toContain('duly/china');
    for (const country of ['DE', 'US', 'JP', 'PL']) expect(year(country, 2026).partial).toBeUndefined();
  });

  it('is plain data that survives JSON, and new with every call', () => {
    const source = year('FR', 2026);
    expect(JSON.parse(JSON.stringify(source))).toEqual(source);
    expect(year('FR', 2026)).not.toBe(source);
  });

  it.each<[string, object, string, (string | number)[], RegExp]>([
    ['an unknown country', { country: 'XX' }, 'holidays.place', ['country'], /"XX"/],
    [
      'Kyrgyzstan, which it lacks, rather than point to Kenya',
      { country: 'kg' },
      'holidays.place',
      ['country'],
      /none of Kyrgyzstan: list the days off .* make-up working days are exceptions/,
    ],
    [
      'Iraq, which it lacks, rather than point to Iran',
      { country: 'IQ' },
      'holidays.place',
      ['country'],
      /none of Iraq: .* icalHolidays$/,
    ],
    ['another code of a country', { country: 'UK' }, 'holidays.place', ['country'], /Did you mean "GB"/],
    ['a country by its name', { country: 'Germny' }, 'holidays.place', ['country'], /Did you mean "DE"/],
    ['an unknown state', { country: 'DE', state: 'Bayrn' }, 'holidays.place', ['state'], /Did you mean "BY"/],
    [
      'a state where there are none',
      { country: 'GG', state: 'X' },
      'holidays.place',
      ['state'],
      /leave it out/,
    ],
    ['an unknown region', { country: 'DE', state: 'BY', region: 'Z' }, 'holidays.place', ['region'], /"Z"/],
    ['a region without its state', { country: 'DE', region: 'A' }, 'holidays.option', ['state'], /state/],
    ['an unknown type', { country: 'DE', types: ['pubic'] }, 'holidays.option', ['types', 0], /"public"\?/],
    ['types that are no list', { country: 'DE', types: 'bank' }, 'holidays.option', ['types'], /an array/],
    [
      'another use of half days',
      { country: 'DE', halfDays: 'of' },
      'holidays.option',
      ['halfDays'],
      /"off"\?/,
    ],
    ['an end before the start', { country: 'DE', from: 2027 }, 'holidays.range', ['to'], /2026-12-31/],
    ['a date that is none', { country: 'DE', from: '2026-02-30' }, 'holidays.option', ['from'], /2026-02-30/],
    ['a year out of span', { country: 'DE', to: 2200 }, 'holidays.option', ['to'], /1970 to 2199/],
    [
      'a mistyped option',
      { country: 'DE', halfDay: 'cut' },
      'holidays.unknown-key',
      ['halfDay'],
      /Did you mean "halfDays"\?/,
    ],
    ['no years', { country: 'DE', from: undefined }, 'holidays.option', ['from'], /year/],
  ])('refuses %s', (_, options, code, path, message) => {
    const given = { from: 2026, to: 2026, ...options } as unknown as PublicHolidaysOptions;
    expect(() => publicHolidays(given)).toThrow(HolidaysError);
    expect(() => publicHolidays(given)).toThrow(expect.objectContaining({ code, path }));
    expect(() => publicHolidays(given)).toThrow(
      expect.toSatisfy((error: HolidaysError) => message.test(`${error.message}. ${error.hint}`)),
    );
  });
});

describe('the zone of the host', () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  it('changes no date of any of 8 countries from 2024 to 2026, be it Honolulu, Apia or New York', () => {
    const all = () =>
      ['DE', 'US', 'KR', 'AE', 'IL', 'AU', 'BR', 'IR'].map((country) =>
        publicHolidays({ country, from: 2024, to: 2026 }),
      );
    process.env.TZ = 'UTC';
    const inUtc = all();
    for (const zone of ['Pacific/Honolulu', 'Pacific/Apia', 'America/New_York']) {
      process.env.TZ = zone;
      expect(new Date(0).getHours()).not.toBe(0);
      expect(all()).toEqual(inUtc);
    }
  });
});

describe('the version of date-holidays that this was made for', () => {
  it('is the one in package.json, as an optional peer', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(manifest.peerDependencies['date-holidays']).toBe('^3.37.0');
    expect(manifest.peerDependenciesMeta['date-holidays']).toEqual({ optional: true });
    expect(manifest.dependencies).not.toHaveProperty('date-holidays');
  });
});
