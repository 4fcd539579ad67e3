import type { StandardKind } from '../kind.ts';
import { compileDeadline } from './compile.ts';
import { deadlineShape } from './shape.ts';
import type { DeadlineStandard } from './standard.ts';

export const deadlineKind: StandardKind<DeadlineStandard> = {
  kind: 'deadline',
  shape: deadlineShape,
  compile: compileDeadline,
};
