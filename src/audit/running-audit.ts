import { prepareJudge } from '../assess/judge.ts';
import type { PolicyOrVersions } from '../policy/types.ts';
import { auditWith, type OpenAudit } from './audit-with.ts';
import type { AuditOptions } from './options.ts';

/** An audit for loops over millions of cases: `take` makes nothing that isn't counted. */
export function runningAudit(policy: PolicyOrVersions, options: AuditOptions): OpenAudit {
  return auditWith(prepareJudge(policy), policy, options);
}
