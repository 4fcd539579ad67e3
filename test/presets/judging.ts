import { assess } from '../../src/assess/assess.ts';
import { assessOrganisation } from '../../src/assess/assess-organisation.ts';
import { createAudit } from '../../src/audit/create-audit.ts';
import type { Policy } from '../../src/policy/types.ts';
import { at, caseOf, type EventRow, wall } from '../support/naive-service.ts';

/** What became of one standard of a preset on a case, run by run: `met 10-01 17:00`, or the status where nothing is due. */
export const judgedBy =
  (policy: Policy) =>
  (
    standard: string,
    attributes: Record<string, unknown>,
    events: readonly EventRow[],
    asOf = '10-20 00:00',
  ): string[] =>
    assess(caseOf(events, attributes), policy, { asOf: at(asOf), trace: false })
      .verdicts.filter((verdict) => verdict.standard === standard)
      .map(({ status, due }) => (due === null ? status : `${status} ${wall(due)}`));

type Shift = { who: string; from: string; to: string; [attribute: string]: unknown };

/** What became of one standard of a preset on the organisation, period by period, within a range of 2026. */
export const organisationBy =
  (policy: Policy) =>
  (
    standard: string,
    log: { events?: readonly EventRow[]; shifts?: readonly Shift[] },
    [from, to]: readonly [string, string],
    asOf = '12-01 00:00',
  ): string[] =>
    assessOrganisation(
      {
        events: caseOf(log.events ?? []).events,
        shifts: (log.shifts ?? []).map((shift) => ({ ...shift, from: at(shift.from), to: at(shift.to) })),
      },
      policy,
      { asOf: at(asOf), range: { from: at(from), to: at(to) }, trace: false },
    )
      .verdicts.filter((verdict) => verdict.standard === standard)
      .map(({ status }) => status);

/** The rungs of one ladder on a case: `superior taken 10-09 10:00`. */
export const rungsBy =
  (policy: Policy) =>
  (
    ladder: string,
    attributes: Record<string, unknown>,
    events: readonly EventRow[],
    asOf = '10-20 00:00',
  ): string[] =>
    assess(caseOf(events, attributes), policy, { asOf: at(asOf), trace: false })
      .escalations.filter((escalation) => escalation.ladder === ladder)
      .map((escalation) => `${escalation.rung} ${escalation.state} ${wall(escalation.at)}`);

type Counted = { events: readonly EventRow[]; [attribute: string]: unknown };

/** What an audit of cases reports on one KPI. */
function kpiRows(policy: Policy, kpi: string, cases: readonly Counted[], asOf: string) {
  const audit = createAudit(policy, { asOf: at(asOf) });
  for (const [n, { events, ...attributes }] of cases.entries())
    audit.add({ ...caseOf(events, attributes), id: `T-${n}` });
  return audit.report().kpis.filter(({ id }) => id === kpi);
}

/** The values of a KPI in an audit of cases, group by group, and whether they meet their goal: `['Li', 0.5, null]`. */
export const kpisBy =
  (policy: Policy) =>
  (id: string, cases: readonly Counted[]): unknown[][] =>
    kpiRows(policy, id, cases, '11-01 00:00').map(({ group, value, met }) => [
      ...Object.values(group ?? {}),
      value,
      met,
    ]);

/** A case for an audit, which gives it an id. */
export type Logged = readonly [attributes: Record<string, unknown>, events: readonly EventRow[]];

/** The counts of a KPI, period by period: `2026-10 1/2 missed`, or `-` where there is no goal or no value. */
export const kpiCountsBy =
  (policy: Policy) =>
  (id: string, logged: readonly Logged[], asOf = '12-01 00:00'): string[] => {
    const cases = logged.map(([attributes, events]) => ({ ...attributes, events }));
    return kpiRows(policy, id, cases, asOf).map(({ period, group, numerator, denominator, met }) => {
      const place = [period, ...Object.values(group ?? {})].join(' ');
      const outcome = met === null ? '-' : met ? 'met' : 'missed';
      return `${place} ${numerator}/${denominator} ${outcome}`;
    });
  };
