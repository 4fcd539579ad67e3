import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { findPhrases } from '../../src/standards/wording/find-phrases.ts';
import { detailOf, explained, ruleOf, told } from '../support/kind-service.ts';
import { always, at, caseOf, type EventRow, judged, lines } from '../support/naive-service.ts';

const taboo = ruleOf({
  kind: 'wording',
  role: 'agent',
  forbidden: ['not our job', '不知道'],
  required: [{ situation: 'opening', any: ['您好', 'good morning'] }],
});

const says = (text: unknown, more = {}): EventRow => [
  'said',
  '09-01 10:00',
  { role: 'agent', text, ...more },
];
const verdicts = (policy: typeof taboo, ...events: readonly EventRow[]) =>
  lines(judged(policy, events, '09-05'));
const hits = (policy: typeof taboo, ...events: readonly EventRow[]) =>
  (detailOf(judged(policy, events, '09-05')) as { hits: unknown }).hits;

describe('wording', () => {
  it('is met at the last message when no forbidden phrase was said', () => {
    expect(
      verdicts(taboo, says('One moment, please'), ['said', '09-01 10:05', { role: 'agent', text: 'Done.' }]),
    ).toEqual(['1 met done 09-01 10:05']);
  });

  it('is broken by a forbidden phrase, with its place: event 1, from character 8, 11 characters', () => {
    const events = [says('Hello'), says('That is not our job')] as const;
    expect(verdicts(taboo, ...events)).toEqual(['1 broken']);
    expect(hits(taboo, ...events)).toEqual([{ phrase: 'not our job', event: 1, offset: 8, length: 11 }]);
  });

  it('reads a letter under 200,000 alternating marks, and what follows it, within 5 seconds', () => {
    const text = `a${'\u0301\u0327'.repeat(100_000)}不知道`;
    const start = performance.now();
    expect(hits(taboo, says(text))).toEqual([{ phrase: '不知道', event: 0, offset: 200_001, length: 3 }]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('finds a phrase in capitals and in full-width letters, at its place in the text as given', () => {
    expect(hits(taboo, says('NOT OUR JOB!'))).toEqual([
      { phrase: 'not our job', event: 0, offset: 0, length: 11 },
    ]);
    expect(hits(taboo, says('这里：ＮＯＴ　ＯＵＲ　ＪＯＢ'))).toEqual([
      { phrase: 'not our job', event: 0, offset: 3, length: 11 },
    ]);
  });

  it.each([
    ['cafe\u0301 closed', 'CAFÉ', 0, 5],
    ['the ﬁrst', 'first', 4, 4],
    ['ｶﾞｿﾘﾝがない', 'ガソリン', 0, 5],
    ['Die STRASSE', 'straße', 4, 7],
    ['STRAẞE', 'strasse', 0, 6],
    ['ΟΔΟΣ', 'οδός'.normalize('NFD').replace(/\p{M}/gu, ''), 0, 4],
    ['x①y', '1', 1, 1],
    ['😀不知道', '不知道', 2, 3],
    ['\u1112\u1161\u11ab글', '한글', 0, 4],
  ])('finds in %j the phrase %j at %i, over %i characters', (text, phrase, offset, length) => {
    const policy = ruleOf({ kind: 'wording', forbidden: [phrase] });
    expect(hits(policy, says(text))).toEqual([{ phrase, event: 0, offset, length }]);
  });

  it('takes a space and the end of a line for characters: "not our job" is not in "notourjob"', () => {
    expect(verdicts(taboo, says('notourjob'), says('not our\njob'))).toEqual(['1 met done 09-01 10:00']);
    expect(hits(taboo, says('well,\nnot our job'))).toMatchObject([{ offset: 6, length: 11 }]);
  });

  it('does not take e for é, whichever way that is written', () => {
    const policy = ruleOf({ kind: 'wording', forbidden: ['cafe'] });
    expect(verdicts(policy, says('cafe\u0301'), says('café'))).toEqual(['1 met done 09-01 10:00']);
  });

  it('takes simplified and traditional characters for different ones', () => {
    expect(verdicts(ruleOf({ kind: 'wording', forbidden: ['不关我事'] }), says('不關我事'))).toEqual([
      '1 met done 09-01 10:00',
    ]);
  });

  it('takes characters that mean something in patterns as they are', () => {
    const policy = ruleOf({ kind: 'wording', forbidden: ['.*', '[a-z]+', '(', '\\'] });
    expect(verdicts(policy, says('nothing of the kind'))).toEqual(['1 met done 09-01 10:00']);
    expect(hits(policy, says('a.*b('))).toMatchObject([{ phrase: '.*' }, { phrase: '(' }]);
  });

  it('lists phrases that overlap or hold one another, each', () => {
    const policy = ruleOf({ kind: 'wording', forbidden: ['I don’t know', 'know', 'now', 'know it'] });
    expect(hits(policy, says('I don’t know it'))).toMatchObject([
      { phrase: 'I don’t know', offset: 0 },
      { phrase: 'know', offset: 8 },
      { phrase: 'now', offset: 9 },
      { phrase: 'know it', offset: 8 },
    ]);
  });

  it('looks at nobody but its role', () => {
    expect(
      verdicts(taboo, says('Fine'), ['said', '09-01 10:01', { role: 'customer', text: '不知道' }]),
    ).toEqual(['1 met done 09-01 10:00']);
  });

  it('is broken where the opening lacks each of its 2 phrases, met where a message of it has one', () => {
    const opening = { situation: 'opening' };
    expect(verdicts(taboo, says('What is it?', opening), says('您好'))).toEqual(['1 broken']);
    expect(detailOf(judged(taboo, [says('What is it?', opening)], '09-05'))).toEqual({
      hits: [],
      lacking: [{ situation: 'opening', any: ['您好', 'good morning'], event: 0 }],
    });
    expect(verdicts(taboo, says('Hm', opening), says('Good Morning!', opening))).toEqual([
      '1 met done 09-01 10:00',
    ]);
  });

  it('forbids a phrase in one situation only', () => {
    const policy = ruleOf({ kind: 'wording', forbidden: [{ situation: 'closing', any: ['bye', '拜'] }] });
    expect(verdicts(policy, says('bye', { situation: 'closing' }))).toEqual(['1 broken']);
    expect(verdicts(policy, says('bye'), says('thanks', { situation: 'closing' }))).toEqual([
      '1 met done 09-01 10:00',
    ]);
  });

  it('gives no verdict while none of its situations has come up', () => {
    const policy = ruleOf({ kind: 'wording', required: [{ situation: 'faint-line', any: ['louder'] }] });
    expect(verdicts(policy, says('Hello'))).toEqual([]);
  });

  it('requires a phrase somewhere, where no situation is named', () => {
    const policy = ruleOf({ kind: 'wording', required: [{ any: ['thank you'] }] });
    expect(verdicts(policy, says('Hello'))).toEqual(['1 broken']);
    expect(verdicts(policy, says('Hello'), says('Thank you.'))).toEqual(['1 met done 09-01 10:00']);
  });

  it('is undetermined without messages of its role, and where a message has no text unless another breaks it', () => {
    expect(verdicts(taboo, ['received', '09-01 09:00'])).toEqual(['1 undetermined missing said']);
    expect(verdicts(taboo, ['said', '09-01 09:00', { role: 'customer', text: 'Hi' }])).toEqual([
      '1 undetermined missing said',
    ]);
    expect(verdicts(taboo, says('Hello'), says(undefined))).toEqual(['1 undetermined missing text']);
    expect(verdicts(taboo, says('不知道'), says(undefined))).toEqual(['1 broken']);
  });

  it('is undetermined while its phrases are a parameter that nobody has set', () => {
    const rule = { kind: 'wording', forbidden: { parameter: 'taboo' } };
    expect(verdicts(ruleOf(rule, { parameters: { taboo: null } }), says('Hello'))).toEqual([
      '1 undetermined missing taboo',
    ]);
    expect(verdicts(ruleOf(rule, { parameters: { taboo: ['hell'] } }), says('Hello'))).toEqual(['1 broken']);
    const must = { kind: 'wording', required: [{ any: { parameter: 'greetings' } }] };
    expect(verdicts(ruleOf(must, { parameters: { greetings: null } }), says('Hello'))).toEqual([
      '1 undetermined missing greetings',
    ]);
  });

  it.each([
    [{ forbidden: [''] }, 'standards.0.forbidden.0'],
    [{ forbidden: 'taboo' }, 'standards.0.forbidden'],
    [{ required: [{ situation: 'opening', any: [] }] }, 'standards.0.required.0.any'],
    [{ required: ['hello'] }, 'standards.0.required.0'],
  ])('is refused as %j, at %s', (keys, path) => {
    const standards = [{ id: 'rule', kind: 'wording', ...keys }];
    const { policy, problems } = checkPolicy({ id: 'p', version: '1', calendar: always, standards });
    expect(policy).toBeNull();
    expect(problems.map((problem) => problem.path.join('.'))).toEqual([path]);
  });

  it('is told in words, and so is what was said', () => {
    expect(told(taboo)).toEqual([
      'agent never says "not our job" or "不知道", says "您好" or "good morning" in opening',
      '客服不得说“not our job”或“不知道”，开场时须说“您好”或“good morning”',
    ]);
    expect(
      told(
        ruleOf({
          kind: 'wording',
          forbidden: [{ situation: 'closing', any: ['bye'] }],
          required: { parameter: 'lines' },
        }),
      ),
    ).toEqual(['everybody never says "bye" in closing, says lines', '结束时不得说“bye”，须说lines']);
    const anywhere = ruleOf({ kind: 'wording', forbidden: ['no'], required: [{ any: ['hello'] }] });
    const [rude] = assess(caseOf([says('no')]), anywhere, { asOf: at('09-05') }).verdicts;
    expect(explained(rude)).toEqual([
      'rule: broken.\nSaid: "no" (event 1, character 1).\nNot said: "hello" (event 1).',
      'rule：未达标。\n说了“no”（第1个事件，第1个字符）。\n未说“hello”（第1个事件）。',
    ]);
    const [half] = assess(caseOf([says('no, hello')]), anywhere, { asOf: at('09-05') }).verdicts;
    expect(explained(half)[0]).toBe('rule: broken.\nSaid: "no" (event 1, character 1).');
    const polite = ruleOf({
      kind: 'wording',
      forbidden: ['no', 'never'],
      required: [{ any: ['hello'] }, { any: ['thanks'] }],
    });
    expect(told(polite)).toEqual([
      'everybody never says "no" or "never", says "hello", says "thanks"',
      '不得说“no”或“never”，须说“hello”，须说“thanks”',
    ]);
    const [worst] = assess(caseOf([says('no, never')]), polite, { asOf: at('09-05') }).verdicts;
    expect(explained(worst)).toEqual([
      'rule: broken.\nSaid: "no" (event 1, character 1), "never" (event 1, character 5).\nNot said: "hello" (event 1), "thanks" (event 1).',
      'rule：未达标。\n说了“no”（第1个事件，第1个字符）、“never”（第1个事件，第5个字符）。\n未说“hello”（第1个事件）、“thanks”（第1个事件）。',
    ]);
    const greeting = ruleOf({ kind: 'wording', required: [{ any: ['hello'] }] });
    expect(told(greeting)).toEqual(['everybody says "hello"', '须说“hello”']);
    const [silent] = assess(caseOf([says('well')]), greeting, { asOf: at('09-05') }).verdicts;
    expect(explained(silent)).toEqual([
      'rule: broken.\nNot said: "hello" (event 1).',
      'rule：未达标。\n未说“hello”（第1个事件）。',
    ]);
    const { verdicts } = assess(caseOf([says('Ha, 不知道', { situation: 'opening' })]), taboo, {
      asOf: at('09-05'),
    });
    expect(explained(verdicts[0])).toEqual([
      'rule: broken.\nSaid: "不知道" (event 1, character 5).\nNot said: "您好" or "good morning" in opening (event 1).',
      'rule：未达标。\n说了“不知道”（第1个事件，第5个字符）。\n未说开场时“您好”或“good morning”（第1个事件）。',
    ]);
  });
});

describe('findPhrases', () => {
  // Letters whose forms differ in width, case, composition and length.
  const letters = [
    'a',
    'A',
    'ａ',
    'b',
    'ß',
    'ẞ',
    'ss',
    'é',
    'e\u0301',
    'ﬁ',
    'f',
    'i',
    '①',
    '1',
    '不',
    'σ',
    'ς',
    '😀',
  ];
  const texts = (maxLength: number) =>
    fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength }).map((parts) => parts.join(''));
  const plain = (text: string) =>
    text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');

  it('finds as many of each phrase as looking for one after the other in the folded text', () => {
    fc.assert(
      fc.property(fc.array(texts(3), { maxLength: 6 }), texts(12), (phrases, text) => {
        const found = [...findPhrases(phrases)(text)];
        const folded = plain(text);
        phrases.forEach((phrase, index) => {
          const wanted = plain(phrase);
          let count = 0;
          for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) count += 1;
          expect(found.filter((one) => one.phrase === index)).toHaveLength(count);
        });
        for (const { phrase, offset, length } of found)
          expect(plain(text.slice(offset, offset + length))).toContain(plain(phrases[phrase]!));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer per character for 2,000 phrases than for 2, within a factor of 20', () => {
    const text = 'ab'.repeat(20_000);
    const search = (count: number) => {
      // All share a long beginning with the text, and none is in it.
      const find = findPhrases(Array.from({ length: count }, (_, n) => `${'ab'.repeat(20)}x${n}`));
      const start = performance.now();
      expect([...find(text)]).toEqual([]);
      return performance.now() - start;
    };
    search(2);
    const [few, many] = [search(2), search(2000)];
    expect(many).toBeLessThan(20 * few + 50);
  });
});
