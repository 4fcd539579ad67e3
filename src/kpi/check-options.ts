import { KpiError } from '../errors/kpi-error.ts';
import { unknownKey } from '../errors/unknown-key.ts';

/**
 * The options as given, none for `null`. A mistyped one would change nothing, in silence, and the figure would be
 * another one than was asked for: it is refused.
 *
 * @throws KpiError `kpi.unknown-key`
 */
export function checkOptions<Options extends object>(
  given: Options | null | undefined,
  ...known: readonly (keyof Options & string)[]
): Partial<Options> {
  const stranger = unknownKey(given ?? {}, known);
  if (stranger === undefined) return given ?? {};
  const { key, hint } = stranger;
  throw new KpiError('kpi.unknown-key', { given: key }, { path: [key], hint });
}
