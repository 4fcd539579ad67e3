import { standardEventTypes } from '../../src/case/vocabulary.ts';
import { tables } from './load.ts';
import type { CaseRow, EventRow } from './random-cases.ts';

const place = ({ type }: EventRow) => (standardEventTypes as readonly string[]).indexOf(type);

/** The same cases with their events in the order of the vocabulary where they share an instant, one of each type. */
export function inVocabularyOrder({ cases, events }: { cases: CaseRow[]; events: EventRow[] }) {
  const first = new Map(
    [...events].reverse().map((event) => [`${event.case_id} ${event.at} ${event.type}`, event]),
  );
  const sorted = [...first.values()].sort((a, b) => a.at - b.at || place(a) - place(b));
  return { cases, events: sorted };
}

const { order: _, ...unordered } = tables.events;
/** The tables without a column that orders events of one instant. */
export const unorderedTables = { ...tables, events: unordered };
