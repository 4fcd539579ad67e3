import { type CliWords, english } from './words.ts';

/** Exit statuses of the command line. */
export const exitStatus = {
  done: 0,
  goalMissed: 1,
  /** Bad arguments, policy or mapping; an output that can't be written. */
  badUse: 2,
  /** Input that can't be read. */
  badInput: 3,
  interrupted: 130,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** One line in the language whose words are given. */
export type Tell = (words: CliWords) => string;

/** A failure with the one line that is printed for it, and the status with which the program ends. */
export class CliError extends Error {
  readonly tell: Tell;
  readonly status: ExitStatus;

  constructor(tell: Tell, status: ExitStatus = exitStatus.badUse, cause?: unknown) {
    super(tell(english), { cause });
    this.tell = tell;
    this.status = status;
  }
}
