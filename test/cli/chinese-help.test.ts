import stringWidth from 'string-width';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
});
afterEach(() => terminal.remove());

const chinese = { env: { LANG: 'zh_CN.UTF-8' } };
const commands = ['audit', 'due', 'calendar', 'check', 'presets', 'map', 'sql'];

/** Each option, argument and command of a help, with what is said of it. */
function itemsOf(help: string): [name: string, said: string][] {
  return help
    .split(/\n {2}(?=\S)/)
    .slice(1)
    .map((item) => {
      const [name = '', ...said] = item.split(/\n\n|\n(?=\S)/)[0]!.split(/ {2,}/);
      return [name.trim(), said.join('').replaceAll('\n', '')];
    });
}

describe('the help in Chinese', () => {
  it.each(['', ...commands])(
    'of duly %s names what the English one names, and says in Chinese what it is',
    async (name) => {
      const argv = name === '' ? [] : [name];
      const english = (await terminal.duly(...argv, '--help')).out;
      const { status, out, err } = await terminal.dulyWith(chinese, ...argv, '--help');
      expect({ status, err }).toEqual({ status: 0, err: '' });
      const items = itemsOf(out);
      expect(items.map(([term]) => term)).toEqual(itemsOf(english).map(([term]) => term));
      expect(items.length).toBeGreaterThan(1);
      for (const [term, said] of items) expect(`${term}: ${said}`).toMatch(/: .*\p{Script=Han}/u);
      expect(out).toMatch(/^用法： duly.*\n\n.*\p{Script=Han}/u);
      expect(out).not.toMatch(/Usage|Options|Arguments|Commands|choices|display help/);
    },
  );

  it('names the same values to choose from: 5 periods, 3 dialects', async () => {
    const { out } = await terminal.dulyWith(chinese, 'sql', '--help');
    const said = Object.fromEntries(itemsOf(out));
    expect(said['--dialect <engine>']).toMatch(/（可选：duckdb、postgres、clickhouse）$/);
    expect(said['--period <period>']).toMatch(/（可选：day、week、month、quarter、year）$/);
  });

  it('keeps to 80 columns, of which a Chinese character takes two', async () => {
    for (const name of commands) {
      const { out } = await terminal.dulyWith(chinese, name, '--help');
      for (const line of out.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    }
  });

  it('comes by --lang zh-CN, and English by --lang en', async () => {
    expect((await terminal.duly('due', '--help', '--lang', 'zh-CN')).out).toContain('时限');
    expect((await terminal.dulyWith(chinese, 'due', '--lang', 'en', '--help')).out).toMatch(
      /^Usage: duly due/,
    );
    expect((await terminal.duly('due', '--lang', 'en', '--lang=zh-CN', '--help')).out).toMatch(/^用法/);
  });

  it('comes by duly help as well, and on stderr with status 2 where nothing is asked', async () => {
    expect((await terminal.dulyWith(chinese, 'help', 'map')).out).toContain('映射');
    const { status, out, err } = await terminal.dulyWith(chinese);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('用法： duly');
  });
});
