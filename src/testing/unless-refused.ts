import { DulyError } from '../errors/duly-error.ts';

/** The answer of `work`, or `otherwise` where duly refuses with that code. */
export function unlessRefused<T>(code: string, otherwise: T, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DulyError && error.code === code) return otherwise;
    throw error;
  }
}
