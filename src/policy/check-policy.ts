import { defineCalendar } from '../calendar/define-calendar.ts';
import { snapshot } from '../calendar/snapshot.ts';
import type { CalendarSpec } from '../calendar/spec.ts';
import { DulyError, type ErrorPath } from '../errors/duly-error.ts';
import type { Problem } from '../errors/problem.ts';
import { parameterProblems } from './parameter-problems.ts';
import { references } from './references.ts';
import { documentProblems } from './shape.ts';
import { soundParts } from './sound-parts.ts';
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
  const problems = [...documentProblems(copy.value), ...calendarProblems(copy.value)];
  const parts = soundParts(copy.value, problems);
  problems.push(...references(parts), ...parameterProblems(parts));
  const broken = problems.some(({ severity }) => severity === 'error');
  return { policy: broken ? null : (copy.value as Policy), problems };
}

function plainCopy(json: unknown): { value: unknown } | { problem: Problem } {
  try {
    return { value: snapshot(json) };
  } catch (error) {
    if (error instanceof DulyError) return { problem: asProblem(error, []) };
    // A getter or a proxy of the caller's own has thrown.
    const message = `the document can't be read: ${error instanceof Error ? error.message : 'reading it throws'}`;
    return { problem: { severity: 'error', code: 'policy.unreadable', path: [], message } };
  }
}

function* calendarProblems(document: unknown): Generator<Problem> {
  if (typeof document !== 'object' || document === null) return;
  const { calendar, calendars } = document as { calendar?: unknown; calendars?: unknown };
  const all: [ErrorPath, unknown][] = [[['calendar'], calendar]];
  for (const [name, named] of Object.entries(calendars ?? {})) all.push([['calendars', name], named]);
  for (const [path, spec] of all) {
    // What isn't even an object has been reported as such.
    if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) continue;
    try {
      defineCalendar(spec as CalendarSpec);
    } catch (error) {
      if (!(error instanceof DulyError)) throw error;
      yield asProblem(error, path);
    }
  }
}

function asProblem({ code, path, reason, hint }: DulyError, above: ErrorPath): Problem {
  return {
    severity: 'error',
    code,
    path: [...above, ...path],
    message: reason,
    ...(hint === undefined ? {} : { hint }),
  };
}
