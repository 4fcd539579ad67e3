import { describe, expect, it } from 'vitest';
import { layWrappedTable } from '../../src/cli/wrapped-table.ts';

describe('a table with wrapped cells', () => {
  const columns = [{ head: '#' }, { head: 'text', share: 2 }, { head: 'note', share: 1 }];

  it('goes on in further lines, each row ended by a blank one', () => {
    // 30 columns: 1 for the number, 4 for the gaps, 25 are shared as 16 and 8.
    const rows = [
      ['1', 'one two three four five', 'a remark of four words'],
      ['2', 'short', ''],
    ];
    expect(layWrappedTable(columns, rows, 30)).toEqual([
      '#  text              note',
      '',
      '1  one two three     a remark',
      '   four five         of four',
      '                     words',
      '',
      '2  short',
      '',
    ]);
  });

  it('leaves what a column does not need to the others', () => {
    const rows = [['1', 'one two three four five', 'no']];
    expect(layWrappedTable(columns, rows, 34)[2]).toBe('1  one two three four five  no');
  });

  it('keeps the lines that a cell has, counts Chinese twice, and breaks a word that is too wide', () => {
    const rows = [['1', '答复\n客户', 'incompatibility']];
    expect(layWrappedTable(columns, rows, 21).slice(2, 4)).toEqual(['1  答复  incompatibil', '   客户  ity']);
  });
});
