import { millisOf } from '../kpi/fixed-millis.ts';
import type { KpiSpec, Measure } from '../kpi/types.ts';
import type { LimitInput } from '../limit/types.ts';
import { calls } from './call-counts.ts';
import type { Scope } from './scope.ts';

/**
 * A query of what a measure counts of cases: `case_id`, `look_ms` (when the case's attributes are looked at), `cell_ms`
 * (which period counts it), `slot` and `n`, `open_ms` (until when a window is open) where it takes one, and the attributes that
 * it hands on.
 */
export type CaseCounts = (scope: Scope, spec: KpiSpec, carried: string) => string;

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

/** Slots: resolved, resolved at the first contact; the window is open for as long as that may still change. */
const firstContacts: CaseCounts = (scope, { window }, carried) => {
  const at = scope.instantOf(`f.${scope.first('resolved')}`);
  const length = millisOf(window as LimitInput | undefined);
  const until = `${at} + ${length}`;
  const role = scope.ownOf('role', 'e');
  const received = `e.type = 'received'`;
  const said = role === undefined ? '1 = 0' : `e.type = 'said' AND ${role} = 'customer'`;
  const inTime = length === undefined ? '' : ` AND e.at_ms <= ${until}`;
  const again = scope.add(
    scope.fresh('contacts'),
    `SELECT f.case_id FROM d_facts f JOIN d_events e ON e.case_id = f.case_id WHERE (${received} OR (${said} AND e.at_ms > COALESCE(${scope.instantOf('f.received_pos')}, 0)))${inTime} GROUP BY f.case_id HAVING COUNT(CASE WHEN ${received} THEN 1 END) > 1 OR COUNT(CASE WHEN ${said} THEN 1 END) > 0`,
  );
  const open = (ms: string) => (length === undefined ? '' : `, ${ms} AS open_ms`);
  const never = `CAST(NULL AS ${scope.dialect.types.whole})`;
  const from = `FROM d_facts f LEFT JOIN ${again} x ON x.case_id = f.case_id WHERE f.${scope.first('resolved')} IS NOT NULL`;
  return [
    `${row(at, at, '0', '1', carried)}${open(never)} ${from}`,
    `${row(at, at, '1', '1', carried)}${open(until)} ${from} AND x.case_id IS NULL`,
  ].join('\nUNION ALL\n');
};

/** Slots: all, and those that say which one they repeat; what is found by key is told apart later. */
const repeats: CaseCounts = (scope, { key }, carried) => {
  const received = scope.instantOf('f.received_pos');
  const from = 'FROM d_facts f WHERE f.received_pos IS NOT NULL';
  const all = `${row(received, received, '0', '1', carried)} ${from}`;
  if (key !== undefined) return all;
  scope.learnAttribute('repeatOf');
  const { joins, columns } = scope.at(['repeatOf'], 'f', String(scope.asOf));
  const link = scope.found('x')('repeatOf');
  if (link === undefined) return all;
  const linked = scope.add(
    scope.fresh('linked'),
    `SELECT x.case_id FROM (SELECT f.case_id${columns} FROM d_facts f${joins}) x WHERE ${link.sql} IS NOT NULL${link.type === 'text' ? ` AND ${link.sql} <> ''` : ''}`,
  );
  return `${all}\nUNION ALL\n${row(received, received, '1', '1', carried)} ${from} AND f.case_id IN (SELECT x.case_id FROM ${linked} x)`;
};

/** The measures of cases that are written as SQL. */
export const caseCounts: { readonly [measure in Measure]?: CaseCounts } = {
  replyRate: share('replied'),
  resolutionRate: share('resolved'),
  satisfactionRate: satisfaction,
  repeatComplaintRate: repeats,
  responseRate: followUp('surveyed', 'rated'),
  returnVisitRate: followUp('closed', 'return-visited'),
  firstContactResolutionRate: firstContacts,
  connectRate: calls,
  abandonRate: calls,
  serviceLevel: calls,
  count: events,
};
