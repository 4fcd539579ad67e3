import { typesOf } from '../case/selector.ts';
import type { DeadlineStandard } from '../standards/deadline/standard.ts';
import type { Allowance } from '../standards/limit-rule.ts';
import { resolveParameters } from '../standards/parameters.ts';
import { chosenTerms } from './chosen-terms.ts';
import { endsOf } from './deadline-ends.ts';
import { type Judged, startsOf } from './deadline-starts.ts';
import { deadlineVerdicts, withoutReceipt } from './deadline-verdicts.ts';
import { pausesOf } from './pauses-of.ts';
import type { PolicyVersion } from './policy-versions.ts';
import { runsOf } from './runs-of.ts';
import type { Scope } from './scope.ts';
import { readTerms } from './terms.ts';
import { unansweredOnly } from './unanswered-only.ts';
import { verdictSql } from './verdict-columns.ts';

/** The verdicts of a deadline: a query of one row for each run. */
export function compileDeadlineSql(given: DeadlineStandard, version: PolicyVersion, scope: Scope): string {
  const { setting } = version;
  const { within, ...rest } = given;
  const { known, missing } = resolveParameters(rest, setting.parameter);
  const standard = known as Judged['standard'];
  const terms = readTerms(within, setting, standard);
  const allowances: Allowance[] = [...terms.rows.map(({ allowance }) => allowance), terms.otherwise];
  if (terms.rows.length > 0) allowances.push({ kind: 'unknown', missing: [] });
  scope.leaveOver('extended', 'it was given more time');
  if (standard.onChange === 'recalculate')
    for (const type of ['changed', 'promised']) scope.leaveOver(type, 'what a standard hangs on was changed');
  scope.learn(standard.when);
  for (const allowance of allowances)
    if (allowance.kind === 'promise') scope.learnAttribute(allowance.attribute, 'instant');
  const reads = [
    ...terms.rows.flatMap(({ when }) => scope.learn(when)),
    ...allowances.flatMap((allowance) => (allowance.kind === 'promise' ? [allowance.attribute] : [])),
  ];
  const judged: Judged = { standard, inForce: version.inForce, reads };
  const starts = startsOf(scope, judged);
  const told = chosenTerms(scope, terms, starts);
  const ends = endsOf(scope, judged, told);
  const pauses = standard.pause === undefined ? null : pausesOf(scope, standard.pause);

  const shown = deadlineVerdicts(scope, given, version, missing);
  const parts = allowances.map((allowance, place) =>
    runsOf(
      { scope, setting, pauses },
      allowances.length === 1 ? ends : picked(scope, ends, place),
      allowance,
    ),
  );
  let runs =
    parts.length === 1
      ? parts[0]!
      : scope.add(scope.fresh('runs'), parts.map((part) => `SELECT * FROM ${part}`).join('\nUNION ALL\n'));
  if (standard.each === 'oldest-unanswered') runs = unansweredOnly(scope, runs);
  const rows = [verdictSql(scope, runs, shown)];
  if (typesOf(standard.from).includes('received')) rows.push(withoutReceipt(scope, judged, shown));
  return rows.join('\nUNION ALL\n');
}

const picked = (scope: Scope, ends: string, place: number) =>
  scope.add(scope.fresh('terms'), `SELECT r.* FROM ${ends} r WHERE r.terms = ${place}`);
