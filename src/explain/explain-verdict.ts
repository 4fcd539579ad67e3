import { toEpoch } from '../instant/to-epoch.ts';
import type { InstantInput } from '../instant/types.ts';
import { units } from '../limit/units.ts';
import { inWords, wordFor } from '../standards/in-words.ts';
import { localText } from '../standards/local-text.ts';
import type { Status, Verdict } from '../standards/verdict.ts';
import { explainDetail, isTold } from './explain-detail.ts';
import { type StoredDue, tellDue, tellProvisional } from './explain-due.ts';
import { type StoredStep, tellSteps } from './tell-steps.ts';
import { Teller } from './teller.ts';
import type { Locale } from './words.ts';

type Instants = 'from' | 'due' | 'done';

/** A verdict, or what JSON has made of it. */
export type StoredVerdict = Omit<Verdict, Instants | 'steps'> & {
  readonly status: Status;
  readonly reason?: string;
  readonly missing?: readonly string[];
  readonly steps?: readonly StoredStep[];
} & { readonly [key in Instants]: InstantInput | null };

/**
 * A verdict in sentences, one a line: what became of the run, and how its due instant came about where the verdict
 * carries its steps. One assessed without trace knows no zone: its times are told in UTC, and that is said.
 */
export function explainVerdict(verdict: StoredVerdict, locale: Locale): string {
  const { from, due, timeZone = 'UTC', limit, counting, convention, steps, provisional, sources } = verdict;
  const { promise, explanation, detail } = verdict;
  const start = from ?? due;
  const teller = new Teller(timeZone, locale, start === null ? 0 : toEpoch(start));
  const { words } = teller;
  const lines = [words.verdict(nameOf(teller, verdict), verdict.run, whatBecame(teller, verdict))];
  if (promise !== undefined) lines.push(words.promise(localText(promise, locale)));
  if (explanation !== undefined) lines.push(localText(explanation, locale));
  if (detail !== undefined) lines.push(...explainDetail(teller, verdict.kind, detail));
  if (from === null || due === null || steps === undefined || counting === undefined) {
    lines.push(...promisedSteps(teller, verdict), ...tellProvisional(teller, provisional));
  } else if (limit !== undefined) {
    const anchor = verdict.kind === 'notice' ? (detail?.anchor as InstantInput | null | undefined) : null;
    const stored: StoredDue = {
      at: due,
      from: anchor ?? from,
      ...(anchor && { direction: 'before' }),
      timeZone,
      limit,
      counting,
      ...(convention && { convention }),
      steps,
      ...(provisional && { provisional }),
      ...(sources && { sources }),
    };
    lines.push(...tellDue(teller, stored));
  }
  if (verdict.timeZone === undefined && (due ?? verdict.done) !== null)
    lines.push(words.zone(timeZone) + words.sentenceEnd);
  return lines.join('\n');
}

/** The title, or the id where there is none, and the clause. */
function nameOf(teller: Teller, { standard, title, clause }: StoredVerdict): string {
  const { locale, words } = teller;
  const name = title === undefined ? standard : localText(title, locale);
  return clause === undefined ? name : name + words.note(localText(clause, locale));
}

/** A promised time has a single step, and neither limit nor convention. */
function promisedSteps(teller: Teller, { due, steps }: StoredVerdict): string[] {
  if (due === null || steps === undefined) return [];
  const limit = { amount: 0, unit: 'hours' } as const;
  return tellSteps(teller, { steps, limit, counting: promised, at: toEpoch(due), backward: false });
}

const promised = { start: 'instant', end: 'same-time', roll: 'none', months: 'corresponding' } as const;

function whatBecame(teller: Teller, verdict: StoredVerdict): string {
  const { words } = teller;
  const { status, due, done } = verdict;
  const told = isTold(verdict.kind);
  // With its year: a verdict may be read long after, and alone.
  const at = (instant: InstantInput | null) =>
    instant === null ? '' : teller.end(toEpoch(instant), undefined, true);
  const over = teller.elapsed(verdict.overMs ?? 0);
  switch (status) {
    case 'met':
      return words.met(at(done));
    case 'late':
      return words.late(at(done), over);
    case 'overdue':
      return words.overdue(at(due), over);
    case 'pending': {
      if (due === null) return told ? words.pendingAsYet : words.pendingWithoutDue;
      const said = words.pending(at(due)) + whatIsLeft(teller, verdict);
      return verdict.clock === 'paused' ? said + words.semicolon + words.stopped : said;
    }
    case 'exempt':
      return words.exempt(reasonOf(teller, verdict.reason ?? ''));
    case 'broken':
      return words.broken(told || verdict.detail === undefined ? '' : JSON.stringify(verdict.detail));
    case 'undetermined':
      return words.undetermined(
        inWords(
          (verdict.missing ?? []).map((name) => wordFor(name, teller.locale)),
          teller.locale,
          'and',
        ),
      );
  }
}

/** Untraced verdicts don't tell whether theirs is working time: nothing is said rather than something wrong. */
function whatIsLeft(teller: Teller, { remainingMs, timeZone, limit }: StoredVerdict): string {
  if (timeZone === undefined || remainingMs == null) return '';
  const { words } = teller;
  const working = limit !== undefined && units[limit.unit].working;
  return working ? words.workingLeft(teller.span(remainingMs)) : words.left(teller.elapsed(remainingMs));
}

function reasonOf({ words, locale }: Teller, reason: string): string {
  return words.reasons[reason] ?? wordFor(reason, locale);
}
