import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { AuditReport } from '../../src/audit/report.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { type Mapping, readCases } from '../../src/readers/index.ts';

const policy = definePolicy({
  ...{ id: 'p', version: '1', calendar: { timeZone: 'Europe/Berlin', week: 'always' } },
  standards: [
    {
      ...{ id: 'solved', kind: 'deadline', from: 'received', to: 'resolved', within: '48 hours' },
      pause: { on: 'paused', off: 'resumed' },
    },
  ],
});
const asOf = '2027-01-01T00:00:00Z';

/** What the audit of a CSV says, its columns read with one format. */
async function audited(
  rows: readonly string[],
  format: string | string[],
  more: Partial<Mapping> = {},
): Promise<AuditReport> {
  const at = (column: string) => ({ column, format });
  const mapping: Mapping = {
    ...{ rows: 'case', timeZone: 'Europe/Berlin', optional: true, id: 'No' },
    events: {
      received: at('Opened'),
      paused: at('Held'),
      resumed: at('Freed'),
      resolved: at('Solved'),
      closed: at('Closed'),
    },
    ...more,
  };
  return audit(readCases(`${rows.join('\n')}\n`, { format: 'csv', mapping }), policy, { asOf });
}

const counts = (list: AuditReport['findings'] | AuditReport['rejects']) =>
  Object.fromEntries(
    list.filter(({ code }) => code !== 'header.missing').map(({ code, count }) => [code, count]),
  );
const messageOf = (list: AuditReport['findings'] | AuditReport['rejects'], code: string) =>
  list.find((one) => one.code === code)?.examples[0]?.message;
const two = (number: number) => String(number).padStart(2, '0');

/** The first 30 days of March to June 2026, one cell each, spelt by `spell`. */
const spring = (spell: (month: number, day: number) => string, first = 1) =>
  [3, 4, 5, 6].flatMap((month) =>
    Array.from({ length: 31 - first }, (_, index) => spell(month, index + first)),
  );
const rowsOf = (cells: readonly string[]) => ['No,Opened', ...cells.map((cell, index) => `${index},${cell}`)];

describe('days and months that are exchanged', () => {
  it('reject a row that is a date only the other way round, and say so of the column', async () => {
    const { rejects, findings, cases } = await audited(
      rowsOf(['03/25/2026 9:00', '03/04/2026 9:00', '05/13/2026 9:00']),
      'dd/MM/yyyy HH:mm',
    );
    expect(cases).toMatchObject({ read: 3, assessed: 1, rejected: 2 });
    expect(counts(rejects)).toEqual({ 'row.day-month': 2 });
    expect(messageOf(rejects, 'row.day-month')).toBe(
      '"03/25/2026 9:00" in column "Opened" is not an instant of the form dd/MM/yyyy HH:mm, but one of the form MM/dd/yyyy HH:mm: day and month are exchanged',
    );
    expect(counts(findings)).toEqual({ 'column.day-month': 1 });
    expect(messageOf(findings, 'column.day-month')).toBe(
      '"Opened": 2 cells are dates only as MM/dd/yyyy HH:mm; those that are dates either way were read as dd/MM/yyyy HH:mm, perhaps wrongly',
    );
  });

  it('are found in a column of which a spreadsheet turned the first twelve days of each month round', async () => {
    const turned = spring((month, day) =>
      day > 12 ? `${two(day)}-${two(month)}-26` : `${two(month)}-${two(day)}-26`,
    );
    const { findings, cases } = await audited(rowsOf(turned), 'dd-MM-yy');
    expect(cases.rejected).toBe(0);
    // 12 days of four months each, but those that fall on 3 to 6 look as if they were right.
    expect(messageOf(findings, 'column.day-month')).toMatch(
      /lie in the months 3, 4, 5, 6, and 32 of the others/,
    );
  });

  it('are not suspected in a column that has them right, nor in one of few cells', async () => {
    const right = await audited(rowsOf(spring((month, day) => `${day}/${month}/2026`)), 'dd/MM/yyyy');
    expect(counts(right.findings)).toEqual({});
    const few = spring((month, day) => (day > 12 ? `${day}/${month}/2026` : `${month}/${day}/2026`), 10);
    expect(counts((await audited(rowsOf(few), 'dd/MM/yyyy')).findings)).toEqual({});
  });

  it('are told of a column that holds both orders, each of which has its format', async () => {
    const { findings, rejects } = await audited(rowsOf(['25/03/2026', '03/26/2026', '04/05/2026']), [
      'dd/MM/yyyy',
      'MM/dd/yyyy',
    ]);
    expect(counts(rejects)).toEqual({});
    expect(counts(findings)).toEqual({ 'column.day-month': 1 });
  });
});

describe('time zones', () => {
  it('of the stamps that are not those of the file: the finding column.zone-label', async () => {
    const cells = [
      '2026-03-02 09:00:00+01:00',
      '2026-07-02 09:00:00+01:00',
      '2026-03-02T09:00:00Z',
      '2026-03-02 09:00',
    ];
    const { findings, cases } = await audited(rowsOf(cells), 'iso');
    expect(cases.assessed).toBe(4);
    expect(counts(findings)).toEqual({ 'column.zone-label': 1 });
    expect(messageOf(findings, 'column.zone-label')).toBe(
      '"Opened": 2 of 3 stamps with an offset of their own, such as "2026-07-02 09:00:00+01:00", have another than Europe/Berlin had then; theirs is believed, though local time is often labelled UTC',
    );
  });

  it.each([
    ['2026-03-02 09:00 CST', 'yyyy-MM-dd HH:mm'],
    ['2026-03-02 09:00 (CST)', 'yyyy-MM-dd HH:mm'],
    ['2026-03-02 09:00+08:00', 'yyyy-MM-dd HH:mm'],
    ['2026-03-02 09:00 GMT', 'iso'],
    ['02.03.2026 09:00Z', 'dd.MM.yyyy HH:mm'],
  ])('that the format has no place for reject the row: %s', async (cell, format) => {
    expect(counts((await audited(rowsOf([cell]), format)).rejects)).toEqual({ 'row.zone-label': 1 });
  });

  it.each([
    ['2026-03-02 09:00 PM', 'yyyy-MM-dd HH:mm'],
    ['2026-03-02 soon', 'yyyy-MM-dd HH:mm'],
    ['2026-03-02', 'yyyy-MM-dd HH:mm'],
  ])('are not seen in other bad cells: %s', async (cell, format) => {
    expect(counts((await audited(rowsOf([cell]), format)).rejects)).toEqual({ 'row.instant': 1 });
  });
});

describe('events in an order that can not be', () => {
  const header = 'No,Opened,Held,Freed,Solved,Closed';
  const day = (date: number) => `2026-03-${two(date)} 09:00`;

  it('solved before it was received: a finding, and not in time by a negative duration', async () => {
    const { findings, standards } = await audited(
      [header, `1,${day(5)},,,${day(4)},${day(6)}`, `2,${day(5)},,,${day(6)},`],
      'yyyy-MM-dd HH:mm',
    );
    expect(counts(findings)).toMatchObject({ 'event.done-before-received': 1, 'event.done-before-from': 1 });
    expect(standards[0]!.percentiles?.p50).toBeGreaterThanOrEqual(0);
  });

  it('closed before it was received: a finding', async () => {
    const { findings } = await audited([header, `1,${day(5)},,,${day(6)},${day(4)}`], 'yyyy-MM-dd HH:mm');
    expect(counts(findings)).toEqual({ 'event.closed-before-received': 1 });
  });

  it('a pause that never ends, and an end without a pause: findings', async () => {
    const { findings } = await audited(
      [header, `1,${day(5)},${day(6)},,,`, `2,${day(5)},,${day(6)},${day(7)},`],
      'yyyy-MM-dd HH:mm',
    );
    expect(counts(findings)).toEqual({ 'pause.unclosed': 1, 'pause.stray-resume': 1 });
  });

  it('a reply a negative time after the receipt: the reject row.length', async () => {
    const { rejects } = await audited(['No,Opened,Wait', `1,${day(5)},-20`], 'yyyy-MM-dd HH:mm', {
      events: {
        received: { column: 'Opened', format: 'yyyy-MM-dd HH:mm' },
        replied: { column: 'Wait', after: { column: 'Opened', format: 'yyyy-MM-dd HH:mm' } },
      },
    });
    expect(counts(rejects)).toEqual({ 'row.length': 1 });
  });
});

describe('findings about a whole file', () => {
  it('are counted though the last case is a duplicate or out of range, under no case', async () => {
    const mapping: Mapping = {
      ...{ rows: 'case', timeZone: 'Europe/Berlin', id: 'No' },
      events: { received: 'Opened' },
    };
    const text = 'No,Opened\n1,2026-03-02T09:00:00Z\n1,2026-03-02T09:00:00Z\n';
    const report = await audit(readCases(text, { format: 'csv', mapping }), policy, {
      ...{ asOf, range: { to: '2026-01-01' } },
    });
    expect(report.cases).toMatchObject({ assessed: 1, duplicate: 1 });
    const found = report.findings.find(({ code }) => code === 'column.zone-label');
    expect(found).toMatchObject({ count: 1, examples: [{ case: '' }] });
  });
});
