import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtFolder } from '../support/built.ts';
import { complaintsOf } from '../support/complaints-of.ts';
import { checkedCode } from '../support/example-code.ts';
import { type Fence, fencesOf } from '../support/markdown.ts';
import { packageJson } from '../support/package-json.ts';
import { runDuly, shellWords } from '../support/run-duly.ts';
import { root } from '../support/source-tree.ts';

const execute = promisify(execFile);
const documents = ['README.md', 'README.zh-CN.md'];

// Inside the package, so that a snippet's `import 'duly'` is the built package itself.
mkdirSync(`${root}out`, { recursive: true });
const folder = mkdtempSync(`${root}out/readme-`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  builtFolder();
  const entryPoints = [`${root}test/support/check-example.ts`];
  await build({
    entryPoints,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: join(folder, 'check-example.mjs'),
  });
});

it('there is a README with the two commands, each on a line of its own', () => {
  const lines = readFileSync(`${root}README.md`, 'utf8').split('\n');
  expect(lines).toContain('npm ci && npm run demo');
  expect(lines).toContain('npm ci && npm test');
});

describe.each(documents)('%s', (document) => {
  const fences = fencesOf(readFileSync(`${root}${document}`, 'utf8'));
  const inLanguage = (...languages: string[]) =>
    fences.filter(({ language }) => languages.includes(language));
  const following = (fence: Fence) => fences[fences.indexOf(fence) + 1];

  it('names the language of every block, one that is checked here or one that only shows something', () => {
    const known = ['ts', 'js', 'sh', 'json', 'text', 'mermaid'];
    expect(
      fences.filter(({ language }) => !known.includes(language)).map(({ line }) => `line ${line}`),
    ).toEqual([]);
  });

  it('leads to files and headings that are there', () => {
    const text = readFileSync(`${root}${document}`, 'utf8');
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
    const links = [...text.matchAll(/\]\(([^):]+)\)/g)].map(([, link = '']) => link);
    const isThere = (link: string) =>
      link.startsWith('#') ? headings.includes(link.slice(1)) : existsSync(`${root}${link}`);
    expect(links.filter((link) => !isThere(link))).toEqual([]);
    expect(links.length).toBeGreaterThan(10);
  });

  it.each(inLanguage('ts', 'js'))(
    'runs the code at line $line, with the results it announces',
    async (fence) => {
      expect(await run(withWhatItContinues(fence, inLanguage('ts', 'js')), fence.line)).toBe('');
    },
  );

  it('has code that compiles in the strictest projects', { timeout: 60_000 }, () => {
    const code = inLanguage('ts');
    const files = code.map((fence) => {
      const file = join(folder, `${document}-${fence.line}.ts`);
      writeFileSync(file, withWhatItContinues(fence, inLanguage('ts', 'js')));
      return file;
    });
    expect(complaintsOf(files)).toEqual([]);
  });

  it.each(inLanguage('json'))('has JSON at line $line', ({ text }) => {
    expect(JSON.parse(text)).toBeTypeOf('object');
  });

  it.each(inLanguage('sh'))('shows commands that work at line $line', { timeout: 120_000 }, async (fence) => {
    const outputs: string[] = [];
    for (const command of commandsOf(fence.text)) outputs.push(await outputOf(command));
    const shown = following(fence);
    if (shown?.language === 'text') expectShown(shown.text, outputs.join(''));
  });
});

/** The anchor of a heading: lower case, a hyphen for each space, no punctuation. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** A block with the note `continued` goes on from the blocks before it, back to the last one without. */
function withWhatItContinues(fence: Fence, all: readonly Fence[]): string {
  const end = all.indexOf(fence);
  const start = all.slice(0, end + 1).findLastIndex(({ note }) => note !== 'continued');
  return all
    .slice(start, end + 1)
    .map(({ text }) => text)
    .join('\n');
}

/** The mismatches, one a line. */
async function run(code: string, line: number): Promise<string> {
  const file = join(folder, `line-${line}.mjs`);
  const globals =
    "import { exampleGlobals } from './check-example.mjs';\n" +
    'const { $check, $rest, $throws } = exampleGlobals((mismatch) => console.error(mismatch));\n';
  writeFileSync(file, globals + checkedCode(code));
  return (await execute(process.execPath, [pathToFileURL(file).pathname], { cwd: root })).stderr;
}

function commandsOf(text: string): string[] {
  return text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** What a command prints. Installing and testing are known to work when this test runs; `duly` is run here. */
async function outputOf(command: string): Promise<string> {
  if (/^npm (ci|test|install( -D)? (duly|date-holidays)( [\w@/-]+)*)$/.test(command)) return '';
  if (command === 'npm ci && npm test') return '';
  if (command === 'npm ci && npm run demo' || command === 'npm run demo')
    return dulyOutput(packageJson.scripts.demo?.split(' && node dist/cli.js ')[1] ?? '');
  const script = /^npm run ([\w:-]+)$/.exec(command)?.[1];
  if (script !== undefined) {
    expect(Object.keys(packageJson.scripts), command).toContain(script);
    return '';
  }
  const tests = /^npx vitest run (\S+)$/.exec(command)?.[1];
  if (tests !== undefined) {
    expect(existsSync(`${root}${tests}`), command).toBe(true);
    return '';
  }
  expect(command).toMatch(/^(npx )?duly /);
  return dulyOutput(command.replace(/^(npx )?duly /, ''));
}

async function dulyOutput(args: string): Promise<string> {
  const { status, stdout } = await runDuly(shellWords(args));
  expect(status, args).toBe(0);
  return stdout;
}

/** Every line shown is printed, in this order; a line of three dots stands for lines left out. */
function expectShown(shown: string, printed: string): void {
  const lines = printed.split('\n').map((line) => line.trimEnd());
  let at = 0;
  for (const line of shown.split('\n').map((each) => each.trimEnd())) {
    if (line === '' || line.trim() === '...') continue;
    const found = lines.indexOf(line, at);
    expect(found, `"${line}" is not printed there in:\n${printed}`).toBeGreaterThanOrEqual(0);
    at = found + 1;
  }
}
