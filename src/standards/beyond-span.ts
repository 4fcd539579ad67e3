import { ownError } from '../errors/own-error.ts';
import type { Judging } from './kind.ts';
import type { Settled } from './settle.ts';

/**
 * What becomes of a standard whose instants leave the supported span on a case: nothing can be said, and why is
 * reported. Any other error is thrown on.
 */
export function beyondSpan(error: unknown, { report }: Pick<Judging, 'report'>): readonly Settled[] {
  const { code, reason } = ownError(error);
  if (!/range|span/.test(code)) throw error;
  report({ code, message: reason });
  return [{ status: 'undetermined', missing: ['due'] }];
}
