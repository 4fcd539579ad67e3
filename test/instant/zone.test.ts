import { afterEach, describe, expect, it, vi } from 'vitest';
import { findZone, instantOfWall, offsetAt, wallAt, zoneOf } from '../../src/instant/zone.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

const wall = (text: string) => Date.parse(`${text}Z`);
const instant = (zone: string, text: string) =>
  new Date(instantOfWall(zoneOf(zone), wall(text))).toISOString();

/** The wall time by Intl, read in another way than the package does. */
function intlWall(timeZone: string, t: number): number {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(t);
  return Date.parse(`${parts.replace(' ', 'T')}Z`);
}

describe('offsets', () => {
  it.each([
    ['America/Boa_Vista', '2000-10-08T04:00:00Z', '2000-10-15T03:00:00Z', -4, -3],
    ['America/Noronha', '2000-10-08T02:00:00Z', '2000-10-15T01:00:00Z', -2, -1],
    ['America/Argentina/Tucuman', '2004-06-01T03:00:00Z', '2004-06-13T04:00:00Z', -3, -4],
  ])('%s was out from %s and back on %s', (name, out, back, usual, meanwhile) => {
    const offset = (t: number) => offsetAt(zoneOf(name), t) / HOUR;
    const [from, to] = [Date.parse(out), Date.parse(back)];
    expect([offset(from - 1), offset(from), offset(to - 1), offset(to)]).toEqual([
      usual,
      meanwhile,
      meanwhile,
      usual,
    ]);
  });

  it('keeps offsets of seconds: Monrovia was at -00:44:30 until 1972-01-07', () => {
    const zone = zoneOf('Africa/Monrovia');
    const change = Date.parse('1972-01-07T00:44:30Z');
    expect([offsetAt(zone, change - 1), offsetAt(zone, change)]).toEqual([-2_670_000, 0]);
  });

  it.each([
    ['Asia/Tehran', '2022-03-21T20:30:00Z', 3.5, 4.5],
    ['Asia/Tehran', '2022-09-21T19:30:00Z', 4.5, 3.5],
    ['America/Sao_Paulo', '2018-11-04T03:00:00Z', -3, -2],
    ['Asia/Hong_Kong', '1979-10-20T18:30:00Z', 9, 8],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 11, 10.5],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', -10, 14],
  ])('%s changed at %s from %d to %d hours', (name, at, before, after) => {
    const t = Date.parse(at);
    expect([offsetAt(zoneOf(name), t - 1) / HOUR, offsetAt(zoneOf(name), t) / HOUR]).toEqual([before, after]);
  });

  it('has no change in Tehran after 2022, Sao Paulo after 2019, Hong Kong after 1979', () => {
    for (const [name, year, hours] of [
      ['Asia/Tehran', 2023, 3.5],
      ['America/Sao_Paulo', 2020, -3],
      ['Asia/Hong_Kong', 1980, 8],
    ] as const) {
      for (let month = 0; month < 120; month += 1) {
        expect(offsetAt(zoneOf(name), Date.UTC(year, month, 15)) / HOUR).toBe(hours);
      }
    }
  });

  it('agrees with Intl in every zone it knows, at instants over 1970 to 2199', () => {
    for (const name of Intl.supportedValuesOf('timeZone')) {
      for (const year of [1970, 1987, 2011, 2026, 2199]) {
        const t = Date.UTC(year, (name.length * 5) % 12, 17, 11, 7);
        const found = wallAt(zoneOf(name), t);
        if (found !== intlWall(name, t)) expect(`${name} ${t} ${found}`).toBe(intlWall(name, t));
      }
    }
    expect(wallAt(zoneOf('Asia/Shanghai'), 0)).toBe(8 * HOUR);
  }, 60_000);
});

describe('wall times', () => {
  it('in a gap move forward by the gap: New York 02:30 on 2026-03-08 is 03:30', () => {
    expect(instant('America/New_York', '2026-03-08T02:30')).toBe('2026-03-08T07:30:00.000Z');
    expect(instant('America/New_York', '2026-03-08T02:00')).toBe('2026-03-08T07:00:00.000Z');
    expect(instant('America/New_York', '2026-03-08T01:59:59.999')).toBe('2026-03-08T06:59:59.999Z');
    expect(instant('America/New_York', '2026-03-08T03:00')).toBe('2026-03-08T07:00:00.000Z');
  });

  it('in a fold are the earlier instant: New York 01:30 on 2026-11-01 is at -04:00', () => {
    expect(instant('America/New_York', '2026-11-01T01:30')).toBe('2026-11-01T05:30:00.000Z');
    expect(instant('America/New_York', '2026-11-01T01:00')).toBe('2026-11-01T05:00:00.000Z');
    expect(instant('America/New_York', '2026-11-01T02:00')).toBe('2026-11-01T07:00:00.000Z');
  });

  it('at a midnight that does not exist are 01:00: Sao Paulo 2018-11-04', () => {
    expect(instant('America/Sao_Paulo', '2018-11-04T00:00')).toBe('2018-11-04T03:00:00.000Z');
  });

  it('of half an hour move by half an hour: Lord Howe 02:15 on 2026-10-04 is 02:45', () => {
    expect(instant('Australia/Lord_Howe', '2026-10-04T02:15')).toBe(
      new Date(Date.parse('2026-10-04T02:45:00+11:00')).toISOString(),
    );
  });

  it('of a day that was left out are a day later: Apia 2011-12-30 12:00 is the 31st', () => {
    expect(instant('Pacific/Apia', '2011-12-30T12:00')).toBe(
      new Date(Date.parse('2011-12-31T12:00:00+14:00')).toISOString(),
    );
  });

  it('and instants lead back to each other wherever the clock is even', () => {
    for (const name of ['Asia/Kathmandu', 'America/St_Johns', 'Africa/Cairo', 'Europe/Berlin', 'UTC']) {
      for (let t = Date.UTC(2024, 0, 1); t < Date.UTC(2025, 0, 1); t += 7 * HOUR + 13 * MINUTE) {
        const zone = zoneOf(name);
        const back = instantOfWall(zone, wallAt(zone, t));
        // In the second pass of a fold the first one is given.
        if (back !== t) expect(wallAt(zone, back)).toBe(wallAt(zone, t));
        expect(back).toBeLessThanOrEqual(t);
      }
    }
  });
});

describe('an engine that writes "GMT" alone where there is no offset', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('has its zones read all the same', () => {
    const writes = (text: string) =>
      ({ format: () => `1/5/2026, ${text}` }) as unknown as Intl.DateTimeFormat;
    const write = vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function format() {
      return writes('GMT');
    });
    expect(offsetAt(zoneOf('Etc/Zulu'), 0)).toBe(0);
    expect(write).toHaveBeenCalledOnce();
  });
});

describe('an engine that takes offsets for zones', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is not asked for "+08:00", nor for "-0330": neither is the name of a zone', () => {
    const asked = vi.spyOn(Intl, 'DateTimeFormat');
    expect(['+08:00', '-0330'].map(findZone)).toEqual([undefined, undefined]);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('the work of a zone', () => {
  /** A zone of its own, and how often it is asked for an offset and for what it has found. */
  function counted(offset: number) {
    const count = { probes: 0, looks: 0 };
    const blocks = {};
    const zone = {
      name: 'Test/Counted',
      probe: () => {
        count.probes += 1;
        return offset;
      },
      get blocks() {
        count.looks += 1;
        return blocks;
      },
    };
    return { zone, count };
  }

  it('asks for an offset every three days, once: 123 times for 366 days without a change', () => {
    const { zone, count } = counted(8 * HOUR);
    for (let day = 0; day < 366; day += 1) expect(offsetAt(zone, day * 24 * HOUR)).toBe(8 * HOUR);
    expect(count.probes).toBe(123);
  });

  it('looks up two offsets for a wall time that is more than a day from any change', () => {
    const { zone, count } = counted(-5 * HOUR);
    expect(instantOfWall(zone, 48 * HOUR)).toBe(53 * HOUR);
    expect(count.looks).toBe(2);
  });
});

describe('names', () => {
  it.each(['Mars/Olympus', '', '+08:00', 'Asia/Shanghai ', 8, null, undefined, {}])(
    '%j is no zone',
    (name) => {
      expect(findZone(name)).toBeUndefined();
      expect(() => zoneOf(name as string, ['timeZone'])).toThrow(
        expect.objectContaining({ code: 'instant.time-zone', path: ['timeZone'] }),
      );
    },
  );

  it('that are none are told, with one that is, and no path where there was none', () => {
    expect(() => zoneOf('Mars/Olympus')).toThrow(
      expect.objectContaining({
        message: '"Mars/Olympus" is no known IANA time zone',
        path: [],
        hint: 'Name one such as "Asia/Shanghai"',
      }),
    );
  });

  it('gives the same zone, with what was found of it, for the same name', () => {
    expect(zoneOf('Asia/Shanghai')).toBe(zoneOf('Asia/Shanghai'));
  });
});
