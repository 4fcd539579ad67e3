import { snapshot } from '../calendar/snapshot.ts';
import { DulyError } from '../errors/duly-error.ts';
import type { Problem } from '../errors/problem.ts';
import { shapeProblems } from '../errors/shape.ts';
import { isParameter } from '../standards/parameters.ts';
import { policyShape } from './shape.ts';
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
  const document = recordOf(copy.value);
  const { standards, calendars, parameters } = document;
  const problems = shapeProblems(policyShape, copy.value, {
    layer: 'policy',
    parameterOf: (value) => (isParameter(value) ? value.parameter : undefined),
    parameters: recordOf(parameters),
    known: {
      standard: Array.isArray(standards) ? standards.map((standard) => String(recordOf(standard).id)) : [],
      calendar: Object.keys(recordOf(calendars)),
    },
  });
  const broken = problems.some(({ severity }) => severity === 'error');
  return { policy: broken ? null : (copy.value as Policy), problems };
}

function plainCopy(json: unknown): { value: unknown } | { problem: Problem } {
  try {
    return { value: snapshot(json) };
  } catch (error) {
    const known = error instanceof DulyError;
    // Else a getter or a proxy of the caller's own has thrown.
    const message = known
      ? error.reason
      : `the document can't be read: ${error instanceof Error ? error.message : error}`;
    const { code, path } = known ? error : { code: 'policy.unreadable', path: [] };
    return { problem: { severity: 'error', code, path, message } };
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
