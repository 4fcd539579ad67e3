import { describe, expect, it } from 'vitest';
import { base, ladder, one, places } from './warnings.ts';

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
