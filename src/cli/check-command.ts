import { checkPolicy } from '../policy/check-policy.ts';
import type { Locale } from '../report/index.ts';
import { safeText } from '../report/safe-text.ts';
import { type ExitStatus, exitStatus } from './cli-error.ts';
import type { Io } from './io.ts';
import { loadKinds } from './load-kinds.ts';
import { localeOf } from './locale-of.ts';
import { readJson } from './named.ts';
import { cliWords } from './words.ts';

/** `duly check`: all errors and warnings of a policy file, each with its place and what to do about it. */
export async function checkCommand(
  file: string,
  flags: { readonly kinds?: string; readonly lang?: Locale },
  io: Io,
): Promise<ExitStatus> {
  const kinds = await loadKinds(flags.kinds, io.cwd);
  const { policy, problems } = checkPolicy(await readJson(file, io.cwd, 'policy'), { kinds });
  const words = cliWords(localeOf(flags.lang, io.env));
  for (const problem of problems) {
    const said = safeText(words.problem(problem));
    io.stdout.write(`${words.severity[problem.severity]} ${said} [${problem.code}]\n`);
  }
  if (policy === null) return exitStatus.badUse;
  const { id, version, standards, kpis = [], ladders = [] } = policy;
  const parts = [standards.length, ladders.length, kpis.length] as const;
  io.stdout.write(`${safeText(words.valid(file, `${id} ${version}`, parts))}\n`);
  return exitStatus.done;
}
