import { describe, expect, it } from 'vitest';
import { describeLadder } from '../../src/explain/describe-ladder.ts';
import { policyOf } from '../support/naive-service.ts';

const told = (rungs: readonly object[], ladder: object = {}, parameters: object = {}) => {
  const policy = policyOf(
    { title: { en: 'Answer', 'zh-CN': '答复' } },
    { ladders: [{ id: 'l', ...ladder, rungs }], parameters },
  );
  return [describeLadder(policy, 'l', 'en'), describeLadder(policy, 'l', 'zh-CN')];
};

describe('a ladder in words', () => {
  it.each([
    [{ level: 1, to: 'supervisor', on: 'unresolved' }, 'unresolved: supervisor', '未能解决：主管'],
    [
      { level: 2, to: 'manager', on: { event: 'rejected', count: 2 }, action: 'approve' },
      '2 times rejected: manager (approve)',
      '第2次客户不同意：经理（审批）',
    ],
    [
      { level: 2, to: 'manager', on: { event: ['rejected', 'reopened'], count: 3 } },
      'in all 3 times rejected or reopened: manager',
      '第3次客户不同意或重新打开：经理',
    ],
    [
      { level: 1, to: 'manager', when: { claim: 'design-change' } },
      'claim design-change: manager',
      '诉求为设计变更：经理',
    ],
    [
      { level: 1, to: 'handler', at: { before: 'answer', by: '1 working day' }, takenBy: 'reminded' },
      '1 working day before “Answer” is due: handler, taken by reminded',
      '“答复”截止前1个工作日：经办人，以提醒为接手',
    ],
    [
      {
        level: 1,
        to: 'handler',
        at: { share: 0.8, of: 'answer' },
        deliver: 'working-time',
      },
      '80% of the time for “Answer” used: handler, told in working time',
      '“答复”用时达80%：经办人，工作时间内通知',
    ],
    [
      { level: 1, to: 'handler', at: { after: 'answer', by: '4 hours' }, every: '1 day', times: 3 },
      '4 hours after “Answer” was due: handler, again every 1 day, 3 times in all',
      '“答复”截止后4小时：经办人，每1天再次，共3次',
    ],
    [
      { level: 2, to: 'manager', at: { after: 'answer', by: '0 hours' } },
      '“Answer” was due: manager',
      '“答复”到期：经理',
    ],
    [
      {
        level: 1,
        to: {
          table: [{ when: { concerned: { exists: true } }, to: 'person-concerned' }],
          otherwise: 'supervisor',
        },
        on: 'dissatisfied',
      },
      'dissatisfied: person-concerned (concerned given), otherwise supervisor',
      '不满：当事人（当事人已填），否则主管',
    ],
  ])('%j', (rung, english, chinese) => {
    expect(told([{ id: 'r', ...rung }])).toEqual([english, chinese]);
  });

  it('tells its cases first, and its rungs one after the other', () => {
    const rungs = [
      { id: 'a', level: 1, to: 'supervisor', on: 'unresolved' },
      { id: 'b', level: 2, to: 'manager', on: 'dissatisfied' },
    ];
    expect(told(rungs, { when: { kind: 'complaint' } })).toEqual([
      'kind complaint: unresolved: supervisor; dissatisfied: manager',
      '类型为投诉：未能解决：主管；不满：经理',
    ]);
  });

  it('has its parameters put in as far as they are set', () => {
    const rungs = [{ id: 'a', level: 1, to: 'handler', at: { before: 'answer', by: { parameter: 'lead' } } }];
    expect(told(rungs, {}, { lead: null })[0]).toBe(
      'a time not set yet (lead) before “Answer” is due: handler',
    );
    expect(told(rungs, {}, { lead: '2 hours' })[0]).toBe('2 hours before “Answer” is due: handler');
  });

  it('calls a standard without a title by its id, and names the parameter that its share waits for', () => {
    const rungs = [{ id: 'a', level: 1, to: 'handler', at: { share: { parameter: 'early' }, of: 'answer' } }];
    const policy = policyOf({}, { ladders: [{ id: 'l', rungs }], parameters: { early: null } });
    expect(describeLadder(policy, 'l', 'en')).toBe('early of the time for “answer” used: handler');
    expect(describeLadder(policy, 'l', 'zh-CN')).toBe('“answer”用时达early：经办人');
  });

  it('tells roles of which nobody is left over, and repeats of which nobody says how many', () => {
    const table = ['high', 'low'].map((priority) => ({ when: { priority }, to: `${priority}-desk` }));
    const rungs = [{ id: 'a', level: 1, to: { table }, at: { share: 1, of: 'answer' }, every: '1 day' }];
    expect(told(rungs)).toEqual([
      '100% of the time for “Answer” used: high-desk (priority high) or low-desk (priority low), again every 1 day',
      '“答复”用时达100%：high-desk（优先级为高）或low-desk（优先级为低），每1天再次',
    ]);
  });

  it('knows no other ladder', () => {
    expect(describeLadder(policyOf(), 'none', 'en')).toBeUndefined();
  });
});
