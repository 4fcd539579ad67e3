import { didYouMean } from '../errors/nearest.ts';
import { SqlError } from '../errors/sql-error.ts';
import { formatCivilDate } from '../instant/civil.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import { type CivilDate, DAY, type InstantInput } from '../instant/types.ts';
import type { Period } from '../kpi/types.ts';
import type { PolicyOrVersions } from '../policy/types.ts';
import type { BoundStandard } from '../standards/bound/standard.ts';
import type { DeadlineStandard } from '../standards/deadline/standard.ts';
import type { NoticeStandard } from '../standards/notice/standard.ts';
import type { OrderStandard } from '../standards/order/standard.ts';
import { compileBoundSql } from './bound.ts';
import { CalendarNames } from './calendar-names.ts';
import { bucketStatements, calendarStatements } from './calendar-statements.ts';
import { anyOf } from './conditions.ts';
import { compileDeadlineSql } from './deadline.ts';
import { type Dialect, type DialectName, dialectNames, dialects } from './dialect.ts';
import { compileNoticeSql } from './notice.ts';
import { compileOrderSql } from './order.ts';
import { type PolicyVersion, policyVersions } from './policy-versions.ts';
import { isAboutCases, type Refusal } from './refusals.ts';
import { Scope } from './scope.ts';
import { sliceStatements } from './slices.ts';
import type { SqlStatement } from './statement.ts';
import { checkKeys, readTables, type Tables, type TablesSpec, uncut } from './tables.ts';
import { repeatsSql, talliesSql } from './tallies.ts';
import { learnTypes } from './typed-attributes.ts';
import { noVerdicts } from './verdict-columns.ts';
import { writtenPolicy } from './written-policies.ts';

/** What statements are made of besides the policy. */
export interface SqlOptions {
  readonly dialect: DialectName;
  readonly tables: TablesSpec;
  /** The moment of evaluation; later events are ignored. */
  readonly asOf: InstantInput;
  /** The standards to be written; all by default. */
  readonly standards?: readonly string[];
  /** Whether what can't be written is refused (default) or left out and listed. */
  readonly refused?: 'throw' | 'leave-out';
  /**
   * The civil dates that the calendar tables hold, both included. Default: ten years before the moment of evaluation,
   * five after it.
   */
  readonly calendars?: { readonly from: CivilDate; readonly to: CivilDate };
  /** The period by which KPIs are counted, instead of their own. */
  readonly period?: Period;
  /** Attributes by which every KPI is split as well. */
  readonly by?: readonly string[];
  /** What the names of tables and views begin with. Default: `duly_`. */
  readonly prefix?: string;
}

/** A policy as statements. */
export interface CompiledSql {
  readonly dialect: DialectName;
  /** In the order in which they are to be run. */
  readonly statements: readonly SqlStatement[];
  /** The standards that were left out, and why. */
  readonly refused: readonly Refusal[];
}

const optionKeys = [
  'dialect',
  'tables',
  'asOf',
  'standards',
  'refused',
  'calendars',
  'prefix',
  'period',
  'by',
];

/**
 * Statements that judge the cases of a warehouse by a policy: calendars as tables, a view of the cases that are left to
 * the package itself (`duly_left_over`), a view of verdicts (`duly_verdicts`) with one row for each case, standard and
 * run, and a query of counts (`duly_tallies`) of which `reportFromTallies` makes a report.
 *
 * The view says what `assess` says, in columns: `case_id standard kind run status severity from_ms due_ms done_ms
 * used_ms over_ms paused_ms remaining_ms share clock reason missing provisional_since provisional_reason policy
 * policy_version`; instants are epoch ms, `provisional_since` is a day number, several names that are missing are
 * joined by a comma. Left over are cases with an `extended` event, those with a `changed` or `promised` event where a
 * standard recalculates, those with an event without type or instant, and those for which no version was in force.
 *
 * Where the tables have a column for a `slice`, statements read the slice whose number stands in the table `duly_slice`
 * (0 at first): memory is that of one slice, and time grows with the cases. `duly_slices` tells all slices, and
 * `duly_repeats`, if the policy has repeats by key, counts these among all cases at once, for which it holds a row of
 * each. The rows of both and of `duly_tallies`, asked once for each slice, make the report. Tables that are sorted or
 * partitioned by the slice let the engine skip the others; all rows of a case belong to one slice.
 *
 * ClickHouse is given tables of the steps between (`purpose: 'step'`), for it finds a common table expression anew
 * wherever it is named: its views are as old as those, which are made anew for other rows and for each slice. Its time
 * stamps are `DateTime` or `DateTime64`, never text.
 *
 * Names are quoted and values are literals, whatever they hold. What can't be said in SQL is refused, never
 * approximated: all kinds but deadline, order, bound and notice; KPIs of checklists, and of runs by owner; `restartOn`
 * together with `each: 'oldest-unanswered'`, or with `each: 'run'` and `match`; a pause together with
 * `roll: 'previous-working-day'`; a calendar with `provisional: 'throw'`. Findings and ladders have no statements.
 *
 * @param policy - One policy, or several versions: each case is judged by the one in force when it began.
 * @throws {@link SqlError} `sql.unsupported` with the standard's id in its path, `sql.dialect`, `sql.option`,
 * `sql.unknown-key`, `sql.name`, `sql.range`
 * @example
 * compileSql(policy, {
 *   dialect: 'duckdb',
 *   tables: { cases: 'cases', events: 'events' },
 *   asOf: '2026-08-01T00:00:00+08:00',
 * }).statements.at(-1).name // => 'duly_tallies'
 */
export function compileSql(policy: PolicyOrVersions, options: SqlOptions): CompiledSql {
  checkKeys(options, optionKeys, []);
  const { dialect: name, prefix = 'duly_', refused: whatToDo = 'throw' } = options;
  const dialect = Object.hasOwn(dialects, name) ? dialects[name] : undefined;
  if (dialect === undefined)
    throw new SqlError(
      'sql.dialect',
      { given: name, known: dialectNames },
      { path: ['dialect'], hint: didYouMean(name, dialectNames) },
    );
  const asOf = toEpoch(options.asOf, ['asOf']);
  const tables = readTables(options.tables);
  const calendars = new CalendarNames();
  const given = policyVersions(policy, asOf);
  const written = given.map((version) =>
    writtenPolicy(version, { only: options.standards, period: options.period }),
  );
  const refused = written.flatMap((one) => one.refused);
  const [first] = refused;
  if (first !== undefined && whatToDo === 'throw')
    throw new SqlError(
      'sql.unsupported',
      { what: first.what },
      { path: [first.standard], hint: "Leave it out: refused: 'leave-out'" },
    );
  const policies = written.map((one) => one.policy);
  const versions = policyVersions(Array.isArray(policy) ? policies : policies[0]!, asOf);
  const scopeOf = (own: Tables) => new Scope(dialect, own, asOf, calendars, prefix);
  const scope = scopeOf(tables);
  const verdicts = verdictsSql(versions, scope);
  const range = options.calendars ?? rangeAround(asOf);
  const by = options.by ?? [];
  /** A view, and the scope of what is counted beside it. */
  const leftOver = (name: string, judging: Scope) => {
    const counting = scopeOf(judging.tables);
    counting.leftOverView = dialect.quote(name);
    counting.learnAll(judging);
    for (const attribute of by) counting.learnAttribute(attribute);
    const judged = anyOf(versions.map(({ inForce }) => inForce('f')));
    const statements = judging.statements({ name, purpose: 'view' }, leftOverParts(judged, dialect), false);
    const task = { scope: counting, policies: Array.isArray(policy) ? policies : policies[0]!, by };
    return { statements, task };
  };
  const left = leftOver(`${prefix}left_over`, scope);
  const slices = sliceStatements(tables.cases, dialect, prefix);
  return {
    dialect: dialect.name,
    statements: [
      ...calendarStatements(calendars, range, dialect, prefix),
      ...bucketStatements(dialect, prefix),
      ...slices.made,
      ...left.statements,
      ...scope.statements({ name: `${prefix}verdicts`, purpose: 'view' }, verdicts),
      ...slices.told,
      ...(slices.told.length === 0 ? [] : repeatStatements()),
      ...left.task.scope.statements({ name: `${prefix}tallies`, purpose: 'query' }, talliesSql(left.task)),
    ],
    refused,
  };

  /** Repeats by key are looked for among the cases of all slices. */
  function repeatStatements(): SqlStatement[] {
    const whole = scopeOf(uncut(tables));
    verdictsSql(versions, whole);
    const { statements, task } = leftOver(`${prefix}left_over_all`, whole);
    const repeats = repeatsSql(task);
    if (repeats === null) return [];
    return [...statements, ...task.scope.statements({ name: `${prefix}repeats`, purpose: 'query' }, repeats)];
  }
}

/** Queries of all verdicts; the scope knows then what they ask for. */
function verdictsSql(versions: readonly PolicyVersion[], scope: Scope): string[] {
  const parts: string[] = [];
  for (const { policy } of versions) learnTypes(policy, scope);
  for (const version of versions) {
    nameCalendars(version, scope.calendars);
    for (const standard of version.policy.standards)
      if (isAboutCases(standard.kind)) parts.push(compileStandard(standard, version, scope));
  }
  return parts.length === 0 ? [noVerdicts(scope)] : parts;
}

function compileStandard(standard: { kind: string }, version: PolicyVersion, scope: Scope): string {
  const { kind } = standard;
  if (kind === 'order') return compileOrderSql(standard as OrderStandard, version, scope);
  if (kind === 'bound') return compileBoundSql(standard as BoundStandard, version, scope);
  if (kind === 'notice') return compileNoticeSql(standard as NoticeStandard, version, scope);
  return compileDeadlineSql(standard as DeadlineStandard, version, scope);
}

function nameCalendars({ policy, setting }: PolicyVersion, calendars: CalendarNames): void {
  calendars.of(setting.calendar());
  for (const name of Object.keys(policy.calendars ?? {})) calendars.of(setting.calendar(name));
}

/** Queries of the cases that are left over, and why; `judged`: what a row of `d_facts` passes that some version judges. */
function leftOverParts(judged: string, dialect: Dialect): string[] {
  const unjudged = dialect.text('no version of the policy was in force');
  return [
    'SELECT l.case_id, MIN(l.reason) AS reason FROM d_left_over l GROUP BY l.case_id',
    `SELECT f.case_id, ${unjudged} AS reason FROM d_facts f WHERE NOT ${judged}`,
  ];
}

function rangeAround(asOf: number): { from: CivilDate; to: CivilDate } {
  const year = (years: number) =>
    formatCivilDate(Math.floor(asOf / DAY) + Math.round(years * 365.25)).slice(0, 4);
  const [from, to] = [year(-10), year(5)];
  return {
    from: from < '1971' ? '1970-01-10' : (`${from}-01-01` as CivilDate),
    to: to > '2198' ? '2199-12-20' : (`${to}-12-31` as CivilDate),
  };
}
