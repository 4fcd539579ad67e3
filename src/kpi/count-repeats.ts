import type { Timeline } from '../case/timeline.ts';
import type { LimitInput } from '../limit/types.ts';
import type { CaseMeasure, CountCase } from './count-case.ts';
import { millisOf } from './fixed-millis.ts';
import { Repeats } from './repeats.ts';
import type { KpiSpec } from './types.ts';

const ALL = 0;
const REPEATS = 1;
/** Receipts that are the same complaint as one before, and those that lack a part of the key. */
const MERGED = 2;
const KEYLESS = 3;

/** Slots: all, repeats, merged, without a key. */
export const repeatComplaints: CaseMeasure = {
  slots: 4,
  compile: ({ key }) => (key === undefined ? linked : keyed(key)),
};

/** A link may become known after the complaint came in. */
const linked: CountCase = (counter, timeline) => {
  const received = timeline.first('received');
  if (received === undefined || !counter.look(timeline, received.at)) return;
  const cell = counter.cell(received.at);
  cell.count(ALL);
  if (isGiven(timeline.valueAt('repeatOf', timeline.asOf))) cell.count(REPEATS);
};

const keyed =
  (attributes: readonly string[]): CountCase =>
  (counter, timeline) => {
    const received = timeline.first('received');
    if (received === undefined || !counter.look(timeline, received.at)) return;
    const cell = counter.cell(received.at);
    const key = keyOf(timeline, attributes, received.at);
    if (key === null) cell.count(KEYLESS);
    else counter.repeats!.add(key, received.at, cell);
  };

function keyOf(timeline: Timeline, attributes: readonly string[], at: number): string | null {
  const values = attributes.map((attribute) => timeline.valueAt(attribute, at));
  return values.every(isGiven) ? JSON.stringify(values) : null;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** What finds the repeats of a KPI by key; nothing where it has none. */
export function repeatsOf({ key, window, mergeWindow, countFirst = false }: KpiSpec): Repeats | undefined {
  if (key === undefined) return undefined;
  return new Repeats(
    {
      window: millisOf(window as LimitInput)!,
      mergeWindow: millisOf(mergeWindow as LimitInput | undefined) ?? -1,
      countFirst,
    },
    { merged: (cell) => cell.count(MERGED), settle: countComplaint },
  );
}

/** Counts a complaint in its cell. */
export function countComplaint(cell: { count(slot: number): void }, isRepeat: boolean): void {
  cell.count(ALL);
  if (isRepeat) cell.count(REPEATS);
}
