import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { createAudit } from '../../src/audit/create-audit.ts';
import { CaseError } from '../../src/errors/case-error.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { surveys } from '../support/kind-service.ts';
import { always, at, caseOf } from '../support/naive-service.ts';

const policy = parsePolicy({
  id: 'p',
  version: '1',
  calendar: always,
  standards: [
    { id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' },
    { id: 'survey', kind: 'duty', event: 'survey-run', times: 1, per: 'month', clause: '3.15' },
    { id: 'desk', kind: 'coverage', post: 'desk', atLeast: 1 },
  ],
  kpis: [{ id: 'surveyed', measure: 'timelinessRate', of: 'survey', period: 'month' }],
});
const ticket = caseOf([
  ['received', '08-03 09:00'],
  ['replied', '08-03 10:00'],
]);
const organisation = {
  events: surveys('08-10', '10-02'),
  shifts: [{ who: 'Li', post: 'desk', from: at('08-01'), to: at('10-31') }],
};
const options = { asOf: at('11-15'), range: { from: '2026-08-01', to: '2026-11-01' } } as const;

describe('an audit with the organisation', () => {
  it('counts 2 of 3 months met and 1 broken, coverage broken on 31 October, and the case as before', async () => {
    const report = await audit([ticket], policy, { ...options, organisation });
    expect(report.cases).toEqual({ read: 1, assessed: 1, rejected: 0, duplicate: 0 });
    expect(report.standards).toMatchObject([
      { id: 'answer', runs: 1, met: 1 },
      { id: 'survey', runs: 3, met: 2, broken: 1 },
      { id: 'desk', runs: 1, broken: 1 },
    ]);
    expect(report.kpis.map(({ period, value }) => [period, value])).toEqual([
      ['2026-08', 1],
      ['2026-09', 0],
      ['2026-10', 1],
    ]);
  });

  it('lists its breaches without a case, explained as they are', async () => {
    const { breaches } = await audit([ticket], policy, { ...options, organisation });
    expect(breaches).toMatchObject([
      { case: '', standard: 'desk', status: 'broken', verdict: { case: null } },
      { case: '', standard: 'survey', run: 2, clause: '3.15', verdict: { detail: { count: 0, times: 1 } } },
    ]);
  });

  it('hands its verdicts to onVerdict, and its findings to the report', async () => {
    const seen: (string | null)[] = [];
    const report = await audit([], policy, {
      asOf: at('09-15'),
      range: options.range,
      organisation,
      onVerdict: ({ case: id, standard, status }) => seen.push(`${id} ${standard} ${status}`),
    });
    expect(seen).toEqual(['null survey met', 'null survey pending', 'null desk pending']);
    expect(report.findings).toMatchObject([
      { code: 'event.after-as-of', count: 1, examples: [{ case: '' }] },
    ]);
  });

  it('gives no rows without the log: 0 runs of duty and coverage', async () => {
    const { standards } = await audit([ticket], policy, options);
    expect(standards).toMatchObject([{ runs: 1 }, { id: 'survey', runs: 0 }, { id: 'desk', runs: 0 }]);
  });

  it('without a range judges from the first record on: August is met, September broken, October under way', async () => {
    const { standards } = await audit([], policy, { asOf: at('10-15'), organisation });
    expect(standards[1]).toMatchObject({ id: 'survey', met: 1, broken: 1, pending: 1 });
  });

  it('is judged by those of several versions that were in force, and by another policy beside', async () => {
    const since = (version: string, from: string, times: number) =>
      parsePolicy({
        ...policy,
        version,
        effective: { from },
        standards: [{ id: 'survey', kind: 'duty', event: 'survey-run', times, per: 'month' }],
      });
    const versions = [since('1', '2026-01-01', 1), since('2', '2027-01-01', 2)];
    const report = await audit([], versions, {
      asOf: at('11-15'),
      organisation,
      against: since('x', '2026-01-01', 2),
    });
    expect(report.standards).toMatchObject([{ id: 'survey', met: 2, broken: 1, pending: 1 }]);
    expect(report.against!.standards).toMatchObject([{ id: 'survey', met: 0, broken: 3, pending: 1 }]);
  });

  it('is the same put together from parts, one of which has the organisation', () => {
    const other = { ...ticket, id: 'T-2' };
    const whole = createAudit(policy, { ...options, organisation });
    whole.add(ticket);
    whole.add(other);
    const first = createAudit(policy, { ...options, organisation });
    first.add(ticket);
    const second = createAudit(policy, options);
    second.add(other);
    first.merge(JSON.parse(JSON.stringify(second.snapshot())));
    expect(first.report()).toEqual(whole.report());
  });

  it('refuses a log that is none before any case is read, with its path', () => {
    const broken = { shifts: [{ who: 'Li', from: 'yesterday' }] };
    const make = () => createAudit(policy, { ...options, organisation: broken });
    expect(make).toThrow(CaseError);
    expect(make).toThrow(
      expect.objectContaining({ code: 'organisation.instant', path: ['shifts', 0, 'from'] }),
    );
  });
});
