import type { Finding, ReadResult, Reject } from '../case/types.ts';
import type { Zone } from '../instant/zone.ts';
import { readCaseRow } from './case-rows.ts';
import { type ColumnWatch, WATCHED, watchDayMonth, watchZone } from './column-watch.ts';
import { type EventRows, groupEventRows } from './event-rows.ts';
import { fitMapping } from './fit-mapping.ts';
import { headerDrift } from './header-drift.ts';
import { compilePlan, type Plan } from './plan.ts';
import type { Row } from './read-row.ts';
import { type StillTorn, stillTorn } from './remarks.ts';
import type { Mapping } from './schema.ts';

/** Turns rows into results, whatever file they come from: the header first, then row after row. */
export interface RowReader {
  header(names: readonly string[], form?: TableForm): void;
  /** @param text - The row as it stands in the input, where its cells don't say it. */
  row(cells: readonly string[], line: number, text?: string): void;
  /** A row that couldn't be split into cells. */
  reject(reject: Reject): void;
  /** The results since it was last asked. */
  take(): ReadResult[];
  /** What is left when the input has ended. */
  end(): Iterable<ReadResult>;
  /** What was noticed about the file as a whole; asked at the end. */
  findings(): Finding[];
  /** Takes cells of watched columns that were read elsewhere, in the order of the file. */
  see(watched: readonly WatchedCells[]): void;
}

/** A column that is watched, and those of its cells that are among the first. */
export type WatchedCells = readonly [column: string, cells: readonly string[]];

/** How a table is written down. */
export interface TableForm {
  /** What parts its cells; of a workbook nothing does. */
  readonly delimiter?: string;
  /** What stands before the header, where the mapping says that it isn't the first row. */
  readonly titles: readonly string[][];
}

/** What is known of a file beside its mapping. */
export interface FileFacts {
  /** The zone of stamps that state no offset. */
  readonly zone: Zone | undefined;
  /** Formats that instants of this kind of file can have besides those of the mapping. */
  readonly native: readonly string[];
  /** The columns of the file that came first, and who is told those of this one. */
  readonly columns?: readonly string[] | undefined;
  readonly onColumns?: ((columns: readonly string[], form: TableForm) => void) | undefined;
  /** Whether cases of several rows carry them as they stood. */
  readonly keepRows?: boolean | undefined;
  /** Who is told the cells that would be watched here. */
  readonly onWatched?: ((column: string, cell: string) => void) | undefined;
}

/** A reader of rows through a mapping. */
export function rowReader(mapping: Mapping, facts: FileFacts): RowReader {
  let plan: Plan;
  let events: EventRows | undefined;
  let tornIn: StillTorn | undefined;
  let ready: ReadResult[] = [];
  const noticed: Finding[] = [];
  const watches = columnWatches(facts);
  const isOfEvents = mapping.rows === 'event';
  const reject = (why: Reject): void => {
    ready.push(isOfEvents ? { ok: false, reject: why, lost: 'row' } : { ok: false, reject: why });
  };
  return {
    header(names, form = { titles: [] }) {
      const { mapping: fitted, missing } = fitMapping(mapping, names);
      plan = compilePlan(fitted, names, { ...facts, watch: watches.watch });
      if (isOfEvents) events = groupEventRows(plan, mapping.sorted === true, facts.keepRows === true);
      if (missing.length > 0) noticed.push(missingColumns(missing));
      const drift = facts.columns === undefined ? undefined : headerDrift(facts.columns, names);
      if (drift !== undefined) noticed.push(drift);
      tornIn = stillTorn(names, form.delimiter);
      facts.onColumns?.(names, form);
    },
    row(cells, line, text) {
      const raw = text === undefined ? cells : [text];
      const torn = tornIn?.(cells);
      if (torn !== undefined) return reject({ ...torn, line, raw });
      const row: Row = { cells, line, raw, fault: undefined, garbled: undefined };
      if (events === undefined) ready.push(readCaseRow(row, plan));
      else events.add(row, ready);
    },
    reject,
    take() {
      const taken = ready;
      ready = [];
      return taken;
    },
    end: () => events?.end() ?? [],
    findings: () => [...noticed, ...watches.findings()],
    see: watches.see,
  };
}

/** The watches over the columns of instants, one for each column whatever it is read for. */
function columnWatches({ zone, onWatched }: FileFacts) {
  const watches = new Map<string, ColumnWatch[]>();
  const left = new Map<string, number>();
  const seeIn = (column: string, cell: string) => {
    for (const watch of watches.get(column) ?? []) watch.see(cell);
  };
  return {
    watch(column: string, formats: readonly string[]) {
      if (watches.has(column)) return undefined;
      const own = [watchDayMonth(column, formats), zone && watchZone(column, zone)].filter(
        (watch) => watch !== undefined,
      );
      watches.set(column, own);
      left.set(column, WATCHED);
      const told = onWatched ?? seeIn;
      return (cell: string) => told(column, cell);
    },
    see(watched: readonly WatchedCells[]) {
      for (const [column, cells] of watched) {
        const room = left.get(column) ?? 0;
        for (const cell of cells.slice(0, room)) seeIn(column, cell);
        left.set(column, Math.max(0, room - cells.length));
      }
    },
    findings: () => [...watches.values()].flat().flatMap((watch) => watch.finding() ?? []),
  };
}

function missingColumns(columns: readonly string[]): Finding {
  const names = columns.map((column) => JSON.stringify(column)).join(', ');
  return { code: 'header.missing', message: `the header lacks ${names}: what they would say is left out` };
}
