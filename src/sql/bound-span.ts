import { listOf, type Selectors, typesOf } from '../case/selector.ts';
import { toLimit } from '../limit/parse-limit.ts';
import type { LimitInput } from '../limit/types.ts';
import type { BoundSpan, BoundStandard } from '../standards/bound/standard.ts';
import { limitTerms } from '../standards/limit-rule.ts';
import { isAttribute } from '../standards/promise.ts';
import { whenSql } from './conditions.ts';
import { keyOf } from './deadline-starts.ts';
import { withExemptType } from './exempt-type.ts';
import { timeType, withFirstKnown, withStated } from './first-known.ts';
import { type Ruled, ruleVerdicts } from './rule-verdicts.ts';
import type { Scope } from './scope.ts';
import { type Edge, withEdges } from './span-edges.ts';

export type SpanBound = Extract<BoundStandard, { readonly measure: BoundSpan }>;

/** The verdicts on the time from one event or time attribute to another, one for each beginning. */
export function boundSpanSql(scope: Scope, ruled: Ruled<SpanBound>): string {
  const { dialect } = scope;
  const { from } = ruled.standard.measure;
  const starts = isAttribute(from) ? stated(scope, ruled, from.attribute) : happened(scope, ruled, from);
  const ends = withEnds(scope, ruled, starts);
  const exempts = ruled.standard.exemptOn as Selectors;
  const { low, high, working } = edgesOf(ruled);
  const measured = withEdges(scope, ends, { low, high, working });
  const runs = withExemptType(scope, measured, 'exempt_pos', exempts);
  const kept = [
    ...(high === undefined ? [] : ['r.to_ms < r.over_ms']),
    ...(low === undefined ? [] : ['r.to_ms >= r.low_ms']),
  ].join(' AND ');
  const over = high === undefined ? '' : `WHEN r.over_ms <= ${scope.asOf} THEN 'broken' `;
  const verdicts = ruleVerdicts(scope, runs, ruled, {
    status: `CASE WHEN r.lack IS NOT NULL THEN 'undetermined' WHEN r.ended = 1 THEN 'exempt' WHEN r.to_ms IS NOT NULL THEN CASE WHEN ${kept === '' ? '1 = 1' : kept} THEN 'met' ELSE 'broken' END ${over}ELSE 'pending' END`,
    run: 'ROW_NUMBER() OVER (PARTITION BY r.case_id ORDER BY r.start_pos)',
    from: 'COALESCE(r.from_ms, r.since_ms)',
    done: 'CASE WHEN r.lack IS NULL AND r.ended = 0 THEN r.to_ms END',
    used: 'CASE WHEN r.lack IS NULL THEN GREATEST(r.used, 0) END',
    reason: 'CASE WHEN r.ended = 1 THEN r.exempt_type END',
    missing: 'r.lack',
    since: 'r.since',
    sinceReason: 'r.reason',
  });
  if (isAttribute(from) || !typesOf(from).includes('received')) return verdicts;
  const unheard = scope.add(
    scope.fresh('unheard'),
    `SELECT f.case_id FROM d_facts f WHERE f.received_pos IS NULL AND f.${scope.first(from)} IS NULL AND ${ruled.version.inForce('f')}`,
  );
  const text = (value: string) => dialect.text(value);
  const lone = ruleVerdicts(scope, unheard, ruled, {
    status: text('undetermined'),
    missing: text('received'),
  });
  return `${verdicts}\nUNION ALL\n${lone}`;
}

/** The bounds as limits, and whether working time is measured. */
function edgesOf({ standard, version }: Ruled<SpanBound>) {
  const { min, max, calendar, counting = 'rolling' } = standard;
  const { setting } = version;
  const edge = (given: unknown): Edge | undefined => {
    if (given === undefined) return undefined;
    return limitTerms({
      limit: toLimit(given as LimitInput),
      timetable: setting.timetable(calendar),
      counting: setting.counting(counting),
    });
  };
  const [low, high] = [edge(min), edge(max)];
  return { low, high, working: (high ?? low)?.unit.working === true };
}

/** What a case states itself: one run, which begins with the case where it states nothing. */
function stated(scope: Scope, { standard, version }: Ruled<SpanBound>, attribute: string): string {
  const { when, measure } = standard;
  const names = Object.keys(when ?? {});
  timeType(scope, attribute);
  const to = isAttribute(measure.to) ? [measure.to.attribute] : [];
  for (const name of to) timeType(scope, name);
  const all = [attribute, ...to];
  const { joins, columns } = scope.at(names, 'f', 'f.start_ms');
  const begun = scope.add(
    scope.fresh('begun'),
    `SELECT f.case_id, CAST(-1 AS ${scope.dialect.types.whole}) AS start_pos, f.start_ms AS since_ms${scope.carried(all, 'f')}${columns} FROM d_facts f${joins} WHERE f.start_ms IS NOT NULL AND ${version.inForce('f')}`,
  );
  const applying = scope.add(
    scope.fresh('begun'),
    `SELECT x.case_id, x.start_pos, x.since_ms${scope.carried(all, 'x')} FROM ${begun} x WHERE ${whenSql(when, scope.found('x'), scope.dialect)}`,
  );
  const known = withStated(
    scope,
    withFirstKnown(scope, applying, attribute),
    { attribute, as: 'from_ms' },
    version.setting,
  );
  const { text } = scope.dialect;
  return scope.add(
    scope.fresh('begun'),
    `SELECT r.case_id, r.start_pos, r.since_ms, r.from_ms, CAST(NULL AS ${scope.dialect.types.text}) AS run_key, CASE WHEN r.from_ms IS NULL THEN ${text(attribute)} END AS lack${scope.carried(to, 'r')} FROM ${known} r`,
    true,
  );
}

/** A run for each of these events to which the standard applies. */
function happened(scope: Scope, { standard, version }: Ruled<SpanBound>, from: Selectors): string {
  const { when, measure, match } = standard;
  const { dialect } = scope;
  const to = isAttribute(measure.to) ? [measure.to.attribute] : [];
  for (const name of to) timeType(scope, name);
  const applies = whenSql(when, (name) => scope.ofEvent(name, 'e'), dialect);
  const none = `CAST(NULL AS ${dialect.types.text})`;
  const key = match === undefined ? none : keyOf(scope, match, 'e');
  return scope.add(
    scope.fresh('begun'),
    `SELECT e.case_id, e.pos AS start_pos, e.at_ms AS since_ms, e.at_ms AS from_ms, ${key} AS run_key, ${none} AS lack${scope.carried(to, 'f')} FROM d_facts f JOIN d_seen e ON e.case_id = f.case_id WHERE ${scope.selects(from, 'e')} AND ${applies} AND ${version.inForce('f')}`,
    true,
  );
}

/** The runs with `to_ms`, and `exempt_pos` and `exempt_ms` where the case ended before that. */
function withEnds(scope: Scope, { standard, version }: Ruled<SpanBound>, starts: string): string {
  const { measure, match } = standard;
  const { whole } = scope.dialect.types;
  const none = `CAST(NULL AS ${whole})`;
  if (isAttribute(measure.to)) {
    const { attribute } = measure.to;
    const asked = scope.add(
      scope.fresh('ends'),
      `SELECT r.case_id, r.start_pos, r.from_ms AS since_ms${scope.carried([attribute], 'r')} FROM ${starts} r WHERE r.from_ms IS NOT NULL`,
    );
    const known = withFirstKnown(scope, asked, attribute);
    const ends = withStated(scope, known, { attribute, as: 'to_ms' }, version.setting);
    const lack = `CASE WHEN x.to_ms IS NULL THEN ${scope.dialect.text(attribute)} END`;
    return scope.add(
      scope.fresh('ends'),
      `SELECT r.case_id, r.start_pos, r.since_ms, r.from_ms, COALESCE(r.lack, ${lack}) AS lack, x.to_ms, ${none} AS exempt_pos, ${none} AS exempt_ms FROM ${starts} r LEFT JOIN ${ends} x ON x.case_id = r.case_id AND x.start_pos = r.start_pos`,
      true,
    );
  }
  const exempts = standard.exemptOn as Selectors;
  const first = (selectors: Selectors, more: string) =>
    `MIN(CASE WHEN ${scope.selects(selectors, 'e')}${more} THEN e.pos END)`;
  const mine =
    match === undefined || isAttribute(measure.from) ? '' : ` AND ${keyOf(scope, match, 'e')} = r.run_key`;
  const ending: Selectors = [...listOf(measure.to), ...listOf(exempts)];
  const found = scope.add(
    scope.fresh('ends'),
    `SELECT r.case_id, r.start_pos, ${first(measure.to, mine)} AS to_pos, ${first(exempts, '')} AS exempt_pos FROM ${starts} r JOIN d_seen e ON e.case_id = r.case_id AND e.pos > r.start_pos WHERE ${scope.selects(ending, 'e')} GROUP BY r.case_id, r.start_pos`,
    true,
  );
  const isFirst = 'x.exempt_pos IS NOT NULL AND (x.to_pos IS NULL OR x.exempt_pos < x.to_pos)';
  const exempt = `CASE WHEN ${isFirst} THEN x.exempt_pos END`;
  return scope.add(
    scope.fresh('ends'),
    `SELECT r.case_id, r.start_pos, r.since_ms, r.from_ms, r.lack, ${scope.instantOf('x.to_pos')} AS to_ms, ${exempt} AS exempt_pos, ${scope.instantOf(exempt)} AS exempt_ms FROM ${starts} r LEFT JOIN ${found} x ON x.case_id = r.case_id AND x.start_pos = r.start_pos`,
    true,
  );
}
