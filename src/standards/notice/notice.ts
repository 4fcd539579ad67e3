import { compileSelectors, type Selectors } from '../../case/selector.ts';
import type { Timeline, TimelineEvent } from '../../case/timeline.ts';
import type { EpochMs } from '../../instant/types.ts';
import { reckonBefore } from '../../limit/reckon-before.ts';
import type { DueMoment } from '../../limit/types.ts';
import { appliesAt } from '../applies.ts';
import { caseStart } from '../case-start.ts';
import { compileRule, type Rule, type RuleTerms } from '../compile-rule.ts';
import type { Judging, PolicySetting, StandardKind } from '../kind.ts';
import { type CompiledLimitRule, compileLimitRule, type LimitAllowance, type Terms } from '../limit-rule.ts';
import { isAttribute, isCivilDate, statedInstant } from '../promise.ts';
import type { Settled } from '../settle.ts';
import { undetermined } from '../undetermined.ts';
import type { Status } from '../verdict.ts';
import { noticeShape } from './shape.ts';
import type { NoticeStandard } from './standard.ts';

export const noticeKind: StandardKind<NoticeStandard> = {
  kind: 'notice',
  shape: noticeShape,
  compile({ atLeast, ...given }, setting) {
    const limits = compileLimitRule(atLeast, setting, given);
    return compileRule(given, setting, (standard, terms) => prepare(standard, terms, limits, setting));
  },
};

type Given = Omit<NoticeStandard, 'atLeast'>;

/** The instant before which notice is due; `endsDay`: it is the end of a day, and belongs to that day. */
interface Anchor {
  readonly at: EpochMs;
  readonly endsDay: boolean;
}

function prepare(
  standard: Given,
  { applies, exempts }: RuleTerms,
  limits: CompiledLimitRule<LimitAllowance>,
  setting: PolicySetting,
): Rule {
  const clearDays = standard.clearDays === true;
  const gives = compileSelectors(standard.event);
  const needless = compileSelectors(standard.unless as Selectors | undefined);
  const anchorAfter = compileAnchor(standard.before, setting);

  return (timeline, judging) => {
    const from = caseStart(timeline);
    if (from === undefined || !appliesAt(applies, timeline, from)) return [];
    const allowance = limits.allowanceFor(timeline, from);
    if (allowance.kind === 'unknown') return [undetermined(allowance.missing, from, timeline)];

    let anchor: Anchor | undefined;
    let moment: DueMoment | undefined;
    let due = Number.POSITIVE_INFINITY;
    let given: EpochMs | undefined;
    const dues: { since: EpochMs; due: EpochMs | undefined }[] = [];
    const look = (event?: TimelineEvent) => {
      const before = anchor;
      anchor = anchorAfter(before, event, timeline, judging);
      if (event !== undefined && anchor === before) return;
      moment = anchor && reckon(allowance, anchor, clearDays, judging.trace);
      due = moment === undefined ? Number.POSITIVE_INFINITY : moment.at;
      const known = anchor && due;
      if (dues.at(-1)?.due !== known) dues.push({ since: Math.max(from, event?.at ?? from), due: known });
    };
    const run = (status: Status, done: EpochMs | null = null, ended?: TimelineEvent): Settled[] => [
      {
        status,
        from,
        done,
        ended: ended?.at,
        reason: ended?.type,
        dues,
        detail: { anchor: anchor ? new Date(anchor.at) : null, ...(clearDays && { clearDays }) },
        terms: anchor && allowance,
        moment,
      },
    ];

    look();
    for (const event of timeline.events) {
      const { at, type } = event;
      // What is due stands once it has come, and once notice was given in view of it.
      if (at < due) look(event);
      if (gives(event, timeline)) given ??= at;
      if (anchor !== undefined && given !== undefined) return run(given <= due ? 'met' : 'late', given);
      const ends =
        needless(event, timeline) || exempts(event, timeline) || (anchor === undefined && type === 'closed');
      if (ends && at <= due) return run('exempt', null, event);
    }
    return run(timeline.asOf > due ? 'overdue' : 'pending');
  };
}

function reckon(
  { limit, unit, timetable, counting }: Terms & { readonly kind: 'limit' },
  { at, endsDay }: Anchor,
  clearDays: boolean,
  trace: boolean,
): DueMoment {
  const byDay = unit.ms === 0 && counting.end !== 'same-time';
  const from = byDay && endsDay ? at - 1 : at;
  return reckonBefore({ from, limit, timetable, counting, clearDays, trace });
}

/** What the anchor is after an event, or before all of them. */
type AnchorAfter = (
  anchor: Anchor | undefined,
  event: TimelineEvent | undefined,
  timeline: Timeline,
  judging: Judging,
) => Anchor | undefined;

/** The first of its events, or what its attribute states as it is changed or promised. */
function compileAnchor(before: NoticeStandard['before'], setting: PolicySetting): AnchorAfter {
  if (!isAttribute(before)) {
    const matches = compileSelectors(before);
    return (anchor, event, timeline) =>
      anchor ?? (event && matches(event, timeline) ? { at: event.at, endsDay: false } : undefined);
  }
  const { attribute } = before;
  return (anchor, event, timeline, { report }) => {
    if (event !== undefined && event.type !== 'changed' && event.type !== 'promised') return anchor;
    const since = event?.at ?? -Number.POSITIVE_INFINITY;
    const at = statedInstant(attribute, timeline, since, setting.timetable(), report);
    const endsDay = isCivilDate(timeline.valueAt(attribute, since));
    return at === undefined ? undefined : { at, endsDay };
  };
}
