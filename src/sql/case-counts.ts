import type { KpiSpec, Measure } from '../kpi/types.ts';
import type { Scope } from './scope.ts';

/**
 * A query of what a measure counts of cases: `case_id`, `look_ms` (when the case's attributes are looked at), `cell_ms`
 * (which period counts it), `slot` and `n`, and the attributes that it hands on.
 */
type CaseCounts = (scope: Scope, spec: KpiSpec, carried: string) => string;

const row = (at: string, cell: string, slot: string, n: string, carried: string) =>
  `SELECT f.case_id, ${at} AS look_ms, ${cell} AS cell_ms, ${slot} AS slot, ${n} AS n${carried}`;

/** Slots: received, with the event, received but still without it. */
const share =
  (type: string): CaseCounts =>
  (scope, { flow }, carried) => {
    const received = scope.instantOf('f.received_pos');
    const event = scope.first(type);
    const there = `f.${event} IS NOT NULL`;
    const from = 'FROM d_facts f WHERE f.received_pos IS NOT NULL';
    const cell = flow === true ? scope.instantOf(`f.${event}`) : received;
    return [
      `${row(received, received, '0', '1', carried)} ${from}`,
      `${row(received, cell, '1', '1', carried)} ${from} AND ${there}`,
      `${row(received, received, '2', '1', carried)} ${from} AND NOT (${there})`,
    ].join('\nUNION ALL\n');
  };

/** Slots: with the first event, with the other one too. */
const followUp =
  (first: string, other: string): CaseCounts =>
  (scope, _, carried) => {
    const [one, two] = [scope.first(first), scope.first(other)];
    const at = scope.instantOf(`f.${one}`);
    return [
      `${row(at, at, '0', '1', carried)} FROM d_facts f WHERE f.${one} IS NOT NULL`,
      `${row(at, at, '1', '1', carried)} FROM d_facts f WHERE f.${one} IS NOT NULL AND f.${two} IS NOT NULL`,
    ].join('\nUNION ALL\n');
  };

/** One slot: the events; a period in which cases came in is counted even if none of them has any. */
const events: CaseCounts = (scope, { event }, carried) => {
  const received = scope.instantOf('f.received_pos');
  return [
    `${row(received, received, '0', '0', carried)} FROM d_facts f WHERE f.received_pos IS NOT NULL`,
    `${row('e.at_ms', 'e.at_ms', '0', '1', carried)} FROM d_facts f JOIN d_seen e ON e.case_id = f.case_id WHERE ${scope.selects(event!, 'e')}`,
  ].join('\nUNION ALL\n');
};

/** Slots: all, satisfied, basically satisfied, surveyed, asked, asked and answered; the last answer stands. */
const satisfaction: CaseCounts = (scope, _, carried) => {
  const received = scope.instantOf('f.received_pos');
  const asked = scope.first('surveyed');
  const own = scope.ownOf('satisfaction', 'e');
  const { text } = scope.dialect.types;
  const answers = scope.add(
    scope.fresh('answers'),
    own === undefined
      ? `SELECT f.case_id, CAST(NULL AS ${text}) AS answer FROM d_facts f WHERE 1 = 0`
      : `SELECT x.case_id, x.answer FROM (SELECT e.case_id, ${own} AS answer, ROW_NUMBER() OVER (PARTITION BY e.case_id ORDER BY e.pos DESC) AS place FROM d_events e WHERE e.type = 'rated' AND ${own} IS NOT NULL) x WHERE x.place = 1`,
  );
  const slots = [
    ['0', '1 = 1'],
    ['3', 'a.answer IS NOT NULL'],
    ['1', "a.answer = 'satisfied'"],
    ['2', "a.answer = 'basically-satisfied'"],
    ['4', `f.${asked} IS NOT NULL`],
    ['5', `f.${asked} IS NOT NULL AND a.answer IS NOT NULL`],
  ] as const;
  return slots
    .map(
      ([slot, holds]) =>
        `${row(received, received, slot, '1', carried)} FROM d_facts f LEFT JOIN ${answers} a ON a.case_id = f.case_id WHERE f.received_pos IS NOT NULL AND ${holds}`,
    )
    .join('\nUNION ALL\n');
};

/** The measures of cases that are written as SQL. */
export const caseCounts: { readonly [measure in Measure]?: CaseCounts } = {
  replyRate: share('replied'),
  resolutionRate: share('resolved'),
  satisfactionRate: satisfaction,
  responseRate: followUp('surveyed', 'rated'),
  returnVisitRate: followUp('closed', 'return-visited'),
  count: events,
};
