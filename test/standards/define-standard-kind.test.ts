import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { assess } from '../../src/assess/assess.ts';
import { createAudit } from '../../src/audit/create-audit.ts';
import { PolicyError } from '../../src/errors/policy-error.ts';
import { explain } from '../../src/explain/explain.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { defineStandardKind } from '../../src/standards/define-standard-kind.ts';
import { at, caseOf, lines, office, wall } from '../support/naive-service.ts';

/** At most so many hands: broken by the one too many, met once resolved. */
const hands = defineStandardKind({
  kind: 'hands',
  schema: z.object({ most: z.number().int().min(0), within: z.string().default('anything') }),
  judge: ({ most, within }, { timeline }) => {
    const count = timeline.events.filter(({ type }) => type === 'assigned').length;
    const open = timeline.first('resolved') === undefined;
    return [{ status: count > most ? 'broken' : open ? 'pending' : 'met', detail: { count, most, within } }];
  },
  describe: ({ most }, locale) => (locale === 'en' ? `at most ${most} hands` : `最多${most}人经手`),
});

const few = { id: 'few', kind: 'hands', most: 1, when: { kind: 'complaint' } } as const;
const base = { id: 'own', version: '1', calendar: office, standards: [few] } as const;
const policy = definePolicy(base, { kinds: [hands] });

const log = caseOf(
  [
    ['received', '09-28 10:00'],
    ['assigned', '09-28 11:00', { to: 'li' }],
    ['assigned', '09-28 12:00', { to: 'wu' }],
  ],
  { kind: 'complaint' },
);

const asOf = at('09-28 13:00');

describe("a kind of one's own", () => {
  it('judges: 2 hands where 1 is allowed is broken, with the owner and what was measured', () => {
    const [verdict, ...others] = assess(log, policy, { asOf, trace: false }).verdicts;
    expect(others).toEqual([]);
    expect(verdict).toEqual({
      case: 'T-1',
      standard: 'few',
      kind: 'hands',
      run: 1,
      status: 'broken',
      severity: 'hard',
      from: null,
      due: null,
      done: null,
      usedMs: null,
      overMs: null,
      pausedMs: null,
      remainingMs: null,
      share: null,
      clock: 'stopped',
      owner: 'wu',
      detail: { count: 2, most: 1, within: 'anything' },
    });
  });

  it('is asked only for cases to which its standard applies when they begin', () => {
    const turned = caseOf(
      [
        ['received', '09-28 10:00'],
        ['changed', '09-28 11:00', { set: { kind: 'complaint' } }],
      ],
      { kind: 'inquiry' },
    );
    expect(assess(turned, policy, { asOf }).verdicts).toEqual([]);
    const { verdicts, findings } = assess(caseOf([['received', '09-28 10:00']]), policy, { asOf });
    expect(verdicts).toEqual([]);
    expect(findings).toMatchObject([{ code: 'attribute.missing', path: ['kind'] }]);
  });

  it('sees no event after asOf', () =>
    expect(lines(assess(log, policy, { asOf: at('09-28 11:30') }))).toEqual(['1 pending']));

  it('counts in audits', () => {
    const audit = createAudit(policy, { asOf });
    audit.add(log);
    audit.add({ ...log, id: 'T-2', events: log.events.slice(0, 2) });
    const report = audit.report();
    expect(report.standards).toMatchObject([{ id: 'few', runs: 2, broken: 1, pending: 1 }]);
    expect(report.breaches).toMatchObject([{ case: 'T-1', standard: 'few', status: 'broken' }]);
  });

  it('is explained by its promise, in both languages, and so is what JSON has made of the verdict', () => {
    const [verdict] = assess(log, policy, { asOf }).verdicts;
    const stored = JSON.parse(JSON.stringify(verdict));
    for (const one of [verdict!, stored]) {
      expect(explain(one, { locale: 'en' })).toContain('Promised: at most 1 hands.');
      expect(explain(one, { locale: 'zh-CN' })).toContain('承诺：最多1人经手。');
    }
  });

  it('gets parameters as their values; unset, it is not asked, and the verdict names what is missing', () => {
    const document = { ...base, standards: [{ ...few, most: { parameter: 'hands' } }] };
    const withHands = (value: unknown) =>
      parsePolicy({ ...document, parameters: { hands: value } }, { kinds: [hands] });
    expect(lines(assess(log, withHands(2), { asOf }))).toEqual(['1 pending']);
    expect(lines(assess(log, withHands(1), { asOf }))).toEqual(['1 broken']);
    expect(lines(assess(log, withHands(null), { asOf }))).toEqual(['1 undetermined missing hands']);
    expect(() => withHands('two')).toThrow(PolicyError);
  });
});

describe("the standards of a kind of one's own", () => {
  const problemsOf = (standard: object, kinds = [hands] as never) =>
    checkPolicy({ ...base, standards: [standard] }, { kinds }).problems.map(
      ({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`,
    );

  it('are checked by its schema, and by the package where all parts are alike', () => {
    expect(problemsOf(few)).toEqual([]);
    expect(problemsOf({ ...few, most: 'two' })).toEqual(['error policy.shape standards.0.most']);
    expect(problemsOf({ kind: 'hands', most: 1 })).toEqual(['error policy.shape standards.0.id']);
    expect(problemsOf({ ...few, title: 7 })).toEqual(['error policy.shape standards.0.title']);
    expect(problemsOf({ ...few, calendar: 'hotlin' })).toEqual([
      'error policy.unknown-calendar standards.0.calendar',
    ]);
    expect(problemsOf({ ...few, when: { kind: 'complant' } })).toEqual([
      'warning policy.near-miss standards.0.when.kind',
    ]);
  });

  it.each([
    ['a strict schema', mini.strictObject({ most: mini.number() })],
    [
      'a schema that can only parse',
      { safeParse: (value: unknown) => mini.strictObject({ most: mini.number() }).safeParse(value) },
    ],
    [
      'a schema of the whole standard',
      mini.strictObject({
        id: mini.string(),
        kind: mini.literal('hands'),
        when: mini.any(),
        most: mini.number(),
      }),
    ],
    ['a shape', { type: 'object' as const, keys: { most: { type: 'number' as const } }, needed: ['most'] }],
  ])('%s does as well, and refuses a key it does not know', (_, schema) => {
    const kind = defineStandardKind({ kind: 'hands', schema, judge: () => [], describe: () => '' });
    expect(problemsOf(few, [kind] as never)).toEqual([]);
    expect(problemsOf({ ...few, most: 'x' }, [kind] as never)).toEqual([
      'error policy.shape standards.0.most',
    ]);
    expect(problemsOf({ ...few, mots: 1 }, [kind] as never)).toHaveLength(1);
  });

  it('a schema that only has safeParse is asked, and what it says of places is put where they are', () => {
    const ask = (given: { most?: unknown }) => typeof given.most === 'number';
    const issues = [{ message: 'how many?', path: [{ key: 'most' }] }];
    const schema = {
      safeParse: (given: object) =>
        ask(given)
          ? { success: true as const, data: undefined }
          : { success: false as const, error: { issues } },
    };
    const judge = ({ most }: { most: number }) => [{ status: 'met' as const, detail: { most } }];
    const plain = defineStandardKind({
      kind: 'plain',
      schema: schema as never,
      judge,
      describe: () => 'plain',
    });
    const given = (most: unknown) => ({ ...base, standards: [{ id: 'few', kind: 'plain', most }] });
    expect(checkPolicy(given('1'), { kinds: [plain] }).problems).toMatchObject([
      { message: 'how many?', path: ['standards', 0, 'most'] },
    ]);
    const { verdicts } = assess(log, parsePolicy(given(1), { kinds: [plain] }), { asOf });
    expect(verdicts).toMatchObject([{ status: 'met', detail: { most: 1 } }]);
  });

  it('says when its status changes, which nextChange goes by', () => {
    const waits = defineStandardKind<'waits', object>({
      kind: 'waits',
      schema: { type: 'object', keys: {}, needed: [] },
      judge: () => [{ status: 'pending', changesAt: at('09-28 15:00') }],
      describe: () => 'waits',
    });
    const waiting = parsePolicy({ ...base, standards: [{ id: 'few', kind: 'waits' }] }, { kinds: [waits] });
    expect(wall(assess(log, waiting, { asOf }).nextChange)).toBe('09-28 15:00');
  });

  it('a schema that answers later is refused', () => {
    const later = { '~standard': { validate: async () => ({ value: {} }) } };
    const kind = defineStandardKind({ kind: 'hands', schema: later, judge: () => [], describe: () => '' });
    expect(problemsOf(few, [kind] as never)).toEqual(['error policy.shape standards.0']);
  });
});

describe('a policy with kinds of its own', () => {
  it('is its document and nothing else in JSON', () =>
    expect(JSON.parse(JSON.stringify(policy))).toEqual(JSON.parse(JSON.stringify(base))));

  it('needs them again once it has been JSON', () => {
    const json = JSON.parse(JSON.stringify(policy));
    expect(() => parsePolicy(json)).toThrow(/"hands" is no kind/);
    expect(assess(log, parsePolicy(json, { kinds: [hands] }), { asOf })).toEqual(
      assess(log, policy, { asOf }),
    );
  });

  it('carries them through checks and extensions', () => {
    expect(checkPolicy(policy).problems).toEqual([]);
    const wider = extendPolicy(policy, { version: '2', parameters: {} });
    expect(lines(assess(log, wider, { asOf }))).toEqual(['1 broken']);
  });

  it('is judged by a copy of the package that has not checked it', () => {
    const kinds = Symbol.for('duly.kinds');
    const foreign = Object.freeze(
      Object.defineProperty({ ...policy }, kinds, { value: Reflect.get(policy, kinds) }),
    );
    expect(assess(log, foreign, { asOf })).toEqual(assess(log, policy, { asOf }));
  });
});

describe('{ kinds } refuses', () => {
  const spec = { kind: 'k', schema: mini.object({}), judge: () => [], describe: () => '' };

  it('what is no kind, and two kinds of one name', () => {
    const code = (kinds: unknown) => {
      try {
        parsePolicy(base, { kinds: kinds as never });
      } catch (error) {
        return (error as PolicyError).code;
      }
      return 'none';
    };
    expect(code([spec])).toBe('policy.kind');
    expect(code([hands, defineStandardKind({ ...spec, kind: 'hands' })])).toBe('policy.kind-taken');
    expect(code([hands, hands])).toBe('none');
  });
});
