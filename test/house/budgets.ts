const calendarFunctions = [
  'defineCalendar, addWorkingTime, workingTimeBetween, addWorkingDays, workingDaysBetween',
  'isWorkingTime, isWorkingDay, nextWorkingTime, previousWorkingTime, workingIntervals',
].join(', ');

export interface Budget {
  readonly what: string;
  readonly names: string;
  readonly entry: string;
  /** Bytes, minified and gzipped. */
  readonly budget: number;
  /** What it weighs at present where that is more than its budget; it may only come down, and goes when the budget is reached. */
  readonly ceiling?: number;
}

/** What an import may weigh. */
export const budgets: readonly Budget[] = [
  {
    what: 'assess and definePolicy',
    names: 'assess, definePolicy',
    entry: 'duly',
    budget: 25_000,
    ceiling: 33_500,
  },
  { what: 'the calendar functions', names: calendarFunctions, entry: 'duly', budget: 6_000, ceiling: 6_300 },
  { what: 'the Chinese holidays', names: 'china', entry: 'duly/china', budget: 3_000 },
];
