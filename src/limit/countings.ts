import type { Counting, CountingName } from './types.ts';

/** A convention by what sets it apart from most: the last day runs to 24:00, and on to the next working day. */
const lawful = (own: Partial<Counting> = {}): Counting =>
  Object.freeze({
    start: 'next-day',
    end: 'end-of-day',
    roll: 'next-working-day',
    months: 'corresponding',
    ...own,
  });

/**
 * The counting conventions that have a name. Each says how days, weeks and months become a due instant; see
 * {@link Counting} for the fields.
 */
export const countings: Readonly<Record<CountingName, Counting>> = /* @__PURE__ */ Object.freeze({
  /** The default everywhere: the trigger's day isn't counted, the last day ends at the close of business. */
  standard: lawful({ end: 'close-of-business' }),

  /**
   * Civil Code of the People's Republic of China, arts. 200-204: the first day isn't counted (201); months end on the
   * corresponding date, else on the last day of the month (202); a last day that is a day off moves to the day after,
   * and the last day ends at 24:00 or, where there are business hours, when business stops (203).
   */
  'prc-civil-code': lawful({ end: 'close-of-business' }),

  /**
   * Civil Procedure Law of the People's Republic of China (2023), art. 85: the hour and the day of the start aren't
   * counted; a last day that is a day off moves to the first day after.
   */
  'prc-civil-procedure': lawful({ hours: 'from-next-hour' }),

  /** Regulation (EEC, Euratom) No 1182/71, art. 3(1), (2), (4). */
  'eu-1182-71': lawful(),

  /** German Civil Code (BGB), ss. 187(1), 188, 193. */
  bgb: lawful(),

  /** Common law: the corresponding date rule, Dodds v Walker [1981] 1 WLR 1027 (HL); the day of the event is left out. */
  'uk-corresponding-date': lawful({ roll: 'none' }),

  /** Information Commissioner's Office: the corresponding date, and on to the next working day. */
  'uk-ico': lawful(),

  /**
   * US Federal Rules of Civil Procedure, rule 6(a)(1)-(2): the day of the event isn't counted, the last day runs on to
   * the next open day; hours count from the event, and run on to the same time of the next open day.
   */
  'us-frcp-6': lawful({ rollHours: true }),

  /** Acts Interpretation Act 1901 (Cth), s. 36 (days and roll) and s. 2G (months). */
  'au-acts-interpretation': lawful({ months: 'before-first-counted' }),

  /** Japanese Civil Code, arts. 138-143: the first day isn't counted (140); months end on the day before (143). */
  'jp-civil-code': lawful({ months: 'before-first-counted' }),

  /** Korean Civil Act, arts. 155-161: the first day isn't counted (157); months end on the day before (160). */
  'kr-civil-act': lawful({ months: 'before-first-counted' }),

  /** Civil days to 24:00 whatever the calendar says: for wards and hotels. */
  'calendar-24-7': lawful({ roll: 'none' }),

  /** The same wall time so many days later, open or not. */
  rolling: lawful({ start: 'instant', end: 'same-time', roll: 'none' }),
});
