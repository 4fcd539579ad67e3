import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lintHints, lintSentences } from '../../src/cli/chinese-lint.ts';
import { chineseNote } from '../../src/cli/chinese-notes.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { root } from '../support/source-tree.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const day = ['09:00-18:00'];
const calendar = { timeZone: 'Asia/Shanghai', week: { mon: day, tue: day, wed: day, thu: day, fri: day } };
const standard = (id: string, more: object = {}) => ({
  ...{ id, kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' },
  ...more,
});
const limits = (...rows: object[]) => ({
  table: rows.map((when) => ({ when, limit: '1 hour' })),
  otherwise: '2 hours',
});
const rung = (id: string, level: number, more: object) => ({ id, level, to: 'boss', ...more });

/** Every warning there is, in all its wordings. */
const all = [
  {
    ...{ id: 'p', version: '1', calendar },
    standards: [
      standard('a'),
      standard('same'),
      standard('other', { within: '2 hours' }),
      standard('b', { from: 'recieved' }),
      standard('c', { when: { prioirty: 'high' } }),
      standard('d', { when: { kind: 'complant' } }),
      standard('e', { from: 'shipped-out' }),
      standard('e2', { to: 'shipped-out' }),
      standard('e3', { from: 'shiped-out' }),
      standard('f', { when: { shelf: 1, 'wear-class': 2 } }),
      standard('f2', { when: { 'wear-class': 3 } }),
      standard('f3', { when: { 'ware-class': 3 } }),
      standard('g', { when: { channel: 'walk-in-desk' } }),
      standard('g2', { when: { channel: ['walk-in-desk', 'wlak-in-desk'] } }),
      { id: 'h', kind: 'bound', measure: 'rings', min: 3, max: 2 },
      standard('i', { when: { shelf: [] } }),
      standard('j', { pause: { on: 'paused', off: 'paused' } }),
      standard('k', { when: { row: 1 }, within: limits({ shelf: 1 }, { shelf: 1 }, { row: 2 }, {}) }),
      standard('l', { when: { kind: 'complaint' } }),
      standard('m', { within: { parameter: 'callBck' } }),
      standard('n', { when: { shelf: 9 }, within: '5 working hours' }),
      standard('o', { when: { shelf: 8 }, calendar: 'never', within: '5 working hours' }),
    ],
    calendars: { never: { timeZone: 'Asia/Shanghai', week: {} }, spare: calendar },
    parameters: { callBack: null },
    ladders: [
      {
        id: 'up',
        when: { kind: 'inquiry' },
        rungs: [
          rung('r1', 1, { at: { after: 'a', by: '2 hours' }, every: '1 day' }),
          rung('r2', 2, { at: { after: 'a', by: '1 hour' } }),
          rung('r3', 3, { at: { before: 'a', by: '30 hours' } }),
          rung('r4', 4, { at: { after: 'l', by: '9 days' } }),
          rung('r5', 5, { when: { kind: 'complaint' } }),
          rung('r6', 6, { when: { shelf: 1 }, times: 2 }),
        ],
      },
    ],
    kpis: [
      { id: 'k1', measure: 'composite', weights: {} },
      { id: 'k2', measure: 'timelinessRate', of: 'l', when: { kind: 'inquiry' } },
      { id: 'k3', measure: 'mean', of: 'a', goal: '<= 8 working hours' },
      { id: 'k4', measure: 'mean', of: 'n', goal: '<= 8 hours' },
    ],
  },
  {
    ...{ id: 'p', version: '1', calendar: { timeZone: 'Asia/Shanghai', week: {} } },
    standards: [standard('a', { within: '5 working hours' })],
  },
].map((document) => JSON.parse(JSON.stringify(document)) as object);

const sources = (folder: string) =>
  readdirSync(`${root}src/${folder}`)
    .map((name) => readFileSync(`${root}src/${folder}/${name}`, 'utf8'))
    .join('\n');
const found = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].flatMap(([, code]) => code ?? [])),
];

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
});
afterEach(() => terminal.remove());

describe('the warnings of duly check', () => {
  const problems = all.flatMap((document) => checkPolicy(document).problems);

  it('are all met here: each code that the lint has, each wording that there is Chinese for', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const codes = found(sources('policy/lint'), /\.warn\(\s*'([a-z-]+)'/g);
    expect(codes.length).toBeGreaterThan(9);
    const met = new Set(problems.map(({ code }) => code.replace('policy.', '')));
    expect([...met].sort()).toEqual([...codes, 'unused-parameter', 'unused-calendar'].sort());
    const isMet = (pattern: RegExp, texts: readonly string[]) => texts.some((text) => pattern.test(text));
    const messages = problems.map(({ message }) => message);
    const hints = problems.map(({ hint = '' }) => hint);
    expect(lintSentences.map(([pattern]) => pattern).filter((pattern) => !isMet(pattern, messages))).toEqual(
      [],
    );
    expect(lintHints.map(([pattern]) => pattern).filter((pattern) => !isMet(pattern, hints))).toEqual([]);
  });

  it('are said in Chinese with --lang zh-CN, but for names and keys of the document', async () => {
    for (const document of all) {
      terminal.write('policy.json', document);
      const { status, out } = await terminal.duly('check', 'policy.json', '--lang', 'zh-CN');
      expect(status).toBe(0);
      const warnings = out.split('\n').filter((line) => line.startsWith('警告'));
      expect(warnings).toHaveLength(out.trimEnd().split('\n').length - 1);
      for (const line of warnings) {
        const said = line.replace(/^警告 [\w.-]+：/, '').replace(/ \[[a-z.-]+\]$/, '');
        expect(said.replace(/"[^"]*"|“[^”]*”|\b(?:min|max|KPI)\b/g, '')).not.toMatch(/[A-Za-z]/);
      }
    }
  });
});

describe('the notes of duly map', () => {
  it('have Chinese words each', () => {
    const codes = found(sources('readers/propose'), /code: '([a-z.-]+)'/g);
    expect(codes.length).toBeGreaterThan(9);
    const unsaid = codes.filter((code) => !/\p{Script=Han}/u.test(chineseNote({ code, message: 'english' })));
    expect(unsaid).toEqual([]);
  });
});
