import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { explain } from '../../src/explain/explain.ts';
import { at, caseOf, codes, type EventRow, judged, lines } from '../support/naive-service.ts';
import { described, onlyVerdict, policyOfOne } from '../support/one-standard.ts';

const quote = { kind: 'order', first: 'quote-accepted', then: 'work-started' };
const policy = policyOfOne(quote);
const received: EventRow = ['received', '09-28 10:00'];
const accepted: EventRow = ['quote-accepted', '09-28 11:00'];
const work: EventRow = ['work-started', '09-28 12:00'];

describe('an order of two', () => {
  it('is met by work at 12:00 after the quote was accepted at 11:00', () => {
    const assessment = judged(policy, [received, accepted, work], '09-29 00:00');
    expect(lines(assessment)).toEqual(['1 met done 09-28 12:00']);
    expect(assessment.verdicts[0]).toMatchObject({
      from: new Date(at('09-28 11:00')),
      due: null,
      detail: { steps: [new Date(at('09-28 11:00')), new Date(at('09-28 12:00'))] },
    });
    expect(assessment.nextChange).toBeNull();
  });

  it('is broken by work that nothing came before, and names both', () => {
    expect(onlyVerdict(policy, [received, work], '09-29 00:00')).toMatchObject({
      status: 'broken',
      detail: { steps: [null, null], event: 'work-started', without: ['quote-accepted'] },
    });
  });

  it('stays broken when the quote is accepted afterwards and work starts again', () => {
    const log: EventRow[] = [
      received,
      work,
      ['quote-accepted', '09-28 13:00'],
      ['work-started', '09-28 14:00'],
    ];
    expect(lines(judged(policy, log, '09-29 00:00'))).toEqual(['1 broken done 09-28 12:00']);
  });

  it('is pending while no work has started, accepted or not', () => {
    expect(lines(judged(policy, [received], '09-29 00:00'))).toEqual(['1 pending']);
    expect(lines(judged(policy, [received, accepted], '09-29 00:00'))).toEqual(['1 pending']);
  });

  it('takes equal instants in the order of the log', () => {
    const same: EventRow = ['quote-accepted', '09-28 12:00'];
    expect(lines(judged(policy, [received, same, work], '09-29 00:00'))).toEqual(['1 met done 09-28 12:00']);
    expect(lines(judged(policy, [received, work, same], '09-29 00:00'))).toEqual([
      '1 broken done 09-28 12:00',
    ]);
  });

  it('is exempt when withdrawn before any work, and broken by work before that', () => {
    const withdrawn: EventRow = ['withdrawn', '09-28 13:00'];
    expect(
      lines(judged(policy, [received, withdrawn, ['work-started', '09-28 14:00']], '09-29 00:00')),
    ).toEqual(['1 exempt withdrawn']);
    expect(lines(judged(policy, [received, work, withdrawn], '09-29 00:00'))).toEqual([
      '1 broken done 09-28 12:00',
    ]);
  });

  it('asks for all where all are named: cost without time is not enough', () => {
    const both = policyOfOne({ ...quote, first: { all: ['cost-confirmed', 'time-confirmed'] } });
    const cost: EventRow = ['cost-confirmed', '09-28 11:00'];
    const time: EventRow = ['time-confirmed', '09-28 11:30'];
    expect(lines(judged(both, [received, cost, work], '09-29 00:00'))).toEqual(['1 broken done 09-28 12:00']);
    expect(lines(judged(both, [received, time, cost, work], '09-29 00:00'))).toEqual([
      '1 met done 09-28 12:00',
    ]);
  });

  it('reads the attributes of events: an acceptance that states no cost is none', () => {
    const stated = policyOfOne({
      ...quote,
      first: { event: 'quote-accepted', when: { cost: { exists: true }, days: { exists: true } } },
    });
    const quoted = (more: object): EventRow[] => [
      received,
      ['quote-accepted', '09-28 11:00', { ...more }],
      work,
    ];
    expect(lines(judged(stated, quoted({ cost: 90 }), '09-29 00:00'))).toEqual(['1 broken done 09-28 12:00']);
    expect(lines(judged(stated, quoted({ cost: 90, days: 3 }), '09-29 00:00'))).toEqual([
      '1 met done 09-28 12:00',
    ]);
  });

  it('does not take an event for its own forerunner', () => {
    const twice = policyOfOne({ ...quote, first: 'told', then: ['told', 'work-started'] });
    expect(lines(judged(twice, [received, ['told', '09-28 11:00']], '09-29 00:00'))).toEqual([
      '1 broken done 09-28 11:00',
    ]);
  });
});

describe('a chain of steps', () => {
  const chain = policyOfOne({
    kind: 'order',
    steps: ['verified', 'transferred', ['replied', 'told'], 'implemented'],
  });
  const steps = (...types: string[]): EventRow[] => [
    received,
    ...types.map((type, n): EventRow => [type, `09-28 1${n + 1}:00`]),
  ];

  it.each([
    [['verified', 'transferred', 'told', 'implemented'], '1 met done 09-28 14:00'],
    [['verified', 'transferred', 'replied'], '1 pending'],
    [['verified', 'verified', 'transferred', 'replied', 'replied', 'implemented'], '1 met done 09-28 16:00'],
    [['transferred', 'verified'], '1 broken done 09-28 11:00'],
    [['verified', 'transferred', 'implemented', 'replied'], '1 broken done 09-28 13:00'],
    [['implemented'], '1 broken done 09-28 11:00'],
  ])('%j: %s', (types, line) => expect(lines(judged(chain, steps(...types), '09-29 00:00'))).toEqual([line]));

  it('says which step came without which', () => {
    expect(onlyVerdict(chain, steps('verified', 'transferred', 'implemented'), '09-29 00:00').detail).toEqual(
      {
        steps: [new Date(at('09-28 11:00')), new Date(at('09-28 12:00')), null, null],
        event: 'implemented',
        without: ['replied', 'told'],
      },
    );
  });
});

describe('when an order applies', () => {
  const repairs = policyOfOne({ ...quote, when: { kind: 'repair' } });

  it('is decided by the event that decides it, or as things stand now', () => {
    const turned: EventRow = ['changed', '09-28 11:30', { set: { kind: 'repair' } }];
    expect(lines(judged(repairs, [received, turned, work], '09-29 00:00', { kind: 'query' }))).toEqual([
      '1 broken done 09-28 12:00',
    ]);
    const later: EventRow = ['changed', '09-28 13:00', { set: { kind: 'repair' } }];
    expect(lines(judged(repairs, [received, work, later], '09-29 00:00', { kind: 'query' }))).toEqual([]);
    expect(lines(judged(repairs, [received, turned], '09-29 00:00', { kind: 'query' }))).toEqual([
      '1 pending',
    ]);
  });

  it('to another kind of case gives no verdict', () =>
    expect(lines(judged(repairs, [received, work], '09-29 00:00', { kind: 'query' }))).toEqual([]));

  it('cannot be told without the attribute, which is reported', () =>
    expect(codes(judged(repairs, [received, work], '09-29 00:00'))).toEqual(['attribute.missing']));

  it('is undetermined while nobody has set a parameter of its condition', () => {
    const open = policyOfOne({ ...quote, when: { kind: { parameter: 'kinds' } } });
    expect(lines(judged(open, [received, work], '09-29 00:00', { kind: 'repair' }))).toEqual([
      '1 undetermined missing kinds',
    ]);
  });

  it.each([
    ['no second', { kind: 'order', first: 'a' }],
    ['a chain of one', { kind: 'order', steps: ['a'] }],
    ['both forms', { ...quote, steps: ['a', 'b'] }],
    ['nothing in all', { ...quote, first: { all: [] } }],
  ])('is refused with %s', (_, standard) =>
    expect(() => policyOfOne(standard)).toThrowError(expect.objectContaining({ code: 'policy.invalid' })),
  );
});

describe('an order in words', () => {
  it.each([
    [quote, 'quote-accepted before work-started', '先同意报价，后开始施工'],
    [
      { ...quote, first: { all: ['told', 'accepted'] }, when: { kind: 'repair' } },
      'kind repair: told and accepted before work-started',
      '类型为报修：先告知客户和客户同意，后开始施工',
    ],
    [
      { kind: 'order', steps: ['transferred', ['replied', 'told'], 'closed'] },
      'in this order: transferred, replied or told, closed',
      '依次：转办、答复或告知客户、结案',
    ],
  ])('%j', (standard, english, chinese) => expect(described(standard)).toEqual([english, chinese]));

  it('is explained by what came too early', () => {
    const [verdict] = assess(caseOf([received, work]), policy, { asOf: at('09-29 00:00') }).verdicts;
    const told = (locale: 'en' | 'zh-CN') => explain(verdict!, { locale });
    expect(told('en')).toBe('s: broken.\nwork-started without quote-accepted before it.');
    expect(told('zh-CN')).toBe('s：未达标。\n开始施工之前没有同意报价。');
  });

  it('is explained by each of the events that were missing', () => {
    const either = policyOfOne({ ...quote, first: ['quote-accepted', 'told'] });
    const [verdict] = assess(caseOf([received, work]), either, { asOf: at('09-29 00:00') }).verdicts;
    expect(explain(verdict!, { locale: 'en' })).toBe(
      's: broken.\nwork-started without quote-accepted or told before it.',
    );
  });

  it('is told by its status alone where it is kept', () => {
    const [verdict] = assess(caseOf([received, accepted, work]), policy, {
      asOf: at('09-29 00:00'),
    }).verdicts;
    expect(explain(verdict!, { locale: 'en' })).toBe('s: met, done Mon 28 Sep 2026 12:00.');
  });
});
