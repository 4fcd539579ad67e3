import { deadlineKind } from './deadline/deadline.ts';
import type { DeadlineStandard } from './deadline/standard.ts';
import type { StandardKind } from './kind.ts';

/** A standard of any kind that the package knows. */
export type Standard<Id extends string = string> = DeadlineStandard<Id>;

/** The kinds that the package brings, by name. */
export const builtInKinds: Readonly<Record<string, StandardKind>> = {
  deadline: deadlineKind as unknown as StandardKind,
};
