import { DulyError } from '../errors/duly-error.ts';
import { type Problem, toProblem } from '../errors/problem.ts';
import { checkPolicy } from '../policy/check-policy.ts';
import type { Policy } from '../policy/types.ts';
import { versionsOf } from '../policy/versions.ts';
import type { Locale } from '../report/index.ts';
import { safeText } from '../report/safe-text.ts';
import type { StandardKind } from '../standards/kind.ts';
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
  const { policies, problems } = checkFile(await readJson(file, io.cwd, 'policy'), kinds);
  const words = cliWords(localeOf(flags.lang, io.env));
  for (const problem of problems) {
    const said = safeText(words.problem(problem));
    io.stdout.write(`${words.severity[problem.severity]} ${said} [${problem.code}]\n`);
  }
  if (problems.some(({ severity }) => severity === 'error')) return exitStatus.badUse;
  for (const { id, version, standards, kpis = [], ladders = [] } of policies) {
    const parts = [standards.length, ladders.length, kpis.length] as const;
    io.stdout.write(`${safeText(words.valid(file, `${id} ${version}`, parts))}\n`);
  }
  return exitStatus.done;
}

interface FileCheck {
  readonly policies: readonly Policy[];
  readonly problems: readonly Problem[];
}

/** A policy, or a list of its versions, which must go together besides. */
function checkFile(json: unknown, kinds: readonly StandardKind[]): FileCheck {
  const documents: readonly unknown[] = Array.isArray(json) ? json : [json];
  const checks = documents.map((document, index) => {
    const { policy, problems } = checkPolicy(document, { kinds });
    const place = Array.isArray(json) ? [index] : [];
    return {
      policy,
      problems: problems.map((problem) => ({ ...problem, path: [...place, ...problem.path] })),
    };
  });
  const policies = checks.flatMap(({ policy }) => policy ?? []);
  const problems = checks.flatMap((check) => check.problems);
  return {
    policies,
    problems:
      Array.isArray(json) && policies.length === json.length
        ? [...problems, ...together(policies)]
        : problems,
  };
}

function together(versions: readonly Policy[]): Problem[] {
  try {
    versionsOf(versions);
    return [];
  } catch (error) {
    if (error instanceof DulyError) return [toProblem(error)];
    throw error;
  }
}
