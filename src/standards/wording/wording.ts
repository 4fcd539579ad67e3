import { either, listOf, object, type Shape, text } from '../../errors/shape.ts';
import { appliesAt } from '../applies.ts';
import { compileRule, type Rule, type RuleTerms } from '../compile-rule.ts';
import type { StandardKind } from '../kind.ts';
import { caseKeys } from '../shape.ts';
import { findPhrases } from './find-phrases.ts';
import type { WordingDetail, WordingStandard } from './standard.ts';

const phrase: Shape = { type: 'text', pattern: '.' };
const phrases = object({ 'situation?': text, any: listOf(phrase, 1) });

export const wordingKind: StandardKind<WordingStandard> = {
  kind: 'wording',
  shape: object({
    ...caseKeys('wording'),
    'role?': text,
    'forbidden?': listOf(either(phrase, phrases)),
    'required?': listOf(phrases),
  }),
  compile: (standard, setting) => compileRule(standard, setting, prepare),
};

/** Phrases of either sort. */
interface Saying {
  readonly situation?: string;
  readonly any?: readonly string[];
  readonly required?: boolean;
}

function prepare(standard: WordingStandard, { applies }: RuleTerms): Rule {
  const { role } = standard;
  const sayings = sayingsOf(standard);
  const entries = sayings.flatMap((saying) => (saying.any ?? []).map((phrase) => ({ phrase, saying })));
  const search = findPhrases(entries.map(({ phrase }) => phrase));
  return (timeline, { report }) => {
    const messages = timeline.events.filter(
      ({ type, source }) => type === 'said' && (role === undefined || source.role === role),
    );
    const from = messages[0]?.at;
    if (!appliesAt(applies, timeline, from ?? timeline.asOf, report)) return [];
    if (from === undefined) return [{ status: 'undetermined', missing: ['said'] }];
    const hits: WordingDetail['hits'][number][] = [];
    const kept = new Set<Saying>();
    // What the messages call for, with the first that does.
    const called = new Map<Saying, number>();
    for (const { index: event, source } of messages) {
      const isCalled = ({ situation }: Saying) => situation === undefined || situation === source.situation;
      for (const saying of sayings) if (isCalled(saying) && !called.has(saying)) called.set(saying, event);
      for (const { phrase: found, ...place } of search(`${source.text ?? ''}`)) {
        const { phrase, saying } = entries[found]!;
        if (!isCalled(saying)) continue;
        if (saying.required) kept.add(saying);
        else hits.push({ phrase, event, ...place });
      }
    }
    if (called.size === 0 && sayings.length > 0) return [];
    const lacking = [...called].flatMap(([saying, event]) => {
      const { situation = null, any = [], required } = saying;
      return required && !kept.has(saying) ? { situation, any, event } : [];
    });
    const run = { from, detail: { hits, lacking } };
    // What was said without a text on record may have been anything, but can't undo a hit.
    if (hits.length === 0 && messages.some(({ source }) => source.text == null))
      return [{ ...run, status: 'undetermined', missing: ['text'] }];
    return hits.length + lacking.length > 0
      ? [{ ...run, status: 'broken' }]
      : [{ ...run, status: 'met', done: messages.at(-1)!.at }];
  };
}

function sayingsOf({ forbidden = [], required = [] }: WordingStandard): Saying[] {
  const never = forbidden as readonly (string | Saying)[];
  return [
    ...never.map((one) => (typeof one === 'string' ? { any: [one] } : one)),
    ...(required as readonly Saying[]).map((one) => ({ ...one, required: true })),
  ];
}
