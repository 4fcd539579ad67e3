import { show } from './duly-error.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';

/** What a schema says of a value that doesn't fit: the parts of a zod issue that are read here. */
export interface ShapeIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message?: string;
  readonly input?: unknown;
  readonly expected?: unknown;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly ShapeIssue[])[];
  readonly minimum?: unknown;
  /** The code and hint of a check of our own. */
  readonly params?: { readonly code?: string; readonly hint?: string } | undefined;
  readonly pattern?: string;
}

/** The words for one document: the layer that codes start with, and all keys it knows, for near misses. */
export interface ShapeWords {
  readonly layer: string;
  readonly keys: readonly string[];
}

/** What is wrong with a document's shape, in words that name what was expected. */
export function shapeProblems(issue: ShapeIssue, words: ShapeWords): Problem[] {
  const path = issue.path as (string | number)[];
  const problem = (code: string, message: string): Problem => ({
    severity: 'error',
    code: `${words.layer}.${code}`,
    path,
    message,
  });
  switch (issue.code) {
    case 'invalid_union': {
      const branch = closestBranch(issue.errors ?? []);
      if (branch === undefined) break;
      return branch.flatMap((inner) =>
        shapeProblems({ ...inner, path: [...issue.path, ...inner.path] }, words),
      );
    }
    case 'unrecognized_keys':
      return (issue.keys ?? []).map((key) => {
        const guess = nearest(key, words.keys);
        const unknown = { ...problem('unknown-key', `unknown key ${show(key)}`), path: [...path, key] };
        return guess === undefined || guess === key
          ? unknown
          : { ...unknown, hint: `Did you mean "${guess}"?` };
      });
    case 'too_small':
      return [problem('shape', `expected at least ${issue.minimum}`)];
    case 'custom': {
      const { code, hint } = issue.params ?? {};
      const custom = problem('shape', issue.message ?? 'expected another value');
      return [
        { ...custom, ...(code === undefined ? {} : { code }), ...(hint === undefined ? {} : { hint }) },
      ];
    }
    default:
      break;
  }
  const expected = `expected ${[...expectations(issue)].join(' or ')}`;
  return [
    issue.input === undefined
      ? problem('shape', expected)
      : problem('shape', `${show(issue.input)} given; ${expected}`),
  ];
}

/** The branch of a union that the value was most likely meant for: of the right outer shape, with the fewest faults. */
function closestBranch(branches: readonly (readonly ShapeIssue[])[]): readonly ShapeIssue[] | undefined {
  const faults = (issues: readonly ShapeIssue[]) =>
    issues.reduce((sum, issue) => sum + (issue.keys?.length ?? 1), 0);
  const candidates = branches.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && isOuter(issue)),
  );
  return [...candidates].sort((a, b) => faults(a) - faults(b))[0];
}

const isOuter = (issue: ShapeIssue): boolean =>
  issue.code === 'invalid_type' ||
  (issue.code === 'invalid_union' && closestBranch(issue.errors ?? []) === undefined);

function expectations(issue: ShapeIssue): Set<string> {
  if (issue.code === 'invalid_union')
    return new Set((issue.errors ?? []).flat().flatMap((inner) => [...expectations(inner)]));
  return new Set(issue.values?.map(show) ?? [issue.pattern ?? String(issue.expected ?? 'another value')]);
}
