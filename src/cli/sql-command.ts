import type { periods } from '../kpi/types.ts';
import { safeText } from '../report/safe-text.ts';
import { compileSql, type DialectName, type TablesSpec } from '../sql/index.ts';
import { type ExitStatus, exitStatus } from './cli-error.ts';
import { instantArgument } from './instant-argument.ts';
import type { Io } from './io.ts';
import { loadKinds } from './load-kinds.ts';
import { loadPolicy } from './load-policy.ts';
import { readJson } from './named.ts';

export interface SqlFlags {
  readonly policy: string;
  readonly dialect: DialectName;
  readonly tables?: string;
  readonly asOf?: string;
  readonly standards?: readonly string[];
  readonly groupBy?: readonly string[];
  readonly period?: (typeof periods)[number];
  readonly kinds?: string;
}

/** `duly sql`: the statements that judge the cases of a warehouse, in the order in which they are run. */
export async function sqlCommand(flags: SqlFlags, io: Io): Promise<ExitStatus> {
  const policy = await loadPolicy(flags.policy, io.cwd, await loadKinds(flags.kinds, io.cwd));
  const tables =
    flags.tables === undefined
      ? { cases: 'cases', events: 'events' }
      : ((await readJson(flags.tables, io.cwd, 'mapping')) as TablesSpec);
  const { statements, refused } = compileSql(policy, {
    dialect: flags.dialect,
    tables,
    asOf: flags.asOf === undefined ? io.now() : instantArgument(flags.asOf, '--as-of'),
    refused: 'leave-out',
    ...(flags.standards && { standards: flags.standards }),
    ...(flags.groupBy && { by: flags.groupBy }),
    ...(flags.period && { period: flags.period }),
  });
  for (const { standard, what } of refused)
    io.stderr.write(`duly: ${safeText(`${standard}: left out, ${what} not written as SQL`)}\n`);
  for (const { sql } of statements) io.stdout.write(`${sql};\n\n`);
  return exitStatus.done;
}
