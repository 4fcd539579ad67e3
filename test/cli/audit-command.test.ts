import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { asOf, csv, options, reportOf, terminal } from './audit-terminal.ts';
import { bytesOf } from './terminal.ts';

describe('duly audit', () => {
  it('prints the balance, the standards and the KPIs, and exits with 0 although a row was rejected', async () => {
    const { status, out, err } = await terminal.duly('audit', 'tickets.csv', ...options, '--as-of', asOf);
    expect(status).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('As of     2026-06-01 00:00 (Asia/Shanghai)');
    expect(out).toContain('Cases     5 read = 3 assessed + 1 rejected + 1 duplicate');
    expect(out).toContain('Rows      5 read = 3 used + 1 rejected + 1 duplicate');
    expect(out).toMatch(/^answer +Answered +3 +1 +1 +1 +0 +0 +0 +0 +33\.3%$/m);
    expect(out).toMatch(/^answered-in-time +50\.0%✗ +0\.0%✗$/m);
    expect(out).toMatch(/58 d 14 h +T-3 +answer +Answered +overdue/);
  });

  it('judges now, and prints when that is, if no moment is given', async () => {
    const { out } = await terminal.duly('audit', 'tickets.csv', ...options);
    expect(out).toContain('2026-06-01 00:00 (Asia/Shanghai)');
  });

  it('writes the report as JSON, with a folder where there is none, and says where', async () => {
    const { out } = await terminal.duly(
      'audit',
      'tickets.csv',
      ...options,
      '--as-of',
      asOf,
      '--json',
      'out/2026/r.json',
    );
    expect(out).toContain('JSON report: out/2026/r.json\n');
    expect(reportOf('out/2026/r.json')).toMatchObject({
      format: 'duly-report/1',
      policy: [{ id: 'service', version: '1' }],
      asOf: '2026-05-31T16:00:00.000Z',
      cases: { read: 5, assessed: 3, rejected: 1, duplicate: 1 },
      rejects: [
        {
          code: 'row.instant',
          count: 1,
          examples: [{ line: 5, column: 'Opened', value: '2026-04-31 10:00' }],
        },
      ],
    });
    expect(reportOf('out/2026/r.json')).not.toHaveProperty('partial');
  });

  it('writes breaches, the worst first, and rejects, with formulas made harmless and a mark for Excel', async () => {
    await terminal.duly(
      'audit',
      'tickets.csv',
      ...options,
      '--as-of',
      asOf,
      '--breaches',
      'b.csv',
      '--rejects',
      'r.csv',
    );
    const rows = (name: string) =>
      parse(terminal.read(name), { bom: true, columns: true }) as Record<string, string>[];
    expect(terminal.read('b.csv').startsWith('\ufeffcase,standard')).toBe(true);
    expect(rows('b.csv').map((row) => `${row.case} ${row.status} ${row.owner}`)).toEqual([
      'T-3 overdue Li',
      "T-2 late '=cmd()",
    ]);
    expect(rows('b.csv')[1]).toMatchObject({ due: '2026-03-03T10:00:00+08:00', overMs: `${26 * 3_600_000}` });
    expect(rows('r.csv')).toEqual([
      {
        No: 'T-4',
        Channel: 'phone',
        Agent: 'Li',
        Opened: '2026-04-31 10:00',
        Answered: '2026-05-01 10:00',
        line: '5',
        column: 'Opened',
        code: 'row.instant',
        reason: '"2026-04-31 10:00" in column "Opened" is not an instant of the form yyyy-MM-dd HH:mm',
      },
    ]);
  });

  it('leaves no other file behind', async () => {
    await terminal.duly(
      'audit',
      'tickets.csv',
      ...options,
      '--json',
      'a.json',
      '--breaches',
      'b.csv',
      '--rejects',
      'c.csv',
    );
    expect(terminal.files()).toEqual([
      'a.json',
      'b.csv',
      'c.csv',
      'mapping.json',
      'policy.json',
      'tickets.csv',
    ]);
  });

  it('exits with 1 if a goal was missed and --fail-on-miss is given, and names it', async () => {
    const { status, err } = await terminal.duly('audit', 'tickets.csv', ...options, '--fail-on-miss');
    expect(status).toBe(1);
    expect(err).toBe('duly: 2 goals missed: answered-in-time\n');
    terminal.write('good.csv', csv.split('\n').slice(0, 2).join('\n'));
    expect((await terminal.duly('audit', 'good.csv', ...options, '--fail-on-miss')).status).toBe(0);
  });

  it('takes only the cases of a range, to the day before --to', async () => {
    const range = ['--from', '2026-03-01', '--to', '2026-04-02', '--json', 'report.json'];
    await terminal.duly('audit', 'tickets.csv', ...options, '--as-of', asOf, ...range);
    expect(reportOf()).toMatchObject({
      range: { from: '2026-02-28T16:00:00.000Z', to: '2026-04-01T16:00:00.000Z', event: 'received' },
      standards: [{ id: 'answer', runs: 2 }, {}, {}],
      findings: [{ code: 'audit.out-of-range', count: 1 }],
    });
    await terminal.duly('audit', 'tickets.csv', ...options, '--range-event', 'replied', ...range);
    expect(reportOf().findings[0]).toMatchObject({ code: 'audit.no-range-event', count: 1 });
  });

  it('refuses --range-event without an end of a range: it would change nothing', async () => {
    expect(await terminal.duly('audit', 'tickets.csv', ...options, '--range-event', 'replied')).toEqual({
      status: 2,
      out: '',
      err: 'duly: --range-event goes with --from or --to, or both\n',
    });
  });

  it('splits KPIs by the attributes of --group-by', async () => {
    await terminal.duly(
      'audit',
      'tickets.csv',
      ...options,
      '--group-by',
      'channel, owner',
      '--json',
      'report.json',
    );
    const groups = reportOf().kpis.flatMap(({ id, group }) => (id === 'answered-in-time' ? [group] : []));
    expect(groups).toContainEqual({ channel: 'phone', owner: 'Li' });
    expect(groups).toContainEqual(null);
  });

  it('reads several files as one input, and says of a reject in which file it is', async () => {
    terminal.write(
      'more.csv',
      'No,Channel,Agent,Opened,Answered\nT-3,phone,Li,2026-04-03 10:00,\nT-9,phone,Li,never,\n',
    );
    await terminal.duly(
      'audit',
      'tickets.csv',
      'more.csv',
      ...options,
      '--json',
      'report.json',
      '--rejects',
      'r.csv',
    );
    expect(reportOf().cases).toEqual({ read: 7, assessed: 3, rejected: 3, duplicate: 1 });
    expect(reportOf().rejects).toMatchObject([
      {
        code: 'row.instant',
        count: 2,
        examples: [
          { file: 'more.csv', line: 3 },
          { file: 'tickets.csv', line: 5 },
        ],
      },
      { code: 'case.id-reused', count: 1, examples: [{ file: 'more.csv', line: 2, id: 'T-3' }] },
    ]);
    expect(terminal.read('r.csv')).toContain(',more.csv,3,Opened,row.instant,');
  });

  it('reads standard input for -, and cases of its own form from .ndjson without a mapping', async () => {
    const piped = await terminal.dulyWith({ stdin: bytesOf(csv) }, 'audit', '-', ...options);
    expect(piped.out).toContain('Cases     5 read = 3 assessed');
    terminal.write('cases.ndjson', '{"id":"a","events":[{"type":"received","at":"2026-03-02T10:00:00Z"}]}\n');
    const { status, out } = await terminal.duly('audit', 'cases.ndjson', '--policy', './policy.json');
    expect(status).toBe(0);
    expect(out).toContain('Cases     1 read = 1 assessed');
  });

  it('reads local times in the zone of --time-zone', async () => {
    await terminal.duly('audit', 'tickets.csv', ...options, '--time-zone', 'UTC', '--json', 'report.json');
    expect(reportOf().breaches.find(({ case: id }) => id === 'T-2')).toMatchObject({
      due: '2026-03-03T10:00:00.000Z',
    });
  });

  it('speaks Chinese with --lang zh-CN, and where the environment does', async () => {
    const asked = await terminal.duly('audit', 'tickets.csv', ...options, '--lang', 'zh-CN');
    const { out } = await terminal.dulyWith(
      { env: { LANG: 'zh_CN.UTF-8' } },
      'audit',
      'tickets.csv',
      ...options,
    );
    expect(asked.out).toContain('工单      5 读入 = 3 已评估 + 1 拒收 + 1 重复');
    expect(out).toBe(asked.out);
    const written = await terminal.duly(
      ...['audit', 'tickets.csv', ...options, '--lang', 'zh-CN'],
      ...['--json', 'a.json', '--breaches', 'b.csv', '--rejects', 'c.csv'],
    );
    expect(written.out).toContain('JSON 报告：a.json\n违约清单：b.csv\n拒收清单：c.csv\n');
    const english = { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' } };
    expect((await terminal.dulyWith(english, 'audit', 'tickets.csv', ...options)).out).toContain('Cases ');
  });

  it('is as wide as the terminal and coloured there, unless NO_COLOR is set', async () => {
    const written: string[] = [];
    const stdout = { write: (text: string) => void written.push(text), isTTY: true, columns: 70 };
    await terminal.dulyWith({ stdout }, 'audit', 'tickets.csv', ...options);
    await terminal.dulyWith({ stdout, env: { NO_COLOR: '1' } }, 'audit', 'tickets.csv', ...options);
    expect(written[0]).toContain('\u001b[');
    expect(written[1]).not.toContain('\u001b[');
  });
});
