import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { AuditSnapshot } from '../../src/audit/snapshot.ts';
import type { CivilDate } from '../../src/instant/types.ts';
import { attainable } from '../../src/kpi/attainable.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { asOf, caseOf, service } from './service.ts';

/** The same service, but answers within 4 hours, no call, and a survey besides. */
const draft = extendPolicy(service, {
  version: '2',
  remove: ['call'],
  standards: [
    { id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '4 hours' },
    { id: 'survey', kind: 'deadline', from: 'received', to: 'rated', within: '7 days' },
  ],
});

const cases = [
  caseOf('quick', { answer: 2 }),
  caseOf('slow', { answer: 20 }),
  caseOf('slower', { answer: 22 }),
  caseOf('late', { answer: 30 }),
];

describe('audit: against', () => {
  it('counts 2 of 4 cases that differ: answers after 20 and 22 hours are met within 24 and late within 4', async () => {
    const { standards, against } = await audit(cases, service, { asOf, against: draft });
    expect(standards[0]).toMatchObject({ id: 'answer', met: 3, late: 1 });
    expect(against?.policy).toEqual([{ id: 'service', version: '2' }]);
    expect(against?.cases).toEqual({ assessed: 4, rejected: 0, differing: 2 });
    expect(against?.standards.find(({ id }) => id === 'answer')).toMatchObject({ met: 1, late: 3 });
    expect(against?.changes).toEqual([
      {
        standard: 'answer',
        status: 'met',
        against: 'late',
        runs: 2,
        examples: [
          {
            case: 'slow',
            run: 1,
            due: '2026-03-03T02:00:00.000Z',
            againstDue: '2026-03-02T06:00:00.000Z',
            done: '2026-03-02T22:00:00.000Z',
          },
          expect.objectContaining({ case: 'slower' }),
        ],
      },
    ]);
  });

  it('counts standards that only one side has on their side, and as no difference', async () => {
    const complaint = caseOf('c', { answer: 2, kind: 'complaint' });
    const { standards, against } = await audit([complaint], service, { asOf, against: draft });
    expect(standards.map(({ id }) => id)).toEqual(['answer', 'solution', 'call']);
    expect(against?.standards.map(({ id }) => id).sort()).toEqual(['answer', 'solution', 'survey']);
    expect(against?.changes).toEqual([]);
  });

  it('names null as the status of a run that only one side has', async () => {
    const forAll = extendPolicy(service, {
      version: '2',
      standards: [
        { id: 'solution', kind: 'deadline', from: 'received', to: 'resolved', within: '2 working days' },
      ],
    });
    const inquiry = caseOf('i', { answer: 2 });
    const { against } = await audit([inquiry], service, { asOf, against: forAll });
    expect(against?.changes).toMatchObject([
      {
        standard: 'solution',
        status: null,
        against: 'overdue',
        runs: 1,
        examples: [{ case: 'i', due: null }],
      },
    ]);
    const turned = await audit([inquiry], forAll, { asOf, against: service });
    expect(turned.against?.changes).toMatchObject([
      { status: 'overdue', against: null, examples: [{ againstDue: null }] },
    ]);
  });

  it('takes versions on both sides, and counts the case for which none of theirs was in force', async () => {
    const since = (version: string, from: CivilDate, within: '24 hours' | '4 hours') =>
      definePolicy({
        id: 'service',
        calendar: service.calendar,
        version,
        effective: { from },
        standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within }],
      });
    const april = 30 * 24;
    const { policy, against } = await audit(
      [caseOf('march', { answer: 20 }), caseOf('april', { after: april, answer: 20 })],
      [since('1', '2026-01-01', '24 hours'), since('2', '2026-04-01', '4 hours')],
      { asOf, against: [since('3', '2026-04-01', '24 hours')] },
    );
    expect(policy.map(({ version }) => version)).toEqual(['1', '2']);
    expect(against?.cases).toEqual({ assessed: 1, rejected: 1, differing: 1 });
    expect(against?.changes).toMatchObject([
      { status: 'late', against: 'met', examples: [{ case: 'april' }] },
    ]);
  });

  it('leaves out what is out of range, a duplicate or a reject', async () => {
    const { against } = await audit(
      [...cases, caseOf('slow', { answer: 20 }), { id: 'x', events: [] as never[], received: 1 }].concat(
        caseOf('early', { after: -800, answer: 20 }),
      ),
      service,
      { asOf, against: draft, range: { from: '2026-03-01' } },
    );
    expect(against?.cases).toMatchObject({ assessed: 4, differing: 2 });
  });

  it('splits the KPIs of both sides by the same attributes', async () => {
    const { kpis, against } = await audit(cases, service, { asOf, against: draft, groupBy: ['channel'] });
    const emails = { id: 'answered-in-time', group: { channel: 'email' } };
    expect(kpis).toContainEqual(expect.objectContaining({ ...emails, numerator: 3, denominator: 4 }));
    expect(against?.kpis).toContainEqual(
      expect.objectContaining({ ...emails, numerator: 1, denominator: 4 }),
    );
  });

  it('is absent from a report that did not ask for it', async () => {
    expect(await audit(cases, service, { asOf })).not.toHaveProperty('against');
  });

  it('refuses other rules that are no policy', async () => {
    const options = { asOf, against: { id: 'x' } as never };
    await expect(audit(cases, service, options)).rejects.toThrow(
      expect.objectContaining({ name: 'PolicyError' }),
    );
  });
});

describe('audit: parts of an audit against other rules', () => {
  const options = { asOf, against: draft };
  const audited = (some: typeof cases) => {
    const one = createAudit(service, options);
    for (const item of some) one.add(item);
    return one;
  };
  const sent = (some: typeof cases) => JSON.parse(JSON.stringify(audited(some).snapshot())) as AuditSnapshot;

  it('merge into the report of the whole, to the last letter, wherever they are cut', () => {
    const shape = fc.record({
      after: fc.integer({ min: 0, max: 900 }),
      answer: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 30 }), fc.nat(30), (shapes, cut) => {
        const all = shapes.map((each, index) => caseOf(`case-${index}`, each));
        const merged = createAudit(service, options);
        for (const part of [all.slice(cut), all.slice(0, cut)]) merged.merge(sent(part));
        expect(JSON.stringify(merged.report())).toBe(JSON.stringify(audited(all).report()));
      }),
      { numRuns: 60 },
    );
  });

  it('refuse a part that was compared with nothing, or with another version', () => {
    const refused = expect.objectContaining({ code: 'audit.snapshot', path: ['against'] });
    const plain = createAudit(service, { asOf });
    expect(() => audited([]).merge(plain.snapshot())).toThrow(refused);
    expect(() => plain.merge(audited([]).snapshot())).toThrow(refused);
  });

  it('answer which limit the history would have kept, from the report and from the snapshot', () => {
    const { against } = audited(cases).report();
    const whole = attainable(audited(cases).report(), 'answer', 0.5);
    expect(whole.ms).toBeGreaterThanOrEqual(20 * 3_600_000);
    expect(attainable(against as NonNullable<typeof against>, 'answer', 0.5)).toEqual(whole);
    expect(attainable(sent(cases).against as NonNullable<AuditSnapshot['against']>, 'answer', 0.5)).toEqual(
      whole,
    );
  });
});
