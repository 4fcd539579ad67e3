import type { ReadResult, Reject } from '../case/types.ts';
import type { Zone } from '../instant/zone.ts';
import { readCaseRow } from './case-rows.ts';
import { type EventRows, groupEventRows } from './event-rows.ts';
import { compilePlan, type Plan } from './plan.ts';
import type { Mapping } from './schema.ts';

/** Turns rows into results, whatever file they come from: the header first, then row after row. */
export interface RowReader {
  header(names: readonly string[]): void;
  row(cells: readonly string[], line: number): void;
  /** A row that couldn't be split into cells. */
  reject(reject: Reject): void;
  /** The results since it was last asked. */
  take(): ReadResult[];
  /** What is left when the input has ended. */
  end(): Iterable<ReadResult>;
}

/**
 * A reader of rows through a mapping.
 *
 * @param native - Formats that instants of this kind of file can have besides those of the mapping.
 */
export function rowReader(mapping: Mapping, zone: Zone | undefined, native: readonly string[]): RowReader {
  let plan: Plan;
  let events: EventRows | undefined;
  let ready: ReadResult[] = [];
  return {
    header(names) {
      plan = compilePlan(mapping, names, { zone, native });
      if (mapping.rows === 'event') events = groupEventRows(plan, mapping.sorted === true);
    },
    row(cells, line) {
      if (events === undefined) ready.push(readCaseRow(cells, line, plan));
      else events.add(cells, line, ready);
    },
    reject(reject) {
      ready.push(mapping.rows === 'event' ? { ok: false, reject, lost: 'row' } : { ok: false, reject });
    },
    take() {
      const taken = ready;
      ready = [];
      return taken;
    },
    end: () => events?.end() ?? [],
  };
}
