import { selectorsShape } from '../../case/shape.ts';
import { count } from '../../errors/shape.ts';
import { organisationKind } from '../organisation-kind.ts';
import { slotKeys } from '../slots.ts';
import type { DutyStandard } from './standard.ts';

export const dutyKind = organisationKind<DutyStandard>('duty', {
  event: selectorsShape,
  times: count,
  ...slotKeys,
});
