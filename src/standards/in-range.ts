import type { EpochMs } from '../instant/types.ts';
import type { Judging } from './kind.ts';

/** Whether an instant is judged: anything of a case is. */
export const inRange = ({ range }: Judging, at: EpochMs): boolean =>
  range === undefined || (at >= range.from && at < range.to);
