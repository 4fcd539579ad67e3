import { describe, expect, it } from 'vitest';
import { base, ladder, one, places, table } from './warnings.ts';

describe('conditions that never hold', () => {
  it.each([
    ['an empty list', { tier: [] }],
    ['over 10 and under 5', { amount: { gt: 10, lt: 5 } }],
    ['over 5 and at most 5', { amount: { gt: 5, lte: 5 } }],
    ['a number and a text', { amount: { gt: 5, lt: 'b' } }],
    ['at least 5 and under 5', { amount: { gte: 5, lt: 5 } }],
    ['not what exists', { tier: { not: { exists: true } } }],
  ])('%s', (_, when) => {
    const [attribute] = Object.keys(when);
    expect(places(one({ when }))).toContain(`never-holds standards.0.when.${attribute}`);
    expect(places(one({ to: { event: 'replied', when } }))).toContain(
      `never-holds standards.0.to.when.${attribute}`,
    );
  });
});

describe('rows that never match', () => {
  const row = (n: number | string) =>
    typeof n === 'number'
      ? `unreachable-row standards.0.within.table.${n}`
      : `unreachable-row standards.0.within.${n}`;

  const tiers = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `tier ${from + index}`);

  it.each([
    ['the same row twice', [{ tier: 'gold' }, { tier: 'gold' }], [row(1)]],
    ['gold of high priority after gold', [{ tier: 'gold' }, { priority: 'high', tier: 'gold' }], [row(1)]],
    ['gold after gold or silver', [{ tier: ['gold', 'silver'] }, { tier: 'gold' }], [row(1)]],
    [
      'gold or silver after each of them',
      [{ tier: 'gold' }, { tier: 'silver' }, { tier: ['gold', 'silver'] }],
      [row(2)],
    ],
    ['7 after 5 or more', [{ amount: { gte: 5 } }, { amount: 7 }], [row(1)]],
    ['over 5 after 5 or more', [{ amount: { gte: 5 } }, { amount: { gt: 5 } }], [row(1)]],
    ['5 to 8 after 5 to 9', [{ amount: { gte: 5, lt: 9 } }, { amount: { gte: 5, lt: 8 } }], [row(1)]],
    ['gold after anything there is', [{ tier: { exists: true } }, { tier: 'gold' }], [row(1)]],
    ['5 or more after anything there is', [{ amount: { exists: true } }, { amount: { gte: 5 } }], [row(1)]],
    ['whatever is there, twice', [{ tier: { exists: true } }, { tier: { exists: true } }], [row(1)]],
    ['silver after not gold', [{ tier: { not: 'gold' } }, { tier: 'silver' }], [row(1)]],
    [
      'neither gold nor silver after not gold',
      [{ tier: { not: 'gold' } }, { tier: { not: ['gold', 'silver'] } }],
      [row(1)],
    ],
    ['over 9 after not under 5', [{ amount: { not: { lt: 5 } } }, { amount: { gt: 9 } }], [row(1)]],
    ['over 7 (and 5 or more) after over 6', [{ amount: { gt: 6 } }, { amount: { gte: 5, gt: 7 } }], [row(1)]],
    [
      '64 values after 40 and 24 of them',
      [{ tier: tiers(0, 40) }, { tier: tiers(40, 64) }, { tier: tiers(0, 64) }],
      [row(2)],
    ],
    ['anything after a row without tests', [{}, { tier: 'gold' }], [row(1), row('otherwise')]],
  ])('%s', (_, rows, want) => expect(places(table(...rows))).toEqual(want));

  it.each([
    ['5 or more after over 5', [{ amount: { gt: 5 } }, { amount: { gte: 5 } }]],
    ['5 or more after 5 to 9', [{ amount: { gte: 5, lt: 9 } }, { amount: { gte: 5 } }]],
    ['not gold after silver', [{ tier: 'silver' }, { tier: { not: 'gold' } }]],
    ['absent after present', [{ tier: { exists: true } }, { tier: { exists: false } }]],
    ['present after absent', [{ tier: { exists: false } }, { tier: { exists: true } }]],
    ['5 or more after what is absent', [{ amount: { exists: false } }, { amount: { gte: 5 } }]],
    [
      'not gold after neither gold nor silver',
      [{ tier: { not: ['gold', 'silver'] } }, { tier: { not: 'gold' } }],
    ],
    ['over 3 after not under 5', [{ amount: { not: { lt: 5 } } }, { amount: { gt: 3 } }]],
    ['over 5 (and 5 or more) after over 6', [{ amount: { gt: 6 } }, { amount: { gte: 5, gt: 5 } }]],
    // So many are not put together one by one.
    [
      '65 values after 40 and 25 of them',
      [{ tier: tiers(0, 40) }, { tier: tiers(40, 65) }, { tier: tiers(0, 65) }],
    ],
    ['text "5" after number 5', [{ amount: 5 }, { amount: '5' }]],
  ])('but %s may', (_, rows) => expect(places(table(...rows))).toEqual([]));

  it('a row for inquiries in a standard for complaints', () => {
    const within = { table: [{ when: { kind: 'inquiry' }, limit: '1 hour' }], otherwise: '1 day' };
    expect(places(one({ when: { kind: ['complaint', 'repair'] }, within }))).toEqual([row(0)]);
  });

  it.each([
    ['what is absent', { gte: 5 }, { exists: false }],
    ['over 7', { not: { gte: 5 } }, { gt: 7 }],
    ['not 5 or more', { gt: 7 }, { not: { gte: 5 } }],
  ])('a row for %s where the amount is %j', (_, amount, own) => {
    const within = { table: [{ when: { amount: own }, limit: '1 hour' }], otherwise: '1 day' };
    expect(places(one({ when: { amount }, within }))).toContain(row(0));
  });

  it.each([
    ['what is there', { gte: 5 }, { exists: true }],
    ['not 5', { not: { gte: 9 } }, { not: 5 }],
    ['over 7', { not: { gte: 9 } }, { gt: 7 }],
  ])('but a row for %s where the amount is %j may', (_, amount, own) => {
    const within = { table: [{ when: { amount: own }, limit: '1 hour' }], otherwise: '1 day' };
    expect(places(one({ when: { amount }, within }))).not.toContain(row(0));
  });

  it('for a test that nothing passes, which is told alone', () =>
    expect(places(table({ amount: { gt: 10, lt: 5 } }))).toEqual([
      'never-holds standards.0.within.table.0.when.amount',
    ]));

  it('otherwise, where the rows take all that the standard applies to', () => {
    const rows = ['complaint', 'repair'].map((kind) => ({ when: { kind }, limit: '1 hour' }));
    const within = { table: rows, otherwise: '1 day' };
    expect(places(one({ when: { kind: ['complaint', 'repair'] }, within }))).toEqual([row('otherwise')]);
  });

  it('a row of a table that a parameter holds, and of a table of roles', () => {
    const rows = {
      table: [
        { when: {}, limit: '1 hour' },
        { when: { tier: 'a' }, limit: '2 hours' },
      ],
    };
    expect(places({ ...one({ within: { parameter: 'limits' } }), parameters: { limits: rows } })).toEqual([
      row(1),
    ]);
    const to = {
      table: [
        { when: { tier: 'a' }, to: 'x' },
        { when: { tier: 'a' }, to: 'y' },
      ],
    };
    const document = { ...base, ...ladder({}, { to, at: { share: 1, of: 'answer' } }) };
    expect(places(document)).toEqual(['unreachable-row ladders.0.rungs.0.to.table.1']);
  });
});
