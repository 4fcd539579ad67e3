import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import type { Policy } from '../../src/policy/types.ts';
import { presets } from '../../src/presets/index.ts';
import { rulebookIds, rulebookRows } from './rulebook-rows.ts';

const bothLanguages = { en: expect.any(String), 'zh-CN': expect.any(String) };

const listsOf = ({ standards, ladders = [], kpis = [] }: Policy) => ({
  standards: standards.map((part) => ({ ...part, kind: part.kind as string })),
  ladders: ladders.map((part) => ({ ...part, kind: 'ladder' })),
  kpis: kpis.map((part) => ({ ...part, kind: 'kpi' })),
});
const partsOf = (policy: Policy) => Object.values(listsOf(policy)).flat();

describe('the rulebooks', () => {
  it('have 93 rows', () => {
    expect(rulebookRows).toHaveLength(93);
    expect(new Set(rulebookRows.map(({ row }) => row)).size).toBe(93);
  });

  it('are one preset each, in their order', () => {
    expect(Object.keys(presets)).toEqual(rulebookIds);
    for (const [id, policy] of Object.entries(presets)) expect(policy.id).toBe(id);
  });

  it.each(rulebookRows)(
    '$row stands in $preset as $kind, weight $weight',
    ({ preset, row, weight, kind }) => {
      const parts = partsOf(presets[preset]!).filter((part) => part.row === row);
      expect(parts.map((part) => part.kind)).toContain(kind);
      expect(new Set(parts.map((part) => part.weight))).toEqual(new Set([weight]));
    },
  );
});

describe.each(Object.entries(presets))('%s', (id, policy) => {
  const rows = rulebookRows.filter(({ preset }) => preset === id).map(({ row }) => row);

  it('has no part of another row, and each list in the order of the rows', () => {
    for (const parts of Object.values(listsOf(policy))) {
      const places = parts.map(({ row = '' }) => rows.indexOf(row));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  it('gives every part its clause and a title in both languages, and notes in both', () => {
    expect(policy.title).toEqual(bothLanguages);
    for (const part of partsOf(policy)) {
      expect(part).toMatchObject({ clause: expect.any(String), title: bothLanguages });
      if (part.note !== undefined) expect(part.note).toEqual(bothLanguages);
    }
  });

  it('is a policy in which nothing is wrong or suspicious', () => {
    expect(checkPolicy(JSON.parse(JSON.stringify(policy))).problems).toEqual([]);
  });

  it('counts and is open as its rulebook is', () => {
    const { calendar, counting } = policy;
    const always = ['hospital-service', 'hotel-service'].includes(id);
    expect(counting).toBe(always ? 'calendar-24-7' : 'prc-civil-code');
    expect(calendar).toMatchObject({ timeZone: 'Asia/Shanghai' });
    expect('week' in calendar && calendar.week === 'always').toBe(always);
  });
});
