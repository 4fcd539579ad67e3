import { describe, expect, it } from 'vitest';
import * as mini from 'zod/mini';
import { assess } from '../../src/assess/assess.ts';
import { describeStandard } from '../../src/explain/describe-standard.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { policyJsonSchema } from '../../src/policy/policy-json-schema.ts';
import { defineStandardKind } from '../../src/standards/define-standard-kind.ts';
import { at, caseOf, office } from '../support/naive-service.ts';

const base = { id: 'own', version: '1', calendar: office };
const log = caseOf([['received', '09-28 10:00']]);
const asOf = at('09-28 13:00');

describe('what a schema says', () => {
  const emptySchema = mini.object({});
  const problems = (schema: unknown, standard: object = { most: 'two' }, parameters: object = {}) => {
    const kind = defineStandardKind({
      kind: 'hands',
      schema: schema as typeof emptySchema,
      judge: () => [],
      describe: () => '',
    });
    const standards = [{ id: 's', kind: 'hands', ...standard }];
    return checkPolicy({ ...base, standards, parameters }, { kinds: [kind] as never })
      .problems.filter(({ severity }) => severity === 'error')
      .map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`);
  };
  const answering = (result: unknown) => ({ '~standard': { validate: () => result } });

  it('is told with its place, be a step of that a key or an object that holds one', () => {
    const path = ['list', { key: 0 }, 'name'];
    expect(problems(answering({ issues: [{ message: 'no name', path }] }))).toEqual([
      'policy.shape standards.0.list.0.name: no name',
    ]);
    expect(problems(answering({ issues: [{ message: 'not so' }] }))).toEqual([
      'policy.shape standards.0: not so',
    ]);
    expect(problems(answering({ value: {} }))).toEqual([]);
  });

  it('of keys that all parts have is not listened to, of its own it is, with those or alone', () => {
    const unknown = (...keys: string[]) => problems(answering({ issues: [{ message: 'unknown', keys }] }));
    expect(unknown('id', 'kind', 'title', 'when', 'calendar')).toEqual([]);
    expect(unknown('id', 'mots')).toEqual(['policy.shape standards.0: unknown']);
    const deeper = { issues: [{ message: 'unknown', path: ['list'], keys: ['id'] }] };
    expect(problems(answering(deeper))).toEqual(['policy.shape standards.0.list: unknown']);
  });

  it('of a parameter that nobody has set is not listened to, of the value of another it is', () => {
    const schema = mini.object({
      most: mini.number(),
      inner: mini.optional(mini.object({ least: mini.number() })),
    });
    expect(problems(schema, { most: { parameter: 'm' } }, { m: null })).toEqual([]);
    expect(problems(schema, { most: 1, inner: { least: { parameter: 'm' } } }, { m: null })).toEqual([]);
    expect(problems(schema, { most: { parameter: 'm' } }, { m: 3 })).toEqual([]);
    expect(problems(schema, { most: { parameter: 'm' } }, { m: 'x' })).toHaveLength(1);
    expect(problems(schema, { most: 1, inner: 'none' })).toHaveLength(1);
    expect(problems(schema, {})).toHaveLength(1);
  });

  it('of a place that is not there, or is empty, is told there', () => {
    const deep = (...path: string[]) =>
      problems(answering({ issues: [{ message: 'no', path }] }), { most: null });
    expect(deep('absent', 'deeper')).toEqual(['policy.shape standards.0.absent.deeper: no']);
    expect(deep('most', 'deeper')).toEqual(['policy.shape standards.0.most.deeper: no']);
  });

  it('later is a problem, whatever that would be', () => {
    expect(problems(answering(Promise.resolve({ value: {} })))).toEqual([
      'policy.shape standards.0: its schema answers later; expected one that answers at once',
    ]);
  });

  it('gives defaults and conversions, and a result that is no object nothing', () => {
    const judged = (schema: unknown) => {
      const kind = defineStandardKind<'hands', { most: number; least?: number }>({
        kind: 'hands',
        schema: schema as never,
        judge: ({ most, least }) => [{ status: 'met', detail: { most, least } }],
        describe: () => '',
      });
      const standards = [{ id: 's', kind: 'hands', most: 2 }];
      return assess(log, parsePolicy({ ...base, standards }, { kinds: [kind] }), { asOf }).verdicts[0]
        ?.detail;
    };
    expect(judged(answering({ value: { most: 3, least: 1 } }))).toEqual({ most: 3, least: 1 });
    for (const value of [undefined, null, 7]) expect(judged(answering({ value }))).toEqual({ most: 2 });
    expect(judged({ safeParse: () => ({ success: true, data: { least: 4 } }) })).toEqual({
      most: 2,
      least: 4,
    });
    expect(judged({ type: 'object', keys: { most: { type: 'number' } }, needed: [] })).toEqual({ most: 2 });
  });

  it('may be a function, as schemas of arktype are', () => {
    const schema = Object.assign(() => {}, answering({ issues: [{ message: 'no', path: ['most'] }] }));
    expect(problems(schema)).toEqual(['policy.shape standards.0.most: no']);
  });

  it('in JSON Schema is part of that of policies, where it says so', () => {
    const asked: unknown[] = [];
    const json = { type: 'object', properties: { most: { type: 'integer' } } };
    const schema = {
      '~standard': {
        validate: () => ({ value: {} }),
        jsonSchema: {
          input: (options: unknown) => {
            asked.push(options);
            return json;
          },
        },
      },
    };
    const kind = defineStandardKind({ kind: 'hands', schema, judge: () => [], describe: () => '' });
    const { $defs } = policyJsonSchema({ kinds: [kind] }) as { $defs: Record<string, unknown> };
    expect(JSON.stringify($defs['standard-hands'])).toContain('{"type":"integer"}');
    expect(asked).toEqual([{ target: 'draft-2020-12' }]);
  });

  it('of a shape is what a standard has to have and may have, with what every part has', () => {
    const shape = { type: 'object', keys: { most: { type: 'number' } }, needed: ['most'] };
    expect(problems(shape, {})).toEqual(['policy.shape standards.0.most: expected a number']);
    expect(problems(shape, { most: 1, title: 'A', when: { a: 1 } })).toEqual([]);
    expect(problems(shape, { most: 1, note: 7 })).toHaveLength(1);
    expect(problems(shape, { most: 1, kind: undefined })).toHaveLength(1);
    expect(problems(shape, { most: 1, id: undefined })).toHaveLength(1);
    expect(problems(answering({ value: {} }), { id: undefined })).toHaveLength(1);
  });
});

describe('its words', () => {
  it.each([
    ['one text', 'calm', 'calm', 'calm'],
    ['both', { en: 'calm', 'zh-CN': '平静' }, 'calm', '平静'],
    ['English alone', { en: 'calm' }, 'calm', 'calm'],
    ['Chinese alone', { 'zh-CN': '平静' }, '平静', '平静'],
    ['none', {}, '', ''],
  ])('are in the language asked for, else in the other: %s', (_, text, english, chinese) => {
    const kind = defineStandardKind({
      kind: 'calm',
      schema: mini.object({ most: mini._default(mini.number(), 3) }),
      judge: () => [],
      describe: ({ most }) => (most === 3 ? text : 'without its default'),
    });
    const policy = parsePolicy({ ...base, standards: [{ id: 's', kind: 'calm' }] }, { kinds: [kind] });
    expect(describeStandard(policy, 's', 'en')).toBe(english);
    expect(describeStandard(policy, 's', 'zh-CN')).toBe(chinese);
  });
});

describe('defineStandardKind refuses', () => {
  const spec = { kind: 'k', schema: mini.object({}), judge: () => [], describe: () => '' };

  it.each([
    [{ kind: '' }, 'policy.kind', ['kind'], 'a name'],
    [{ kind: 7 }, 'policy.kind', ['kind'], 'a name'],
    [{ kind: 'deadline' }, 'policy.kind-taken', ['kind'], 'deadline'],
    [{ schema: 7 }, 'policy.kind', ['schema'], 'a schema'],
    [{ schema: null }, 'policy.kind', ['schema'], 'a schema'],
    [
      { schema: { type: 'list', needed: [] } },
      'policy.kind',
      [],
      'a schema with ~standard or safeParse, or a shape of type object',
    ],
    [{ schema: { type: 'object' } }, 'policy.kind', [], 'a shape of type object'],
    [{ judge: 'x' }, 'policy.kind', ['judge'], 'a function (standard, context) => outcomes'],
    [{ describe: undefined }, 'policy.kind', ['describe'], 'a function (standard, locale) => text'],
  ])('%j', (change, code, path, said) => {
    expect(() => defineStandardKind({ ...spec, ...change } as never)).toThrow(
      expect.objectContaining({ code, path, message: expect.stringContaining(said) }),
    );
  });

  it('changes', () => expect(Object.isFrozen(defineStandardKind(spec))).toBe(true));
});

describe('a standard whose parameter nobody has set', () => {
  it('promises nothing yet: traced, its verdict has no promise', () => {
    const kind = defineStandardKind<'calm', { most: number }>({
      kind: 'calm',
      schema: { type: 'object', keys: { most: { type: 'number' } }, needed: ['most'] },
      judge: () => [{ status: 'met' }],
      describe: ({ most }, locale) => (locale === 'en' ? `at most ${most}` : `最多${most}`),
    });
    const promise = (most: number | null) => {
      const standards = [{ id: 's', kind: 'calm', most: { parameter: 'm' } }];
      const policy = parsePolicy({ ...base, standards, parameters: { m: most } }, { kinds: [kind] });
      return assess(log, policy, { asOf }).verdicts[0];
    };
    expect(promise(3)).toMatchObject({ promise: { en: 'at most 3', 'zh-CN': '最多3' } });
    expect(promise(null)).not.toHaveProperty('promise');
  });
});
