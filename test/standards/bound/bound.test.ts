import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.ts';
import { checkPolicy } from '../../../src/policy/check-policy.ts';
import { codes, type EventRow, judged, lines, office } from '../../support/naive-service.ts';
import { onlyVerdict, policyOfOne } from '../../support/one-standard.ts';
import { phone, rings } from './bounds.ts';

const received: EventRow = ['received', '09-28 10:00'];

describe('a bound and what it is about', () => {
  const log = (...events: EventRow[]): EventRow[] => [received, ...events];

  it('tells the value and the bounds that there are, and nothing else', () => {
    const detail = (standard: object, events: EventRow[]) =>
      JSON.stringify(onlyVerdict(policyOfOne({ kind: 'bound', ...standard }), events, '09-30 00:00').detail);
    const rung = log(['answered', '09-28 10:01', { rings: 2 }]);
    expect(detail({ measure: 'rings', min: 1 }, rung)).toBe('{"value":2,"min":1}');
    expect(detail({ measure: 'rings', max: 3 }, rung)).toBe('{"value":2,"max":3}');
    expect(detail({ measure: { count: 'answered' }, min: 1, max: 3 }, rung)).toBe(
      '{"value":1,"min":1,"max":3}',
    );
    const keys = (bounds: object) =>
      Object.keys(
        onlyVerdict(policyOfOne({ kind: 'bound', measure: 'rings', ...bounds }), rung, '09-30 00:00').detail!,
      );
    expect([keys({ min: 1 }), keys({ max: 3 })]).toEqual([
      ['value', 'min'],
      ['value', 'max'],
    ]);
    const visit = { from: 'received', to: 'answered' };
    const [minute, hour] = ['{"amount":1,"unit":"minutes"}', '{"amount":1,"unit":"hours"}'];
    expect(detail({ measure: visit, min: '1 minute' }, rung)).toBe(`{"value":60000,"min":${minute}}`);
    expect(detail({ measure: visit, max: '1 hour' }, rung)).toBe(`{"value":60000,"max":${hour}}`);
    expect(detail({ measure: visit, min: '1 minute', max: '1 hour' }, rung)).toBe(
      `{"value":60000,"min":${minute},"max":${hour}}`,
    );
  });

  it('finds a word where a number is asked, and nothing where there is none', () => {
    const found = (value: unknown) =>
      judged(policyOfOne(rings), log(['answered', '09-28 10:01', { rings: value }]), '09-29 00:00', phone)
        .findings;
    expect(found('two')).toMatchObject([
      { code: 'attribute.not-a-number', path: ['rings'], message: '"two" is no number' },
    ]);
    expect([found(null), found(2)]).toEqual([[], []]);
    expect(codes(judged(policyOfOne(rings), [received], '09-29 00:00', phone))).toEqual([]);
  });

  it('takes of several events those to which it applies: the call, not the e-mail', () => {
    const both = log(
      ['answered', '09-28 10:01', { rings: 4, channel: 'email' }],
      ['answered', '09-28 10:02', { rings: 4, channel: 'phone' }],
    );
    expect(lines(judged(policyOfOne(rings), both, '09-29 00:00'))).toEqual(['1 broken done 09-28 10:02']);
    const span = { kind: 'bound', measure: { from: 'answered', to: 'replied' }, max: '1 hour', when: phone };
    expect(lines(judged(policyOfOne(span), both, '09-28 10:30'))).toEqual(['1 pending']);
  });

  it('counts in no case to which it does not apply', () => {
    const count = policyOfOne({ kind: 'bound', measure: { count: 'transferred' }, max: 0, when: phone });
    const moved = log(['transferred', '09-28 11:00']);
    expect(lines(judged(count, moved, '09-29 00:00', { channel: 'email' }))).toEqual([]);
    expect(lines(judged(count, moved, '09-29 00:00', phone))).toEqual(['1 broken done 09-28 11:00']);
  });

  it('says nothing of a case without events', () => {
    for (const standard of [
      { measure: 'rings', max: 3 },
      { measure: { count: 'transferred' }, max: 3 },
      { measure: { from: { attribute: 'bookedAt' }, to: 'visited' }, max: '1 hour' },
    ])
      expect(
        lines(judged(policyOfOne({ kind: 'bound', ...standard }), [], '09-29 00:00', { rings: 9 })),
      ).toEqual([]);
  });

  it('says that it hangs on holidays that are not published yet, whichever bound does', () => {
    const measure = { from: 'received', to: 'replied' };
    for (const bound of [{ max: '2 working days' }, { min: '2 working days' }]) {
      const policy = policyOfOne({ kind: 'bound', measure, counting: 'standard', ...bound });
      const [verdict] = assess(
        { id: 'T', events: [{ type: 'received', at: '2031-01-06T10:00:00+08:00' }] },
        policy,
        { asOf: '2031-01-06T12:00:00+08:00' },
      ).verdicts;
      expect(verdict?.provisional).toMatchObject({ sources: ['china'] });
    }
  });
});

describe('a bound that is none', () => {
  it.each([
    ['no bound', { kind: 'bound', measure: 'rings' }, 'standards.0.max'],
    ['a time for a number', { ...rings, max: '2 hours' }, 'standards.0.max'],
    ['a number for a time', { kind: 'bound', measure: { from: 'a', to: 'b' }, min: 2 }, 'standards.0.min'],
    [
      'a time for a count',
      { kind: 'bound', measure: { count: 'a' }, max: { parameter: 'most' } },
      'standards.0.max',
    ],
  ])('is refused: %s', (_, standard, path) => {
    const document = {
      id: 'p',
      version: '1',
      calendar: office,
      standards: [{ id: 's', ...standard }],
      parameters: { most: '2 hours' },
    };
    const { problems } = checkPolicy(document);
    expect(problems.filter(({ severity }) => severity === 'error').map((one) => one.path.join('.'))).toEqual([
      path,
    ]);
  });

  it.each([
    [{ ...rings, min: 4 }, true],
    [{ ...rings, min: 3 }, false],
    [{ kind: 'bound', measure: { from: 'a', to: 'b' }, min: '2 hours', max: '90 minutes' }, true],
    [{ kind: 'bound', measure: { from: 'a', to: 'b' }, min: '1 day', max: '36 hours' }, false],
  ])('is warned of where min is over max: %j %s', (standard, warned) => {
    const document = { id: 'p', version: '1', calendar: office, standards: [{ id: 's', ...standard }] };
    const found = checkPolicy(document).problems.filter(({ code }) => code === 'policy.never-holds');
    expect(found.map(({ path }) => path.join('.'))).toEqual(warned ? ['standards.0.min'] : []);
  });
});
