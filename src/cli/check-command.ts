import { formatPath } from '../errors/duly-error.ts';
import { checkPolicy } from '../policy/check-policy.ts';
import { counted } from '../report/counted.ts';
import { safeText } from '../report/safe-text.ts';
import { type ExitStatus, exitStatus } from './cli-error.ts';
import type { Io } from './io.ts';
import { loadKinds } from './load-kinds.ts';
import { readJson } from './named.ts';

/** `duly check`: all errors and warnings of a policy file, each with its place and what to do about it. */
export async function checkCommand(
  file: string,
  flags: { readonly kinds?: string },
  io: Io,
): Promise<ExitStatus> {
  const kinds = await loadKinds(flags.kinds, io.cwd);
  const { policy, problems } = checkPolicy(await readJson(file, io.cwd, 'policy'), { kinds });
  for (const { severity, code, path, message, hint } of problems) {
    const where = path.length === 0 ? '' : ` ${formatPath(path)}:`;
    const advice = hint === undefined ? '' : ` ${hint}`;
    io.stdout.write(`${severity}${where} ${safeText(`${message}.${advice}`)} [${code}]\n`);
  }
  if (policy === null) return exitStatus.badUse;
  const { id, version, standards, kpis = [], ladders = [] } = policy;
  const parts = [
    counted(standards.length, 'standard'),
    counted(ladders.length, 'ladder'),
    counted(kpis.length, 'KPI'),
  ];
  io.stdout.write(safeText(`${file}: ${id} ${version} is valid (${parts.join(', ')})`).concat('\n'));
  return exitStatus.done;
}
