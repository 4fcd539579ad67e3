import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { service } from '../audit/service.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
  terminal.write('a.csv', 'a,b\n1,2\n');
});
afterEach(() => terminal.remove());

const due = ['due', '--from', '2026-03-02', '--calendar'];
const audit = ['audit', 'a.csv', '--policy', 'textile-service'];

describe('errors in Chinese', () => {
  it.each<[string, string[], string]>([
    [
      'a mistyped unit, with the nearest one',
      [...due, 'china', '--within', '5 wroking days'],
      '--within：“wroking days”不是单位；应为 seconds、minutes、hours、days、weeks、months、working minutes、working hours 或 working days。是否应为“working days”？',
    ],
    ['a missing option', [...due, 'china'], '缺少必需的选项 --within <limit>'],
    [
      'an unknown option',
      [...due, 'china', '--within', '1 day', '--countng', 'bgb'],
      '没有选项 --countng。是否应为 --counting？',
    ],
    ['an unknown command', ['adit'], '没有命令 adit。是否应为 audit？'],
    ['too many arguments', ['calendar', 'china', '2026', '7'], 'calendar 的参数过多：应为 2 个，给出了 3 个'],
    [
      'an unknown calendar',
      [...due, 'chnia', '--within', '1 day'],
      '没有名为“chnia”的日历。是否应为“china”？',
    ],
    [
      'a date that does not exist',
      ['due', '--from', '2026-02-30', '--calendar', 'china', '--within', '1 day'],
      '--from：“2026-02-30”不是有效日期，应为 YYYY-MM-DD',
    ],
    ['a year that is none', ['calendar', 'china', '26'], '"26" 不是 1970 至 2199 之间的年份'],
    [
      'an unknown preset',
      ['audit', 'a.csv', '--policy', 'textil-service'],
      '没有名为“textil-service”的预设。是否应为“textile-service”？',
    ],
    ['a missing mapping', audit, 'a.csv：缺少 --mapping，各行如何成为工单由它说明'],
    [
      'columns that are not there',
      [...audit, '--mapping', 'chinese-tickets'],
      'a.csv：映射 chinese-tickets：id：表头没有这些列："工单编号", "受理时间"。现有的列："a", "b"',
    ],
    [
      'an output that would overwrite what is read',
      [...audit, '--mapping', 'chinese-tickets', '--json', 'a.csv'],
      '--json a.csv 会覆盖所读的 a.csv，请另用一个文件',
    ],
    [
      'an instant without offset',
      [...audit, '--mapping', 'chinese-tickets', '--as-of', '2026-01-01'],
      '--as-of：“2026-01-01”没有注明与世界时的时差。请按 ISO 8601 书写，并注明 Z 或时差，如 +08:00',
    ],
    ['a policy that is not there', ['check', 'none.json'], '政策 none.json：没有该文件或文件夹'],
  ])('tell of %s', async (_, argv, message) => {
    const { status, out, err } = await terminal.duly(...argv, '--lang', 'zh-CN');
    expect({ out, err: err.trimEnd() }).toEqual({ out: '', err: `duly: ${message}` });
    expect(status).toBe(2);
  });

  it('tell of a file that is not there, and exit with 3', async () => {
    const argv = ['audit', 'b.csv', '--policy', 'textile-service', '--mapping', 'chinese-tickets'];
    expect(await terminal.duly(...argv, '--lang=zh-CN')).toEqual({
      status: 3,
      out: '',
      err: 'duly: b.csv 无法读取：没有该文件或文件夹\n',
    });
  });

  it('come in the language of the environment where none is asked for, and in English where that is asked', async () => {
    const io = { env: { LANG: 'zh_CN.UTF-8' } };
    expect((await terminal.dulyWith(io, 'check', 'none.json')).err).toContain('没有该文件');
    expect((await terminal.dulyWith(io, ...due, 'china', '--within')).err).toBe(
      'duly: 选项 --within <limit> 缺少值\n',
    );
    expect((await terminal.dulyWith(io, 'check', 'none.json', '--lang', 'en')).err).toBe(
      'duly: policy none.json: no such file or directory\n',
    );
  });

  it('list the problems of a policy, what has no Chinese words in English', async () => {
    const [first, ...others] = service.standards;
    const wrong = { ...first, kind: 'deadlin' };
    terminal.write('policy.json', {
      ...service,
      calendar: { timeZone: 'Mars/Base', week: {} },
      standards: [wrong, ...others],
    });
    const { status, out } = await terminal.duly('check', 'policy.json', '--lang', 'zh-CN');
    expect(status).toBe(2);
    expect(out).toMatch(/^错误 calendar\.timeZone：“Mars\/Base”不是 IANA 时区。.* \[calendar\.time-zone\]$/m);
    expect(out).toMatch(/^错误 standards\.0\.kind：没有名为“deadlin”的种类。是否应为“deadline”？ \[/m);
    const { err } = await terminal.duly('audit', 'a.csv', '--policy', './policy.json', '--lang', 'zh-CN');
    expect(err.split('\n')[0]).toMatch(/^duly: \.\/policy\.json：有 \d+ 处问题：$/);
  });

  it.each<[string, object, string]>([
    ['an unknown zone', { timeZone: 'Mars/Base' }, 'timeZone：“Mars/Base”不是 IANA 时区'],
    ['an unknown encoding', { encoding: 'klingon' }, 'encoding：“klingon”不是已知的编码'],
    ['a missing event', { events: {} }, 'events：至少须有一个事件，否则工单没有经过'],
    ['rows of another kind', { rows: 'x' }, 'rows：应为 "case" 或 "event"'],
    ['no id', { id: 7 }, 'id：应为 string 或 object'],
    [
      'a format without a year',
      { events: { received: { column: 'b', format: 'QQQQ' } } },
      'events.received.format："QQQQ" 不含完整的日期。年为 yyyy，月为 MM，日为 dd；mm 是分钟',
    ],
    ['a key of events', { sorted: true }, 'sorted："sorted" 只与 "rows": "event" 同用'],
  ])('tell of a mapping with %s', async (_, changes, message) => {
    const events = { received: { column: 'b', format: 'iso' } };
    terminal.write('m.json', { rows: 'case', id: 'a', attributes: {}, events, ...changes });
    const { status, err } = await terminal.duly(...audit, '--mapping', './m.json', '--lang', 'zh-CN');
    expect({ status, err }).toEqual({ status: 2, err: `duly: ./m.json：有 1 处问题：\n  ${message}\n` });
  });

  it('tell of a gzip that is cut off and of a workbook that is none, with status 3', async () => {
    terminal.write('cut.csv.gz', gzipSync('a,b\n1,2\n').subarray(0, 20));
    terminal.write('none.xlsx', 'PK');
    const events = { received: { column: 'b', format: 'iso' } };
    terminal.write('m.json', { rows: 'case', id: 'a', timeZone: 'Asia/Shanghai', attributes: {}, events });
    const told = async (file: string) =>
      (await terminal.duly(...['audit', file, ...audit.slice(2), '--mapping', './m.json', '--lang', 'zh-CN']))
        .err;
    expect(await told('cut.csv.gz')).toBe('duly: cut.csv.gz：gzip 数据不完整，文件被截断\n');
    expect(await told('none.xlsx')).toBe('duly: none.xlsx：工作簿无法读取：它不是 ZIP 压缩包，或被截断\n');
  });

  it('say that a policy is valid', async () => {
    terminal.write('policy.json', service);
    const { out } = await terminal.duly('check', 'policy.json', '--lang', 'zh-CN');
    expect(out).toBe('policy.json：service 1 有效（标准 3 项，升级阶梯 0 个，KPI 2 项）\n');
  });
});
