import type { StandardKind } from '../kind.ts';
import { compileGaps } from './gaps.ts';
import { cadenceShape } from './shape.ts';
import { compileSlots } from './slots.ts';
import type { CadenceStandard } from './standard.ts';

export const cadenceKind: StandardKind<CadenceStandard> = {
  kind: 'cadence',
  shape: cadenceShape,
  compile: (standard, setting) =>
    'every' in standard ? compileGaps(standard, setting) : compileSlots(standard, setting),
};
