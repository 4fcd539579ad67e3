import { either, listOf, object, type Shape, text } from '../../errors/shape.ts';
import { compileRule, type Rule, type RuleTerms } from '../compile-rule.ts';
import { eventRule } from '../event-rule.ts';
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

function prepare(standard: WordingStandard, terms: RuleTerms): Rule {
  const { role } = standard;
  const sayings = sayingsOf(standard);
  const entries = sayings.flatMap((saying) => (saying.any ?? []).map((phrase) => ({ phrase, saying })));
  const search = findPhrases(entries.map(({ phrase }) => phrase));
  return eventRule(terms, {
    type: 'said',
    counts: ({ source }) => role === undefined || source.role === role,
    judge(messages) {
      const hits: WordingDetail['hits'][number][] = [];
      const kept = new Set<Saying>();
      // What the messages call for, with the first that does.
      const called = new Map<Saying, number>();
      let unknown = false;
      for (const { index: event, source } of messages) {
        const { text, situation: own } = source;
        const isCalled = ({ situation }: Saying) => situation === undefined || situation === own;
        for (const saying of sayings) if (isCalled(saying) && !called.has(saying)) called.set(saying, event);
        if (typeof text !== 'string') unknown = true;
        else
          for (const { phrase: found, ...place } of search(text)) {
            const { phrase, saying } = entries[found]!;
            if (!isCalled(saying)) continue;
            if (saying.required) kept.add(saying);
            else hits.push({ phrase, event, ...place });
          }
      }
      if (called.size === 0 && sayings.length > 0) return undefined;
      const lacking = [...called].flatMap(([saying, event]) => {
        const { situation = null, any = [], required } = saying;
        return required && !kept.has(saying) ? { situation, any, event } : [];
      });
      const detail = { hits, lacking };
      // What was said without a text on record may have been anything, but can't undo a hit.
      if (unknown && hits.length === 0) return { status: 'undetermined', missing: ['text'], detail };
      return { status: hits.length + lacking.length > 0 ? 'broken' : 'met', detail };
    },
  });
}

function sayingsOf({ forbidden = [], required = [] }: WordingStandard): Saying[] {
  const never = forbidden as readonly (string | Saying)[];
  return [
    ...never.map((one) => (typeof one === 'string' ? { any: [one] } : one)),
    ...(required as readonly Saying[]).map((one) => ({ ...one, required: true })),
  ];
}
