import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { DulyError } from '../../src/errors/duly-error.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { at, caseOf } from '../support/naive-service.ts';
import { base, problemsOf, standardWith } from './one-promise.ts';

describe('a hostile document', () => {
  /** An error of ours, whatever it is; one that is slow to come runs into the test's time limit. */
  const expectRefused = (document: unknown) => expect(() => parsePolicy(document)).toThrow(DulyError);

  it('that holds itself', () => {
    const circle: Record<string, unknown> = { ...base };
    circle.standards = [circle];
    expectRefused(circle);
  });

  it('of brackets in brackets, 100,000 deep, or 5,000 in a text', () => {
    let deep: unknown = [];
    for (let n = 0; n < 100_000; n++) deep = [deep];
    expectRefused({ ...base, parameters: { deep } });
    expectRefused(JSON.parse('['.repeat(5000) + ']'.repeat(5000)));
  });

  it('with 100,000 keys under one that is wrong', () => {
    expectRefused({
      ...base,
      when: Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, n])),
    });
  });

  it('with 100,000 impossible holidays, of which few are told', () => {
    const holidays = Array.from({ length: 100_000 }, () => '2026-02-31');
    expect(problemsOf({ ...base, calendar: { timeZone: 'UTC', week: 'always', holidays } })).toEqual([
      'calendar.date calendar.holidays.0',
    ]);
  });

  it('with 200,000 wrong standards, of which 20,000 are told', () => {
    expect(checkPolicy({ ...base, standards: Array(200_000).fill(0) }).problems.length).toBe(20_000);
  });

  it('with 50,000 parameters that stand for one another', () => {
    const chain = Array.from({ length: 50_000 }, (_, n) => [`p${n}`, { parameter: `p${n + 1}` }]);
    expect(checkPolicy({ ...base, parameters: Object.fromEntries(chain) }).policy).toBe(null);
  });

  it('that holds one object in 2 to the power of 60 places', () => {
    let laughs: unknown = 1;
    for (let n = 0; n < 60; n++) laughs = { a: laughs, b: laughs };
    expect(problemsOf({ ...base, parameters: { laughs } })).toEqual([
      'policy.unused-parameter parameters.laughs',
    ]);
  });

  it.each([new Map([['kind', 'complaint']]), new Set(['kind']), new Date(0), /kind/, new String('kind')])(
    'in which %o stands for an object: a condition that nobody can read would always hold',
    (when) => {
      expect(problemsOf(standardWith({ when }))).toEqual(['policy.shape standards.0.when']);
      expect(problemsOf({ ...base, title: when })).toEqual(['policy.shape title']);
    },
  );

  it('whose getter throws what no text says', () => {
    const trap = { ...base };
    Object.defineProperty(trap, 'title', {
      enumerable: true,
      get() {
        throw Symbol('boo');
      },
    });
    expect(problemsOf(trap)).toEqual(['policy.unreadable ']);
  });

  it('whose getter throws', () => {
    const trap = { ...base };
    Object.defineProperty(trap, 'title', {
      enumerable: true,
      get() {
        throw new Error('boo');
      },
    });
    expectRefused(trap);
    expect(problemsOf(trap)).toEqual(['policy.unreadable ']);
  });

  it('a proxy that throws whatever is asked of it', () => {
    const trap = new Proxy(base, {
      get() {
        throw new Error('boo');
      },
    });
    expectRefused(trap);
    expect(problemsOf(trap)).toEqual(['policy.unreadable ']);
  });

  it('whose getter answers differently each time is read once', () => {
    let reads = 0;
    const shifty = { ...base };
    Object.defineProperty(shifty, 'version', {
      enumerable: true,
      get: () => {
        reads += 1;
        return `${reads}`;
      },
    });
    expect(parsePolicy(shifty).version).toBe('1');
    expect(reads).toBe(1);
  });

  it('with huge numbers', () => {
    expectRefused(standardWith({ within: { amount: 1e300, unit: 'days' } }));
    expectRefused(standardWith({ within: `${'9'.repeat(400)} hours` }));
    expectRefused({
      ...base,
      ladders: [{ id: 'l', rungs: [{ id: 'r', level: Number.POSITIVE_INFINITY, to: 'x', on: 'y' }] }],
    });
  });

  it('with keys of the prototype: refused where keys are known, plain names where they are free', () => {
    expectRefused(JSON.parse(`{"__proto__": {"id": "x"}, "id": "p"}`));
    expectRefused(
      JSON.parse(JSON.stringify(base).replace('"id":"p"', '"id":"p","__proto__":{"polluted":1}')),
    );
    expectRefused(standardWith({ kind: 'constructor' }));
    expectRefused(standardWith({ kind: '__proto__' }));
    expectRefused(standardWith({ calendar: 'constructor' }));
    expectRefused(standardWith({ calendar: '__proto__' }));
    const log = caseOf([['received', '09-28 10:00']]);
    const by = parsePolicy(standardWith({ within: { parameter: 'toString' } }));
    expect(assess(log, by, { asOf: at('09-28 11:00') }).verdicts[0]).toMatchObject({
      status: 'undetermined',
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('a condition on __proto__ is a condition on an absent attribute', () => {
    const policy = parsePolicy(
      JSON.parse(JSON.stringify(standardWith({})).replace('"within"', '"when":{"__proto__":"x"},"within"')),
    );
    expect(
      assess(caseOf([['received', '09-28 10:00']]), policy, { asOf: at('09-28 11:00') }).verdicts,
    ).toEqual([]);
  });
});
