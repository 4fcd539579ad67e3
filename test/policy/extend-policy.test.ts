import { describe, expect, it } from 'vitest';
import { PolicyError } from '../../src/errors/policy-error.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { provenanceOf } from '../../src/policy/provenance-of.ts';
import { textileService } from '../../src/presets/textile-service.ts';
import { always, office } from '../support/naive-service.ts';

const answer = {
  id: 'answer',
  kind: 'deadline',
  from: 'received',
  to: 'replied',
  within: '24 hours',
} as const;
const base = definePolicy({
  id: 'base',
  version: '1',
  title: 'Base',
  calendar: office,
  standards: [answer, { ...answer, id: 'close', to: 'closed', within: { parameter: 'slow' } }],
  ladders: [{ id: 'up', rungs: [{ id: 'boss', level: 1, to: 'boss', at: { share: 1, of: 'answer' } }] }],
  kpis: [{ id: 'rate', measure: 'timelinessRate', of: 'answer' }],
  parameters: { slow: '5 days', spare: null },
});
const faster = { ...answer, within: '8 hours' } as const;

const thrown = (run: () => unknown): PolicyError => {
  try {
    run();
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error('expected a PolicyError');
};

describe('extendPolicy', () => {
  it('replaces a part as a whole, in its place, and leaves the base as it is', () => {
    const titled = definePolicy({ ...base, standards: [{ ...answer, title: 'Answer' }, base.standards[1]!] });
    const ours = extendPolicy(titled, { version: '2', standards: [faster] });
    expect(ours.standards).toEqual([faster, base.standards[1]]);
    expect(titled.standards[0]).toMatchObject({ title: 'Answer', within: '24 hours' });
  });

  it('adds new ids at the end, in any of the three lists', () => {
    const first = definePolicy({ id: 'first', version: '1', calendar: office, standards: [answer] });
    const ours = extendPolicy(first, {
      standards: [{ ...answer, id: 'told', to: 'told' }],
      ladders: [{ id: 'l', rungs: [{ id: 'r', level: 1, to: 'boss', at: { share: 1, of: 'told' } }] }],
      kpis: [{ id: 'k', measure: 'timelinessRate', of: 'answer' }],
    });
    expect(ours.standards.map(({ id }) => id)).toEqual(['answer', 'told']);
    expect(ours.ladders?.map(({ id }) => id)).toEqual(['l']);
    expect(ours.kpis?.map(({ id }) => id)).toEqual(['k']);
  });

  it('removes parts of any list by id', () => {
    const ours = extendPolicy(base, { remove: ['close', 'rate', 'up'] });
    expect(ours.standards).toEqual([answer]);
    expect([ours.ladders, ours.kpis]).toEqual([[], []]);
  });

  it("replaces every other key as a whole, parameters and calendars included; key order is the base's", () => {
    const ours = extendPolicy(base, {
      id: 'ours',
      source: 'us',
      calendar: always,
      parameters: { slow: '9 days' },
    });
    expect(ours).toMatchObject({ id: 'ours', version: '1', title: 'Base', calendar: always, source: 'us' });
    expect(ours.parameters).toEqual({ slow: '9 days' });
    expect(Object.keys(ours)).toEqual([...Object.keys(base), 'source']);
  });

  it('gives a frozen policy that is its document in JSON', () => {
    const ours = extendPolicy(base, { version: '2', standards: [faster] });
    expect(Object.isFrozen(ours)).toBe(true);
    expect(definePolicy(JSON.parse(JSON.stringify(ours)))).toEqual(ours);
    expect(Object.keys(ours)).not.toContain('remove');
  });

  it('refuses to remove what is near nothing there, with all ids that there are', () =>
    expect(thrown(() => extendPolicy(base, { remove: ['something-else'] }))).toMatchObject({
      code: 'policy.no-part',
      hint: expect.stringMatching(/^There are .*close/),
    }));

  it('refuses to remove what is not there, with the nearest id', () =>
    expect(thrown(() => extendPolicy(base, { remove: ['clos'] }))).toMatchObject({
      code: 'policy.no-part',
      path: ['remove', 0],
      hint: 'Did you mean "close"?',
    }));

  it.each([
    ['a KPI over a standard that is removed', { remove: ['answer'] }, 'policy.unknown-standard'],
    ['a part that is wrong', { standards: [{ ...answer, within: '5 dyas' }] }, 'limit.unit'],
    ['an unknown key', { standrds: [] }, 'policy.unknown-key'],
    ['an id that is given twice', { standards: [faster, answer] }, 'policy.repeated-id'],
    ['a list that is none', { kpis: 'none' }, 'policy.shape'],
    ['a part that is none', { kpis: [null] }, 'policy.shape'],
  ])('refuses %s like any policy', (_, changes, code) => {
    const { problems } = thrown(() => extendPolicy(base, changes as never));
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  it('of a preset: a stricter first standard, all others the same', () => {
    const strict = { ...textileService.standards[0]!, within: '4 working hours' } as const;
    const ours = extendPolicy(textileService, { id: 'ours', version: '1', standards: [strict] });
    expect(ours.standards.slice(1)).toEqual(textileService.standards.slice(1));
    expect(ours.standards[0]).toEqual(strict);
  });
});

describe('extendPolicy of what cannot be read', () => {
  const throwing = new Proxy({} as typeof base, {
    get: () => {
      throw new Error('no entry');
    },
    ownKeys: () => {
      throw new Error('no entry');
    },
  });

  it.each([
    ['a base', () => extendPolicy(throwing, {})],
    ['changes', () => extendPolicy(base, throwing as never)],
    ['a base that is null', () => extendPolicy(null as never, { version: '2' })],
  ])('refuses %s with a PolicyError', (_, run) => {
    expect(thrown(run)).toBeInstanceOf(PolicyError);
    expect(thrown(run).code).toBe('policy.invalid');
  });
});

describe('provenanceOf', () => {
  const [ofBase, ofTwo] = [
    { policy: 'base', version: '1' },
    { policy: 'base', version: '2' },
  ];

  it('of a policy that extends nothing names the policy itself', () => {
    const { standards, ladders, kpis, keys, removed } = provenanceOf(base);
    expect(standards).toEqual({ answer: ofBase, close: ofBase });
    expect([ladders, kpis, removed]).toEqual([{ up: ofBase }, { rate: ofBase }, {}]);
    expect(Object.keys(keys)).toEqual(['id', 'version', 'title', 'calendar', 'parameters']);
  });

  it('tells what was kept, replaced, added and removed', () => {
    const told = { ...answer, id: 'told', to: 'told' } as const;
    const ours = extendPolicy(base, { version: '2', standards: [faster, told], remove: ['close'] });
    const { standards, kpis, keys, removed } = provenanceOf(ours);
    expect(standards).toEqual({ answer: { ...ofTwo, replaces: ofBase }, told: ofTwo });
    expect(kpis).toEqual({ rate: ofBase });
    expect(removed).toEqual({ close: { ...ofTwo, replaces: ofBase } });
    expect([keys.version, keys.calendar]).toEqual([{ ...ofTwo, replaces: ofBase }, ofBase]);
  });

  it('goes back through several extensions; what comes back is no longer removed', () => {
    const two = extendPolicy(base, { version: '2', standards: [faster], remove: ['close'] });
    const three = extendPolicy(two, { version: '3', standards: [answer, base.standards[1]!] });
    const ofThree = { policy: 'base', version: '3' };
    const { standards, kpis, removed } = provenanceOf(three);
    expect(standards.answer).toEqual({ ...ofThree, replaces: { ...ofTwo, replaces: ofBase } });
    expect([standards.close, kpis.rate, removed]).toEqual([ofThree, ofBase, {}]);
  });

  it('stays with the object: a copy by JSON is a policy of its own', () => {
    const ours = extendPolicy(base, { version: '2', standards: [faster] });
    expect(JSON.parse(JSON.stringify(provenanceOf(ours)))).toEqual(provenanceOf(ours));
    expect(provenanceOf(JSON.parse(JSON.stringify(ours))).standards).toEqual({ answer: ofTwo, close: ofTwo });
  });
});
