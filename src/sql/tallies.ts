import { createAudit } from '../audit/create-audit.ts';
import type { AuditSnapshot } from '../audit/snapshot.ts';
import type { Calendar } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { DAY, HOUR } from '../instant/types.ts';
import type { KpiSpec } from '../kpi/types.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import { bucketJoin } from './bucket-rows.ts';
import { kpiTallies } from './kpi-tallies.ts';
import { Lookups } from './lookups.ts';
import type { Scope } from './scope.ts';
import { sliceSql } from './slices.ts';
import type { TallyDocument } from './tally-document.ts';
import { type MakeTally, sumsOf, type TallyColumns, tallySql } from './tally-rows.ts';
import { worstCases } from './worst-cases.ts';

/** What is counted, and for whom. */
export interface TallyTask {
  readonly scope: Scope;
  readonly policies: PolicyOrVersions;
  readonly by: readonly string[];
}

/** Queries of all counts that a report is made of, over the views of verdicts and of what is left over. */
export function talliesSql(task: TallyTask): string[] {
  const { scope } = task;
  const { dialect, prefix } = scope;
  const sliced = isSliced(scope);
  const { kpis, names, calendars, standards, look, tally } = counting(
    task,
    ({ key }) => !sliced || key === undefined,
  );
  const verdicts = scope.add(
    'd_verdicts',
    `SELECT v.*, f.first_ms${scope.carried(names, 'f')} FROM ${dialect.quote(`${prefix}verdicts`)} v JOIN d_facts f ON f.case_id = v.case_id`,
    true,
  );
  const all = [
    tally({ part: 'task', more: dialect.text(documentOf(task)) }, ''),
    tally(
      { part: 'cases', n: 'COUNT(*)', ...(sliced && { slot: sliceSql(dialect, prefix) }) },
      'FROM d_facts f',
    ),
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
  const ofKpis = kpis.map((kpi) => kpiTallies(scope, kpi, { verdicts, standards, look, tally }));
  return [all, ...ofKpis.filter((parts) => parts.length > 0)].map((parts) => parts.join('\nUNION ALL\n'));
}

/** The counts of repeats by key, which are found among all cases together; `null` where a policy has no such KPI. */
export function repeatsSql(task: TallyTask): string[] | null {
  const { scope } = task;
  const { kpis, standards, look, tally } = counting(task, ({ key }) => key !== undefined);
  if (kpis.length === 0) return null;
  const parts = kpis.flatMap((kpi) => kpiTallies(scope, kpi, { verdicts: '', standards, look, tally }));
  return [tally({ part: 'repeats' }, ''), ...parts];
}

/** What of a task is counted, once the scope knows what is read for it. */
function counting({ scope, policies, by }: TallyTask, isCounted: (spec: KpiSpec) => boolean) {
  const { dialect, prefix, asOf } = scope;
  const { kpis, ...tallied } = createAudit(policies, { asOf, groupBy: by }).snapshot().tally;
  const width = Math.max(0, ...kpis.map(({ spec, groupBy }) => groupBy.length + (spec.key?.length ?? 0)));
  const names = kpis.flatMap(({ spec, groupBy }) => [
    ...Object.keys(spec.when ?? {}),
    ...groupBy,
    ...(spec.key ?? []),
  ]);
  for (const { spec } of kpis) scope.learn(spec.when);
  for (const name of names) scope.learnAttribute(name);
  const zone = scope.calendars.of(newest(listOf(policies), tallied.timeZone).calendar as Calendar);
  return {
    ...tallied,
    names,
    kpis: kpis.map((cut, place) => ({ place, ...cut })).filter(({ spec }) => isCounted(spec)),
    look: new Lookups(dialect, zone, prefix),
    tally: (columns: TallyColumns, rest: string) => tallySql(columns, rest, width, dialect),
  };
}

const isSliced = ({ tables }: Scope): boolean => tables.cases.slice !== null;

function documentOf({ scope, policies, by }: TallyTask): string {
  const document: TallyDocument = {
    format: 'duly-tallies/1',
    policies,
    asOf: scope.asOf,
    by,
    sliced: isSliced(scope),
    attributes: [...scope.known].map(([name, { type }]) => ({ name, type })),
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
  const { text } = dialect;
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
      `FROM ${times} v${bucketJoin(ms, scope)} GROUP BY v.standard, k.bucket`,
    );
  });
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
