import type { AuditSnapshot } from '../audit/snapshot.ts';
import { DAY, HOUR, MINUTE } from '../instant/types.ts';
import { parseGoal } from '../kpi/parse-goal.ts';
import type { KpiSpec } from '../kpi/types.ts';
import { statuses } from '../standards/verdict.ts';
import { bucketJoin } from './bucket-rows.ts';
import { caseCounts } from './case-counts.ts';
import { whenSql } from './conditions.ts';
import type { Lookups } from './lookups.ts';
import { repeatTallies } from './repeat-tallies.ts';
import type { Scope } from './scope.ts';
import { type MakeTally, sumsOf, type TallyColumns } from './tally-rows.ts';

type Standards = AuditSnapshot['tally']['standards'];

/** These read verdicts; the others read events. */
export const isOfRuns = (measure: string): boolean =>
  ['timelinessRate', 'percentile', 'mean'].includes(measure);
export const isWritten = (measure: string): boolean =>
  isOfRuns(measure) || Object.hasOwn(caseCounts, measure) || measure === 'composite';

/** Which cell of a KPI a tally belongs to. */
export type CellColumns = Required<Pick<TallyColumns, 'name' | 'period' | 'groups'>>;

/** What the counts of KPIs are made of. */
interface Counted {
  readonly verdicts: string;
  readonly standards: Standards;
  readonly look: Lookups;
  readonly tally: MakeTally;
}

/** The counts of one KPI by period and group. */
export function kpiTallies(
  scope: Scope,
  { place, spec, groupBy }: { place: number; spec: KpiSpec; groupBy: readonly string[] },
  { verdicts, standards, look, tally }: Counted,
): string[] {
  if (spec.measure === 'composite') return [];
  const { dialect } = scope;
  const { text, types } = dialect;
  const names = [...Object.keys(spec.when ?? {}), ...groupBy, ...(spec.key ?? [])];
  const runs = isOfRuns(spec.measure);
  const counted = runs
    ? runCounts(scope, spec, verdicts, standards, names)
    : caseCounts[spec.measure as 'replyRate']!(scope, spec, scope.carried(names, 'f'));
  const rows = scope.add(scope.fresh('counted'), counted);
  const { joins, columns } = scope.at(names, 'x', 'x.look_ms');
  const known = scope.add(scope.fresh('counted'), `SELECT x.*${columns} FROM ${rows} x${joins}`);
  const seen = scope.add(
    scope.fresh('counted'),
    `SELECT x.*, k.offset_ms FROM ${known} x${look.clock('k', 'x.cell_ms')} WHERE ${whenSql(spec.when, scope.found('x'), dialect)}`,
  );
  const wall = `(x.cell_ms + x.offset_ms - ${startOfDay(spec.dayStart ?? '00:00')})`;
  const fail = dialect.fail(
    `'duly: the calendar tables do not reach what KPI ' || ${text(spec.id)} || ' counts of case ' || CAST(x.case_id AS ${types.text})`,
  );
  const groups = groupBy.map((name) => {
    const attribute = scope.found('x')(name);
    return `CAST(${attribute?.sql ?? 'NULL'} AS ${types.text})`;
  });
  const cells = scope.add(
    scope.fresh('cells'),
    `SELECT x.*, CASE WHEN x.offset_ms IS NULL THEN ${fail} ELSE ${periodOf(dialect.div(wall, DAY), spec, scope)} END AS period${groups.map((group, n) => `, ${group} AS g${n}`).join('')} FROM ${seen} x`,
  );
  const by = ['x.period', ...groupBy.map((_, n) => `x.g${n}`)];
  const own: CellColumns = { name: text(String(place)), period: 'x.period', groups: by.slice(1) };
  if (spec.key !== undefined) return repeatTallies(scope, spec, { cells, own, groupBy, tally });
  const parts = [
    tally(
      { part: 'cell', ...own, slot: 'x.slot', n: 'SUM(x.n)' },
      `FROM ${cells} x GROUP BY ${[...by, 'x.slot'].join(', ')}`,
    ),
  ];
  if (spec.window !== undefined)
    parts.push(
      tally({ part: 'open', ...own, most: 'MAX(x.open_ms)' }, `FROM ${cells} x GROUP BY ${by.join(', ')}`),
    );
  if (!runs) return parts;
  parts.push(
    tally(
      { part: 'unpublished', ...own, least: 'MIN(x.provisional_since)', more: 'x.provisional_reason' },
      `FROM ${cells} x WHERE x.provisional_since IS NOT NULL GROUP BY ${[...by, 'x.provisional_reason'].join(', ')}`,
    ),
  );
  if (spec.measure === 'timelinessRate') return parts;
  const done = 'x.slot IN (0, 1) AND x.used_ms IS NOT NULL';
  parts.push(
    tally(
      { part: 'timed', ...own, slot: 'k.bucket', ...sumsOf('x.used_ms', dialect.div) },
      `FROM ${cells} x${bucketJoin('x.used_ms', scope)} WHERE ${done} GROUP BY ${[...by, 'k.bucket'].join(', ')}`,
    ),
  );
  const goal = goalMillis(spec);
  if (goal !== null)
    parts.push(
      tally(
        { part: 'cell', ...own, slot: 'x.side', n: 'COUNT(*)' },
        `FROM (SELECT x.*, CASE WHEN x.used_ms < ${goal} THEN 7 ELSE 8 END AS side FROM ${cells} x WHERE ${done} AND x.used_ms <= ${goal}) x GROUP BY ${[...by, 'x.side'].join(', ')}`,
      ),
    );
  return parts;
}

/** The runs that a KPI counts, each in the period that its basis names. */
function runCounts(
  scope: Scope,
  spec: KpiSpec,
  verdicts: string,
  standards: Standards,
  names: readonly string[],
): string {
  const { text } = scope.dialect;
  const own =
    spec.of === undefined
      ? standards.filter(({ severity }) => severity === 'hard').map(({ id }) => id)
      : [spec.of];
  const order = {
    received: 'v.from_ms, v.due_ms, v.done_ms',
    due: 'v.due_ms, v.done_ms, v.from_ms',
    closed: 'v.done_ms, v.due_ms, v.from_ms',
  }[spec.basis ?? 'due'];
  const at = `COALESCE(${order}, v.first_ms)`;
  const slot = statuses.map((status, place) => `WHEN '${status}' THEN ${place}`).join(' ');
  return `SELECT v.case_id, ${at} AS cell_ms, COALESCE(v.from_ms, ${at}) AS look_ms, CASE v.status ${slot} END AS slot, 1 AS n, v.used_ms, v.provisional_since, v.provisional_reason${scope.carried(names, 'v')} FROM ${verdicts} v WHERE v.status <> 'exempt' AND ${at} IS NOT NULL AND v.standard IN (${own.map(text).join(', ')})`;
}

/** The number of the civil period of a day, as the package numbers periods. */
function periodOf(day: string, { period = 'month' }: KpiSpec, { dialect }: Scope): string {
  const { div } = dialect;
  if (period === 'day') return day;
  if (period === 'week') return div(`(${day} + 3)`, 7);
  if (period === 'year') return dialect.year(day);
  const month = dialect.month(day);
  if (period === 'month') return `${dialect.year(day)} * 12 + ${month} - 1`;
  return `${dialect.year(day)} * 4 + ${div(`(${month} - 1)`, 3)}`;
}

/** `'04:00'` or `'-12:00'` in ms. */
function startOfDay(text: string): number {
  const [hours = '', minutes = ''] = text.replace('-', '').split(':');
  const ms = Number(hours) * HOUR + Number(minutes) * MINUTE;
  return text.startsWith('-') ? -ms : ms;
}

/** A goal that is a whole time in ms. */
function goalMillis({ goal }: KpiSpec): string | null {
  if (goal === undefined) return null;
  const { unit, bound } = parseGoal(goal);
  return unit === 'time' ? String(Number(bound[0]) / Number(bound[1])) : null;
}
