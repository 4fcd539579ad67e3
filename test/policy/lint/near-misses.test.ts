import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../src/policy/check-policy.ts';
import { answer, base, ladder, one, places, warnings } from './warnings.ts';

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
