import type { Timetable } from '../calendar/timetable.ts';
import type { Policy } from '../policy/types.ts';
import type { DeadlineStandard } from '../standards/deadline/standard.ts';
import type { PolicySetting } from '../standards/kind.ts';
import { isParameter } from '../standards/parameters.ts';
import { readTerms } from './terms.ts';

/** A standard that isn't written as SQL, and why. */
export interface Refusal {
  readonly standard: string;
  /** What can't be said: a kind, an option or two that go together. */
  readonly what: string;
}

/** The kinds that are about cases and have statements. */
const written: readonly string[] = ['deadline', 'order'];
/** Kinds that judge the organisation's own log, and say nothing of cases. */
const aboutNoCase: readonly string[] = ['duty', 'coverage'];

export const isAboutCases = (kind: string): boolean => !aboutNoCase.includes(kind);

/** Why a standard can't be written; `undefined` if it can. */
export function refusalOf(
  standard: Policy['standards'][number],
  setting: PolicySetting,
): Refusal | undefined {
  const { id, kind } = standard;
  const what = written.includes(kind)
    ? kind === 'deadline'
      ? deadlineRefusal(standard as DeadlineStandard, setting)
      : undefined
    : `kind ${kind} is`;
  return what === undefined ? undefined : { standard: id, what };
}

function deadlineRefusal(standard: DeadlineStandard, setting: PolicySetting): string | undefined {
  const { each, match, restartOn, pause, within } = standard;
  const restarts = restartOn !== undefined && !isParameter(restartOn);
  if (restarts && each === 'oldest-unanswered') return 'restartOn with each: oldest-unanswered is';
  if (restarts && each === 'run' && match !== undefined) return 'restartOn with each: run and match is';
  const terms = readTerms(within, setting, standard);
  const all = [...terms.rows.map(({ allowance }) => allowance), terms.otherwise];
  for (const allowance of all) {
    if (allowance.kind === 'unknown') continue;
    if (isStrict(allowance.timetable)) return "a calendar with provisional: 'throw' is";
    if (pause !== undefined && allowance.counting.roll === 'previous-working-day')
      return 'a pause with roll: previous-working-day is';
  }
  return undefined;
}

const isStrict = ({ strict }: Timetable) => strict;
