import type { Cell, CellJson, Place } from './cell.ts';
import type { PeriodNumber } from './period-of.ts';
import type { GroupValue } from './row.ts';

/** A cell with where it stands, as JSON. */
export interface PlacedCellJson extends CellJson, Place {}

/** One level of the way to a cell: first the period, then one grouping attribute after the other. */
interface Node {
  readonly way: readonly GroupValue[];
  readonly next: Map<GroupValue, Node>;
  cell: Cell | undefined;
}

const emptyNode = (way: readonly GroupValue[]): Node => ({ way, next: new Map(), cell: undefined });

/** The cells of a KPI by period and group, found without making a text of either. */
export class Cells {
  private readonly root = emptyNode([]);
  private last = this.root;
  private lastPeriod = Number.NaN;
  private readonly groupBy: readonly string[];
  private readonly makeCell: (place: Place) => Cell;

  constructor(groupBy: readonly string[], makeCell: (place: Place) => Cell) {
    this.groupBy = groupBy;
    this.makeCell = makeCell;
  }

  /** The cell of a period and of the group that `lookUp` finds. */
  at(period: PeriodNumber, lookUp: (attribute: string) => unknown): Cell {
    let node = this.ofPeriod(period);
    for (const attribute of this.groupBy) node = step(node, groupValue(lookUp(attribute)));
    return this.cellOf(node);
  }

  /** Adds the counts of a cell to the one that stands at the same place here, and gives that. */
  merge({ period, group, ...counts }: PlacedCellJson): Cell {
    let node = step(this.root, period);
    for (const value of group) node = step(node, value);
    const cell = this.cellOf(node);
    cell.merge(counts);
    return cell;
  }

  /** Most cases lie in the period of the one before. */
  private ofPeriod(period: PeriodNumber): Node {
    if (period === this.lastPeriod) return this.last;
    this.last = step(this.root, period);
    this.lastPeriod = period;
    return this.last;
  }

  private cellOf(node: Node): Cell {
    node.cell ??= this.makeCell({ period: node.way[0] as PeriodNumber, group: node.way.slice(1) });
    return node.cell;
  }

  /** The cell of a period and group, if anything was counted there. */
  find(period: PeriodNumber, group: readonly GroupValue[]): Cell | undefined {
    let node: Node | undefined = this.root;
    for (const value of [period, ...group]) node = node?.next.get(value);
    return node?.cell;
  }

  /** All cells, by period and then by group. */
  sorted(): Cell[] {
    const found: Cell[] = [];
    const walk = ({ cell, next }: Node): void => {
      if (cell !== undefined) found.push(cell);
      for (const [, node] of [...next].sort(([a], [b]) => compareValues(a, b))) walk(node);
    };
    walk(this.root);
    return found;
  }

  toJSON(): PlacedCellJson[] {
    return this.sorted().map((cell) => ({ ...cell.place, ...cell.toJSON() }));
  }
}

function step(node: Node, value: GroupValue): Node {
  const known = node.next.get(value);
  if (known !== undefined) return known;
  const next = emptyNode([...node.way, value]);
  node.next.set(value, next);
  return next;
}

/** An instant is no group: no two cases would share it. */
function groupValue(value: unknown): GroupValue {
  return typeof value === 'object' ? null : ((value ?? null) as GroupValue);
}

const ranks: Readonly<Record<string, number>> = { object: 0, boolean: 1, number: 2, string: 3 };

/** `null` first, then booleans, numbers and texts, each in its own order; the same everywhere, whatever the locale. */
export function compareValues(a: GroupValue, b: GroupValue): number {
  if (typeof a !== typeof b) return ranks[typeof a]! - ranks[typeof b]!;
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}
