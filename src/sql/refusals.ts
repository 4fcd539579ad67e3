import type { Policy } from '../policy/types.ts';
import type { BoundStandard } from '../standards/bound/standard.ts';
import type { DeadlineStandard } from '../standards/deadline/standard.ts';
import type { PolicySetting } from '../standards/kind.ts';
import type { LimitDefaults, LimitRule, Terms } from '../standards/limit-rule.ts';
import type { NoticeStandard } from '../standards/notice/standard.ts';
import { isParameter } from '../standards/parameters.ts';
import { readTerms } from './terms.ts';

/** A standard that isn't written as SQL, and why. */
export interface Refusal {
  readonly standard: string;
  /** What can't be said: a kind, an option or two that go together. */
  readonly what: string;
}

/** Why a standard of a kind that is about cases can't be written; kinds that aren't named have no statements. */
const refusals: Readonly<Record<string, (standard: never, setting: PolicySetting) => string | undefined>> = {
  deadline: deadlineRefusal,
  order: () => undefined,
  bound: boundRefusal,
  notice: noticeRefusal,
};
/** Kinds that judge the organisation's own log, and say nothing of cases. */
const aboutNoCase: readonly string[] = ['duty', 'coverage'];

export const isAboutCases = (kind: string): boolean => !aboutNoCase.includes(kind);

/** Why a standard can't be written; `undefined` if it can. */
export function refusalOf(
  standard: Policy['standards'][number],
  setting: PolicySetting,
): Refusal | undefined {
  const { id, kind } = standard;
  const refusal = Object.hasOwn(refusals, kind) ? refusals[kind] : undefined;
  const what = refusal === undefined ? `kind ${kind} is` : refusal(standard as never, setting);
  return what === undefined ? undefined : { standard: id, what };
}

function deadlineRefusal(standard: DeadlineStandard, setting: PolicySetting): string | undefined {
  const { each, match, restartOn, pause, within } = standard;
  const restarts = restartOn !== undefined && !isParameter(restartOn);
  if (restarts && each === 'oldest-unanswered') return 'restartOn with each: oldest-unanswered is';
  if (restarts && each === 'run' && match !== undefined) return 'restartOn with each: run and match is';
  const limits = limitsOf(within, setting, standard);
  if (limits.some(isStrict)) return strict;
  if (pause !== undefined && limits.some(({ counting }) => counting.roll === 'previous-working-day'))
    return 'a pause with roll: previous-working-day is';
  return undefined;
}

function noticeRefusal(standard: NoticeStandard, setting: PolicySetting): string | undefined {
  return limitsOf(standard.atLeast, setting, standard).some(isStrict) ? strict : undefined;
}

/** Times are held against calendars, numbers aren't. */
function boundRefusal({ measure, calendar }: BoundStandard, setting: PolicySetting): string | undefined {
  const isSpan = typeof measure === 'object' && 'from' in measure;
  return isSpan && setting.timetable(calendar).strict ? strict : undefined;
}

const strict = "a calendar with provisional: 'throw' is";
const isStrict = ({ timetable }: Terms) => timetable.strict;

function limitsOf(rule: LimitRule, setting: PolicySetting, defaults: LimitDefaults): Terms[] {
  const { rows, otherwise } = readTerms(rule, setting, defaults);
  const all = [...rows.map(({ allowance }) => allowance), otherwise];
  return all.filter((allowance) => allowance.kind !== 'unknown');
}
