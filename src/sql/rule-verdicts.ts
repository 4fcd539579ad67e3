import type { RuleKeys } from '../standards/compile-rule.ts';
import { exemptByDefault } from '../standards/exempt-by-default.ts';
import { resolveParameters } from '../standards/parameters.ts';
import type { Part } from '../standards/part.ts';
import type { PolicyVersion } from './policy-versions.ts';
import type { Scope } from './scope.ts';
import { nothingKnown, type VerdictColumns, verdictSql } from './verdict-columns.ts';

/** A standard without a clock whose parameters are known, and those that nobody has set. */
export interface Ruled<S> {
  readonly standard: S;
  readonly version: PolicyVersion;
  readonly missing: string;
}

/** The standard with its parameters put in; without a word of its own on that, what ends a case ends its run. */
export function ruledBy<S extends RuleKeys>(given: S, version: PolicyVersion): Ruled<S> {
  const { known, missing } = resolveParameters(given, version.setting.parameter);
  return { standard: { exemptOn: exemptByDefault, ...known }, version, missing: missing.join(', ') };
}

/** What the verdicts of a rule say besides their status. */
type Said = Pick<VerdictColumns, 'status'> & Partial<VerdictColumns>;

/** A query of verdicts by a rule over its own keys; while a parameter isn't set they say no more than when they began. */
export function ruleVerdicts(
  scope: Scope,
  runs: string,
  { standard, version, missing }: Ruled<Part & { readonly kind: string }>,
  said: Said,
): string {
  const { id, kind, severity = 'hard' } = standard;
  const text = (value: string) => scope.dialect.text(value);
  const open = text('running');
  const plain = {
    ...nothingKnown(scope),
    standard: id,
    kind,
    severity,
    version: version.policy,
    clock: `CASE WHEN ${said.status} = 'pending' THEN ${open} ELSE 'stopped' END`,
    missing: 'NULL',
  };
  if (missing === '') return verdictSql(scope, runs, { ...plain, ...said });
  return verdictSql(scope, runs, {
    ...plain,
    run: said.run ?? plain.run,
    from: said.from ?? plain.from,
    status: text('undetermined'),
    clock: text('stopped'),
    missing: text(missing),
  });
}
