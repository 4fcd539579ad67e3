import { DulyError } from '../errors/duly-error.ts';
import { PolicyError } from '../errors/policy-error.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import { presets } from '../presets/index.ts';
import type { StandardKind } from '../standards/kind.ts';
import { CliError, exitStatus } from './cli-error.ts';
import { isFileName, lookUp, readJson } from './named.ts';

/**
 * The policy that `--policy` or `--against` names: a preset, or a file with one policy or a list of its versions. A list
 * stays one whatever its length: a lone policy judges every case, a version only those of its time.
 */
export async function loadPolicy(
  name: string,
  cwd: string,
  kinds: readonly StandardKind[] = [],
): Promise<PolicyOrVersions> {
  if (!isFileName(name)) return lookUp<Policy>(presets, name, 'preset');
  const json = await readJson(name, cwd, 'policy');
  const parsed = (version: unknown, place: string) => within(place, () => parsePolicy(version, { kinds }));
  if (!Array.isArray(json)) return parsed(json, name);
  if (json.length === 0)
    within(name, () => {
      throw new PolicyError('policy.no-versions', undefined);
    });
  return json.map((version, index) => parsed(version, `${name}[${index}]`));
}

/** What comes of it; an error of the library is told with the place that it is about. */
function within<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DulyError)) throw error;
    throw new CliError((words) => words.within(place, words.error(error)), exitStatus.badUse, error);
  }
}
