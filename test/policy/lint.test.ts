import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { presets } from '../../src/presets/index.ts';

const day = ['09:00-18:00'];
const calendar = { timeZone: 'Asia/Shanghai', week: { mon: day, tue: day, wed: day, thu: day, fri: day } };
const answer = { id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' };
const base = { id: 'p', version: '1', calendar, standards: [answer] };
const one = (more: object) => ({ ...base, standards: [{ ...answer, ...more }] });
const two = (more: object) => ({ ...base, standards: [answer, { ...answer, id: 'second', ...more }] });
const table = (...rows: object[]) =>
  one({ within: { table: rows.map((when) => ({ when, limit: '1 hour' })), otherwise: '2 hours' } });
const ladder = (more: object, ...rungs: object[]) => ({
  ladders: [
    {
      id: 'up',
      rungs: rungs.map((rung, n) => ({ id: `r${n}`, level: n + 1, to: 'boss', ...rung })),
      ...more,
    },
  ],
});

/** `near-miss standards.0.from: Did you mean "received"?` */
const warnings = (document: unknown): string[] => {
  const { policy, problems } = checkPolicy(document);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(policy).not.toBeNull();
  return problems.map(({ code, path, hint }) => `${code.replace('policy.', '')} ${path.join('.')}: ${hint}`);
};
const places = (document: unknown) => warnings(document).map((line) => line.split(':')[0]);

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

describe('near misses', () => {
  it.each([
    [one({ from: 'recieved' }), 'standards.0.from', 'received'],
    [one({ to: ['replied', 'resovled'] }), 'standards.0.to.1', 'resolved'],
    [one({ to: { all: ['resolved', { event: 'tolld' }] } }), 'standards.0.to.all.1.event', 'told'],
    [one({ pause: { on: 'pasued', off: 'resumed' } }), 'standards.0.pause.on', 'paused'],
    [one({ exemptOn: 'Withdrawn' }), 'standards.0.exemptOn', 'withdrawn'],
    [
      { ...base, ...ladder({}, { on: { event: 'rejcted', count: 2 } }) },
      'ladders.0.rungs.0.on.event',
      'rejected',
    ],
    [{ ...base, kpis: [{ id: 'k', measure: 'count', event: 'escalatd' }] }, 'kpis.0.event', 'escalated'],
    [one({ when: { prioirty: 'high' } }), 'standards.0.when.prioirty', 'priority'],
    [one({ within: { promised: 'promissedAt' } }), 'standards.0.within.promised', 'promisedAt'],
    [one({ match: 'departement' }), 'standards.0.match', 'department'],
    [
      { ...base, kpis: [{ id: 'k', measure: 'replyRate', groupBy: ['chanel'] }] },
      'kpis.0.groupBy.0',
      'channel',
    ],
    [one({ when: { kind: 'complant' } }), 'standards.0.when.kind', 'complaint'],
    [one({ when: { channel: ['phone', 'emial'] } }), 'standards.0.when.channel', 'email'],
    [one({ when: { complexity: { not: 'simpel' } } }), 'standards.0.when.complexity', 'simple'],
    [
      { ...one({ within: { parameter: 'callBck' } }), parameters: { callBack: null } },
      'standards.0.within',
      'callBack',
    ],
  ])('%#: at %s', (document, path, guess) =>
    expect(warnings(document)).toContain(`near-miss ${path}: Did you mean "${guess}"?`),
  );

  it('of a word that the document itself uses elsewhere: shiped, where two others say shipped', () => {
    const document = {
      ...base,
      standards: ['shipped', 'shipped', 'shiped'].map((from, n) => ({
        ...answer,
        id: `s${n}`,
        from,
        to: `end-${n}`,
      })),
    };
    expect(warnings(document)).toEqual(['near-miss standards.2.from: Did you mean "shipped"?']);
  });

  it('of the same letters in another order are told at each of three places', () => {
    const standards = [1, 2, 3].map((n) => ({ ...answer, id: `s${n}`, from: 'recieved', to: `end-${n}` }));
    expect(places({ ...base, standards })).toEqual([0, 1, 2].map((n) => `near-miss standards.${n}.from`));
  });

  it('are told beside errors in other parts', () => {
    const { policy, problems } = checkPolicy({
      ...base,
      standards: [{ ...answer, within: '5 dyas' }, { ...answer, id: 'b', from: 'recieved' }, 7],
      kpis: 'none',
    });
    expect(policy).toBeNull();
    expect(problems.map(({ severity, path }) => `${severity} ${path.join('.')}`)).toEqual([
      'error standards.0.within',
      'error standards.2',
      'error kpis',
      'warning standards.1.from',
    ]);
  });
});

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

describe('standards that contradict each other', () => {
  it('the same promise within 24 hours and within 2 days', () =>
    expect(places(two({ within: '2 days' }))).toEqual(['contradiction standards.1.within']));

  it('the same promise twice, its keys in another order', () => {
    const { id: _, ...rest } = answer;
    const again = Object.fromEntries(Object.entries({ ...rest, id: 'again' }).reverse());
    expect(places({ ...base, standards: [answer, again] })).toEqual(['repeated-promise standards.1']);
  });

  it('the same promise without a limit twice, its weight another', () => {
    const order = { kind: 'order', first: 'agreed', then: 'begun' };
    const standards = [
      { ...order, id: 'a' },
      { ...order, id: 'b', weight: 2 },
      { ...order, id: 'c', then: 'ended' },
    ];
    expect(places({ ...base, standards })).toEqual(['repeated-promise standards.1']);
  });

  it('but no pause while a condition holds', () =>
    expect(places(one({ pause: { while: { waiting: true } } }))).toEqual([]));

  it('a pause that the same event begins and ends', () =>
    expect(places(one({ pause: { on: ['paused', 'held'], off: ['held', 'resumed'] } }))).toEqual([
      'contradiction standards.0.pause.off',
    ]));
});

describe('working time without hours', () => {
  const never = { timeZone: 'Asia/Shanghai', week: {} };

  it.each(['8 working hours', '5 working days', { amount: 30, unit: 'working minutes' }])('%j', (within) => {
    expect(places({ ...one({ within }), calendar: never })).toEqual(['no-hours standards.0.within']);
  });

  it('in a row with a calendar of its own, in otherwise, and behind a parameter', () => {
    const within = {
      table: [
        { when: { tier: 'a' }, limit: '1 working hour', calendar: 'never' },
        { when: { tier: 'b' }, limit: { parameter: 'slow' }, calendar: 'never' },
        { when: { tier: 'c' }, limit: '1 working hour' },
      ],
      otherwise: '1 working day',
    };
    const document = { ...one({ within }), calendars: { never }, parameters: { slow: '2 working days' } };
    expect(places(document)).toEqual([
      'no-hours standards.0.within.table.0.limit',
      'no-hours standards.0.within.table.1.limit',
    ]);
    const own = { ...one({ within: '1 working day', calendar: 'never' }), calendars: { never } };
    expect(places(own)).toEqual(['no-hours standards.0.within']);
  });

  it('is not told of a calendar with a mistake, which is', () => {
    const { problems } = checkPolicy({
      ...one({ within: '1 working day' }),
      calendar: { ...never, timeZone: 'Mars/Olympus' },
    });
    expect(problems.map(({ code }) => code)).toEqual(['calendar.time-zone']);
  });

  it('is fine where a single exception has hours', () => {
    const once = { ...never, exceptions: { '2026-12-31': ['09:00-12:00'] } };
    expect(places({ ...one({ within: '1 working hour' }), calendar: once })).toEqual([]);
  });
});

describe('rungs', () => {
  const at = { share: 1, of: 'answer' };
  const complaint = one({ when: { kind: 'complaint' } });
  const rungs = (document: object, ...given: object[]) => places({ ...document, ...ladder({}, ...given) });

  it('of a ladder for inquiries on a standard for complaints', () => {
    const document = { ...complaint, ...ladder({ when: { kind: 'inquiry' } }, { at }, { on: 'rejected' }) };
    expect(places(document)).toEqual(['unreachable-rung ladders.0.rungs.0']);
  });

  it("whose condition and the ladder's exclude each other", () => {
    const document = {
      ...base,
      ...ladder({ when: { tier: 'gold' } }, { when: { tier: ['silver', 'bronze'] } }),
    };
    expect(places(document)).toEqual(['unreachable-rung ladders.0.rungs.0']);
  });

  it('of a standard that never applies', () =>
    expect(rungs(one({ when: { tier: [] } }), { at })).toEqual([
      'never-holds standards.0.when.tier',
      'unreachable-rung ladders.0.rungs.0',
    ]));

  it.each(['24 hours', '1440 minutes', '30 hours'])('%s before the end of 24 hours', (by) =>
    expect(rungs(base, { at: { before: 'answer', by } })).toEqual([
      'unreachable-rung ladders.0.rungs.0.at.by',
    ]),
  );

  it('a month before the end of a month', () =>
    expect(rungs(one({ within: '1 month' }), { at: { before: 'answer', by: '1 month' } })).toEqual([
      'unreachable-rung ladders.0.rungs.0.at.by',
    ]));

  it('whose condition nothing meets, which is told alone', () =>
    expect(rungs(base, { when: { tier: [] } })).toEqual(['never-holds ladders.0.rungs.0.when.tier']));

  it('at a share that a parameter is to say are in no order yet', () => {
    const document = { ...base, parameters: { early: null } };
    const share = { parameter: 'early' };
    expect(rungs(document, { at: { share, of: 'answer' } }, { at: { share, of: 'answer' } })).toEqual([]);
  });

  it.each(['23 hours', '3 working hours', '1 day'])('%s before the end of 24 hours may be in time', (by) =>
    expect(rungs(base, { at: { before: 'answer', by } })).toEqual([]),
  );

  it('of level 1 no earlier than one of level 2', () => {
    expect(rungs(base, { at: { share: 0.9, of: 'answer' } }, { at: { share: 0.8, of: 'answer' } })).toEqual([
      'rung-order ladders.0.rungs.0.at',
    ]);
    expect(
      rungs(base, { at: { before: 'answer', by: '1 hour' } }, { at: { before: 'answer', by: '90 minutes' } }),
    ).toEqual(['rung-order ladders.0.rungs.0.at']);
    expect(
      rungs(base, { at: { after: 'answer', by: '1 day' } }, { at: { after: 'answer', by: '1 day' } }),
    ).toEqual(['rung-order ladders.0.rungs.0.at']);
  });

  it('with repeats that have no effect', () => {
    expect(rungs(base, { at, every: '1 day' })).toEqual(['unused-key ladders.0.rungs.0.every']);
    expect(rungs(base, { at, times: 2 })).toEqual(['unused-key ladders.0.rungs.0.times']);
    expect(rungs(base, { on: 'rejected', every: '1 day', times: 2 })).toEqual([]);
    expect(rungs(base, { at, every: '1 day', times: 2 })).toEqual([]);
  });
});

describe('KPIs over nothing', () => {
  const kpi = (document: object, more: object) =>
    places({ ...document, kpis: [{ id: 'k', measure: 'timelinessRate', of: 'answer', ...more }] });

  it('of inquiries, over a standard for complaints', () =>
    expect(kpi(one({ when: { kind: 'complaint' } }), { when: { kind: 'inquiry' } })).toEqual([
      'kpi-over-nothing kpis.0.of',
    ]));

  it('over a standard that never applies', () =>
    expect(kpi(one({ when: { tier: [] } }), {})).toContain('kpi-over-nothing kpis.0.of'));

  it('that weigh no other', () =>
    expect(places({ ...base, kpis: [{ id: 'k', measure: 'composite', weights: {} }] })).toEqual([
      'kpi-over-nothing kpis.0.weights',
    ]));
});

describe('goals in another time than what is measured', () => {
  const p90 = (within: unknown, goal: string) =>
    places({ ...one({ within }), kpis: [{ id: 'k', measure: 'percentile', of: 'answer', p: 90, goal }] });

  it.each([
    ['24 hours', '<= 8 working hours'],
    ['8 working hours', '<= 24 hours'],
    ['3 working days', '<= 2 days'],
    [{ amount: 24, unit: 'hours' }, '<= 8 working hours'],
    [{ table: [{ when: { priority: 'high' }, limit: '8 hours' }], otherwise: '1 day' }, '<= 4 working hours'],
  ])('a limit of %j and a goal of %s', (within, goal) =>
    expect(p90(within, goal)).toEqual(['kpi-other-time kpis.0.goal']),
  );

  it.each([
    ['24 hours', '<= 8 hours'],
    ['3 working days', '<= 8 working hours'],
    [
      { table: [{ when: { priority: 'high' }, limit: '8 working hours' }], otherwise: '1 day' },
      '<= 4 working hours',
    ],
    [{ promised: 'promisedAt' }, '<= 4 working hours'],
  ])('not a limit of %j and a goal of %s', (within, goal) => expect(p90(within, goal)).toEqual([]));
});

describe('a goal for a standard with a mistake', () => {
  it('is left alone: the mistake is told', () => {
    const kpis = [{ id: 'k', measure: 'mean', of: 'answer', goal: '<= 8 working hours' }];
    const { problems } = checkPolicy({ ...one({ within: '5 dyas' }), kpis });
    expect(problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'limit.unit standards.0.within',
    ]);
  });
});

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
