import { describe, expect, it } from 'vitest';
import { builtInKinds } from '../../src/standards/kinds.ts';
import { counting, events, limit, refused, step } from './refused-standard.ts';

/** Each with every key it may have, what is said when all of these are 7.5, and what when there are none. */
const kinds: readonly [
  name: string,
  standard: object,
  wrong: Record<string, string>,
  needed: Record<string, string>,
][] = [
  [
    'deadline',
    {
      kind: 'deadline',
      from: ['received', { event: 'reopened', when: { by: 'li' } }],
      to: { all: ['resolved', { event: 'told' }] },
      within: {
        table: [
          { when: { tier: 'gold' }, limit: { promised: 'promisedAt' } },
          { when: {}, limit: '1 day', calendar: 'hotline', counting: 'rolling' },
        ],
        otherwise: { amount: 2, unit: 'days' },
      },
      each: 'first',
      match: 'department',
      restartOn: 'returned',
      pause: { on: 'paused', off: ['resumed', 'replied'] },
      exemptOn: 'withdrawn',
      onChange: 'keep',
      counting: { start: 'next-day', end: 'end-of-day', roll: 'none', months: 'corresponding' },
    },
    {
      from: events,
      to: step,
      within: `${limit} or an object with promised or an object with table`,
      each: 'expected "first" or "run" or "oldest-unanswered"',
      match: 'expected text',
      restartOn: events,
      pause: 'expected an object with on, off or an object with while',
      exemptOn: events,
      onChange: 'expected "keep" or "recalculate"',
      counting,
    },
    { from: events, to: step, within: `${limit} or an object with promised or an object with table` },
  ],
  [
    'cadence of gaps',
    {
      kind: 'cadence',
      from: 'shipped',
      until: 'delivered',
      event: 'progressed',
      every: { table: [{ when: { tier: 'gold' }, limit: '4 hours' }], otherwise: '1 day' },
      exemptOn: [],
      counting: 'rolling',
    },
    {
      from: events,
      until: events,
      event: events,
      every: `${limit} or an object with table`,
      exemptOn: events,
      counting,
    },
    { from: events, until: events, event: events, every: `${limit} or an object with table` },
  ],
  [
    'cadence of slots',
    {
      kind: 'cadence',
      from: 'shipped',
      until: 'delivered',
      event: 'progressed',
      times: 2,
      per: 'half-day',
      windows: ['08:00-12:00', '22:00-06:00'],
      exemptOn: ['merged'],
    },
    {
      from: events,
      until: events,
      event: events,
      times: 'expected a whole number from 1',
      per: 'expected "day" or "half-day" or "week" or "month" or "quarter" or "year"',
      windows: 'expected a list',
      exemptOn: events,
    },
    { from: events, until: events, event: events, every: `${limit} or an object with table` },
  ],
  [
    'notice',
    {
      kind: 'notice',
      event: 'told',
      before: { attribute: 'promisedAt' },
      atLeast: { table: [{ when: {}, limit: '1 day' }] },
      unless: 'delivered',
      clearDays: true,
      exemptOn: 'merged',
      counting: 'standard',
    },
    {
      event: events,
      before: `${events} or an object with attribute`,
      atLeast: `${limit} or an object with table`,
      unless: events,
      clearDays: 'expected true or false',
      exemptOn: events,
      counting,
    },
    {
      event: events,
      before: `${events} or an object with attribute`,
      atLeast: `${limit} or an object with table`,
    },
  ],
  [
    'bound',
    {
      kind: 'bound',
      measure: { from: 'visited', to: { attribute: 'promisedAt' } },
      event: 'answered',
      match: 'by',
      min: '5 minutes',
      max: { amount: 2, unit: 'hours' },
      exemptOn: 'merged',
      counting: 'standard',
    },
    {
      measure: 'expected text or an object with count or an object with from, to',
      event: events,
      match: 'expected text',
      exemptOn: events,
      counting,
    },
    { measure: 'expected text or an object with count or an object with from, to' },
  ],
  [
    'order of two',
    {
      kind: 'order',
      first: { all: ['quoted', 'visited'] },
      then: ['work-started', 'dispatched'],
      exemptOn: 'merged',
    },
    { first: step, then: step, exemptOn: events },
    { first: step, then: step },
  ],
  [
    'order of several',
    { kind: 'order', steps: ['quoted', ['quote-accepted', 'signed'], { all: ['dispatched'] }] },
    { steps: 'expected a list' },
    { first: step, then: step },
  ],
  [
    'ownership',
    { kind: 'ownership', from: 'received', until: 'closed', exemptOn: 'merged' },
    { from: events, until: events, exemptOn: events },
    { from: events, until: events },
  ],
  [
    'checklist',
    {
      kind: 'checklist',
      items: [{ item: 'badge', points: 0, weight: 0.0001 }, { item: 'smiles' }],
      pass: '>= 90%',
    },
    { items: 'expected a list', pass: 'expected text' },
    { items: 'expected a list' },
  ],
  [
    'wording',
    {
      kind: 'wording',
      role: 'agent',
      forbidden: ['not my job', { situation: 'abuse', any: ['shut up'] }],
      required: [{ situation: 'opening', any: ['hello', 'good day'] }, { any: ['thank you'] }],
    },
    { role: 'expected text', forbidden: 'expected a list', required: 'expected a list' },
    {},
  ],
  [
    'duty',
    { kind: 'duty', event: 'survey-run', times: 1, per: 'quarter', windows: ['09:00-10:00'] },
    {
      event: events,
      times: 'expected a whole number from 1',
      per: 'expected "day" or "half-day" or "week" or "month" or "quarter" or "year"',
      windows: 'expected a list',
    },
    {
      event: events,
      times: 'expected a whole number from 1',
      per: 'expected "day" or "half-day" or "week" or "month" or "quarter" or "year"',
    },
  ],
  [
    'coverage',
    { kind: 'coverage', post: 'desk', atLeast: 2 },
    { post: 'expected text', atLeast: 'expected a whole number from 1' },
    { atLeast: 'expected a whole number from 1' },
  ],
];

/** What every standard of the package's kinds may have, with what is said of 7.5. */
const common: Readonly<Record<string, string>> = {
  title: 'expected text or an object with en, zh-CN',
  clause: 'expected text or an object with en, zh-CN',
  note: 'expected text or an object with en, zh-CN',
  severity: 'expected "hard" or "soft"',
  row: 'expected text',
  when: 'expected an object',
  calendar: 'expected text',
};

const kindOf = (standard: object) => ({ kind: (standard as { kind: string }).kind });

describe('the kinds of the package', () => {
  it('have ten names, by which they are kept', () => {
    expect(Object.entries(builtInKinds).map(([key, { kind }]) => [key, kind])).toEqual(
      [
        'deadline',
        'cadence',
        'notice',
        'bound',
        'order',
        'ownership',
        'checklist',
        'wording',
        'duty',
        'coverage',
      ].map((name) => [name, name]),
    );
  });
});

describe.each(kinds)('a %s', (_, standard, wrong, needed) => {
  it('is accepted with all that every part may carry', () => {
    const part = {
      title: { en: 'a', 'zh-CN': '甲' },
      clause: '§ 1',
      note: { en: 'a' },
      weight: 30,
      severity: 'soft',
      row: '3.2',
      when: { tier: ['gold', null], rings: { gte: 1 } },
      calendar: 'hotline',
    };
    expect(refused({ ...standard, ...part })).toEqual([]);
  });

  it('is told each key that holds 7.5, at once', () => {
    const every = { ...common, ...wrong };
    const all = Object.fromEntries(Object.keys(every).map((key) => [key, 7.5]));
    // The keys that it needs tell which of two forms is meant, and stay; each is wrong in its turn.
    const given = Object.fromEntries(Object.entries(all).filter(([key]) => !(key in needed)));
    expect(refused({ ...standard, ...given }).sort()).toEqual(
      Object.keys(given)
        .map((key) => `${key}: 7.5 given; ${every[key]}`)
        .sort(),
    );
    for (const key of Object.keys(wrong).filter((key) => key in needed))
      expect(refused({ ...standard, [key]: 7.5 }), key).toContain(`${key}: 7.5 given; ${every[key]}`);
  });

  it('is told each key that it lacks', () => {
    expect(refused(kindOf(standard))).toEqual(
      Object.entries(needed).map(([key, expected]) => `${key}: ${expected}`),
    );
  });

  it('is told the keys that there are', () => {
    const keys = [...Object.keys(common), 'id', 'weight', ...Object.keys(standard)];
    const [told = '', ...more] = refused({ ...standard, '?': 1 });
    const [said, known = ''] = told.split('. Known are ');
    expect(more).toEqual([]);
    expect(said).toBe('policy.unknown-key ?: "?" is no key');
    expect(known.split(', ').toSorted()).toEqual(expect.arrayContaining(keys));
  });
});
