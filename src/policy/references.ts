import type { ErrorPath } from '../errors/duly-error.ts';
import { nearest } from '../errors/nearest.ts';
import type { Problem } from '../errors/problem.ts';
import type { Policy } from './types.ts';

/** What a well-formed document gets wrong about itself: ids given twice, and names of things it doesn't have. */
export function* references(policy: Policy): Generator<Problem> {
  yield* repeatedIds(policy.standards, ['standards']);
  yield* repeatedIds(policy.ladders ?? [], ['ladders']);
  yield* repeatedIds(policy.kpis ?? [], ['kpis']);
  for (const [index, ladder] of (policy.ladders ?? []).entries()) {
    yield* repeatedIds(ladder.rungs, ['ladders', index, 'rungs']);
  }
  const standards = policy.standards.map(({ id }) => id);
  const calendars = Object.keys(policy.calendars ?? {});
  for (const { path, name, of } of names(policy)) {
    const known = of === 'standard' ? standards : calendars;
    if (!known.includes(name)) yield unknown(path, name, of, known);
  }
}

interface Name {
  readonly path: ErrorPath;
  readonly name: string;
  readonly of: 'standard' | 'calendar';
}

function* names(policy: Policy): Generator<Name> {
  for (const [index, standard] of policy.standards.entries()) {
    const path = ['standards', index];
    if (standard.calendar !== undefined)
      yield { path: [...path, 'calendar'], name: standard.calendar, of: 'calendar' };
    const { within } = standard;
    if (typeof within !== 'object' || !('table' in within)) continue;
    for (const [row, { calendar }] of within.table.entries()) {
      if (calendar === undefined) continue;
      yield { path: [...path, 'within', 'table', row, 'calendar'], name: calendar, of: 'calendar' };
    }
  }
  for (const [index, ladder] of (policy.ladders ?? []).entries()) {
    const path = ['ladders', index];
    if (ladder.calendar !== undefined)
      yield { path: [...path, 'calendar'], name: ladder.calendar, of: 'calendar' };
    for (const [place, rung] of ladder.rungs.entries()) {
      if (!('at' in rung)) continue;
      const { at } = rung;
      const [key, name] =
        'before' in at ? ['before', at.before] : 'after' in at ? ['after', at.after] : ['of', at.of];
      yield { path: [...path, 'rungs', place, 'at', key!], name: name!, of: 'standard' };
    }
  }
  for (const [index, { of }] of (policy.kpis ?? []).entries()) {
    if (of !== undefined) yield { path: ['kpis', index, 'of'], name: of, of: 'standard' };
  }
}

function* repeatedIds(parts: readonly { readonly id: string }[], path: ErrorPath): Generator<Problem> {
  const seen = new Set<string>();
  for (const [index, { id }] of parts.entries()) {
    if (seen.has(id)) {
      const message = `"${id}" is the id of another one already`;
      yield { severity: 'error', code: 'policy.repeated-id', path: [...path, index, 'id'], message };
    }
    seen.add(id);
  }
}

function unknown(path: ErrorPath, name: string, what: string, known: readonly string[]): Problem {
  const guess = nearest(name, known);
  const hint =
    guess !== undefined
      ? `Did you mean "${guess}"?`
      : known.length > 0
        ? `There are ${known.join(', ')}`
        : undefined;
  const message = `the policy has no ${what} "${name}"`;
  return {
    severity: 'error',
    code: `policy.unknown-${what}`,
    path,
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}
