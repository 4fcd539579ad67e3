import type { Test, When } from '../../case/conditions.ts';
import { selectorShape, whenShape } from '../../case/shape.ts';
import {
  standardAttributes,
  standardCaseKinds,
  standardChannels,
  standardEventTypes,
} from '../../case/vocabulary.ts';
import { type ErrorPath, show } from '../../errors/duly-error.ts';
import { distanceBetween, nearest } from '../../errors/nearest.ts';
import type { ShapedValue } from '../../errors/walk-shape.ts';
import { attributeShape, promiseShape } from '../../standards/shape.ts';
import type { LintView } from './lint-view.ts';

/** Words for one kind of thing: where a document uses which. */
type Uses = Map<string, ErrorPath[]>;

/** What KPIs count besides the standard events. */
const countedEvents = ['offered', 'surveyed'];

/** What standard events carry. */
const eventAttributes = [
  ...[
    'by',
    'role',
    'to',
    'level',
    'rung',
    'until',
    'duration',
    'set',
    'satisfaction',
    'reason',
    'at',
    'text',
  ],
  ...['situation', 'item', 'passed', 'points'],
];

/** The values that the vocabulary knows of attributes. */
const knownValues: Readonly<Record<string, readonly string[]>> = {
  kind: standardCaseKinds,
  channel: standardChannels,
  complexity: ['simple', 'complex'],
  satisfaction: ['satisfied', 'basically-satisfied', 'dissatisfied'],
};

/** Warns of words that are near one of the vocabulary, or of the document's own, and most likely misspelt. */
export function lintWords(view: LintView): void {
  const events: Uses = new Map();
  const attributes: Uses = new Map();
  const values = new Map<string, Uses>(Object.keys(knownValues).map((attribute) => [attribute, new Map()]));
  for (const found of view.values()) {
    const { shape, value, path } = found;
    if (shape === selectorShape) useSelector(events, found);
    if (shape === attributeShape)
      use(attributes, (value as { attribute: string }).attribute, [...path, 'attribute']);
    if (shape === promiseShape)
      use(attributes, (value as { promised: string }).promised, [...path, 'promised']);
    if (shape !== whenShape) continue;
    for (const [attribute, test] of Object.entries(value as When)) {
      use(attributes, attribute, [...path, attribute]);
      const known = values.get(attribute);
      if (known !== undefined) for (const text of textsOf(test)) use(known, text, [...path, attribute]);
    }
  }
  useNames(view, attributes);
  warnOf(view, 'event type', events, standardEventTypes, countedEvents);
  warnOf(view, 'attribute', attributes, standardAttributes, eventAttributes);
  for (const [attribute, uses] of values) warnOf(view, attribute, uses, knownValues[attribute]!);
}

function useSelector(events: Uses, { value, path }: ShapedValue): void {
  if (typeof value === 'string') use(events, value, path);
  else use(events, (value as { event: string }).event, [...path, 'event']);
}

/** Attributes that parts name outside conditions. */
function useNames({ standards, kpis }: LintView, attributes: Uses): void {
  for (const { part, path } of standards) {
    if ('match' in part) use(attributes, part.match, [...path, 'match']);
    if ('measure' in part) use(attributes, part.measure, [...path, 'measure']);
  }
  for (const { part, path } of kpis) {
    useAll(attributes, part.groupBy, [...path, 'groupBy']);
    useAll(attributes, part.key, [...path, 'key']);
  }
}

/** A list that a parameter is still to give names nothing. */
function useAll(uses: Uses, words: unknown, path: ErrorPath): void {
  if (!Array.isArray(words)) return;
  for (const [index, word] of words.entries()) use(uses, word, [...path, index]);
}

function use(uses: Uses, word: unknown, path: ErrorPath): void {
  if (typeof word !== 'string') return;
  const paths = uses.get(word);
  if (paths === undefined) uses.set(word, [path]);
  else paths.push(path);
}

function textsOf(test: Test): readonly string[] {
  if (typeof test === 'string') return [test];
  if (Array.isArray(test)) return test.flatMap(textsOf);
  return typeof test === 'object' && test !== null && 'not' in test ? textsOf(test.not) : [];
}

const MANY = 500;

function warnOf(
  view: LintView,
  what: string,
  uses: Uses,
  standard: readonly string[],
  accepted: readonly string[] = [],
): void {
  // Among thousands of words any is near some other.
  const often = uses.size > MANY ? [] : [...uses.keys()].filter((word) => uses.get(word)!.length > 1);
  for (const [word, paths] of uses) {
    if (standard.includes(word) || accepted.includes(word)) continue;
    const guess = nearest(word, [...standard, ...often.filter((other) => other !== word)]);
    if (guess === undefined || !isLikely(word, guess, paths.length)) continue;
    const article = /^[aeiou]/.test(what) ? 'an' : 'a';
    const said = standard.includes(guess)
      ? `is no standard ${what}`
      : `is ${article} ${what} that nothing else names`;
    for (const path of paths)
      view.warn('near-miss', path, `${show(word)} ${said}`, `Did you mean "${guess}"?`);
  }
}

/**
 * Whether a word is a slip rather than a word of its own, which it is if it is used several times, very short, formed from
 * the other (`reassigned`), or more than a slip away (`refunded` isn't `reminded`).
 */
function isLikely(word: string, guess: string, uses: number): boolean {
  if (lettersOf(word) === lettersOf(guess)) return true;
  const formed = word.endsWith(guess) && word.length > guess.length + 1;
  const slips = word.length < 10 ? 1 : 2;
  return uses === 1 && word.length > 4 && !formed && distanceBetween(word, guess) <= slips;
}

const lettersOf = (word: string) => [...word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
