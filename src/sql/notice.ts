import type { Selectors } from '../case/selector.ts';
import type { Allowance } from '../standards/limit-rule.ts';
import type { NoticeStandard } from '../standards/notice/standard.ts';
import { isAttribute } from '../standards/promise.ts';
import { chosenTerms } from './chosen-terms.ts';
import { whenSql } from './conditions.ts';
import { timeType } from './first-known.ts';
import { anchorsOf, type Notice } from './notice-anchors.ts';
import { endedNotices, endsOfNotice } from './notice-ends.ts';
import type { PolicyVersion } from './policy-versions.ts';
import { type Ruled, ruledBy, ruleVerdicts } from './rule-verdicts.ts';
import type { Scope } from './scope.ts';
import { readTerms } from './terms.ts';

/** The verdicts of a notice: one run from the beginning of the case, due ahead of what it announces. */
export function compileNoticeSql(given: NoticeStandard, version: PolicyVersion, scope: Scope): string {
  const { atLeast, ...rest } = given;
  const ruled = ruledBy<Notice>(rest, version);
  const { standard } = ruled;
  const terms = readTerms(atLeast, version.setting, given);
  scope.learn(standard.when);
  if (isAttribute(standard.before)) timeType(scope, standard.before.attribute);
  const reads = terms.rows.flatMap(({ when }) => scope.learn(when));
  const told = chosenTerms(scope, terms, startsOf(scope, ruled, reads));
  const allowances: Allowance[] = [...terms.rows.map(({ allowance }) => allowance), terms.otherwise];
  if (terms.rows.length > 0) allowances.push({ kind: 'unknown', missing: [] });
  const anchors = anchorsOf(scope, ruled);
  return allowances
    .map((allowance, place) => {
      const runs =
        allowances.length === 1
          ? told
          : scope.add(scope.fresh('terms'), `SELECT r.* FROM ${told} r WHERE r.terms = ${place}`);
      return allowance.kind === 'limit'
        ? noticeVerdicts(scope, ruled, endedNotices(scope, { ruled, runs, anchors }, allowance))
        : unknownVerdicts(scope, ruled, runs, 'missing' in allowance ? allowance.missing : []);
    })
    .join('\nUNION ALL\n');
}

/** One row for each case to which it applies, with what its table reads. */
function startsOf(scope: Scope, { standard, version }: Ruled<Notice>, reads: readonly string[]): string {
  const { when, event } = standard;
  const names = [...reads, ...Object.keys(when ?? {})];
  const { joins, columns } = scope.at(names, 'f', 'f.start_ms');
  const over: Selectors = [...endsOfNotice(standard), 'closed'];
  return scope.add(
    scope.fresh('starts'),
    `SELECT x.* FROM (SELECT f.case_id, f.start_ms AS from_ms, f.${scope.first(event)} AS given_pos, f.${scope.first(over)} AS over_pos${columns} FROM d_facts f${joins} WHERE f.start_ms IS NOT NULL AND ${version.inForce('f')}) x WHERE ${whenSql(when, scope.found('x'), scope.dialect)}`,
  );
}

function noticeVerdicts(scope: Scope, ruled: Ruled<Notice>, runs: string): string {
  const open = `r.ending = 'open'`;
  const known = 'r.due_ms IS NOT NULL';
  const late = `CASE WHEN r.last_ms <= r.due_ms THEN`;
  const ifKnown = (sql: string) => `CASE WHEN ${known} THEN ${sql} END`;
  return ruleVerdicts(scope, runs, ruled, {
    status: `CASE WHEN r.ending = 'exempt' THEN 'exempt' WHEN r.ending = 'done' THEN ${late} 'met' ELSE 'late' END WHEN r.due_ms IS NULL THEN 'pending' ELSE ${late} 'pending' ELSE 'overdue' END END`,
    from: 'r.from_ms',
    due: 'r.due_ms',
    done: `CASE WHEN r.ending = 'done' THEN r.last_ms END`,
    used: ifKnown('r.used'),
    over: ifKnown(
      `CASE WHEN r.ending <> 'exempt' AND r.last_ms > r.due_ms THEN r.last_ms - r.due_ms ELSE 0 END`,
    ),
    paused: ifKnown('0'),
    remaining: `CASE WHEN ${open} AND ${known} THEN r.rest END`,
    share: `CASE WHEN ${known} AND r.total > 0 THEN CAST(r.used AS ${scope.dialect.types.real}) / r.total END`,
    clock: `CASE WHEN NOT ${open} THEN 'stopped' WHEN ${known} AND r.is_closed = 1 THEN 'closed-hours' ELSE 'running' END`,
    reason: `CASE WHEN r.ending = 'exempt' THEN r.exempt_type END`,
    since: 'r.since',
    sinceReason: 'r.reason',
  });
}

/** Where nobody knows how long before. */
function unknownVerdicts(
  scope: Scope,
  ruled: Ruled<Notice>,
  runs: string,
  missing: readonly string[],
): string {
  const { text } = scope.dialect;
  return ruleVerdicts(scope, runs, ruled, {
    status: text('undetermined'),
    from: 'r.from_ms',
    missing: `COALESCE(r.lacks, ${text(missing.join(', '))})`,
  });
}
