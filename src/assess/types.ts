import type { Finding } from '../case/types.ts';
import type { Escalation } from '../escalation/types.ts';
import type { Verdict } from '../standards/verdict.ts';

/** Everything about one case (or the organisation: `case` is null) under one policy at one moment. */
export interface Assessment<StandardId extends string = string> {
  readonly case: string | null;
  readonly policy: { readonly id: string; readonly version: string };
  readonly verdicts: readonly Verdict<StandardId>[];
  readonly escalations: readonly Escalation[];
  /** The first instant after `asOf` at which a status or a rung's state differs if nothing happens. */
  readonly nextChange: Date | null;
  readonly findings: readonly Finding[];
}
