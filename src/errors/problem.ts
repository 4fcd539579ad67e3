import { type ErrorPath, formatPath } from './duly-error.ts';

/** One thing wrong with, or odd about, a document. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly path: ErrorPath;
  readonly message: string;
  readonly hint?: string;
}

/** `standards.0.within: expected a limit. Did you mean "5 days"?` */
export function formatProblem({ path, message, hint }: Problem): string {
  return `${path.length > 0 ? `${formatPath(path)}: ` : ''}${message}${hint === undefined ? '' : `. ${hint}`}`;
}

/** All problems of a document as one message. */
export function formatProblems(document: string, problems: readonly Problem[]): string {
  const [only] = problems;
  if (problems.length === 1 && only !== undefined)
    return `the ${document} is not valid: ${formatProblem(only)}`;
  return `the ${document} has ${problems.length} problems:${problems.map((one) => `\n  ${formatProblem(one)}`).join('')}`;
}
