import type { ErrorPath } from '../errors/duly-error.ts';
import { isParameter } from '../standards/parameters.ts';
import { partKeys } from '../standards/shape.ts';

const asTheyAre = ['kind', ...Object.keys(partKeys).map((key) => key.replace('?', ''))];
const ofRungs = ['id', 'level', 'action', 'deliver'];

/** The parameter that a value of a policy stands for; names, titles and the parts themselves stand for themselves. */
export function parameterAt(value: unknown, path: ErrorPath): string | undefined {
  return isParameter(value) && mayStand(path) ? value.parameter : undefined;
}

function mayStand([list, , key, , inner, ...deeper]: ErrorPath): boolean {
  if (list === 'parameters') return true;
  if (key === undefined) return false;
  if (list !== 'ladders') return (list === 'standards' || list === 'kpis') && !asTheyAre.includes(`${key}`);
  if (key === 'when') return true;
  if (inner === 'to') return deeper.includes('when');
  return key === 'rungs' && inner !== undefined && !ofRungs.includes(`${inner}`);
}
