import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { renderBreachesCsv } from '../../src/report/index.ts';
import { breach, sample } from './sample-report.ts';

const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

describe('renderBreachesCsv', () => {
  it('has a line for each breach with instants in the zone asked for, ended by CRLF', () => {
    expect(renderBreachesCsv(sample, { timeZone: 'Asia/Shanghai' })).toBe(
      [
        'case,standard,run,status,severity,title,clause,owner,from,due,done,overMs',
        'T-1,answer,1,overdue,hard,,三(一)1,王敏,2026-03-02T10:00:00+08:00,2026-03-03T10:00:00+08:00,,90000000',
        'T-20,answer,1,late,hard,,,Li,2026-03-02T10:00:00+08:00,2026-03-03T10:00:00+08:00,2026-03-03T11:30:00+08:00,5400000',
        'T-3,contact-by-phone,1,broken,hard,,,,2026-03-02T10:00:00+08:00,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('gives instants in the zone of the report if no other is given, and in UTC if that has none', () => {
    expect(rowsOf(renderBreachesCsv(sample))[0]).toMatchObject({ due: '2026-03-03T10:00:00+08:00' });
    const { breaches } = sample;
    expect(rowsOf(renderBreachesCsv({ breaches }))[0]).toMatchObject({ due: '2026-03-03T02:00:00+00:00' });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=cmd|"/c calc"!A1'])(
    'puts an apostrophe before %j, which a spreadsheet would take for a formula',
    (text) => {
      const [row] = rowsOf(
        renderBreachesCsv({ breaches: [breach({ case: text, owner: text, clause: text })] }),
      );
      // Titles and clauses come on one line, so a tab or line break in front of them is a blank.
      expect(row).toMatchObject({ case: `'${text}`, owner: `'${text}` });
      expect(row?.clause).not.toMatch(/^[=+\-@\t\r]/);
    },
  );

  it.each(['a,b', 'a"b', 'a\nb', 'a;=1+1', ' =1', 'plain'])('brings %j back as it was', (text) => {
    const [row] = rowsOf(renderBreachesCsv({ breaches: [breach({ case: text })] }));
    expect(row?.case).toBe(text);
  });

  it.each([
    ['\u001b[31mT-1\u001b[0m', 'T-1'],
    ['a\u0007b\u202ec\u2067', 'abc'],
    ['\u202e=1+1', "'=1+1"],
    ['a\n\u001b[2Jb', 'a\nb'],
  ])('leaves out what colours, rings or turns the reading order: %j becomes %j', (text, wanted) => {
    const [row] = rowsOf(renderBreachesCsv({ breaches: [breach({ case: text, owner: text })] }));
    expect(row).toMatchObject({ case: wanted, owner: wanted });
  });

  it('has titles and clauses in the language asked for', () => {
    const breaches = [breach({ case: 'T', title: { en: 'Answered', 'zh-CN': '答复' }, clause: '§ 1' })];
    expect(rowsOf(renderBreachesCsv({ breaches }, { locale: 'zh-CN' }))[0]).toMatchObject({
      title: '答复',
      clause: '§ 1',
    });
    expect(rowsOf(renderBreachesCsv({ breaches }))[0]).toMatchObject({ title: 'Answered' });
  });

  it('is only the header where nothing was broken', () => {
    expect(renderBreachesCsv({ breaches: [] }).split('\r\n')).toHaveLength(2);
  });
});
