import { type ErrorPath, show } from '../errors/duly-error.ts';
import { nearest } from '../errors/nearest.ts';
import type { MappingFault } from './mapping-fault.ts';

/** The parts of a zod issue that we read. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
  readonly minimum?: unknown;
}

/** What an issue of the schema says, in the words of this package. */
export function shapeProblems(issue: Issue): MappingFault[] {
  const path = issue.path as ErrorPath;
  const below = (inner: Issue): Issue => ({ ...inner, path: [...issue.path, ...inner.path] });
  switch (issue.code) {
    case 'invalid_union': {
      const branch = closestBranch(issue.errors ?? []);
      if (branch !== undefined) return branch.flatMap((inner) => shapeProblems(below(inner)));
      return [{ code: 'mapping.shape', path, message: `expected ${[...expectations(issue)].join(' or ')}` }];
    }
    case 'unrecognized_keys':
      return (issue.keys ?? []).map((key) => {
        const guess = nearest(key, keys);
        const problem = {
          code: 'mapping.unknown-key',
          path: [...path, key],
          message: `unknown key ${show(key)}`,
        };
        return guess === undefined || guess === key
          ? problem
          : { ...problem, hint: `Did you mean "${guess}"?` };
      });
    case 'too_small':
      return [{ code: 'mapping.shape', path, message: `expected at least ${issue.minimum}` }];
    default:
      return [{ code: 'mapping.shape', path, message: `expected ${[...expectations(issue)].join(' or ')}` }];
  }
}

/** The branch of a union that the document was most likely meant for: it has the right outer shape and the fewest faults. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const faults = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => sum + (issue.keys?.length ?? 1), 0);
  const candidates = branches.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && isOuter(issue)),
  );
  return candidates.toSorted((a, b) => faults(a) - faults(b))[0];
}

const isOuter = (issue: Issue): boolean =>
  issue.code === 'invalid_type' ||
  (issue.code === 'invalid_union' && closestBranch(issue.errors ?? []) === undefined);

function expectations(issue: Issue): Set<string> {
  if (issue.code === 'invalid_union') {
    return new Set((issue.errors ?? []).flat().flatMap((inner) => [...expectations(inner)]));
  }
  const expected = issue.values?.map((value) => show(value)) ?? [String(issue.expected ?? 'another value')];
  return new Set(expected);
}

/** Every key of a mapping, wherever it stands. */
const keys = [
  'format',
  'title',
  'note',
  'rows',
  'timeZone',
  'encoding',
  'delimiter',
  'sheet',
  'headerRow',
  'missing',
  'synonyms',
  'optional',
  'id',
  'attributes',
  'events',
  'timestamp',
  'event',
  'first',
  'by',
  'sorted',
  'column',
  'values',
  'otherwise',
  'type',
  'value',
  'when',
  'exists',
  'row',
  'after',
  'unit',
];
