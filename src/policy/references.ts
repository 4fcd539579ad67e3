import type { ErrorPath } from '../errors/duly-error.ts';
import { nearest } from '../errors/nearest.ts';
import type { Problem } from '../errors/problem.ts';
import type { SoundParts } from './sound-parts.ts';

/** What a well-formed document gets wrong about itself: ids given twice, and names of things it doesn't have. */
export function* references(parts: SoundParts): Generator<Problem> {
  yield* repeatedIds(parts.standards, ['standards']);
  yield* repeatedIds(parts.ladders, ['ladders']);
  yield* repeatedIds(parts.kpis, ['kpis']);
  for (const [index, ladder] of parts.ladders.entries()) {
    yield* repeatedIds(ladder?.rungs ?? [], ['ladders', index, 'rungs']);
  }
  const calendars = Object.keys(parts.calendars);
  for (const { path, name, of } of names(parts)) {
    const known = of === 'standard' ? parts.standardIds : calendars;
    if (!known.includes(name)) yield unknown(path, name, of, known);
  }
}

interface Name {
  readonly path: ErrorPath;
  readonly name: string;
  readonly of: 'standard' | 'calendar';
}

function* names({ standards, ladders, kpis }: SoundParts): Generator<Name> {
  for (const [index, standard] of standards.entries()) {
    if (standard === undefined) continue;
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
  for (const [index, ladder] of ladders.entries()) {
    if (ladder === undefined) continue;
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
  for (const [index, kpi] of kpis.entries()) {
    if (kpi?.of !== undefined) yield { path: ['kpis', index, 'of'], name: kpi.of, of: 'standard' };
  }
}

function* repeatedIds(
  parts: readonly ({ readonly id: string } | undefined)[],
  path: ErrorPath,
): Generator<Problem> {
  const seen = new Set<string>();
  for (const [index, part] of parts.entries()) {
    if (part === undefined) continue;
    const { id } = part;
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
