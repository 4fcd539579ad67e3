import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { service } from '../audit/service.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
});
afterEach(() => terminal.remove());

const csv = 'Ticket ID,Source,Created at,Closed at\nT-1,Phone,2026-03-02 09:00,03/04/2026\n';

describe('duly map', () => {
  it('prints the mapping, what is to be looked at and what it makes of the first rows', async () => {
    terminal.write('tickets.csv', csv);
    const { status, out, err } = await terminal.duly('map', 'tickets.csv', '--time-zone', 'Asia/Shanghai');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('"timeZone": "Asia/Shanghai"');
    expect(out).toMatch(/days and months of "Closed at" can't be told apart.*\[format\.ambiguous\]/);
    expect(out).toContain('T-1: channel=phone, received 2026-03-02T01:00:00.000Z');
  });

  it('speaks Chinese', async () => {
    terminal.write('tickets.csv', csv);
    const { out } = await terminal.duly('map', 'tickets.csv', '--lang', 'zh-CN');
    expect(out).toContain('“Closed at”的日和月无法区分');
    expect(out).toContain('须写明其所在时区');
  });

  it('lists the 2 columns that it leaves out, in both languages, and none that it names', async () => {
    terminal.write('tickets.csv', 'Ticket ID,Glorp,Created at,"a, b",\nT-1,x,2026-03-02T09:00:00Z,y,z\n');
    expect((await terminal.duly('map', 'tickets.csv')).out).toContain(
      '- the mapping leaves out "Glorp", "a, b"; what is needed of it can be added as attributes or events [column.left-out]\n',
    );
    expect((await terminal.duly('map', 'tickets.csv', '--lang', 'zh-CN')).out).toContain(
      '- 以下各列未写入映射：“Glorp”、“a, b”；如有需要，可作为属性或事件加入 [column.left-out]\n',
    );
    terminal.write('all.csv', 'Ticket ID,Created at\nT-1,2026-03-02T09:00:00Z\n');
    expect((await terminal.duly('map', 'all.csv')).out).not.toContain('column.left-out');
  });

  it('says that cases with their events need no mapping, and looks at the beginning of a long JSON list', async () => {
    const events = [{ type: 'received', at: '2026-03-02T10:00:00Z' }];
    terminal.write('cases.ndjson', `${JSON.stringify({ id: 'a', events })}\n{"id":"b","events":[]}\n`);
    expect((await terminal.duly('map', 'cases.ndjson')).out).toContain('[cases.already]');
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      'Ticket ID': index,
      'Created at': '2026-03-02T09:00:00Z',
    }));
    terminal.write('long.json', JSON.stringify(many));
    const { status, out } = await terminal.duly('map', 'long.json');
    expect(status).toBe(0);
    expect(out).toContain('"id": "Ticket ID"');
  });

  it('prints a mapping with --json that duly audit takes', async () => {
    terminal.write('tickets.csv', csv);
    terminal.write('policy.json', service);
    const { out, err } = await terminal.duly('map', 'tickets.csv', '--json', '--time-zone', 'Asia/Shanghai');
    expect(err).toContain('[format.ambiguous]');
    terminal.write('mapping.json', out);
    const audit = ['audit', 'tickets.csv', '--policy', './policy.json', '--mapping', './mapping.json'];
    expect((await terminal.duly(...audit)).out).toContain('Rows      1 read = 1 used + 0 rejected');
  });

  it('tells a file that is empty or not there, and a zone that is none', async () => {
    terminal.write('empty.csv', '');
    expect((await terminal.duly('map', 'empty.csv')).status).toBe(3);
    expect((await terminal.duly('map', 'none.csv')).status).toBe(3);
    const { status, err } = await terminal.duly('map', 'empty.csv', '--time-zone', 'Mars');
    expect({ status, err }).toEqual({
      status: 2,
      err: 'duly: --time-zone: Mars is no known IANA time zone\n',
    });
  });
});
