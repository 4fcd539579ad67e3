import stringWidth from 'string-width';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import type { Policy } from '../../src/policy/types.ts';
import { presets } from '../../src/presets/index.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
});
afterEach(() => terminal.remove());

const ids = Object.keys(presets);
const partsOf = ({ standards, ladders = [], kpis = [] }: Policy) => [...standards, ...ladders, ...kpis];

/** The rows of a table without its head, cells joined by a space each; a row ends with a blank line. */
const rowsOf = (out: string) =>
  out
    .split('\n\n')
    .slice(2, -1)
    .map((row) => row.replace(/\s+/g, ' '));

describe('duly presets', () => {
  it('lists the presets with their titles', async () => {
    const { status, out } = await terminal.duly('presets');
    expect(status).toBe(0);
    for (const id of ids) expect(out).toMatch(new RegExp(`^${id} `, 'm'));
    const chinese = await terminal.duly('presets', '--lang', 'zh-CN');
    expect(chinese.out).toMatch(/^textile-service +2026-11 +纺织品客户服务规定$/m);
  });

  it('refuses an unknown one', async () => {
    expect(await terminal.duly('presets', 'textil-service')).toMatchObject({
      status: 2,
      err: 'duly: unknown preset "textil-service". Did you mean "textile-service"?\n',
    });
  });

  it('prints one as JSON that can be edited and parsed again', async () => {
    const { out } = await terminal.duly('presets', 'textile-service', '--json');
    expect(parsePolicy(JSON.parse(out))).toEqual(presets['textile-service']);
  });
});

describe('duly presets ID', () => {
  it('tells a standard: row, kind, title, promise in words, id, clause and weight', async () => {
    const { out } = await terminal.dulyWith({ env: { COLUMNS: '200' } }, 'presets', 'textile-service');
    expect(out).toMatch(/^3\.8 +deadline +Complaint: final solution +三\(一\)3 +C/m);
    expect(out).toMatch(/^ +kind complaint: resolved within 7 working days of received$/m);
    expect(out).toMatch(/^ +complaint-solution$/m);
  });

  it('tells the same in Chinese', async () => {
    const wide = { env: { COLUMNS: '200' } };
    const { out } = await terminal.dulyWith(wide, 'presets', 'textile-service', '--lang', 'zh-CN');
    expect(out).toMatch(/^3\.8 +时限 +投诉最终解决方案 +三\(一\)3 +C/m);
    expect(out).toMatch(/^ +类型为投诉：受理后7个工作日内解决$/m);
    expect(out).toMatch(/^3\.10 +先后 +先验货后退换/m);
    expect(out).toMatch(/^ +类型为退货或换货：先验货，后退款或换货$/m);
  });

  it('tells ladders and KPIs among the standards, in the order of the rows', async () => {
    const { out } = await terminal.dulyWith({ env: { COLUMNS: '200' } }, 'presets', 'textile-service');
    const rows = rowsOf(out);
    expect(rows).toHaveLength(partsOf(presets['textile-service']!).length);
    const numbers = rows.map((row) => Number(/^3\.(\d+) /.exec(row)?.[1]));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(rows.find((row) => row.startsWith('3.5 '))).toContain(
      'KPI Phone connect rate 三(一)2 S channel phone: connectRate, by month; goal >= 90%',
    );
    expect(rows.find((row) => row.startsWith('3.17 '))).toContain('agitated: superior');
  });

  it('marks what is soft, and says what that means', async () => {
    const { out } = await terminal.duly('presets', 'textile-service');
    expect(out).toMatch(/^3\.17 +ladder \* /m);
    expect(out).not.toMatch(/^3\.16 +KPI \* /m);
    expect(out).toContain('* advice (a soft part)');
  });

  it.each(ids)('leaves nothing of %s out, whatever the width', async (id) => {
    for (const width of [80, 130]) {
      const { out } = await terminal.dulyWith({ env: { COLUMNS: `${width}` } }, 'presets', id);
      expect(Math.max(...out.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
      expect(rowsOf(out)).toHaveLength(partsOf(presets[id]!).length);
    }
  });

  it.each(ids)('tells %s in Chinese without a word left in English, but for ids and names', async (id) => {
    const { out } = await terminal.duly('presets', id, '--markdown', '--lang', 'zh-CN');
    const promises = [...out.matchAll(/^\| \d.*$/gm)].map(
      ([line]) => line.split(' | ')[3]?.split('<br>')[1] ?? '',
    );
    expect(promises.length).toBeGreaterThan(4);
    // Phrases in quotes are said in whatever language; a parameter has its name, an operator its entity.
    const bare = promises.map((text) => text.replace(/“[^”]*”|（\w+，未设定）|&\w+;/g, ''));
    expect(bare.flatMap((text) => text.match(/[A-Za-z][\w-]+/g) ?? [])).toEqual([]);
  });
});

describe('duly presets --markdown', () => {
  it('prints a table of each preset with every part of it', async () => {
    const { status, out } = await terminal.duly('presets', '--markdown');
    expect(status).toBe(0);
    expect([...out.matchAll(/^## `([\w-]+)`/gm)].map(([, id]) => id)).toEqual(ids);
    const told = [...out.matchAll(/^\| [\d.]+ \| `([\w-]+)` \|/gm)].map(([, id]) => id);
    expect(told.toSorted()).toEqual(
      Object.values(presets)
        .flatMap((policy) => partsOf(policy).map(({ id }) => id))
        .toSorted(),
    );
    expect(out).toContain(
      '| 3.8 | `complaint-solution` | deadline | Complaint: final solution<br>kind complaint: resolved within 7 working days of received | 三(一)3 | C |  |',
    );
  });

  it('prints one where an id is given, with a column for each cell', async () => {
    const { out } = await terminal.duly('presets', 'hotel-service', '--markdown', '--lang', 'zh-CN');
    expect(out.match(/^## /gm)).toHaveLength(1);
    const lines = out.split('\n').filter((line) => line.startsWith('| '));
    expect(new Set(lines.map((line) => line.split(' | ').length))).toEqual(new Set([7]));
  });
});
