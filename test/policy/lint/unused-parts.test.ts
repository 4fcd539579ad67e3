import { describe, expect, it } from 'vitest';
import { one, places } from './warnings.ts';

describe('what nothing uses', () => {
  it('parameters and calendars', () => {
    const always = { timeZone: 'UTC', week: 'always' };
    const document = {
      ...one({ within: { parameter: 'used' }, calendar: 'hotline' }),
      calendars: { hotline: always, spare: always },
      parameters: {
        used: { table: [{ when: {}, limit: { parameter: 'inner' } }] },
        inner: '1 hour',
        spare: null,
      },
    };
    expect(places(document)).toEqual([
      'unused-parameter parameters.spare',
      'unused-calendar calendars.spare',
    ]);
  });
});
