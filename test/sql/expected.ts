import { assess } from '../../src/assess/assess.ts';
import type { CaseInput } from '../../src/case/types.ts';
import { DulyError } from '../../src/errors/duly-error.ts';
import { parseCivilDate } from '../../src/instant/civil.ts';
import type { PolicyOrVersions } from '../../src/policy/types.ts';

const ms = (at: Date | null) => (at === null ? null : at.getTime());

/** The rows that the view of verdicts has of a case. */
export function expectedRows(
  input: CaseInput,
  policy: PolicyOrVersions,
  asOf: number,
): Record<string, unknown>[] {
  try {
    const { verdicts, policy: by } = assess(input, policy as never, { asOf, trace: false });
    return verdicts.map((verdict) => ({
      case_id: verdict.case,
      standard: verdict.standard,
      kind: verdict.kind,
      run: verdict.run,
      status: verdict.status,
      severity: verdict.severity,
      from_ms: ms(verdict.from),
      due_ms: ms(verdict.due),
      done_ms: ms(verdict.done),
      used_ms: verdict.usedMs,
      over_ms: verdict.overMs,
      paused_ms: verdict.pausedMs,
      remaining_ms: verdict.remainingMs,
      share: verdict.share,
      clock: verdict.clock,
      reason: 'reason' in verdict ? verdict.reason : null,
      missing: 'missing' in verdict ? verdict.missing.join(', ') : null,
      provisional_since: verdict.provisional === undefined ? null : parseCivilDate(verdict.provisional.since),
      provisional_reason: verdict.provisional?.reason ?? null,
      policy: by.id,
      policy_version: by.version,
    }));
  } catch (error) {
    if (error instanceof DulyError && error.code === 'policy.none-in-force') return [];
    throw error;
  }
}
