import { selectorsShape } from '../../case/shape.ts';
import type { Problem } from '../../errors/problem.ts';
import { either, name, number, object, type Shape } from '../../errors/shape.ts';
import { countingShape, limitShape } from '../../limit/shape.ts';
import { isParameter, parametersIn, withParameters } from '../parameters.ts';
import { endShape, ruleKeys } from '../shape.ts';

const edge = either(number, limitShape);

export const boundShape: Shape = object(
  {
    ...ruleKeys('bound'),
    measure: either(name, object({ count: selectorsShape }), object({ from: endShape, to: endShape })),
    'event?': selectorsShape,
    'match?': name,
    'min?': edge,
    'max?': edge,
    'counting?': countingShape,
  },
  edgeProblems,
);

interface Edges {
  readonly measure: unknown;
  readonly min?: unknown;
  readonly max?: unknown;
}

/** Times are held against limits, all else against numbers. */
function edgeProblems(given: Edges, parameters: Readonly<Record<string, unknown>>): Problem[] {
  const { measure, min, max } = withParameters(given, parametersIn(parameters), (unset) => unset);
  const isSpan = Object.hasOwn(Object(measure), 'from');
  const problem = (key: string, expected: string): Problem => ({
    severity: 'error',
    code: 'policy.shape',
    path: [key],
    message: `expected ${expected}`,
  });
  if (min === undefined && max === undefined) return [problem('max', 'min, max or both')];
  return Object.entries({ min, max }).flatMap(([key, value]) => {
    const fits = value === undefined || isParameter(value) || (typeof value === 'number') !== isSpan;
    return fits ? [] : problem(key, isSpan ? 'a limit' : 'a number');
  });
}
