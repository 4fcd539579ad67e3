import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { builtInKinds } from '../../src/standards/kinds.ts';
import { always } from '../support/naive-service.ts';

/** What is refused of a standard, `path: message`; another code than that of a wrong shape stands in front. */
const refused = (standard: object): string[] =>
  checkPolicy({
    id: 'p',
    version: '1',
    calendar: always,
    calendars: { hotline: always },
    standards: [{ id: 's', ...standard }],
  })
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path, message, hint }) => {
      const said = `${path.slice(2).join('.')}: ${message}${hint ? `. ${hint}` : ''}`;
      return code === 'policy.shape' ? said : `${code} ${said}`;
    });

const events = 'expected text or an object with event or a list';
const step = `${events} or an object with all`;
const limit = 'expected text or an object with amount, unit';
const counting = 'expected text or an object with start, end';
const points = 'expected a number from 0';

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

const deadline = { kind: 'deadline', from: 'received', to: 'replied', within: '1 day' };
const checklist = { kind: 'checklist', items: [{ item: 'badge' }] };
const number = { kind: 'bound', measure: 'rings' };
const span = { kind: 'bound', measure: { from: 'visited', to: 'told' } };

describe('values that standards may have', () => {
  it.each([
    [{ ...deadline, each: 'run', onChange: 'recalculate', pause: { while: { waiting: true } } }],
    [{ ...deadline, each: 'oldest-unanswered', exemptOn: [], severity: 'hard', weight: '30%' }],
    [{ ...deadline, within: { promised: 'promisedAt' }, title: { 'zh-CN': '甲' } }],
    [{ ...checklist, pass: '>=99.9999%' }],
    [{ kind: 'duty', event: 'a', times: 3, per: 'day' }],
    [{ kind: 'duty', event: 'a', times: 3, per: 'week' }],
    [{ kind: 'duty', event: 'a', times: 3, per: 'month' }],
    [{ kind: 'duty', event: 'a', times: 3, per: 'half-day' }],
    [{ kind: 'duty', event: 'a', times: 3, per: 'year' }],
    [{ ...number, min: -1 }],
    [{ ...number, max: 0.5 }],
    [{ kind: 'bound', measure: { count: 'transferred' }, min: 0, max: 2 }],
  ])('%j', (standard) => {
    expect(refused(standard)).toEqual([]);
  });

  it.each<[object, string[]]>([
    [{ ...deadline, to: { all: [] } }, ['to.all: expected at least 1']],
    [{ ...deadline, to: [] }, ['to: expected at least 1']],
    [{ ...deadline, within: { table: [] } }, ['within.table: expected at least 1']],
    [
      { ...deadline, within: { table: [{ limit: 3, calendar: 3, counting: 3 }] } },
      [
        `within.table.0.limit: 3 given; ${limit} or an object with promised`,
        'within.table.0.calendar: 3 given; expected text',
        `within.table.0.counting: 3 given; ${counting}`,
        'within.table.0.when: expected an object',
      ],
    ],
    [
      { ...deadline, within: { table: [{ when: {} }], otherwise: 3 } },
      [
        `within.table.0.limit: ${limit} or an object with promised`,
        `within.otherwise: 3 given; ${limit} or an object with promised`,
      ],
    ],
    [{ ...deadline, within: { promised: '' } }, ['within.promised: "" given; expected text']],
    [{ ...deadline, match: '' }, ['match: "" given; expected text']],
    [{ ...deadline, pause: { on: 'paused' } }, [`pause.off: ${events}`]],
    [{ ...deadline, pause: { off: 'resumed' } }, [`pause.on: ${events}`]],
    [{ ...deadline, pause: { while: 1 } }, ['pause.while: 1 given; expected an object']],
    [
      { ...deadline, calendar: 'hotlin' },
      ['policy.unknown-calendar calendar: "hotlin" is no calendar. Did you mean "hotline"?'],
    ],
    [
      { ...deadline, within: { table: [{ when: {}, limit: '1 day', calendar: 'x' }] } },
      ['policy.unknown-calendar within.table.0.calendar: "x" is no calendar. Known are hotline'],
    ],
    [{ ...checklist, items: [] }, ['items: expected at least 1']],
    [
      { ...checklist, items: [{ item: '', points: -1, weight: 0 }] },
      [
        'items.0.item: "" given; expected text',
        `items.0.points: -1 given; ${points}`,
        'items.0.weight: 0 given; expected a number from 0.0001',
      ],
    ],
    [{ ...checklist, items: [{}] }, ['items.0.item: expected text']],
    ...['90%', '> 90%', '>=  90%', '>= 1000%', '>= 90', '>= 90.%', '>= 90.12345%', '>= 90%!', '! >= 90%'].map(
      (pass): [object, string[]] => [
        { ...checklist, pass },
        [`pass: ${JSON.stringify(pass)} given; expected text`],
      ],
    ),
    [
      { kind: 'wording', forbidden: ['', 3, { any: [] }] },
      [
        'forbidden.0: "" given; expected text or an object with any',
        'forbidden.1: 3 given; expected text or an object with any',
        'forbidden.2.any: expected at least 1',
      ],
    ],
    [
      { kind: 'wording', required: ['a', { any: [''], situation: 3 }, {}] },
      [
        'required.0: "a" given; expected an object with any',
        'required.1.any.0: "" given; expected text',
        'required.1.situation: 3 given; expected text',
        'required.2.any: expected a list',
      ],
    ],
    [{ kind: 'order', steps: ['a'] }, ['steps: expected at least 2']],
    [{ kind: 'order', first: { all: [] }, then: 'b' }, ['first.all: expected at least 1']],
    [{ kind: 'duty', event: 'a', times: 0, per: 'day' }, ['times: 0 given; expected a whole number from 1']],
    [{ kind: 'duty', event: 'a', times: 1, per: 'day', windows: [] }, ['windows: expected at least 1']],
    [number, ['max: expected min, max or both']],
    [span, ['max: expected min, max or both']],
    [{ ...number, min: '1 hour' }, ['min: expected a number']],
    [{ ...number, min: 1, max: '1 hour' }, ['max: expected a number']],
    [{ ...span, min: 1 }, ['min: expected a limit']],
    [{ ...span, min: '1 hour', max: 2 }, ['max: expected a limit']],
    [{ ...span, min: 1, max: 2 }, ['min: expected a limit', 'max: expected a limit']],
    [
      { kind: 'bound', measure: { count: 'a' }, max: { amount: 1, unit: 'hours' } },
      ['max: expected a number'],
    ],
    [
      { kind: 'bound', measure: '', max: 1 },
      ['measure: "" given; expected text or an object with count or an object with from, to'],
    ],
    [
      { kind: 'bound', measure: { from: 'a' }, max: '1 hour' },
      [`measure.to: ${events} or an object with attribute`],
    ],
  ])('not %j', (standard, said) => {
    expect(refused(standard)).toEqual(said);
  });
});

describe('parameters that stand for one another in a circle', () => {
  it.each([[{ a: { parameter: 'a' } }], [{ a: { parameter: 'b' }, b: { parameter: 'a' } }]])(
    '%j',
    (parameters) => {
      const standards = [{ id: 's', ...deadline, restartOn: { parameter: 'a' } }];
      const document = { id: 'p', version: '1', calendar: always, standards, parameters };
      expect(checkPolicy(document).problems.map(({ code }) => code)).toContain('policy.parameter-cycle');
    },
  );
});
