import { atPath, type DulyError, type ErrorPath } from './duly-error.ts';

/** One thing wrong with, or odd about, a document. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly path: ErrorPath;
  readonly message: string;
  readonly hint?: string;
}

/** An error as a problem of the document in which what it is about stands at a path. */
export const toProblem = ({ code, path, reason, hint }: DulyError, at: ErrorPath = []): Problem => ({
  severity: 'error',
  code,
  path: [...at, ...path],
  message: reason,
  ...(hint && { hint }),
});

/** `standards.0.within: expected a limit. Did you mean "5 days"?` */
const formatProblem = ({ path, message, hint }: Pick<Problem, 'path' | 'message' | 'hint'>): string =>
  atPath(path, message) + (hint ? `. ${hint}` : '');

/** All problems of a document as one message. */
export function formatProblems(document: string, problems: readonly Problem[]): string {
  const [first, ...more] = problems.map(formatProblem);
  return more.length === 0
    ? `the ${document} is not valid: ${first}`
    : `the ${document} has ${problems.length} problems:\n  ${[first, ...more].join('\n  ')}`;
}
