import { describe, expect, it } from 'vitest';

/** Minutes that the clock of the host is behind UTC, on a winter's and a summer's day of the north. */
const offsets: Readonly<Record<string, readonly [january: number, july: number]>> = {
  UTC: [0, 0],
  'Asia/Shanghai': [-480, -480],
  'America/New_York': [300, 240],
  'Pacific/Apia': [-780, -780],
};

describe('the zone of the host', () => {
  it(`is ${process.env.TZ}, in which all that reckons with time is tested`, () => {
    const [january, july] = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];
    expect([january, july].map((at) => new Date(at).getTimezoneOffset())).toEqual(
      offsets[process.env.TZ ?? ''],
    );
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env.TZ);
  });
});
