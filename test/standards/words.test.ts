import { describe, expect, it } from 'vitest';
import { described } from '../support/one-standard.ts';

const deadline = { kind: 'deadline', from: 'received', to: 'replied', within: '1 hour' };

/** What stands before the promise of a deadline with this condition, in English and Chinese. */
const condition = (when: object, more: object = {}) =>
  described({ ...deadline, when }, more).map((text) => text?.replace(/: replied.*|：受理.*/, ''));

describe('a condition in words', () => {
  it.each([
    [{ amount: { gt: 5 } }, 'amount over 5', 'amount高于5'],
    [{ amount: { gte: 5 } }, 'amount at least 5', 'amount不低于5'],
    [{ amount: { lt: 5 } }, 'amount under 5', 'amount低于5'],
    [{ amount: { lte: 5 } }, 'amount at most 5', 'amount不高于5'],
    [{ amount: { gt: 5, lte: 9 } }, 'amount over 5 and at most 9', 'amount高于5和不高于9'],
    [{ amount: { not: { gt: 5, lte: 9 } } }, 'amount not over 5 and at most 9', 'amount并非高于5和不高于9'],
    [{ tier: 'gold' }, 'tier gold', '等级为gold'],
    [{ tier: ['gold'] }, 'tier gold', '等级为gold'],
    [
      { tier: { not: ['gold', 'silver', null] } },
      'tier not gold, silver or null',
      '等级不为gold、silver或null',
    ],
    [{ tier: null }, 'tier null', '等级为null'],
    [{ tier: 7 }, 'tier 7', '等级为7'],
    [{ vip: true, late: false }, 'vip yes, late no', 'vip为是，late为否'],
    [{ vip: { not: { not: true } } }, 'vip yes', 'vip为是'],
    [{ vip: { exists: true } }, 'vip given', 'vip已填'],
    [{ vip: { exists: false } }, 'vip not given', 'vip未填'],
    [{ vip: { not: { exists: false } } }, 'vip given', 'vip已填'],
    [
      { kind: ['complaint', 'repair', 'return'] },
      'kind complaint, repair or return',
      '类型为投诉、报修或退货',
    ],
  ])('%j', (when, english, chinese) => expect(condition(when)).toEqual([english, chinese]));

  it('of nothing is none', () =>
    expect(described({ ...deadline, when: {} })).toEqual([
      'replied within 1 hour of received',
      '受理后1小时内答复',
    ]));

  it('names parameters that nobody has set, one of several and one that bounds', () => {
    const unset = { parameters: { tiers: null, least: null } };
    expect(condition({ tier: ['gold', { parameter: 'tiers' }] }, unset)).toEqual([
      'tier gold or tiers',
      '等级为gold或tiers',
    ]);
    expect(condition({ amount: { gte: { parameter: 'least' } } }, unset)).toEqual([
      'amount at least least',
      'amount不低于least',
    ]);
    expect(condition({ tier: { not: { parameter: 'tiers' } } }, unset)).toEqual([
      'tier not as in tiers',
      '等级不为参数tiers',
    ]);
  });
});

describe('events in words', () => {
  it.each([
    ['a', 'a', 'a'],
    [['replied'], 'replied', '答复'],
    [['replied', 'told'], 'replied or told', '答复或告知客户'],
    [['replied', 'told', 'closed'], 'replied, told or closed', '答复、告知客户或结案'],
    [{ all: ['replied', 'told', 'closed'] }, 'replied, told and closed', '答复、告知客户和结案'],
    [{ event: 'told' }, 'told', '告知客户'],
    [
      [{ event: 'told', when: { channel: 'phone', vip: true } }, 'closed'],
      'told (channel phone, vip yes) or closed',
      '告知客户（渠道为电话，vip为是）或结案',
    ],
  ])('%j', (to, english, chinese) =>
    expect(described({ ...deadline, to })).toEqual([
      `${english} within 1 hour of received`,
      `受理后1小时内${chinese}`,
    ]),
  );
});

describe('a limit in words', () => {
  const row = (priority: string, limit: unknown) => ({ when: { priority }, limit });
  it.each([
    [
      { table: [row('high', '1 hour'), row('low', '2 days')] },
      'replied within 1 hour (priority high), 2 days (priority low) of received',
      '受理后优先级为高的1小时、优先级为低的2天内答复',
    ],
    [
      { table: [row('high', { promised: 'promisedAt' })], otherwise: { promised: 'visitAt' } },
      'replied within the time promised in promisedAt (priority high), otherwise the time promised in visitAt of received',
      '受理后优先级为高的承诺时间所载时间、其余预约时间所载时间内答复',
    ],
    [
      { table: [row('high', { parameter: 'soon' })], otherwise: { parameter: 'later' } },
      'replied within a time not set yet (soon) (priority high), otherwise a time not set yet (later) of received',
      '受理后优先级为高的规定时限（soon，未设定）、其余规定时限（later，未设定）内答复',
    ],
    [
      { amount: 2, unit: 'working days' },
      'replied within 2 working days of received',
      '受理后2个工作日内答复',
    ],
  ])('%j', (within, english, chinese) =>
    expect(described({ ...deadline, within })).toEqual([english, chinese]),
  );

  it('of which nobody has set by what it restarts says nothing of that', () =>
    expect(described({ ...deadline, restartOn: { parameter: 'again' } })).toEqual([
      'replied within 1 hour of received',
      '受理后1小时内答复',
    ]));
});

describe('the words of presets', () => {
  it('are those of their checklists, too', () => {
    const checklist = { kind: 'checklist', items: [{ item: 'uniform' }, { item: 'badge' }, { item: 'tie' }] };
    expect(described(checklist)).toEqual(['uniform, badge and tie: all pass', '着装、工牌和tie：均须合格']);
  });
});
