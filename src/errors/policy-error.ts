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
  'policy.kind': ({ given, expected }: { given: unknown; expected: string }) =>
    `${show(given)} given; expected ${expected}`,
  'policy.kind-taken': ({ kind }: { kind: string }) => `there is a kind ${show(kind)} already`,
  'policy.outcome': ({ kind, status, expected }: { kind: string; status: unknown; expected: string }) =>
    `the judge of kind ${show(kind)} says ${show(status)}; expected ${expected}`,
  'policy.no-part': ({ id }: { id: unknown }) => `there is no part ${show(id)} to remove`,
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
