import { DulyError } from '../errors/duly-error.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import { presets } from '../presets/index.ts';
import type { StandardKind } from '../standards/kind.ts';
import { CliError } from './cli-error.ts';
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
  if (!Array.isArray(json) || json.length === 0) return parsed(json, name, kinds);
  return json.map((version, index) => parsed(version, `${name}[${index}]`, kinds));
}

function parsed(json: unknown, name: string, kinds: readonly StandardKind[]): Policy {
  try {
    return parsePolicy(json, { kinds });
  } catch (error) {
    if (error instanceof DulyError)
      throw new CliError((words) => words.within(name, words.error(error)), 2, error);
    throw error;
  }
}
