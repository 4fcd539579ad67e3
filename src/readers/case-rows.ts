import type { CaseInput, ReadResult } from '../case/types.ts';
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
  widthReject,
} from './read-row.ts';

/** The case that a row is, or why it isn't one. */
export function readCaseRow(row: Row, plan: Plan): ReadResult {
  const misfit = widthReject(row, plan);
  if (misfit !== undefined) return { ok: false, reject: misfit };
  const { line, raw } = row;
  const id = plan.id === undefined ? `${line}` : (readCell(row, plan.id, plan) as string | undefined);
  if (id === undefined) return { ok: false, reject: noId(row, plan) };
  const made: Record<string, unknown> = { id };
  readAttributes(row, plan.attributes, plan, made);
  const events: MadeEvent[] = [];
  readEvents(row, plan, events);
  if (row.fault !== undefined) return { ok: false, reject: rejectOf(row, id) };
  addFirst(events, plan.first);
  made.events = events;
  const item = made as unknown as CaseInput;
  if (row.garbled === undefined) return { ok: true, case: item, rows: 1, line, raw };
  return { ok: true, case: item, rows: 1, line, raw, findings: [garbledFinding(row)] };
}
