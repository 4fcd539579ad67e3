import { type ErrorPath, show } from '../../errors/duly-error.ts';
import { nearest } from '../../errors/nearest.ts';
import { isParameter } from '../../standards/parameters.ts';
import type { LintView } from './lint-view.ts';

/** Warns of parameters and calendars that nothing uses, and of references that miss a parameter narrowly. */
export function lintUnused(view: LintView): void {
  const { parameters, calendars, standards, ladders } = view.document;
  const references = [...referencesIn(view.document, [])];
  const used = new Set(references.map(({ name }) => name));
  const known = keysOf(parameters);
  for (const name of known) {
    if (!used.has(name)) warn(view, 'parameter', ['parameters', name], name);
  }
  for (const { name, path } of references) {
    const guess = known.includes(name) ? undefined : nearest(name, known);
    if (guess === undefined) continue;
    view.warn('near-miss', path, `parameter ${show(name)} is nowhere set`, `Did you mean "${guess}"?`);
  }
  const named = new Set(calendarsIn([standards, ladders]));
  for (const name of keysOf(calendars)) {
    if (!named.has(name)) warn(view, 'calendar', ['calendars', name], name);
  }
}

function warn(view: LintView, what: string, path: ErrorPath, name: string): void {
  view.warn(
    `unused-${what}`,
    path,
    `nothing uses ${what} ${show(name)}`,
    'Leave it out, or name it where it is meant',
  );
}

const keysOf = (value: unknown) => (typeof value === 'object' && value !== null ? Object.keys(value) : []);

interface Reference {
  readonly name: string;
  readonly path: ErrorPath;
}

/** What a document holds in several places is looked at once. */
function* referencesIn(value: unknown, path: ErrorPath, seen = new Set<unknown>()): Generator<Reference> {
  if (isParameter(value)) yield { name: value.parameter, path };
  else if (typeof value === 'object' && value !== null && !seen.has(value)) {
    seen.add(value);
    for (const [key, inner] of Object.entries(value)) {
      yield* referencesIn(inner, [...path, Array.isArray(value) ? Number(key) : key], seen);
    }
  }
}

/** Every text under a key `calendar`, at any depth. */
function* calendarsIn(value: unknown, seen = new Set<unknown>()): Generator<string> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'calendar' && typeof inner === 'string') yield inner;
    yield* calendarsIn(inner, seen);
  }
}
