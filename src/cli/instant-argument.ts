import { DulyError } from '../errors/duly-error.ts';
import { InstantError } from '../errors/instant-error.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { EpochMs } from '../instant/types.ts';
import { CliError } from './cli-error.ts';

/** From here on digits are epoch milliseconds; fewer are rather a date without dashes, or seconds. */
export const isWholeMillis = (text: string) => /^\d{11,}$/.test(text);

/** The instant that an option states: ISO 8601 with an offset, or whole epoch milliseconds. */
export function instantArgument(text: string, option: string): EpochMs {
  try {
    return toEpoch(isWholeMillis(text) ? Number(text) : text, [option]);
  } catch (error) {
    // The hint of the library speaks of values that can't be typed in a shell.
    if (!(error instanceof InstantError) || error.code === 'instant.no-offset') throw error;
    const { code, reason } = error;
    const bare = new DulyError(code, reason);
    throw new CliError((words) => words.noInstant(option, words.error(bare)), 2, error);
  }
}
