import { DulyError } from '../errors/duly-error.ts';
import { type Mapping, mappings, parseMapping } from '../readers/index.ts';
import { CliError } from './cli-error.ts';
import { isFileName, lookUp, readJson } from './named.ts';

/** The mapping that `--mapping` names: a file or a built-in one. */
export async function loadMapping(name: string, cwd: string): Promise<Mapping> {
  if (!isFileName(name)) return lookUp<Mapping>(mappings, name, 'mapping');
  const json = await readJson(name, cwd, 'mapping');
  try {
    return parseMapping(json);
  } catch (error) {
    if (error instanceof DulyError)
      throw new CliError((words) => words.within(name, words.error(error)), 2, error);
    throw error;
  }
}
