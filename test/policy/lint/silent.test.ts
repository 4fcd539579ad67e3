import { describe, expect, it } from 'vitest';
import { presets } from '../../../src/presets/index.ts';
import { answer, base, calendar, ladder, one, table, two, warnings } from './warnings.ts';

describe('the lint says nothing of', () => {
  it.each(Object.values(presets))('preset $id', (preset) => expect(warnings(preset)).toEqual([]));

  it.each([
    ['a plain promise', base],
    ['words of its own: shipped, paid, reassigned', two({ from: 'shipped', to: ['paid', 'reassigned'] })],
    [
      'a word of its own near a standard one, used twice',
      {
        ...base,
        standards: [
          { ...answer, from: 'retold' },
          { ...answer, id: 'b', to: 'retold' },
        ],
      },
    ],
    ['attributes of events', one({ to: { event: 'transferred', when: { to: 'lab', by: 'li', level: 2 } } })],
    [
      'rows that overlap without one hiding another',
      table({ tier: 'gold', priority: 'high' }, { tier: 'gold' }, { priority: 'high' }),
    ],
    ['rows whose bounds meet', table({ amount: { lt: 10 } }, { amount: { gte: 10 } })],
    ['a row that widens an earlier one', table({ tier: ['a', 'b'] }, { tier: ['a', 'b', 'c'] })],
    ['a row on a parameter nobody has set', table({ tier: { parameter: 'tiers' } }, { tier: 'gold' })],
    ['the same promise to others', two({ when: { kind: 'complaint' }, within: '1 hour' })],
    ['the same promise, stricter and soft', two({ severity: 'soft', within: '1 hour' })],
    [
      'rungs in order',
      { ...base, ...ladder({}, { at: { share: 0.5, of: 'answer' } }, { at: { share: 1, of: 'answer' } }) },
    ],
    [
      'a rung after due and one before it',
      {
        ...base,
        ...ladder({}, { at: { before: 'answer', by: '1 hour' } }, { at: { after: 'answer', by: '1 hour' } }),
      },
    ],
    [
      'a limit in elapsed hours on a calendar that never opens',
      { ...base, calendar: { ...calendar, week: {} } },
    ],
  ])('%s', (_, document) => expect(warnings(document)).toEqual([]));
});
