import { defineCalendar } from '../calendar/define-calendar.ts';
import { snapshot } from '../calendar/snapshot.ts';
import type { CalendarSpec } from '../calendar/spec.ts';
import { DulyError, type ErrorPath } from '../errors/duly-error.ts';
import { nearest } from '../errors/nearest.ts';
import type { Problem } from '../errors/problem.ts';
import { shapeProblems } from '../errors/shape-problems.ts';
import { builtInKinds } from '../standards/kinds.ts';
import { references } from './references.ts';
import { documentSchema } from './schema.ts';
import type { Policy } from './types.ts';

/** What there is to say of a policy document: the policy, unless something is an error, and all problems. */
export interface PolicyCheck {
  readonly policy: Policy | null;
  readonly problems: readonly Problem[];
}

/**
 * Checks a policy document without throwing.
 *
 * @returns The policy (null when any problem is an error) and every problem with code, path, message and hint.
 * @example checkPolicy({ id: 'acme' }).policy // => null
 */
export function checkPolicy(json: unknown): PolicyCheck {
  const copy = plainCopy(json);
  if ('problem' in copy) return { policy: null, problems: [copy.problem] };
  const document = copy.value as Policy;
  const problems = [...shapeOf(document)];
  if (problems.length === 0) problems.push(...calendarsOf(document), ...references(document));
  const broken = problems.some(({ severity }) => severity === 'error');
  return { policy: broken ? null : document, problems };
}

function plainCopy(json: unknown): { value: unknown } | { problem: Problem } {
  try {
    return { value: snapshot(json) };
  } catch (error) {
    return { problem: asProblem(error, []) };
  }
}

function* shapeOf(document: unknown): Generator<Problem> {
  const words = { layer: 'policy', keys: documentKeys };
  const parsed = documentSchema.safeParse(document, { reportInput: true });
  if (!parsed.success) for (const issue of parsed.error.issues) yield* shapeProblems(issue, words);
  const standards = (document as { standards?: unknown } | null)?.standards;
  if (!Array.isArray(standards)) return;
  for (const [index, standard] of standards.entries()) {
    const kind = (standard as { kind?: unknown } | null)?.kind;
    if (typeof kind !== 'string') continue;
    const found = Object.hasOwn(builtInKinds, kind) ? builtInKinds[kind] : undefined;
    if (found === undefined) yield unknownKind(kind, index);
    else {
      const judged = found.schema.safeParse(standard, { reportInput: true });
      if (judged.success) continue;
      for (const issue of judged.error.issues) {
        yield* shapeProblems({ ...issue, path: ['standards', index, ...issue.path] }, words);
      }
    }
  }
}

function unknownKind(kind: string, index: number): Problem {
  const known = Object.keys(builtInKinds);
  const guess = nearest(kind, known);
  return {
    severity: 'error',
    code: 'policy.unknown-kind',
    path: ['standards', index, 'kind'],
    message: `"${kind}" is no kind of standard; expected ${known.join(', ')}`,
    ...(guess === undefined ? {} : { hint: `Did you mean "${guess}"?` }),
  };
}

function* calendarsOf({ calendar, calendars = {} }: Policy): Generator<Problem> {
  const all: [ErrorPath, CalendarSpec][] = [[['calendar'], calendar]];
  for (const [name, named] of Object.entries(calendars)) all.push([['calendars', name], named]);
  for (const [path, spec] of all) {
    try {
      defineCalendar(spec);
    } catch (error) {
      yield asProblem(error, path);
    }
  }
}

function asProblem(error: unknown, above: ErrorPath): Problem {
  if (!(error instanceof DulyError)) throw error;
  const { code, path, reason, hint } = error;
  return {
    severity: 'error',
    code,
    path: [...above, ...path],
    message: reason,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Every key that a policy document may have somewhere, for near misses. */
const documentKeys = [
  'format',
  'id',
  'version',
  'effective',
  'title',
  'source',
  'note',
  'calendar',
  'calendars',
  'counting',
  'standards',
  'ladders',
  'kpis',
  'parameters',
  'clause',
  'weight',
  'severity',
  'row',
  'kind',
  'when',
  'from',
  'to',
  'all',
  'within',
  'each',
  'match',
  'restartOn',
  'pause',
  'exemptOn',
  'onChange',
  'table',
  'otherwise',
  'limit',
  'promised',
  'parameter',
  'on',
  'off',
  'while',
  'rungs',
  'level',
  'at',
  'before',
  'after',
  'by',
  'share',
  'of',
  'action',
  'deliver',
  'every',
  'times',
  'takenBy',
  'event',
  'count',
  'measure',
  'basis',
  'goal',
  'period',
  'groupBy',
  'denominator',
  'flow',
  'window',
]; // prettier-ignore
