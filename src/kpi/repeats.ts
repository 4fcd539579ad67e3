import type { EpochMs, Millis } from '../instant/types.ts';
import type { Cell } from './cell.ts';
import { compareValues } from './cells.ts';

/** The rules by which complaints of one key are told apart and set against each other. */
export interface RepeatRules {
  readonly window: Millis;
  /** What comes no later than this after the one before is the same complaint; none where negative. */
  readonly mergeWindow: Millis;
  readonly countFirst: boolean;
}

/** Receipts of one key that are one complaint: it stands where and when its first one does. */
interface Complaint {
  readonly first: EpochMs;
  last: EpochMs;
  readonly cell: Cell;
  /** Whether it follows another one within the window, and is followed; known where that one has been forgotten. */
  back?: boolean | undefined;
  ahead?: boolean | undefined;
}

type Span = readonly [from: EpochMs, to: EpochMs];
type Flag = boolean | null;

/** Complaints that may still change a figure, as JSON; `cell` is an index into the cells of the KPI. */
export interface RepeatsJson {
  readonly complaints: readonly (readonly [
    key: string,
    list: readonly (readonly [cell: number, first: EpochMs, last: EpochMs, back?: Flag, ahead?: Flag])[],
  ])[];
  readonly forgotten: readonly Span[];
  readonly unsorted: boolean;
}

/** What a complaint comes to: in its cell it counts once, and once more if it is a repeat. */
export type CountComplaint = (cell: Cell, isRepeat: boolean) => void;

/** So many complaints are kept whatever their order: only beyond does it matter that the input is sorted. */
const KEPT = 100_000;

/**
 * The complaints by key, from which repeats are found in any order of input.
 *
 * Beyond `KEPT` complaints those are forgotten that lie so far inside the time seen that input in order of `received`
 * can't bring a neighbour of theirs. What lies near either end of that time stays, so that the part before and the
 * part after can be joined on. A complaint in a time whose others have been forgotten makes the figures inexact.
 */
export class Repeats {
  readonly rules: RepeatRules;
  private readonly reach: Millis;
  private readonly merged: (cell: Cell) => void;
  private readonly settle: CountComplaint;
  private readonly byKey = new Map<string, Complaint[]>();
  private forgotten: Span[] = [];
  private alive = 0;
  private kept: number;
  private seen: Span | undefined;
  /** How far from both ends of the time seen a complaint has come in: by twice that, the input may be out of order. */
  private depth: Millis = 0;
  /** Whether a complaint came where others had been forgotten. */
  unsorted = false;

  constructor(
    rules: RepeatRules,
    { merged, settle }: { readonly merged: (cell: Cell) => void; readonly settle: CountComplaint },
    kept = KEPT,
  ) {
    this.rules = rules;
    this.reach = rules.window + Math.max(0, rules.mergeWindow);
    this.merged = merged;
    this.settle = settle;
    this.kept = kept;
  }

  /** Takes in a complaint; `merged` hears of it if it is the same as one before. */
  add(key: string, at: EpochMs, cell: Cell): void {
    cell.openUntil = Math.max(cell.openUntil, at + this.rules.window);
    const [from, to] = this.seen ?? [at, at];
    this.depth = Math.max(this.depth, Math.min(at - from, to - at));
    this.take(key, { first: at, last: at, cell, back: undefined, ahead: undefined });
    if (this.alive > this.kept) this.forget();
  }

  private take(key: string, complaint: Complaint): void {
    const { first, last } = complaint;
    const [from, to] = this.seen ?? [first, last];
    this.seen = [Math.min(from, first), Math.max(to, last)];
    if (this.forgotten.some((span) => lies(first, span) || lies(last, span))) this.unsorted = true;
    const list = this.byKey.get(key);
    if (list === undefined) this.byKey.set(key, [complaint]);
    this.alive += list === undefined ? 1 : this.insert(list, complaint);
  }

  /** Puts a complaint in its place and joins what is the same; gives by how many the list has grown. */
  private insert(list: Complaint[], complaint: Complaint): number {
    const before = list.length;
    let at = placeIn(list, complaint);
    list.splice(at, 0, complaint);
    while (this.isSame(list[at - 1], list[at])) this.join(list, --at);
    while (this.isSame(list[at], list[at + 1])) this.join(list, at);
    return list.length - before;
  }

  private isSame(a: Complaint | undefined, b: Complaint | undefined): boolean {
    return a !== undefined && b !== undefined && b.first - a.last <= this.rules.mergeWindow;
  }

  private join(list: Complaint[], at: number): void {
    const [one, next] = [list[at]!, list[at + 1]!];
    this.merged(next.cell);
    one.last = Math.max(one.last, next.last);
    one.ahead = next.ahead;
    list.splice(at + 1, 1);
  }

  private follows(list: readonly Complaint[], at: number): boolean {
    const one = list[at];
    if (one?.back !== undefined) return one.back;
    const before = list[at - 1];
    return one !== undefined && before !== undefined && one.first - before.first <= this.rules.window;
  }

  private isFollowed(list: readonly Complaint[], at: number): boolean {
    return list[at]!.ahead ?? this.follows(list, at + 1);
  }

  private isRepeat(list: readonly Complaint[], at: number): boolean {
    return this.follows(list, at) || (this.rules.countFirst && this.isFollowed(list, at));
  }

  /** What is kept, as it stands now. */
  each(count: CountComplaint): void {
    for (const list of this.byKey.values())
      for (const [at, { cell }] of list.entries()) count(cell, this.isRepeat(list, at));
  }

  /** Settles what input in order can't change any more. */
  private forget(): void {
    const slack = 2 * this.depth;
    const span: Span = [this.seen![0] + slack, this.seen![1] - slack];
    const [from, to] = [span[0] + this.reach, span[1] - this.reach];
    const isOver = ({ first, last }: Complaint) => first > from && last < to;
    const before = this.alive;
    for (const [key, list] of this.byKey) {
      if (!list.some(isOver)) continue;
      const left = this.leftOf(list, isOver);
      this.alive -= list.length - left.length;
      if (left.length === 0) this.byKey.delete(key);
      else this.byKey.set(key, left);
    }
    if (this.alive < before) this.forgotten = unite([...this.forgotten, span]);
    // Twice what can't be forgotten: so a sweep costs each complaint no more than a few looks.
    this.kept = Math.max(this.kept, 2 * this.alive);
  }

  /** Settles what is over, and lets its neighbours know of it. */
  private leftOf(list: readonly Complaint[], isOver: (one: Complaint) => boolean): Complaint[] {
    const known = list.map((_, at) => [this.isRepeat(list, at), this.follows(list, at)] as const);
    const left: Complaint[] = [];
    for (const [at, one] of list.entries()) {
      const [isRepeat, follows] = known[at]!;
      if (isOver(one)) {
        this.settle(one.cell, isRepeat);
        continue;
      }
      const next = list[at + 1];
      if (at > 0 && isOver(list[at - 1]!)) one.back = follows;
      if (next !== undefined && isOver(next)) one.ahead ??= known[at + 1]![1];
      left.push(one);
    }
    return left;
  }

  /** Takes in what another part has kept; `cells` are its cells as they stand here. */
  merge({ complaints, forgotten, unsorted }: RepeatsJson, cells: readonly Cell[]): void {
    this.unsorted ||= unsorted || this.meets(forgotten);
    for (const [key, list] of complaints)
      for (const [cell, first, last, back, ahead] of list)
        this.take(key, {
          first,
          last,
          cell: cells[cell]!,
          back: back ?? undefined,
          ahead: ahead ?? undefined,
        });
    this.forgotten = unite([...this.forgotten, ...forgotten]);
  }

  /** Whether anything here lies in a time that another part has forgotten. */
  private meets(forgotten: readonly Span[]): boolean {
    return forgotten.some(
      (span) =>
        this.forgotten.some(([from, to]) => from < span[1] && span[0] < to) ||
        [...this.byKey.values()].some((list) =>
          list.some(({ first, last }) => lies(first, span) || lies(last, span)),
        ),
    );
  }

  /** What the order of the input did to the figures or to the memory they took. */
  oddity(): string | undefined {
    if (this.unsorted) return 'cases came out of order of "received", so that some repeats were not found';
    if (this.alive <= KEPT || this.depth === 0) return undefined;
    return `cases came out of order of "received": ${this.alive} complaints are kept in memory`;
  }

  toJSON(cells: readonly Cell[]): RepeatsJson {
    const indexes = new Map(cells.map((cell, index) => [cell, index]));
    const { forgotten, unsorted } = this;
    const complaints = [...this.byKey]
      .sort(([a], [b]) => compareValues(a, b))
      .map(([key, list]) => [key, list.map((one) => complaintJson(one, indexes.get(one.cell)!))] as const);
    return { complaints, forgotten, unsorted };
  }
}

function complaintJson(
  { first, last, back, ahead }: Complaint,
  cell: number,
): RepeatsJson['complaints'][number][1][number] {
  if (back === undefined && ahead === undefined) return [cell, first, last];
  return [cell, first, last, back ?? null, ahead ?? null];
}

const lies = (at: EpochMs, [from, to]: Span): boolean => from < at && at < to;

/** Before what comes later; input in order needs one look. */
function placeIn(list: readonly Complaint[], complaint: Complaint): number {
  let low = 0;
  let high = list.length;
  for (let middle = high - 1; low < high; middle = (low + high) >> 1) {
    if (compareComplaints(list[middle]!, complaint) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By time; of those at one instant, by group, so that it doesn't matter which came first. */
function compareComplaints(a: Complaint, b: Complaint): number {
  if (a.first !== b.first) return a.first - b.first;
  for (const [index, value] of a.cell.place.group.entries()) {
    const order = compareValues(value, b.cell.place.group[index]!);
    if (order !== 0) return order;
  }
  return 0;
}

/** Overlapping spans as one, in order. */
function unite(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last === undefined || last[1] <= span[0]) found.push(span);
    else found[found.length - 1] = [last[0], Math.max(last[1], span[1])];
  }
  return found;
}
