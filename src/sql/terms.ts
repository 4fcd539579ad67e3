import type { When } from '../case/conditions.ts';
import type { Timeline } from '../case/timeline.ts';
import type { PolicySetting } from '../standards/kind.ts';
import {
  type Allowance,
  compileLimitRule,
  type LimitDefaults,
  type LimitRow,
  type LimitRule,
} from '../standards/limit-rule.ts';
import { isParameter, resolveParameters, withParameters } from '../standards/parameters.ts';

/** A row of a table of limits: what it asks, the parameter in it that nobody has set, and what it allows. */
export interface TermsRow {
  readonly when: When;
  readonly unset: string | undefined;
  readonly allowance: Allowance;
}

/** A limit rule as its rows, and what holds where none matches. */
export interface TermsTable {
  readonly rows: readonly TermsRow[];
  readonly otherwise: Allowance;
}

/** The limit rule with its parameters, calendars and countings put in. */
export function readTerms(rule: LimitRule, setting: PolicySetting, defaults: LimitDefaults): TermsTable {
  const known = withParameters(rule, setting.parameter, (unset) => unset);
  // A rule without a table looks at no timeline.
  const fixed = (limit: LimitRule, own: LimitDefaults) =>
    compileLimitRule(limit, setting, own).allowanceFor(undefined as unknown as Timeline, 0);
  if (typeof known !== 'object' || !('table' in known) || isParameter(known.table))
    return { rows: [], otherwise: fixed(known, defaults) };
  const { table, otherwise } = known;
  return {
    rows: table.map((row) => rowOf(row, setting, (own) => fixed(row.limit, own), defaults)),
    otherwise:
      otherwise === undefined
        ? { kind: 'unknown', missing: [...new Set(table.flatMap(({ when }) => Object.keys(when)))] }
        : fixed(otherwise, defaults),
  };
}

function rowOf(
  row: LimitRow,
  setting: PolicySetting,
  allow: (own: LimitDefaults) => Allowance,
  defaults: LimitDefaults,
): TermsRow {
  const { known, missing } = resolveParameters(row.when, setting.parameter);
  return { when: known, unset: missing[0], allowance: allow({ ...defaults, ...row }) };
}
