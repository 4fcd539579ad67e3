import { type OrganisationInput, organisationLog } from '../assess/organisation-log.ts';
import { DulyError } from '../errors/duly-error.ts';
import type { EpochMs } from '../instant/types.ts';
import { CliError, exitStatus } from './cli-error.ts';
import { readJson } from './named.ts';

/** The organisation's log in the file that `--organisation` names, checked so that an error names the file. */
export async function loadOrganisation(name: string, cwd: string, asOf: EpochMs): Promise<OrganisationInput> {
  const log = (await readJson(name, cwd, 'organisation', exitStatus.badInput)) as OrganisationInput;
  try {
    organisationLog(log, asOf);
    return log;
  } catch (error) {
    if (error instanceof DulyError)
      throw new CliError((words) => words.within(name, words.error(error)), exitStatus.badInput, error);
    throw error;
  }
}
