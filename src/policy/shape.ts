import type * as z from 'zod/mini';
import type { ErrorPath } from '../errors/duly-error.ts';
import { nearest } from '../errors/nearest.ts';
import type { Problem } from '../errors/problem.ts';
import { shapeProblems } from '../errors/shape-problems.ts';
import { ladderSchema } from '../escalation/schema.ts';
import { kpiSchema } from '../kpi/schema.ts';
import { builtInKinds } from '../standards/kinds.ts';
import { documentSchema } from './schema.ts';

/** The lists of a policy whose parts have ids and parameters. */
export type PartList = 'standards' | 'ladders' | 'kpis';

/** What is wrong with the shape of a document. */
export function* documentProblems(document: unknown): Generator<Problem> {
  yield* problemsBy(documentSchema, document, []);
  const standards = (document as { standards?: unknown } | null)?.standards;
  if (!Array.isArray(standards)) return;
  for (const [index, standard] of standards.entries()) {
    const kind = (standard as { kind?: unknown } | null)?.kind;
    if (typeof kind !== 'string') continue;
    if (Object.hasOwn(builtInKinds, kind)) yield* partProblems('standards', index, standard);
    else yield unknownKind(kind, index);
  }
}

/** What is wrong with the shape of one part of a known kind. */
export function* partProblems(list: PartList, index: number, part: unknown): Generator<Problem> {
  const { kind } = part as { kind: string };
  const schema =
    list === 'standards' ? builtInKinds[kind]!.schema : list === 'ladders' ? ladderSchema : kpiSchema;
  yield* problemsBy(schema, part, [list, index]);
}

function* problemsBy(schema: z.ZodMiniType, value: unknown, above: ErrorPath): Generator<Problem> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return;
  const words = { layer: 'policy', keys: documentKeys };
  for (const issue of parsed.error.issues) {
    yield* shapeProblems({ ...issue, path: [...above, ...issue.path] }, words);
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
