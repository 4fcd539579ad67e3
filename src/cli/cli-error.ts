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

/** A failure with the one line that is printed for it, and the status with which the program ends. */
export class CliError extends Error {
  readonly status: ExitStatus;

  constructor(message: string, status: ExitStatus = exitStatus.badUse, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

/** What a failed system call says, without its code and its call: `no such file or directory`. */
export function reasonOf(error: unknown): string {
  const { message = String(error) } = error as Partial<NodeJS.ErrnoException>;
  return /^[A-Z0-9]+: ([^,]+),/.exec(message)?.[1] ?? message;
}
