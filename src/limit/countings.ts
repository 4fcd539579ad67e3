import type { Counting, CountingName } from './types.ts';

const nextDay = (rest: Omit<Counting, 'start'>): Counting => Object.freeze({ start: 'next-day', ...rest });

const toMidnight = { end: 'end-of-day', roll: 'next-working-day', months: 'corresponding' } as const;
const toClose = { end: 'close-of-business', roll: 'next-working-day', months: 'corresponding' } as const;
const byFirstDay = { ...toMidnight, months: 'before-first-counted' } as const;

/**
 * The counting conventions that have a name. Each says how days, weeks and months become a due instant; see
 * {@link Counting} for the fields.
 */
export const countings: Readonly<Record<CountingName, Counting>> = /* @__PURE__ */ Object.freeze({
  /** The default everywhere: the trigger's day isn't counted, the last day ends at the close of business. */
  standard: nextDay(toClose),

  /**
   * Civil Code of the People's Republic of China, arts. 200-204: the first day isn't counted (201); months end on the
   * corresponding date, else on the last day of the month (202); a last day that is a day off moves to the day after,
   * and the last day ends at 24:00 or, where there are business hours, when business stops (203).
   */
  'prc-civil-code': nextDay(toClose),

  /**
   * Civil Procedure Law of the People's Republic of China (2023), art. 85: the hour and the day of the start aren't
   * counted; a last day that is a day off moves to the first day after.
   */
  'prc-civil-procedure': nextDay({ ...toMidnight, hours: 'from-next-hour' }),

  /** Regulation (EEC, Euratom) No 1182/71, art. 3(1), (2), (4). */
  'eu-1182-71': nextDay(toMidnight),

  /** German Civil Code (BGB), ss. 187(1), 188, 193. */
  bgb: nextDay(toMidnight),

  /** Common law: the corresponding date rule, Dodds v Walker [1981] 1 WLR 1027 (HL); the day of the event is left out. */
  'uk-corresponding-date': nextDay({ ...toMidnight, roll: 'none' }),

  /** Information Commissioner's Office: the corresponding date, and on to the next working day. */
  'uk-ico': nextDay(toMidnight),

  /**
   * US Federal Rules of Civil Procedure, rule 6(a)(1)-(2): the day of the event isn't counted, the last day runs on to
   * the next open day; hours count from the event, and run on to the same time of the next open day.
   */
  'us-frcp-6': nextDay({ ...toMidnight, rollHours: true }),

  /** Acts Interpretation Act 1901 (Cth), s. 36 (days and roll) and s. 2G (months). */
  'au-acts-interpretation': nextDay(byFirstDay),

  /** Japanese Civil Code, arts. 138-143: the first day isn't counted (140); months end on the day before (143). */
  'jp-civil-code': nextDay(byFirstDay),

  /** Korean Civil Act, arts. 155-161: the first day isn't counted (157); months end on the day before (160). */
  'kr-civil-act': nextDay(byFirstDay),

  /** Civil days to 24:00 whatever the calendar says: for wards and hotels. */
  'calendar-24-7': nextDay({ ...toMidnight, roll: 'none' }),

  /** The same wall time so many days later, open or not. */
  rolling: Object.freeze({ start: 'instant', end: 'same-time', roll: 'none', months: 'corresponding' }),
});
