import { DulyError } from '../errors/duly-error.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/types.ts';
import { presets } from '../presets/index.ts';
import type { StandardKind } from '../standards/kind.ts';
import { CliError } from './cli-error.ts';
import { isFileName, lookUp, readJson } from './named.ts';

/** The policy that `--policy` names: a file or a preset. */
export async function loadPolicy(
  name: string,
  cwd: string,
  kinds: readonly StandardKind[] = [],
): Promise<Policy> {
  if (!isFileName(name)) return lookUp<Policy>(presets, name, 'preset');
  const json = await readJson(name, cwd, 'policy');
  try {
    return parsePolicy(json, { kinds });
  } catch (error) {
    if (error instanceof DulyError)
      throw new CliError((words) => words.within(name, words.error(error)), 2, error);
    throw error;
  }
}
