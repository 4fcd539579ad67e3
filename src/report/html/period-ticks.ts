export interface PeriodTick {
  readonly index: number;
  readonly text: string;
  /** A second line: the year, where it begins. */
  readonly below: string;
}

const MONTHS_SHOWN = 14;
const TEXTS_SHOWN = 5;

/** The periods that are named below a chart: few enough to stand side by side. */
export function periodTicks(periods: readonly string[]): PeriodTick[] {
  const inYear = periods.map((period) => /^(\d{4})-(\d\d|Q\d|W\d\d)$/.exec(period));
  const short = inYear.every((match) => match !== null);
  const step = Math.ceil(periods.length / (short ? MONTHS_SHOWN : TEXTS_SHOWN));
  const named = [...periods.keys()].filter((index) => index % step === 0);
  let year = '';
  return named.map((index) => {
    const [, own = '', text = ''] = inYear[index] ?? [];
    if (!short) return { index, text: periods[index] as string, below: '' };
    const below = own === year ? '' : own;
    year = own;
    return { index, text, below };
  });
}
