import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from '../support/source-tree.ts';

// Written in pieces, so that this file doesn't hold what it looks for.
const word = (...pieces: string[]) => new RegExp(pieces.join(''));
const strayTexts = [
  word('\\.\\./', 'shared'),
  word('registry\\.', '(npmjs|yarnpkg)|npmjs\\.', 'org|deb\\.', 'debian|pypi\\.', 'org'),
  word('(^|[\\s"\'`(=:])/', '(work|root|tmp)/'),
  word('\\b[Ii]ss', 'ues? #?\\d'),
  word(
    '\\b([Tt]his|[Tt]he|[Aa]n?|[Ee]arlier|[Ll]ater|[Nn]ext|[Hh]elper|[Cc]oding|[Dd]eveloper) ',
    'sess',
    'ions?\\b',
  ),
  word('\\b(AI|LLM|[Cc]oding|[Hh]elper|[Ss]ub-?) ?', 'ag', 'ents?\\b'),
  word('\\b([Tt]his|[Oo]ur) ', 'work', 'place\\b'),
  // What a merge leaves where two wrote the same lines.
  word('^(<<<<<', '<< |>>>>>', '>> )'),
  word('\\b(Cla', 'ude|Anth', 'ropic|Cop', 'ilot|Chat', 'GPT)\\b'),
];

function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
  });
  return listed
    .toString()
    .split('\0')
    .filter((path) => path !== '' && existsSync(`${root}${path}`));
}

describe('the texts of the repository', () => {
  const files = trackedFiles();

  it.each(strayTexts)('do not hold %s, which only means something where they were written', (stray) => {
    const found = files
      .filter((path) => !path.startsWith('.ci/'))
      .flatMap((path) =>
        readFileSync(`${root}${path}`, 'utf8')
          .split('\n')
          .flatMap((line, index) =>
            stray.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
          ),
      );
    expect(found).toEqual([]);
  });

  it('lie in the repository with the sources', () => {
    expect(files).toContain('src/errors/duly-error.ts');
  });
});
