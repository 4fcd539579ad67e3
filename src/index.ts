// The public surface of the core: by hand, by layer, one name a line. Nothing is public by accident.

export type { AssessOptions } from './assess/assess.ts';
export { assess } from './assess/assess.ts';
export type { AssessOrganisationOptions } from './assess/assess-organisation.ts';
export { assessOrganisation } from './assess/assess-organisation.ts';
export type { OrganisationInput } from './assess/organisation-log.ts';
export type { Assessment } from './assess/types.ts';
export { audit } from './audit/audit.ts';
export type { Added, Audit } from './audit/audit-with.ts';
export { createAudit } from './audit/create-audit.ts';
export type { AuditOptions } from './audit/options.ts';
export type { AuditReport, Breach } from './audit/report.ts';
export type { AuditSnapshot } from './audit/snapshot.ts';
export { addWorkingDays } from './calendar/add-working-days.ts';
export { addWorkingTime } from './calendar/add-working-time.ts';
export { defineCalendar } from './calendar/define-calendar.ts';
export { isWorkingDay } from './calendar/is-working-day.ts';
export { isWorkingTime } from './calendar/is-working-time.ts';
export { nextWorkingTime } from './calendar/next-working-time.ts';
export { previousWorkingTime } from './calendar/previous-working-time.ts';
export type {
  Calendar,
  CalendarSpec,
  HolidaySource,
  HolidaySpec,
  Provisional,
  WeekSpec,
} from './calendar/spec.ts';
export { workingDaysBetween } from './calendar/working-days-between.ts';
export { workingIntervals } from './calendar/working-intervals.ts';
export { workingTimeBetween } from './calendar/working-time-between.ts';
export type { When } from './case/conditions.ts';
export type { Selector } from './case/selector.ts';
export type { Timeline, TimelineEvent } from './case/timeline.ts';
export type { CaseEvent, CaseInput, EventType, Finding, ReadResult, Reject } from './case/types.ts';
export { AuditError } from './errors/audit-error.ts';
export { CalendarError } from './errors/calendar-error.ts';
export { CaseError } from './errors/case-error.ts';
export type { ErrorPath } from './errors/duly-error.ts';
export { DulyError } from './errors/duly-error.ts';
export { InstantError } from './errors/instant-error.ts';
export { KpiError } from './errors/kpi-error.ts';
export { LimitError } from './errors/limit-error.ts';
export { PolicyError } from './errors/policy-error.ts';
export type { Problem } from './errors/problem.ts';
export { ReaderError } from './errors/reader-error.ts';
export type { Escalation, Ladder, Rung } from './escalation/types.ts';
export { explain } from './explain/explain.ts';
export type { Locale } from './explain/words.ts';
export type { CivilDate, InstantInput } from './instant/types.ts';
export { abandonRate } from './kpi/abandon-rate.ts';
export type { Attainable } from './kpi/attainable.ts';
export { attainable } from './kpi/attainable.ts';
export { connectRate } from './kpi/connect-rate.ts';
export { createTally } from './kpi/create-tally.ts';
export { firstContactResolutionRate } from './kpi/first-contact-resolution-rate.ts';
export { meetsGoal } from './kpi/meets-goal.ts';
export { mergeTallies } from './kpi/merge-tallies.ts';
export type { Rate } from './kpi/rate.ts';
export { repeatComplaintRate } from './kpi/repeat-complaint-rate.ts';
export { replyRate } from './kpi/reply-rate.ts';
export { resolutionRate } from './kpi/resolution-rate.ts';
export { responseRate } from './kpi/response-rate.ts';
export { returnVisitRate } from './kpi/return-visit-rate.ts';
export { satisfactionRate } from './kpi/satisfaction-rate.ts';
export { serviceLevel } from './kpi/service-level.ts';
export type { Tally } from './kpi/tally.ts';
export { timelinessRate } from './kpi/timeliness-rate.ts';
export type { KpiSpec, Measure, Period } from './kpi/types.ts';
export type { ChangedDate, ComparedDue, MovedDue } from './limit/compare-calendars.ts';
export { compareCalendars } from './limit/compare-calendars.ts';
export { countings } from './limit/countings.ts';
export type { DueOptions } from './limit/due-at.ts';
export { dueAt } from './limit/due-at.ts';
export { formatLimit } from './limit/format-limit.ts';
export { parseLimit } from './limit/parse-limit.ts';
export type {
  CountedBy,
  Counting,
  CountingName,
  Due,
  Limit,
  LimitInput,
  LimitText,
  LimitUnit,
  Step,
} from './limit/types.ts';
export type { PolicyCheck } from './policy/check-policy.ts';
export { checkPolicy } from './policy/check-policy.ts';
export { definePolicy } from './policy/define-policy.ts';
export type { PolicyChanges } from './policy/extend-policy.ts';
export { extendPolicy } from './policy/extend-policy.ts';
export { parsePolicy } from './policy/parse-policy.ts';
export { policyInForce } from './policy/policy-in-force.ts';
export { policyJsonSchema } from './policy/policy-json-schema.ts';
export type { Origin, Provenance } from './policy/provenance-of.ts';
export { provenanceOf } from './policy/provenance-of.ts';
export type { Policy, PolicySpec } from './policy/types.ts';
export type { BoundDetail, BoundStandard } from './standards/bound/standard.ts';
export type { CadenceDetail, CadenceStandard } from './standards/cadence/standard.ts';
export type { ChecklistDetail, ChecklistStandard } from './standards/checklist/standard.ts';
export type { Judge, JudgeContext } from './standards/compile-judge.ts';
export type { CoverageDetail, CoverageStandard } from './standards/coverage/standard.ts';
export type { DeadlineStandard } from './standards/deadline/standard.ts';
export type { OwnKind, OwnStandard } from './standards/define-standard-kind.ts';
export { defineStandardKind } from './standards/define-standard-kind.ts';
export type { DutyDetail, DutyStandard } from './standards/duty/standard.ts';
export type { Shift, StandardKind } from './standards/kind.ts';
export type { Standard } from './standards/kinds.ts';
export type { LimitRule } from './standards/limit-rule.ts';
export type { NoticeDetail, NoticeStandard } from './standards/notice/standard.ts';
export type { OrderDetail, OrderStandard } from './standards/order/standard.ts';
export type { Outcome } from './standards/outcome.ts';
export type { OwnershipDetail, OwnershipStandard } from './standards/ownership/standard.ts';
export type { LocalText } from './standards/part.ts';
export type { Severity, Status, Verdict } from './standards/verdict.ts';
export type { WordingDetail, WordingStandard } from './standards/wording/standard.ts';
