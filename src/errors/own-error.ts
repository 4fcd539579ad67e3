import { DulyError } from './duly-error.ts';

/** What was thrown, if the package has done so on purpose; anything else is thrown on. */
export function ownError(error: unknown): DulyError {
  if (error instanceof DulyError) return error;
  throw error;
}
