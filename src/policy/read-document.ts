import { snapshot } from '../calendar/snapshot.ts';
import { DulyError } from '../errors/duly-error.ts';
import { type Problem, toProblem } from '../errors/problem.ts';
import { shapeProblems } from '../errors/shape.ts';
import type { StandardKind } from '../standards/kind.ts';
import { type KindOptions, kindsOf, kindTable, withKinds } from './kinds.ts';
import { parameterAt } from './parameter-at.ts';
import { markChecked } from './prepare-policy.ts';
import { policyShape } from './shape.ts';
import type { Policy } from './types.ts';

/** A document as it was read: the policy if nothing is wrong, its frozen copy, and all errors. */
export interface ReadDocument {
  readonly policy: Policy | null;
  readonly document: Readonly<Record<string, unknown>>;
  readonly errors: readonly Problem[];
  readonly kinds: Readonly<Record<string, StandardKind>>;
}

/** Reads a policy document, each property once. A policy's own kinds hold again without being passed. */
export function readDocument(json: unknown, { kinds: given }: KindOptions): ReadDocument {
  const copy = plainCopy(json);
  const own = given ?? ('kinds' in copy ? copy.kinds : []);
  const kinds = kindTable(own);
  if ('problem' in copy) return { policy: null, document: {}, errors: [copy.problem], kinds };
  const document = recordOf(copy.value);
  const { standards, calendars, parameters } = document;
  const kpis = partsOf(document.kpis);
  const errors = shapeProblems(policyShape(kinds), copy.value, {
    layer: 'policy',
    parameterOf: parameterAt,
    parameters: recordOf(parameters),
    known: {
      standard: idsOf(partsOf(standards)),
      calendar: Object.keys(recordOf(calendars)),
      kpi: idsOf(kpis.filter(({ measure }) => measure !== 'composite')),
    },
  });
  const policy = errors.length > 0 ? null : markChecked(withKinds(copy.value as Policy, own));
  return { policy, document, errors, kinds };
}

/** A frozen copy of a document, and the kinds that it carries along; or why it can't be read. */
export function plainCopy(
  json: unknown,
): { value: unknown; kinds: readonly StandardKind[] } | { problem: Problem } {
  try {
    return { value: snapshot(json), kinds: kindsOf(json) };
  } catch (error) {
    if (error instanceof DulyError) return { problem: toProblem(error) };
    // A getter or a proxy of the caller's own has thrown.
    const message = `the document can't be read${error instanceof Error ? `: ${error.message}` : ''}`;
    return { problem: { severity: 'error', code: 'policy.unreadable', path: [], message } };
  }
}

const partsOf = (list: unknown) => (Array.isArray(list) ? list.map(recordOf) : []);

const idsOf = (parts: readonly Readonly<Record<string, unknown>>[]) => parts.map(({ id }) => String(id));

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
