import { describe, expect, it } from 'vitest';
import { counting, events, limit, points, refused } from './refused-standard.ts';

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
