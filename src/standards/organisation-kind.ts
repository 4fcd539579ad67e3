import { object, type Shape } from '../errors/shape.ts';
import type { AnyStandard, StandardKind } from './kind.ts';
import { labelOf } from './settle.ts';
import { caseKeys } from './shape.ts';

/** A kind that judges no cases; its judge of the organisation is kept apart, where only those who want it reach it. */
export function organisationKind<S extends AnyStandard>(
  kind: S['kind'],
  keys: Readonly<Record<string, Shape>>,
): StandardKind<S> {
  return {
    kind,
    shape: object({ ...caseKeys(kind), ...keys }),
    compile: (standard, { timetable }) => ({ label: labelOf(standard, timetable()), judge: () => [] }),
  };
}
