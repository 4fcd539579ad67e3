import type { Provisional } from '../calendar/spec.ts';
import type { CivilDate, EpochMs, InstantInput } from '../instant/types.ts';

type ElapsedUnit = 'second' | 'minute' | 'hour';
type CalendarUnit = 'day' | 'week' | 'month';
type WorkingUnit = 'working minute' | 'working hour' | 'working day';

/** The units of a limit, in the plural form that a parsed limit carries. */
export type LimitUnit = `${ElapsedUnit | CalendarUnit | WorkingUnit}s`;

/** How much time a standard allows. Whole days, weeks and months; minutes and hours may be decimal. */
export interface Limit {
  /** How many of the unit; never negative. */
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** `"5 working days"`, `"1 hour"`, `"8.5 working hours"`, or an ISO 8601 duration of one unit (`"PT24H"`). */
export type LimitText =
  | `${number} ${ElapsedUnit | CalendarUnit | WorkingUnit}${'' | 's'}`
  | `PT${number}${'S' | 'M' | 'H'}`
  | `P${number}${'D' | 'W' | 'M'}`;

/** A limit as text or as an object: `'5 working days'`, or `{ amount: 5, unit: 'working days' }`. */
export type LimitInput = LimitText | Limit;

/** How a limit in days, weeks or months becomes a due instant. */
export interface Counting {
  readonly start: 'next-day' | 'same-day' | 'instant';
  readonly end: 'close-of-business' | 'end-of-day' | 'same-time';
  readonly roll: 'next-working-day' | 'previous-working-day' | 'none';
  /** `HH:mm` or `close`: arrivals at or after it, and on non-working days, count as arriving on the next working day. */
  readonly cutOff?: string;
  readonly months: 'corresponding' | 'before-first-counted';
  readonly hours?: 'from-instant' | 'from-next-hour';
  readonly rollHours?: boolean;
}

/** The conventions that come with the package; `countings` holds what each says, and by which authority. */
export type CountingName =
  | 'standard'
  | 'prc-civil-code'
  | 'prc-civil-procedure'
  | 'eu-1182-71'
  | 'bgb'
  | 'uk-corresponding-date'
  | 'uk-ico'
  | 'us-frcp-6'
  | 'au-acts-interpretation'
  | 'jp-civil-code'
  | 'kr-civil-act'
  | 'calendar-24-7'
  | 'rolling'; // prettier-ignore

/** A span during which the clock is stopped, half-open; `null`: not ended yet. */
export type Pause = readonly [from: InstantInput, to: InstantInput | null];

export interface Extension {
  readonly at: InstantInput;
  readonly until?: InstantInput | CivilDate;
  readonly duration?: LimitInput;
}

/** Why a stretch of time counts or doesn't. */
export type StepReason =
  | 'counted'
  | 'closed'
  | 'weekend'
  | 'holiday'
  | 'make-up'
  | 'before-start'
  | 'pause'
  | 'trigger-day'
  | 'rolled'
  | 'cut-off'
  | 'promised'
  | 'extended'
  | 'provisional'; // prettier-ignore

/** One stretch of the way from the start to due. The counted ones add up to the limit. */
export interface Step {
  readonly counted: boolean;
  readonly from: Date;
  readonly to: Date;
  /** In the unit of the limit: ms for seconds to hours, days for days and weeks, months for a month limit; 0 when not counted. */
  readonly amount: number;
  readonly reason: StepReason;
  /** The civil days it covers, first and last, for day-like limits and closed days. */
  readonly days?: readonly [CivilDate, CivilDate];
  /** The holiday's name, and the title of the source that says so. */
  readonly name?: string;
  readonly source?: string;
}

/** A holiday source that a due instant was counted by. */
export interface CountedBy {
  readonly id: string;
  /** Which state of the publication it was. */
  readonly revision: string;
  /** What the source says it doesn't hold. */
  readonly partial?: boolean | string;
}

/**
 * A due instant with all that it was counted by, so that it can be counted again: the convention, the pauses and
 * extensions (united and in order) and the sources. What was not given, or not used, has no key.
 */
export interface Due {
  readonly at: Date;
  readonly limit: Limit;
  readonly from: Date;
  readonly timeZone: string;
  readonly counting: Counting;
  /** What the convention is called, where it has a name. */
  readonly convention?: CountingName;
  readonly direction?: 'before';
  readonly clearDays?: boolean;
  readonly pauses?: readonly (readonly [from: Date, to: Date])[];
  readonly extensions?: readonly ({ readonly at: Date } & (
    | { readonly until: Date }
    | { readonly duration: Limit }
  ))[];
  readonly provisional?: Provisional;
  readonly sources?: readonly CountedBy[];
  readonly steps: readonly Step[];
}

/** A due instant as the layers above compute with it. */
export interface DueMoment {
  readonly at: EpochMs;
  readonly provisional?: Provisional;
  readonly steps?: readonly Step[];
}
