import { PolicyError } from '../errors/policy-error.ts';
import { checkPolicy } from './check-policy.ts';
import { markChecked } from './prepare-policy.ts';
import type { Policy } from './types.ts';

/**
 * A policy from its JSON form: the document itself, frozen, with its key order kept and no defaults written into it.
 *
 * @param json - The parsed document (not its text).
 * @throws {@link PolicyError} `policy.invalid`; `problems` lists everything that is wrong, with path and hint.
 * @example parsePolicy(JSON.parse(JSON.stringify(textileService))).id // => 'textile-service'
 */
export function parsePolicy(json: unknown): Policy {
  const { policy, problems } = checkPolicy(json);
  if (policy === null) {
    throw new PolicyError('policy.invalid', {
      problems: problems.filter(({ severity }) => severity === 'error'),
    });
  }
  return markChecked(policy);
}
