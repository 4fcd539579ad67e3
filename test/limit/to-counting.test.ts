import { describe, expect, it } from 'vitest';
import { LimitError } from '../../src/errors/limit-error.ts';
import { countings } from '../../src/limit/countings.ts';
import { toCounting } from '../../src/limit/to-counting.ts';
import type { Counting, CountingName } from '../../src/limit/types.ts';

const lawful = { start: 'next-day', end: 'end-of-day', roll: 'none', months: 'corresponding' } as const;

function refusal(given: unknown): LimitError {
  try {
    toCounting(given as Counting);
  } catch (error) {
    if (error instanceof LimitError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('countings', () => {
  it.each<[CountingName, Counting]>([
    [
      'standard',
      { start: 'next-day', end: 'close-of-business', roll: 'next-working-day', months: 'corresponding' },
    ],
    [
      'prc-civil-code',
      { start: 'next-day', end: 'close-of-business', roll: 'next-working-day', months: 'corresponding' },
    ],
    ['prc-civil-procedure', { ...lawful, roll: 'next-working-day', hours: 'from-next-hour' }],
    ['eu-1182-71', { ...lawful, roll: 'next-working-day' }],
    ['bgb', { ...lawful, roll: 'next-working-day' }],
    ['uk-corresponding-date', lawful],
    ['uk-ico', { ...lawful, roll: 'next-working-day' }],
    ['us-frcp-6', { ...lawful, roll: 'next-working-day', rollHours: true }],
    ['au-acts-interpretation', { ...lawful, roll: 'next-working-day', months: 'before-first-counted' }],
    ['jp-civil-code', { ...lawful, roll: 'next-working-day', months: 'before-first-counted' }],
    ['kr-civil-act', { ...lawful, roll: 'next-working-day', months: 'before-first-counted' }],
    ['calendar-24-7', lawful],
    ['rolling', { start: 'instant', end: 'same-time', roll: 'none', months: 'corresponding' }],
  ])('%s has the fields of its authority', (name, fields) => {
    expect(countings[name]).toEqual(fields);
    expect(toCounting(name)).toBe(countings[name]);
    expect(toCounting(fields)).toEqual(fields);
  });

  it('has thirteen of them, all frozen', () => {
    expect(Object.keys(countings)).toHaveLength(13);
    expect(Object.isFrozen(countings)).toBe(true);
    for (const counting of Object.values(countings)) expect(Object.isFrozen(counting)).toBe(true);
  });
});

describe('toCounting', () => {
  it.each([
    ['start', { ...lawful, start: 'instant' }],
    ['start', { ...lawful, end: 'same-time' }],
    ['start', { ...lawful, start: 'same-day', end: 'same-time' }],
    ['start', { ...lawful, start: 'instant', end: 'close-of-business' }],
    ['cutOff', { ...lawful, start: 'instant', end: 'same-time', cutOff: '16:00' }],
    ['roll', { ...lawful, start: 'instant', end: 'same-time', roll: 'next-working-day' }],
    ['roll', { ...lawful, start: 'instant', end: 'same-time', roll: 'previous-working-day' }],
  ])('refuses a combination that makes no sense, naming %s', (key, given) => {
    const error = refusal(given);
    expect(error.code).toBe('counting.combination');
    expect(error.path).toEqual([key]);
  });

  it.each([
    ['start', { ...lawful, start: 'tomorrow' }],
    ['end', { ...lawful, end: undefined }],
    ['roll', { ...lawful, roll: 'back' }],
    ['roll', { start: 'next-day', end: 'end-of-day', months: 'corresponding' }],
    ['months', { start: 'next-day', end: 'end-of-day', roll: 'none' }],
    ['cutOff', { ...lawful, cutOff: '24:00' }],
    ['cutOff', { ...lawful, cutOff: '9:00' }],
    ['cutOff', { ...lawful, cutOff: '16:60' }],
    ['cutOff', { ...lawful, cutOff: 'open' }],
    ['hours', { ...lawful, hours: 'next' }],
    ['rollHours', { ...lawful, rollHours: 'yes' }],
  ])('refuses a value that %s does not take', (key, given) => {
    const error = refusal(given);
    expect(error.code).toBe('counting.shape');
    expect(error.path).toEqual([key]);
  });

  it('refuses a mistyped key instead of ignoring it', () => {
    const error = refusal({ ...lawful, cutoff: 'close' });
    expect(error.code).toBe('counting.unknown-key');
    expect(error.hint).toBe('Did you mean "cutOff"?');
  });

  it('refuses an unknown name, suggests the nearest, and takes none from the prototype', () => {
    expect(refusal('standrad').hint).toBe('Did you mean "standard"?');
    expect(refusal('toString').code).toBe('limit.counting');
    expect(refusal(null).code).toBe('limit.counting');
    expect(refusal(7).code).toBe('limit.counting');
  });

  it('lets a rolling count leave out what it has no use for', () => {
    const { start, end, roll, months } = countings.rolling;
    for (const given of [{}, { roll }, { months }, { roll, months }])
      expect(toCounting({ start, end, ...given } as Counting)).toEqual(countings.rolling);
  });
});
