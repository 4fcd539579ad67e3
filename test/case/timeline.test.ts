import { describe, expect, it } from 'vitest';
import { type AssessOptions, assess } from '../../src/assess/assess.ts';
import type { CaseInput } from '../../src/case/types.ts';
import { CaseError } from '../../src/errors/case-error.ts';
import { at, caseOf, codes, judged, lines, policyOf } from '../support/naive-service.ts';

const policy = policyOf();
const asOf = at('09-30 09:00');

describe('a case that is none', () => {
  const good = { type: 'received', at: asOf };
  it.each([
    ['null', null, 'case.not-an-object', []],
    ['no id', { events: [good] }, 'case.id', ['id']],
    ['a blank id', { id: '  ', events: [good] }, 'case.id', ['id']],
    ['a number for an id', { id: 7, events: [good] }, 'case.id', ['id']],
    ['no events', { id: 'a' }, 'case.events', ['events']],
    ['an event that is null', { id: 'a', events: [good, null] }, 'case.event', ['events', 1]],
    [
      'an event without type',
      { id: 'a', events: [good, { at: asOf }] },
      'case.event-type',
      ['events', 1, 'type'],
    ],
    [
      'an instant without offset',
      { id: 'a', events: [{ type: 'received', at: '2026-09-28T09:00:00' }] },
      'case.event-instant',
      ['events', 0, 'at'],
    ],
    ['no instant', { id: 'a', events: [{ type: 'received' }] }, 'case.event-instant', ['events', 0, 'at']],
    [
      'a bad instant after asOf',
      { id: 'a', events: [good, { type: 'x', at: Number.NaN }] },
      'case.event-instant',
      ['events', 1, 'at'],
    ],
  ])('%s is refused with its place', (_, input, code, path) => {
    let caught: unknown;
    try {
      assess(input as unknown as CaseInput, policy, { asOf });
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(CaseError);
    expect(caught).toMatchObject({ code, path });
  });

  it.each([
    ['a date', { asOf: '2026-09-28' }],
    ['no asOf', {}],
    ['no options at all', undefined],
  ])('%s for asOf is refused with its place', (_, options) => {
    const judge = () => assess(caseOf([]), policy, options as unknown as AssessOptions);
    expect(judge).toThrow(expect.objectContaining({ name: 'InstantError', path: ['asOf'] }));
  });
});

describe('the events of a case', () => {
  it('are taken at any accepted form of instant: 4 forms of one give one verdict', () => {
    const epoch = Date.parse(at('09-28 10:00'));
    const due = [epoch, new Date(epoch), at('09-28 10:00'), { epochMilliseconds: epoch }].map(
      (when) =>
        assess({ id: 'a', events: [{ type: 'received', at: when }] }, policy, { asOf }).verdicts[0]?.due,
    );
    expect(due).toEqual(Array.from({ length: 4 }, () => new Date(epoch + 86_400_000)));
  });

  it('come in any order: the reply given first and the receipt last are sorted', () => {
    const events = [
      ['replied', '09-28 12:00'],
      ['received', '09-28 10:00'],
    ] as const;
    expect(lines(judged(policy, events, '09-30 09:00'))).toEqual(['1 met due 09-29 10:00 done 09-28 12:00']);
  });

  it('after asOf are ignored, with one finding that names both of them', () => {
    const result = judged(
      policy,
      [
        ['received', '09-28 10:00'],
        ['replied', '09-28 12:00'],
        ['closed', '09-28 13:00'],
      ],
      '09-28 11:00',
    );
    expect(lines(result)).toEqual(['1 pending due 09-29 10:00']);
    expect(result.findings).toMatchObject([{ code: 'event.after-as-of', events: [1, 2] }]);
  });

  it('at asOf itself count', () => {
    const events = [
      ['received', '09-28 10:00'],
      ['replied', '09-28 12:00'],
    ] as const;
    expect(lines(judged(policy, events, '09-28 12:00'))[0]).toContain('1 met');
  });

  it('that repeat one another are found: the third reply is the second once more, the first is by another', () => {
    const result = judged(
      policy,
      [
        ['received', '09-28 10:00'],
        ['replied', '09-28 12:00', { by: 'li' }],
        ['replied', '09-28 12:00', { by: 'wu' }],
        ['replied', '09-28 12:00', { by: 'wu' }],
      ],
      '09-28 13:00',
    );
    expect(result.findings).toMatchObject([{ code: 'event.duplicate', events: [3] }]);
  });

  it('that set the same in objects of their own are duplicates; another value is none', () => {
    const changes = [
      { priority: 'high' },
      { priority: 'high' },
      { priority: 'low' },
      { priority: 'low', tier: 1 },
    ];
    const rows = changes.map((set) => ['changed', '09-28 12:00', { set }] as const);
    const result = judged(policyOf({}), [['received', '09-28 10:00'], ...rows], '09-28 13:00');
    expect(result.findings).toMatchObject([{ code: 'event.duplicate', events: [2] }]);
    expect(result.findings).toHaveLength(1);
  });

  it('that say the case was closed or answered before it was received are found', () => {
    const result = judged(
      policyOf({ to: 'told' }),
      [
        ['replied', '09-28 08:00'],
        ['closed', '09-28 09:00'],
        ['received', '09-28 10:00'],
      ],
      '09-28 11:00',
    );
    expect(result.findings).toMatchObject([
      { code: 'event.closed-before-received', events: [1] },
      { code: 'event.done-before-received', events: [0] },
    ]);
  });
});

describe('an attribute that is neither text, a number, true, false, null nor an instant', () => {
  const log = [['received', '09-28 10:00']] as const;
  const calm = policyOf({ when: { priority: { not: 'high' } } });

  it.each([
    ['an object', { high: true }],
    ['a list', ['high']],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a function', () => 'low'],
    ['a bigint', 1n],
  ])('%s counts as absent, so that not high does not hold, and is found', (_, priority) => {
    const { verdicts, findings } = judged(calm, log, '09-28 11:00', { priority });
    expect(verdicts).toEqual([]);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['attribute.missing', ['priority']],
      ['attribute.type', ['priority']],
    ]);
  });

  it('is left alone where no policy reads it: tags and a nested object of the CRM', () => {
    expect(codes(judged(calm, log, '09-28 11:00', { priority: 'low', tags: ['a'], raw: { a: 1 } }))).toEqual(
      [],
    );
  });

  it('set by a change leaves what was known before: low stays low', () => {
    const events = [['changed', '09-28 09:00', { set: { priority: ['high'] } }], ...log] as const;
    const result = judged(calm, events, '09-28 11:00', { priority: 'low' });
    expect(lines(result)).toEqual(['1 pending due 09-29 10:00']);
    expect(codes(result)).toEqual(['attribute.type']);
  });

  it('of an event lets the case speak; null of an event is its own word', () => {
    const phone = policyOf({ to: { event: 'replied', when: { channel: 'phone' } } });
    const reply = (channel: unknown) =>
      judged(phone, [...log, ['replied', '09-28 10:30', { channel }]], '09-28 11:00', { channel: 'phone' });
    expect(lines(reply({ a: 1 }))).toEqual(['1 met due 09-29 10:00 done 09-28 10:30']);
    expect(codes(reply({ a: 1 }))).toEqual(['attribute.type']);
    expect(lines(reply(null))).toEqual(['1 pending due 09-29 10:00']);
    expect(codes(reply(null))).toEqual([]);
  });
});

describe('an attribute of the vocabulary that only ladders and KPIs read', () => {
  const rungs = [
    {
      id: 'warn',
      level: 1,
      to: { table: [{ when: { tier: 'gold' }, to: 'vip desk' }] },
      at: { share: 0.8, of: 'answer' },
    },
  ];
  const kpis = [
    {
      id: 'k',
      measure: 'timelinessRate',
      when: { kind: 'complaint', complexity: 'complex' },
      period: 'month',
      groupBy: ['channel', 'shop'],
    },
  ];
  const missing = (attributes: Record<string, unknown>, more: object) =>
    judged(policyOf({}, { ...more }), [['received', '09-28 10:00']], '09-28 11:00', attributes).findings.map(
      ({ code, path }) => `${code} ${path}`,
    );

  it('is reported missing: the tier that says who is told, where the ladder applies', () => {
    const ladders = [{ id: 'up', when: { kind: 'complaint' }, rungs }];
    expect(missing({ kind: 'complaint' }, { ladders })).toEqual(['attribute.missing tier']);
    expect(missing({ kind: 'complaint', tier: 'silver' }, { ladders })).toEqual([]);
    expect(missing({ kind: 'inquiry' }, { ladders })).toEqual([]);
    expect(missing({}, { ladders })).toEqual(['attribute.missing kind']);
  });

  it('is reported missing: what a KPI hangs on and is grouped by, unless it is not about such a case', () => {
    expect(missing({ kind: 'complaint' }, { kpis })).toEqual(['attribute.missing complexity']);
    expect(missing({ kind: 'complaint', complexity: 'complex' }, { kpis })).toEqual([
      'attribute.missing channel',
    ]);
    expect(missing({ kind: 'inquiry' }, { kpis })).toEqual([]);
  });
});

describe('an attribute of the vocabulary that the policy reads', () => {
  const complex = policyOf({ when: { kind: 'inquiry', complexity: 'complex' } });
  const log = [['received', '09-28 10:00']] as const;

  it('is reported missing: an inquiry without complexity', () => {
    const result = judged(complex, log, '09-28 11:00', { kind: 'inquiry' });
    expect(result.verdicts).toEqual([]);
    expect(result.findings).toMatchObject([{ code: 'attribute.missing', path: ['complexity'] }]);
  });

  it('is not missed where another one settles it: a complaint needs no complexity', () => {
    expect(codes(judged(complex, log, '09-28 11:00', { kind: 'complaint' }))).toEqual([]);
  });

  it('is reported missing where a table hangs on it, or a promise, or what answers match by', () => {
    const table = { table: [{ when: { priority: 'high' }, limit: '1 hour' }], otherwise: '1 day' } as const;
    const missing = (standard: object) =>
      judged(policyOf({ ...standard }), log, '09-28 11:00').findings.map(({ code, path }) => [code, path]);
    expect(missing({ within: table })).toEqual([['attribute.missing', ['priority']]]);
    expect(missing({ within: { promised: 'promisedAt' } })).toEqual([['attribute.missing', ['promisedAt']]]);
    expect(missing({ match: 'department' })).toEqual([['attribute.missing', ['department']]]);
  });

  it('is not missed in a row that is not reached', () => {
    const rows = [
      { when: { kind: 'complaint' }, limit: '1 hour' },
      { when: { priority: 'high' }, limit: '2 hours' },
    ];
    expect(
      codes(judged(policyOf({ within: { table: rows } }), log, '09-28 11:00', { kind: 'complaint' })),
    ).toEqual([]);
  });

  it('of the own making of a company may be absent', () => {
    expect(codes(judged(policyOf({ when: { verified: true } }), log, '09-28 11:00'))).toEqual([]);
  });
});
