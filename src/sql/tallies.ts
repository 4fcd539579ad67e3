import { createAudit } from '../audit/create-audit.ts';
import type { AuditSnapshot } from '../audit/snapshot.ts';
import type { Calendar } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { DAY, HOUR, MINUTE } from '../instant/types.ts';
import { parseGoal } from '../kpi/parse-goal.ts';
import type { KpiSpec } from '../kpi/types.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import { bucketKeySql } from './bucket-rows.ts';
import { caseCounts } from './case-counts.ts';
import { whenSql } from './conditions.ts';
import { Lookups } from './lookups.ts';
import type { Scope } from './scope.ts';
import type { TallyDocument } from './tally-document.ts';
import { type MakeTally, sumsOf, type TallyColumns, tallySql } from './tally-rows.ts';
import { worstCases } from './worst-cases.ts';

/** What is counted, and for whom. */
export interface TallyTask {
  readonly scope: Scope;
  readonly policies: PolicyOrVersions;
  readonly by: readonly string[];
}

/** The measures of cases; those of runs read verdicts. */
const ofRuns: readonly string[] = ['timelinessRate', 'percentile', 'mean'];
export const writtenMeasures: readonly string[] = [...ofRuns, ...Object.keys(caseCounts), 'composite'];

/** A query of all counts that a report is made of, over the views of verdicts and of what is left over. */
export function talliesSql(task: TallyTask): string {
  const { scope, policies, by } = task;
  const { dialect, prefix } = scope;
  const empty = createAudit(policies, { asOf: scope.asOf, groupBy: by }).snapshot();
  const { kpis, calendars, standards, timeZone } = empty.tally;
  const width = Math.max(0, ...kpis.map(({ groupBy }) => groupBy.length));
  const zone = scope.calendars.of(newest(listOf(policies), timeZone).calendar as Calendar);
  const look = new Lookups(dialect, zone, prefix);
  const names = kpis.flatMap(({ spec, groupBy }) => [...Object.keys(spec.when ?? {}), ...groupBy]);
  for (const { spec } of kpis) scope.learn(spec.when);
  for (const name of names) scope.learnAttribute(name);

  const verdicts = scope.add(
    'd_verdicts',
    `SELECT v.*, f.first_ms${scope.carried(names, 'f')} FROM ${dialect.quote(`${prefix}verdicts`)} v JOIN d_facts f ON f.case_id = v.case_id`,
    true,
  );
  const tally = (columns: TallyColumns, rest: string) => tallySql(columns, rest, width, dialect);
  const parts = [
    tally({ part: 'task', more: dialect.text(documentOf(task)) }, ''),
    tally({ part: 'cases', n: 'COUNT(*)' }, 'FROM d_facts f'),
    tally({ part: 'left over', n: 'COUNT(*)' }, 'FROM (SELECT DISTINCT l.case_id FROM d_left_over l) x'),
    tally(
      { part: 'run', name: 'v.standard', more: 'v.status', n: 'COUNT(*)' },
      `FROM ${verdicts} v GROUP BY v.standard, v.status`,
    ),
    tally(
      { part: 'provisional', more: 'v.provisional_reason', least: 'MIN(v.provisional_since)', n: 'COUNT(*)' },
      `FROM ${verdicts} v WHERE v.provisional_since IS NOT NULL GROUP BY v.provisional_reason`,
    ),
    ...usedTimes(task, verdicts, standards, calendars, tally),
    ...shares(verdicts, scope, tally),
    ...hours(verdicts, scope, look, tally),
    ...worstCases(verdicts, scope, tally),
  ];
  for (const [place, cut] of kpis.entries())
    parts.push(...kpiParts(task, { place, ...cut }, { verdicts, standards, look, tally }));
  return scope.statement(parts.join('\nUNION ALL\n'));
}

function documentOf({ scope, policies, by }: TallyTask): string {
  const document: TallyDocument = {
    format: 'duly-tallies/1',
    policies,
    asOf: scope.asOf,
    by,
    attributes: [...scope.attributes].map(([name, { type }]) => ({ name, type })),
  };
  return JSON.stringify(document);
}

type Standards = AuditSnapshot['tally']['standards'];

const listOf = (policies: PolicyOrVersions): readonly Policy[] =>
  Array.isArray(policies) ? policies : [policies as Policy];

function newest(policies: readonly Policy[], timeZone: string): Policy {
  return policies.findLast((policy) => timetableOf(policy.calendar).zone.name === timeZone)!;
}

/** Used, elapsed and working time of the done runs of each standard, by bucket. */
function usedTimes(
  { scope }: TallyTask,
  verdicts: string,
  standards: Standards,
  calendars: AuditSnapshot['tally']['calendars'],
  tally: MakeTally,
): string[] {
  const { dialect, prefix } = scope;
  const { text, types } = dialect;
  const done = `v.status IN ('met', 'late') AND v.used_ms IS NOT NULL`;
  const worked = [...new Set(standards.map(({ calendar }) => calendar))].map((place) => {
    const look = new Lookups(dialect, scope.calendars.of(calendars[place] as never), prefix);
    const own = standards.filter(({ calendar }) => calendar === place).map(({ id }) => text(id));
    return `SELECT v.standard, v.used_ms, GREATEST(v.done_ms - v.from_ms, 0) AS elapsed_ms, GREATEST(${look.worked('b', 'v.done_ms')} - ${look.worked('a', 'v.from_ms')}, 0) AS worked_ms FROM ${verdicts} v${look.clock('a', 'v.from_ms')}${look.clock('b', 'v.done_ms')} WHERE ${done} AND v.standard IN (${own.join(', ')})`;
  });
  if (worked.length === 0) return [];
  const times = scope.add('d_times', worked.join('\nUNION ALL\n'), true);
  return ['used', 'elapsed', 'working'].map((name) => {
    const ms = `v.${name === 'working' ? 'worked' : name}_ms`;
    return tally(
      { part: name, name: 'v.standard', slot: 'k.bucket', ...sumsOf(ms, dialect.div) },
      `FROM ${times} v${bucketJoin(scope, ms)} GROUP BY v.standard, k.bucket`,
    );
  });

  function bucketJoin(own: Scope, ms: string): string {
    return ` JOIN ${dialect.quote(`${own.prefix}buckets`)} k ON k.key = ${bucketKeySql(ms, types.whole)} AND ${ms} >= k.low AND ${ms} <= k.high`;
  }
}

/** Done runs by tenths of their limit. */
function shares(verdicts: string, { dialect }: Scope, tally: MakeTally): string[] {
  const tenth = `CAST(CEIL(v.share * 10) AS ${dialect.types.whole}) - 1`;
  const slot = `CASE WHEN v.status = 'met' THEN LEAST(GREATEST(${tenth}, 0), 9) ELSE LEAST(GREATEST(${tenth}, 10), 20) END`;
  return [
    tally(
      { part: 'share', name: 'v.standard', slot: 'v.slot', n: 'COUNT(*)' },
      `FROM (SELECT v.standard, ${slot} AS slot FROM ${verdicts} v WHERE v.share IS NOT NULL AND v.status IN ('met', 'late')) v GROUP BY v.standard, v.slot`,
    ),
  ];
}

/** Cases by the weekday and hour of their arrival, and those of them with a breach. */
function hours(verdicts: string, scope: Scope, look: Lookups, tally: MakeTally): string[] {
  const { div } = scope.dialect;
  const wall = '(f.start_ms + k.offset_ms)';
  const breached = `SELECT DISTINCT v.case_id FROM ${verdicts} v WHERE v.severity = 'hard' AND v.status IN ('late', 'overdue', 'broken')`;
  const slot = `((k.day + 3) % 7) * 24 + ${div(`(${wall} - k.day * ${DAY})`, HOUR)}`;
  return [
    tally(
      { part: 'hour', slot: 'x.slot', n: 'COUNT(*)', high: 'COUNT(x.breached)' },
      `FROM (SELECT ${slot} AS slot, b.case_id AS breached FROM d_facts f${look.clock('k', 'f.start_ms')} LEFT JOIN (${breached}) b ON b.case_id = f.case_id WHERE f.start_ms IS NOT NULL) x GROUP BY x.slot`,
    ),
  ];
}

interface Counted {
  readonly verdicts: string;
  readonly standards: Standards;
  readonly look: Lookups;
  readonly tally: MakeTally;
}

/** The counts of one KPI by period and group. */
function kpiParts(
  { scope }: TallyTask,
  { place, spec, groupBy }: { place: number; spec: KpiSpec; groupBy: readonly string[] },
  { verdicts, standards, look, tally }: Counted,
): string[] {
  if (spec.measure === 'composite') return [];
  const { dialect } = scope;
  const { text, types } = dialect;
  const names = [...Object.keys(spec.when ?? {}), ...groupBy];
  const runs = ofRuns.includes(spec.measure);
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
    return attribute === undefined ? 'NULL' : `CAST(${attribute.sql} AS ${types.text})`;
  });
  const cells = scope.add(
    scope.fresh('cells'),
    `SELECT x.*, CASE WHEN x.offset_ms IS NULL THEN ${fail} ELSE ${periodOf(dialect.div(wall, DAY), spec, scope)} END AS period${groups.map((group, n) => `, ${group} AS g${n}`).join('')} FROM ${seen} x`,
  );
  const by = ['x.period', ...groupBy.map((_, n) => `x.g${n}`)];
  const own = { name: text(String(place)), period: 'x.period', groups: by.slice(1) };
  const parts = [
    tally(
      { part: 'cell', ...own, slot: 'x.slot', n: 'SUM(x.n)' },
      `FROM ${cells} x GROUP BY ${[...by, 'x.slot'].join(', ')}`,
    ),
  ];
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
      `FROM ${cells} x JOIN ${dialect.quote(`${scope.prefix}buckets`)} k ON k.key = ${bucketKeySql('x.used_ms', types.whole)} AND x.used_ms >= k.low AND x.used_ms <= k.high WHERE ${done} GROUP BY ${[...by, 'k.bucket'].join(', ')}`,
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

const statuses = ['met', 'late', 'overdue', 'pending', 'exempt', 'broken', 'undetermined'];

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
