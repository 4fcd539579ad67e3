import { describe, expect, it } from 'vitest';
import { readClock } from '../../src/instant/read-clock.ts';

const MINUTE = 60_000;

describe('readClock', () => {
  it.each([
    ['09:30', 24, 570],
    ['00:00', 24, 0],
    ['23:59', 24, 1439],
    ['24:00', 25, 1440],
  ])('reads %s, its hours below %i, as %i minutes', (text, hours, minutes) => {
    expect(readClock(text, 0, hours)).toBe(minutes * MINUTE);
  });

  it('reads at the place it is told', () => {
    expect(readClock('from 09:30', 5, 24)).toBe(570 * MINUTE);
  });

  it.each(['24:00', '09:60', '09.30', '0930', '9:30', '-1:30', ''])('gives NaN for %j', (text) => {
    expect(readClock(text, 0, 24)).toBeNaN();
  });
});
