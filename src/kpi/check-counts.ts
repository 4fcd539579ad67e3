import type { ErrorPath } from '../errors/duly-error.ts';
import { KpiError } from '../errors/kpi-error.ts';

/** A count out of a record of counts, checked to be a whole number; `absent` stands for one left out. */
export function countOf<Name extends string>(
  counts: { readonly [name in Name]?: number | undefined } | undefined,
  name: Name,
  absent?: number,
): number {
  const given = counts?.[name];
  const count = given === undefined ? absent : given;
  if (Number.isSafeInteger(count) && count! >= 0) return count! + 0; // + 0 turns -0 into 0
  throw new KpiError('kpi.count', { name, given: count }, { path: [name] });
}

/** Refuses a part that is larger than its whole. */
export function checkPart(part: readonly [string, number], whole: readonly [string, number]): void {
  if (part[1] <= whole[1]) return;
  const tell = ([name, count]: readonly [string, number]) => `${name} (${count})`;
  const [name] = part[0].split(' ');
  throw new KpiError('kpi.part', { part: tell(part), whole: tell(whole) }, { path: [name!] });
}

/** Refuses a choice that isn't among those possible. */
export function checkChoice(
  name: string,
  given: unknown,
  choices: readonly unknown[],
  path: ErrorPath = [],
): void {
  if (choices.includes(given)) return;
  throw new KpiError('kpi.option', { name, given, expected: choices.join(', ') }, { path: [...path, name] });
}

/** A weight of 0 to 1 in ten-thousandths, so that sums of weighted counts stay whole. */
export function weightOf(name: string, weight: number, path: ErrorPath = [name]): number {
  const scaled = Math.round(weight * 10_000);
  if (weight >= 0 && weight <= 1 && scaled / 10_000 === weight) return scaled;
  throw new KpiError('kpi.weight', { name, given: weight }, { path });
}
