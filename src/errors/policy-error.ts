import { errorClass } from './duly-error.ts';
import { formatProblems, type Problem } from './problem.ts';

/** A policy that can't be used as given; `problems` lists everything that is wrong with it. */
export const PolicyError = /* @__PURE__ */ errorClass('PolicyError', {
  'policy.invalid': '{=problems}',
  'policy.none-in-force': 'no version of {=ids} is in force at {=at}',
  'policy.overlap': 'versions {first} and {second} overlap',
  'policy.repeated-version': 'there is a version {given} already',
  'policy.effective': '{=to} is before {=from}',
  'policy.kind': '{given} given; expected {=expected}',
  'policy.kind-taken': 'there is a kind {kind} already',
  'policy.no-versions': 'expected at least one policy',
});
export type PolicyError = InstanceType<typeof PolicyError>;

/** The same class for what only a base policy or a kind of one's own can meet. */
export const OwnPolicyError = /* @__PURE__ */ errorClass('PolicyError', {
  'policy.outcome': 'the judge of kind {kind} says {status}; expected {=expected}',
  'policy.no-part': 'there is no part {id} to remove',
});

/** The error that lists everything that is wrong with a policy. */
export const invalidPolicy = (problems: readonly Problem[]): PolicyError =>
  new PolicyError('policy.invalid', { problems: formatProblems('policy', problems) }, { problems });
