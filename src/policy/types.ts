import type { Calendar, CalendarSpec } from '../calendar/spec.ts';
import type { Ladder } from '../escalation/types.ts';
import type { CivilDate } from '../instant/types.ts';
import type { KpiSpec } from '../kpi/types.ts';
import type { Counting, CountingName } from '../limit/types.ts';
import type { Standard } from '../standards/kinds.ts';
import type { LocalText } from '../standards/part.ts';

/** The standards that a company's own kinds bring; none where there are no such kinds. */
export type StandardOf<Kind> = Kind extends { readonly standard?: infer S } ? Exclude<S, undefined> : never;

/** The document that holds a company's promises. Plain data: it survives JSON unchanged. */
export interface PolicySpec<StandardId extends string = string, Own = never> {
  readonly format?: 'duly-policy/1';
  readonly id: string;
  readonly version: string;
  /** Civil dates in the policy's zone; `to` defaults to the day before the next version's `from`. */
  readonly effective?: { readonly from: CivilDate; readonly to?: CivilDate };
  readonly title?: LocalText;
  readonly source?: LocalText;
  readonly note?: LocalText;
  readonly calendar: CalendarSpec | Calendar;
  readonly calendars?: Readonly<Record<string, CalendarSpec | Calendar>>;
  readonly counting?: CountingName | Counting;
  readonly standards: readonly (Standard<StandardId> | (NoInfer<Own> & { readonly id: StandardId }))[];
  readonly ladders?: readonly Ladder<NoInfer<StandardId>>[];
  readonly kpis?: readonly KpiSpec<NoInfer<StandardId>>[];
  /** Values for the policy's parameters; `null`: not set yet. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** A checked policy: the caller's document, frozen, its calendars as specifications. */
export interface Policy<StandardId extends string = string> extends PolicySpec<StandardId> {
  readonly calendar: CalendarSpec;
  readonly calendars?: Readonly<Record<string, CalendarSpec>>;
}

/** One policy, or the versions of one of which each case finds the one in force. */
export type PolicyOrVersions = Policy | readonly Policy[];
