import { expect, it } from 'vitest';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { compileSql } from '../../src/sql/compile-sql.ts';
import type { Engine } from './engines.ts';
import { stampsOf } from './words.ts';

/** What is due beyond the calendar tables stops the statements rather than be left out. */
export function outOfCalendar(open: () => Promise<Engine>): void {
  it('stops at a case that is due on a day after the calendar tables end, and names it', async () => {
    const engine = await open();
    const stamps = stampsOf(engine);
    const at = (iso: string) => stamps.literal(iso);
    await engine.run('CREATE TABLE cases (id VARCHAR)');
    await engine.run(`CREATE TABLE events (case_id VARCHAR, type VARCHAR, "at" ${stamps.type})`);
    await engine.run("INSERT INTO cases VALUES ('in time'), ('too late')");
    await engine.run(
      `INSERT INTO events VALUES ('in time', 'received', ${at('2026-07-01T09:00:00Z')}), ('too late', 'received', ${at('2026-07-30T09:00:00Z')})`,
    );
    const policy = definePolicy({
      id: 'p',
      version: '1',
      calendar: { timeZone: 'UTC', week: 'always' },
      standards: [{ id: 's', kind: 'deadline', from: 'received', to: 'replied', within: '5 working days' }],
    });
    const { statements } = compileSql(policy, {
      dialect: engine.name,
      tables: { cases: 'cases', events: 'events' },
      asOf: '2026-07-31T00:00:00Z',
      calendars: { from: '2026-06-01', to: '2026-07-31' },
    });
    const judge = async () => {
      for (const { sql, purpose } of statements) if (purpose !== 'query') await engine.run(sql);
      return engine.rows('SELECT * FROM duly_verdicts');
    };
    await expect(judge()).rejects.toThrow(
      'duly: the calendar tables do not reach the due instant of case too late',
    );
    await engine.close();
  });
}
