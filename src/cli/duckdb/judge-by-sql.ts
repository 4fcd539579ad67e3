import type { OpenAudit } from '../../audit/audit-with.ts';
import { createAudit } from '../../audit/create-audit.ts';
import { DulyError } from '../../errors/duly-error.ts';
import { formatCivilDate } from '../../instant/civil.ts';
import { type CivilDate, DAY, type EpochMs } from '../../instant/types.ts';
import type { PolicyOrVersions } from '../../policy/types.ts';
import { type CompiledSql, compileSql, type SqlOptions } from '../../sql/index.ts';
import { snapshotOfTallies } from '../../sql/report-from-tallies.ts';
import type { AuditFlags } from '../audit-flags.ts';
import type { Database } from './database.ts';
import type { Staging } from './staging.ts';
import { Unread } from './unread.ts';

/** What is judged, and the audit that takes it in. */
interface JudgedTask {
  readonly audit: OpenAudit;
  readonly policy: PolicyOrVersions;
  readonly asOf: EpochMs;
  readonly flags: AuditFlags;
}

/** Judges slice by slice what statements can judge, and tells how many cases that are; `judged` holds their rows. */
export async function judgeBySql(
  task: JudgedTask,
  { staging, aside }: { readonly staging: Staging; readonly aside: string },
  database: Database,
): Promise<number> {
  const { audit, policy, asOf, flags } = task;
  const { slices, span, rowsJudged } = staging;
  const by = flags.groupBy ?? [];
  const calendars = await spanOf(database, span, asOf);
  const statements = statementsFor(policy, staging, { asOf, by, calendars });
  const query = statements.at(-1)!;
  await database.run('CREATE TABLE judged (file INTEGER, n BIGINT)');
  // The counts of slices are put together as they come: those of many are large.
  const counted = createAudit(policy, { asOf, groupBy: by, duplicates: 'off' });
  for (let slice = 0; slice < slices; slice += 1) {
    for (const sql of staging.judged(aside, slice)) await database.run(sql);
    if (slice === 0)
      for (const { sql, purpose } of statements) if (purpose !== 'query') await database.run(sql);
    await database.run('DELETE FROM cases WHERE id IN (SELECT case_id FROM duly_left_over)');
    // Of the worst the tallies tell all; a list of all is made of what the package judges.
    if (flags.breaches !== undefined)
      await database.run(
        "DELETE FROM cases WHERE id IN (SELECT case_id FROM duly_verdicts WHERE status IN ('late', 'overdue', 'broken'))",
      );
    const tallies = await database.rows(query.sql).catch((error: Error) => {
      // Such as a limit of ten years.
      throw error.message.includes('duly: the calendar tables') ? new Unread('calendar tables') : error;
    });
    counted.merge(snapshotOfTallies(tallies, policy));
    await database.run(`INSERT INTO judged ${rowsJudged}`);
  }
  const [rows] = await database.rows('SELECT COUNT(*) AS n FROM judged');
  const used = Number(rows!.n);
  const snapshot = counted.snapshot();
  const { range } = audit.snapshot();
  audit.merge({ ...snapshot, rows: { read: used, used, rejected: 0, duplicate: 0 }, range });
  return snapshot.cases.read;
}

function statementsFor(
  policy: PolicyOrVersions,
  { tables }: Staging,
  options: Pick<SqlOptions, 'asOf' | 'by' | 'calendars'>,
): CompiledSql['statements'] {
  try {
    return compileSql(policy, { dialect: 'duckdb', tables, ...options }).statements;
  } catch (error) {
    // Such as a promise in a column of text.
    throw error instanceof DulyError ? new Unread(error.message) : error;
  }
}

/** The years that the calendars have to hold: those of the events, and those in which something may be due. */
async function spanOf(
  database: Database,
  query: string,
  asOf: EpochMs,
): Promise<{ from: CivilDate; to: CivilDate }> {
  const [span] = await database.rows(query);
  const year = (at: number, more: number) => Number(formatCivilDate(Math.floor(at / DAY)).slice(0, 4)) + more;
  const from = year(Math.min(Number(span!.first ?? asOf), asOf), -1);
  const to = year(Math.max(Number(span!.last ?? asOf), asOf), 5);
  return {
    from: `${Math.max(from, 1971)}-01-01` as CivilDate,
    to: `${Math.min(to, 2198)}-12-31` as CivilDate,
  };
}
