import type { CaseInput, Finding, RawRow, ReadResult, Reject } from '../case/types.ts';
import type { Plan } from './plan.ts';
import {
  addFirst,
  garbledFinding,
  type MadeEvent,
  noId,
  type Row,
  readAttributes,
  readCell,
  readEvents,
  rejectOf,
  textAt,
  widthReject,
} from './read-row.ts';

type Attributes = Record<string, unknown>;

/** The rows of one case so far. */
interface Group {
  readonly id: string;
  readonly line: number;
  rows: number;
  repeatedRows: number;
  readonly events: MadeEvent[];
  /** What the attributes were, row by row; rows that say the same share one object. */
  readonly states: { readonly at: number; readonly says: Attributes }[];
  /** Hashes of its rows, and the type and instant of events whose columns are repeated on every row. */
  readonly seen: Set<number | string>;
  readonly findings: Finding[];
  /** The rows as they stood, where they are to be kept. */
  readonly kept: RawRow[] | undefined;
}

/** Gathers rows of events into cases. */
export interface EventRows {
  /** Takes a row; what is finished by it goes to `done`. */
  add(row: Row, done: ReadResult[]): void;
  /** The cases that are still open, in the order of their first rows. */
  end(): Iterable<ReadResult>;
}

/**
 * Groups rows by case. With `sorted` a case is done when the next one begins; else all of them are kept until the
 * end, and a finding on the first says so.
 *
 * @param keepRows - Whether a case carries its rows as they stood.
 */
export function groupEventRows(plan: Plan, sorted: boolean, keepRows: boolean): EventRows {
  const groupOf = (id: string, line: number): Group => {
    const known = groups.get(id);
    if (known !== undefined) return known;
    const group = emptyGroup(id, line, keepRows);
    groups.set(id, group);
    return group;
  };
  const groups = new Map<string, Group>();
  return {
    add(row, done) {
      const { cells, line } = row;
      const misfit = widthReject(row, plan);
      if (misfit !== undefined) {
        done.push({ ok: false, reject: misfit, lost: 'row' });
        // The cells before the tear are where they should be.
        const torn = plan.id!.index < cells.length - 1 ? idOf(row, plan) : undefined;
        if (torn !== undefined && (!sorted || groups.has(torn))) flag(groupOf(torn, line), misfit);
        return;
      }
      const id = idOf(row, plan);
      if (id === undefined) {
        done.push({ ok: false, reject: noId(row, plan), lost: 'row' });
        return;
      }
      if (sorted && !groups.has(id)) {
        for (const group of groups.values()) if (group.rows > 0) done.push(finish(group, plan));
        groups.clear();
      }
      const group = groupOf(id, line);
      const reject = addRow(group, row, plan);
      if (reject === undefined) return;
      flag(group, reject);
      done.push({ ok: false, reject, lost: 'row' });
    },
    *end() {
      let note = sorted ? undefined : memoryNote(groups.values(), plan, keepRows);
      for (const [id, group] of groups) {
        groups.delete(id);
        if (group.rows === 0) continue;
        if (note !== undefined) group.findings.push(note);
        note = undefined;
        yield finish(group, plan);
      }
    },
  };
}

const idOf = (row: Row, plan: Plan) => readCell(row, plan.id!, plan) as string | undefined;

/** Notes on a case that one of its rows is missing. */
function flag(group: Group, { line, message }: Reject): void {
  group.findings.push({ code: 'row.rejected', message: `the row on line ${line} is left out: ${message}` });
}

const emptyGroup = (id: string, line: number, keepRows: boolean): Group => ({
  id,
  line,
  rows: 0,
  repeatedRows: 0,
  events: [],
  states: [],
  seen: new Set(),
  findings: [],
  kept: keepRows ? [] : undefined,
});

/** Adds a row to its case, or says why it can't be. */
function addRow(group: Group, row: Row, plan: Plan): Reject | undefined {
  const hash = hashOf(row.cells);
  if (group.seen.has(hash)) {
    group.repeatedRows += 1;
    return undefined;
  }
  const events: MadeEvent[] = [];
  const at =
    plan.timestamp === undefined ? undefined : (readCell(row, plan.timestamp, plan) as number | undefined);
  const reject = readRow(group, row, at, events, plan);
  if (reject !== undefined) return reject;
  if (row.garbled !== undefined) group.findings.push(garbledFinding(row));
  group.seen.add(hash);
  group.rows += 1;
  group.kept?.push({ line: row.line, raw: row.raw });
  for (const event of events) group.events.push(event);
  return undefined;
}

function readRow(
  group: Group,
  row: Row,
  at: number | undefined,
  events: MadeEvent[],
  plan: Plan,
): Reject | undefined {
  if (plan.timestamp !== undefined && row.fault === undefined && at === undefined)
    return blank(group, row, plan.timestamp);
  if (plan.event !== undefined && textAt(row, plan.event.index, plan) === '')
    return blank(group, row, plan.event);
  const type = plan.event === undefined ? undefined : readCell(row, plan.event, plan);
  if (type !== undefined) {
    const event: MadeEvent = { type: String(type), at: at! };
    readAttributes(row, plan.eventAttributes, plan, event);
    events.push(event);
  }
  const repeated: MadeEvent[] = [];
  readEvents(row, plan, repeated);
  const says: Attributes = {};
  readAttributes(row, plan.attributes, plan, says);
  if (row.fault !== undefined) return rejectOf(row, group.id);
  for (const event of repeated) {
    const key = `${event.type} ${event.at}`;
    if (group.seen.has(key)) continue;
    group.seen.add(key);
    events.push(event);
  }
  const last = group.states.at(-1)?.says;
  const since = at ?? Number.NEGATIVE_INFINITY;
  group.states.push({ at: since, says: last !== undefined && isSame(last, says) ? last : says });
  return undefined;
}

function blank(
  group: Group,
  { line, cells, raw }: Row,
  { column, index }: NonNullable<Plan['event']>,
): Reject {
  const message = `the row has nothing in column ${JSON.stringify(column)}`;
  return { code: 'row.empty-cell', message, id: group.id, line, column, value: cells[index]!, raw };
}

function isSame(a: Attributes, b: Attributes): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function finish(group: Group, plan: Plan): ReadResult {
  const { id, line, rows, repeatedRows, findings, kept } = group;
  const { attributes, changes } = historyOf(group.states);
  const events = [...changes, ...group.events].sort((a, b) => a.at - b.at);
  addFirst(events, plan.first, beginOf(group));
  if (repeatedRows > 0) {
    const message = `${repeatedRows} of its rows repeat another one in full and are left out`;
    findings.push({ code: 'row.repeated', message });
  }
  const item = { id, ...attributes, events } as unknown as CaseInput;
  return {
    ok: true,
    case: item,
    rows,
    ...(repeatedRows === 0 ? {} : { repeatedRows }),
    line,
    ...(kept === undefined ? {} : { rawRows: kept }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

/** The stamp of the case's earliest row; where rows have none, nothing is earlier than their events. */
const beginOf = ({ states }: Group): number =>
  states.reduce(
    (best, { at }) => (Number.isFinite(at) ? Math.min(best, at) : best),
    Number.POSITIVE_INFINITY,
  );

/** What the earliest row says, and a `changed` for each row that says otherwise than the one before. */
function historyOf(states: Group['states']): { attributes: Attributes; changes: MadeEvent[] } {
  const [first] = states;
  const changes: MadeEvent[] = [];
  if (first === undefined || states.every(({ says }) => says === first.says)) {
    return { attributes: first?.says ?? {}, changes };
  }
  const inOrder = states.toSorted((a, b) => a.at - b.at);
  const attributes = inOrder[0]!.says;
  const now = { ...attributes };
  for (const { at, says } of inOrder) {
    const different = Object.entries(says).filter(([name, value]) => now[name] !== value);
    if (different.length === 0) continue;
    const set = Object.fromEntries(different);
    Object.assign(now, set);
    // Without a timestamp nobody knows when it changed: what the last row says holds.
    if (at === Number.NEGATIVE_INFINITY) Object.assign(attributes, set);
    else changes.push({ type: 'changed', at, set });
  }
  return { attributes, changes };
}

/** What a row takes in memory, in kB, as measured with rows of 52 bytes; and its text besides. */
const ROW_KB = 0.6;
const ROW_WITH_TEXT_KB = 0.9;

function memoryNote(groups: Iterable<Group>, { id }: Plan, keepRows: boolean): Finding | undefined {
  const sizes = [...groups].map((group) => group.rows).filter((size) => size > 0);
  if (sizes.length < 2) return undefined;
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const each = keepRows ? ROW_WITH_TEXT_KB : ROW_KB;
  const message =
    `all ${rows} rows were held in memory, ${each} kB each: sort them by ${JSON.stringify(id!.column)} ` +
    `and say "sorted": true in the mapping, and only one of the ${sizes.length} cases is at a time`;
  return { code: 'rows.unsorted', message };
}

/** 53 bits of the row's cells (cyrb53): two different rows of one case meet by chance once in 10^15. */
function hashOf(cells: readonly string[]): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const cell of cells) {
    for (let index = 0; index < cell.length; index += 1) {
      const code = cell.charCodeAt(index);
      high = Math.imul(high ^ code, 2_654_435_761);
      low = Math.imul(low ^ code, 1_597_334_677);
    }
    high = Math.imul(high ^ 0x1_0000, 2_654_435_761);
    low = Math.imul(low ^ 0x1_0000, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (high & 0x1f_ffff) * 2 ** 32 + (low >>> 0);
}
