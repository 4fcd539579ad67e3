import type { PolicyOrVersions } from '../policy/types.ts';
import type { Audit } from './audit-with.ts';
import type { AuditOptions } from './options.ts';
import { runningAudit } from './running-audit.ts';

/**
 * An audit made by hand: add cases as they come, ask for the report at any time.
 *
 * `add` takes a case, a reader's result or a reject of your own, and says what became of it; a case that isn't one is
 * a reject, never an exception. `cases` balances (`read = assessed + rejected + duplicate`), and so does `rows`
 * (`read = used + rejected + duplicate`; null where no reader took part). The first occurrence of an id stands; the same
 * again is a duplicate, other content a reject `case.id-reused`.
 *
 * Memory doesn't grow with cases, except for the duplicate index. `merge` takes the snapshot of another part of the same
 * audit; the parts must not share ids (split by a hash of the id), since a snapshot doesn't carry the index.
 *
 * @param policy - One policy, or several versions: each case is judged by the one in force at its `received`.
 * @param options - `asOf` is required; `range` is half-open, see {@link AuditOptions}.
 * @throws {@link AuditError} `audit.as-of`, `audit.range`, `audit.option`, `audit.unknown-key`; `merge`: `audit.snapshot`
 * @throws {@link PolicyError} for a policy that isn't one
 * @example
 * const audit = createAudit(policy, { asOf: '2026-08-01T00:00:00+08:00' });
 * audit.add(ticket).ok // => true
 * audit.add(ticket) // => { ok: false, duplicate: true }
 * audit.report().cases // => { read: 2, assessed: 1, rejected: 0, duplicate: 1 }
 */
export function createAudit(policy: PolicyOrVersions, options: AuditOptions): Audit {
  return runningAudit(policy, options);
}
