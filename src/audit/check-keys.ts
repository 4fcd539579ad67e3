import { AuditError } from '../errors/audit-error.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { unknownKey } from '../errors/unknown-key.ts';

/**
 * Refuses a key that nobody knows: a mistyped option would change nothing, in silence.
 *
 * @param known - Each key there is; a type error where one of the options is left out.
 * @throws AuditError `audit.unknown-key`
 */
export function checkKeys<Options extends object>(
  given: Options,
  known: Readonly<Record<keyof Options, true>>,
  path: ErrorPath = [],
): void {
  const stranger = unknownKey(given, Object.keys(known));
  if (stranger === undefined) return;
  const { key, hint } = stranger;
  throw new AuditError('audit.unknown-key', { given: key }, { path: [...path, key], hint });
}
