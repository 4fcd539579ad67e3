import { type ErrorPath, show } from '../../errors/duly-error.ts';
import type { Ladder, Rung } from '../../escalation/types.ts';
import { isParameter } from '../../standards/parameters.ts';
import { contradiction, together } from './conditions.ts';
import { lengthOf } from './length-of.ts';
import type { LintStandard, LintView } from './lint-view.ts';

/** Warns of rungs that nothing reaches, that come before their run or after a higher one, and of repeats without effect. */
export function lintLadders(view: LintView): void {
  for (const { part: ladder, path } of view.ladders) {
    ladder.rungs.forEach((rung, index) => {
      const place = [...path, 'rungs', index];
      lintReach(view, ladder, rung, place);
      lintRepeats(view, rung, place);
      lintOrder(view, ladder, rung, place);
    });
  }
}

function lintReach(view: LintView, ladder: Ladder, rung: Rung, path: ErrorPath): void {
  const standard = 'at' in rung ? view.standard(standardOf(rung.at)) : undefined;
  const asked = 'when' in rung ? rung.when : standard?.when;
  // A condition that contradicts itself is reported as such; of a standard's, its rungs are told all the same.
  if (standard === undefined && contradiction(together(asked)) !== undefined) return;
  const attribute = contradiction(together(ladder.when, asked));
  if (attribute !== undefined) {
    const why =
      standard === undefined
        ? `its condition and the ladder's exclude each other`
        : `${show(standard.id)} never applies where the ladder does`;
    const message = `this rung is never reached: ${why}, by ${show(attribute)}`;
    view.warn('unreachable-rung', path, message, 'Leave it out, or change a condition');
  } else if (
    standard !== undefined &&
    'at' in rung &&
    'before' in rung.at &&
    startsEarlier(rung.at.by, standard)
  ) {
    const message = `this rung comes before its run begins: ${show(standard.id)} allows no more time than that`;
    view.warn('unreachable-rung', [...path, 'at', 'by'], message, "Make it less than the standard's limit");
  }
}

type ClockTrigger = Extract<Rung, { at: unknown }>['at'];

const standardOf = (at: ClockTrigger): string =>
  'before' in at ? at.before : 'after' in at ? at.after : at.of;

function startsEarlier(by: unknown, { within }: LintStandard & { within?: unknown }): boolean {
  const [before, limit] = [lengthOf(by), lengthOf(within)];
  return before !== undefined && before.unit === limit?.unit && before.length >= limit.length;
}

function lintRepeats(view: LintView, { every, times }: Rung, path: ErrorPath): void {
  if ((every === undefined) === (times === undefined)) return;
  const [key, needs] = every === undefined ? ['times', 'every'] : ['every', 'times'];
  view.warn(
    'unused-key',
    [...path, key],
    `"${key}" has no effect without "${needs}"`,
    `Add "${needs}", or leave it out`,
  );
}

/** The place of a rung on the way of its standard, where that can be compared with others' without a calendar. */
function placeOf(rung: Rung): { readonly at: number; readonly scale: string } | undefined {
  if (!('at' in rung)) return undefined;
  const { at } = rung;
  if ('share' in at) return isParameter(at.share) ? undefined : { at: at.share, scale: `share ${at.of}` };
  const length = lengthOf(at.by);
  if (length === undefined) return undefined;
  const sign = 'before' in at ? -1 : 1;
  return { at: sign * length.length, scale: `${length.unit} ${standardOf(at)}` };
}

function lintOrder(view: LintView, { rungs }: Ladder, rung: Rung, path: ErrorPath): void {
  const place = placeOf(rung);
  const higher = rungs.find((other) => {
    const otherPlace = other.level > rung.level ? placeOf(other) : undefined;
    return place !== undefined && otherPlace?.scale === place.scale && otherPlace.at <= place.at;
  });
  if (higher === undefined) return;
  const message = `this rung of level ${rung.level} comes no earlier than ${show(higher.id)} of level ${higher.level}`;
  view.warn('rung-order', [...path, 'at'], message, 'Let lower levels come first');
}
