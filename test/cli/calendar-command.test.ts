import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
});
afterEach(() => terminal.remove());

const calendar = (...argv: string[]) => terminal.duly('calendar', ...argv);
const atWidth = (columns: number, ...argv: string[]) =>
  terminal.dulyWith({ env: { COLUMNS: String(columns) } }, 'calendar', ...argv);

describe('duly calendar', () => {
  it('shows the months of 2026 in China with days off, make-up days and their names', async () => {
    const { status, out } = await calendar('china', '2026');
    expect(status).toBe(0);
    expect(out.split('\n').slice(0, 9)).toEqual([
      'china 2026: 248 working days (Asia/Shanghai)',
      '',
      ' January                February               March                  April',
      'Mo Tu We Th Fr Sa Su   Mo Tu We Th Fr Sa Su   Mo Tu We Th Fr Sa Su   Mo Tu We Th Fr Sa Su',
      '          1* 2* 3* 4+                     1.                     1.         1  2  3  4* 5*',
      ' 5  6  7  8  9 10.11.   2  3  4  5  6  7. 8.   2  3  4  5  6  7. 8.   6* 7  8  9 10 11.12.',
      '12 13 14 15 16 17.18.   9 10 11 12 13 14+15*   9 10 11 12 13 14.15.  13 14 15 16 17 18.19.',
      '19 20 21 22 23 24.25.  16*17*18*19*20*21*22*  16 17 18 19 20 21.22.  20 21 22 23 24 25.26.',
      '26 27 28 29 30 31.     23*24 25 26 27 28+     23 24 25 26 27 28.29.  27 28 29 30',
    ]);
    expect(out).toContain('* day off   + make-up working day   . weekly closing day\n');
    expect(out).toContain('\n  Thu 1 Oct to Wed 7 Oct    National Day\n');
    expect(out).toContain('\n  Sat 10 Oct  National Day\n');
  });

  it('says what is published, and from when on the year is provisional', async () => {
    const { out } = await calendar('china', '2026');
    expect(out).toContain('china: published for 2007-01-01 to 2026-12-28 (revision 2026/2025-11-04)\n');
    expect(out).toContain('Provisional since 2026-12-29: nothing is published there by china.\n');
    expect((await calendar('china', '2025')).out).not.toContain('Provisional');
  });

  it('speaks Chinese, in columns that are as wide', async () => {
    const { out } = await calendar('china', '2026', '--lang', 'zh-CN');
    expect(out).toContain('china 2026年：248个工作日（Asia/Shanghai）\n');
    const [months, weekdays, week] = out.split('\n').slice(2, 5) as [string, string, string];
    expect(weekdays.startsWith('一 二 三 四 五 六 日   一 二')).toBe(true);
    expect(stringWidth(months.slice(0, months.indexOf('2月')))).toBe(24);
    expect(week).toBe(
      '          1* 2* 3* 4+                     1.                     1.         1  2  3  4* 5*',
    );
    expect(out).toContain('10月1日（周四）至10月7日（周三）');
    expect(out).toContain('国庆节');
  });

  it.each([
    [150, 6],
    [100, 4],
    [80, 3],
    [60, 2],
    [30, 1],
  ])('sets, on %i columns, %i months side by side and nothing beyond the edge', async (columns, months) => {
    const { out } = await atWidth(columns, 'china', '2026');
    const lines = out.split('\n');
    expect(lines.find((line) => line.startsWith('Mo'))?.match(/Mo/g)).toHaveLength(months);
    expect(lines.slice(1).filter((line) => stringWidth(line) > columns)).toEqual([]);
  });

  it('uses colour in a terminal only, and not where NO_COLOR is set', async () => {
    const write = (parts: string[]) => (text: string) => void parts.push(text);
    const shown = async (env: Record<string, string>) => {
      const parts: string[] = [];
      const stdout = { write: write(parts), isTTY: true, columns: 100 };
      await terminal.dulyWith({ stdout, env }, 'calendar', 'china', '2026');
      return parts.join('');
    };
    const plain = (await calendar('china', '2026')).out;
    const colored = await shown({});
    expect(plain).not.toContain('\u001b');
    expect(colored).toContain('\u001b[31m 1*\u001b[0m');
    expect(stripVTControlCharacters(colored)).toBe(plain);
    expect(await shown({ NO_COLOR: '1' })).toBe(plain);
  });

  it('shows a state of a country by its public holidays, in its own zone', async () => {
    const { status, out } = await calendar('de-by', '2026');
    expect(status).toBe(0);
    expect(out).toContain('de-by 2026: 252 working days (Europe/Berlin)\n');
    expect(out).toMatch(/Thu 14 May +Christi Himmelfahrt\n/);
    expect(out).toMatch(
      /date-holidays\/DE-BY: published for 2026-01-01 to 2026-12-31 \(revision \d{4}-\d\d-\d\d\)/,
    );
  });

  it('warns where make-up days are missing, and needs no zone where the days are the same in all', async () => {
    expect((await calendar('CN', '2026')).out).toMatch(
      /Caution: date-holidays\/CN is incomplete \(.*duly\/\s*china has\)/,
    );
    expect((await calendar('US', '2026')).out).toContain('US 2026: 250 working days (America/New_York)');
  });

  it('marks days with hours of their own, and looks at a strict calendar too', async () => {
    const mon = ['09:00-18:00'];
    terminal.write('works.json', {
      timeZone: 'Asia/Dubai',
      week: { sun: mon, mon },
      holidays: ['2026-05-04'],
      exceptions: { '2026-05-09': ['10:00-12:00'], '2026-05-10': 'closed' },
      provisional: 'throw',
    });
    const { status, out } = await calendar('works.json', '2026');
    expect(status).toBe(0);
    expect(out).toContain(' 4* 5. 6. 7. 8. 9~10*');
    expect(out).toContain('* day off   ~ hours of its own   . weekly closing day');
    expect(out).toContain('No holiday source');
  });

  it.each<[string, string[], RegExp]>([
    ['a year that is none', ['china', '26'], /"26" is no year from 1970 to 2199/],
    ['a year out of span', ['china', '2200'], /"2200" is no year/],
    ['an unknown country', ['ZZ', '2026'], /country: "ZZ"/],
    ['an unknown state', ['DE-XX', '2026'], /state: "XX".*BY/],
    ['a misspelt name', ['chnia', '2026'], /Did you mean "china"\?/],
    ['a name that is none', ['germany', '2026'], /a country such as DE or DE-BY/],
    ['a zone beside china', ['china', '2026', '--time-zone', 'UTC'], /--time-zone: china has its own/],
    ['an unknown zone', ['DE', '2026', '--time-zone', 'Europe/Berln'], /"Europe\/Berln"/],
    ['no year', ['china'], /missing required argument 'year'/],
    ['a file that is not there', ['none.json', '2026'], /none\.json: no such file/],
  ])('refuses %s in one line', async (_, argv, message) => {
    const { status, out, err } = await calendar(...argv);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain('\n');
  });
});

describe('duly due --calendar COUNTRY', () => {
  const due = (country: string, ...argv: string[]) =>
    terminal.duly(
      'due',
      '--from',
      '2026-12-23 10:00',
      '--within',
      '3 working days',
      '--calendar',
      country,
      ...argv,
    );

  it('counts 3 working days from 23 December 2026 to Tuesday 29 December 18:00 in Bavaria', async () => {
    const { status, out } = await due('DE-BY');
    expect(status).toBe(0);
    expect(out).toContain('3 working days from Wed 23 Dec 2026 10:00: due Tue 29 Dec 18:00.');
    expect(out).toContain('Fri 25 Dec: 1. Weihnachtstag (date-holidays DE-BY), not counted');
  });

  it('asks for a zone where there are several, and takes it', async () => {
    const { status, err } = await due('US');
    expect(status).toBe(2);
    expect(err).toMatch(
      /^duly: US has 29 time zones; say which one with --time-zone: America\/New_York, .*\n$/,
    );
    const { out } = await due('US', '--time-zone', 'America/Chicago');
    expect(out).toContain('Times in America/Chicago');
    expect((await due('US-LA')).out).toContain('Times in America/Chicago');
  });

  it('is provisional beyond the year of the data', async () => {
    const late = ['due', '--from', '2031-12-23 10:00', '--within', '3 working days', '--calendar', 'DE'];
    expect((await terminal.duly(...late)).out).toContain('Provisional: nothing is published');
  });
});
