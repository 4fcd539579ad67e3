import type { BoundStandard } from '../standards/bound/standard.ts';
import { boundCountSql } from './bound-count.ts';
import { boundNumberSql } from './bound-number.ts';
import { boundSpanSql } from './bound-span.ts';
import type { PolicyVersion } from './policy-versions.ts';
import { ruledBy } from './rule-verdicts.ts';
import type { Scope } from './scope.ts';

/** The verdicts of a bound: of a number, of how often something happens, or of the time between two instants. */
export function compileBoundSql(given: BoundStandard, version: PolicyVersion, scope: Scope): string {
  const ruled = ruledBy(given, version);
  scope.learn(ruled.standard.when);
  const { measure } = ruled.standard;
  if (typeof measure === 'string') return boundNumberSql(scope, ruled as never);
  return 'count' in measure ? boundCountSql(scope, ruled as never) : boundSpanSql(scope, ruled as never);
}
