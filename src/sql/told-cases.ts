import type { CaseEvent, CaseInput } from '../case/types.ts';
import type { ColumnType } from './tables.ts';
import type { TallyDocument } from './tally-document.ts';

interface Told {
  readonly own: Record<string, unknown>;
  readonly events: Map<number, { type: string; at: number; own: Record<string, unknown> }>;
}

/** The cases that tallies tell in full. */
export function toldCases(
  rows: readonly Readonly<Record<string, unknown>>[],
  { attributes }: TallyDocument,
): CaseInput[] {
  const cases = new Map<string, Told>();
  const toldOf = (name: unknown): Told => {
    const known = cases.get(String(name));
    if (known !== undefined) return known;
    const fresh = { own: {}, events: new Map() };
    cases.set(String(name), fresh);
    return fresh;
  };
  for (const { part, name, period, n, more } of rows) {
    if (part === 'case') toldOf(name);
    if (part === 'event')
      toldOf(name).events.set(Number(period), { type: String(more), at: Number(n), own: {} });
  }
  for (const { part, name, slot, period, more } of rows) {
    if (part !== 'attribute') continue;
    const attribute = attributes[Number(slot)]!;
    const told = toldOf(name);
    const own = period === null || period === undefined ? told.own : told.events.get(Number(period))?.own;
    if (own !== undefined) own[attribute.name] = attributeValue(String(more), attribute.type);
  }
  return [...cases].map(([id, { own, events }]) => ({
    ...own,
    id,
    events: [...events].sort((a, b) => a[0] - b[0]).map(([, event]) => eventOf(event)),
  }));
}

/** What an event states itself; of a `changed` one what it sets. */
const eventOf = ({ type, at, own }: { type: string; at: number; own: Record<string, unknown> }): CaseEvent =>
  type === 'changed' ? { type, at, set: own } : { ...own, type, at };

function attributeValue(text: string, type: ColumnType): unknown {
  if (type === 'number' || type === 'instant') return Number(text);
  return type === 'boolean' ? ['true', 't', '1'].includes(text) : text;
}
