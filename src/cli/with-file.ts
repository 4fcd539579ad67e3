import type { ReadResult } from '../case/types.ts';

/** Puts the name of its file on a result. */
export const withFile =
  (file: string) =>
  (result: ReadResult): ReadResult =>
    result.ok ? { ...result, file } : { ...result, reject: { ...result.reject, file } };
