import type { Problem } from '../errors/problem.ts';
import type { Ladder } from '../escalation/types.ts';
import type { KpiSpec } from '../kpi/types.ts';
import type { Standard } from '../standards/kinds.ts';
import type { PartList } from './shape.ts';

/** The parts of a document that are well formed, at their places; `undefined` where one isn't. */
export interface SoundParts {
  readonly standards: readonly (Standard | undefined)[];
  readonly ladders: readonly (Ladder | undefined)[];
  readonly kpis: readonly (KpiSpec | undefined)[];
  /** The ids of all standards, the broken ones too: what names them isn't wrong. */
  readonly standardIds: readonly string[];
  readonly calendars: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What of a document can be looked at further, though some of it has problems. */
export function soundParts(document: unknown, problems: readonly Problem[]): SoundParts {
  const top = recordOf(document);
  const listOf = (list: PartList): readonly unknown[] => {
    const broken = new Set(problems.filter(({ path }) => path[0] === list).map(({ path }) => path[1]));
    const parts = top[list];
    return Array.isArray(parts) ? parts.map((part, index) => (broken.has(index) ? undefined : part)) : [];
  };
  const standards: readonly unknown[] = Array.isArray(top.standards) ? top.standards : [];
  return {
    standards: listOf('standards') as SoundParts['standards'],
    ladders: listOf('ladders') as SoundParts['ladders'],
    kpis: listOf('kpis') as SoundParts['kpis'],
    standardIds: standards.map((standard) => recordOf(standard).id).filter((id) => typeof id === 'string'),
    calendars: recordOf(top.calendars),
    parameters: recordOf(top.parameters),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
