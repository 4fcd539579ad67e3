import { errorClass, show } from './duly-error.ts';
import { formatProblems, type Problem } from './problem.ts';

const PolicyErrorBase = /* @__PURE__ */ errorClass('PolicyError', {
  'policy.invalid': ({ problems }: { problems: readonly Problem[] }) => formatProblems('policy', problems),
  'policy.none-in-force': ({ at, ids }: { at: string; ids: readonly string[] }) =>
    `no version of ${ids.map(show).join(', ')} is in force at ${at}`,
  'policy.overlap': ({ first, second }: { first: string; second: string }) =>
    `versions ${show(first)} and ${show(second)} are in force at the same time`,
  'policy.effective': ({ from, to }: { from: string; to: string }) =>
    `${to} is before ${from}; expected from first`,
  'policy.no-versions': () => 'expected at least one version of a policy',
});

/** A policy that can't be used as given; `problems` lists everything that is wrong with it. */
export class PolicyError extends PolicyErrorBase {
  readonly problems: readonly Problem[];

  constructor(...args: ConstructorParameters<typeof PolicyErrorBase>) {
    super(...args);
    const data = args[1];
    this.problems = data !== undefined && 'problems' in data ? data.problems : [];
  }
}
