import { listOf, type Selectors, typesOf } from '../../case/selector.ts';
import { isStandardAttribute } from '../../case/vocabulary.ts';
import type { EpochMs } from '../../instant/types.ts';
import type { Policy } from '../../policy/types.ts';
import type { DeadlineStandard } from '../../standards/deadline/standard.ts';
import { parametersIn, withParameters } from '../../standards/parameters.ts';
import type { CaseFacts } from './staging.ts';
import { Unread } from './unread.ts';

/** The range of a report: which event has to lie in it. */
export interface RangeMs {
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
  readonly event: string;
}

/**
 * Which cases may have a finding: statements tell none, so that the package judges these. More than have one may be
 * named, never fewer.
 */
export function suspectsSql(
  policies: readonly Policy[],
  facts: CaseFacts,
  { asOf, range }: { readonly asOf: EpochMs; readonly range: RangeMs | null },
): string {
  const { earliest, latest, repeats } = facts;
  const tests = [
    `${latest()} > ${asOf}`,
    repeats,
    `${earliest()} < ${earliest(['received'])}`,
    `${earliest(['paused', 'resumed'])} IS NOT NULL`,
  ];
  if (range !== null) {
    const at = earliest([range.event]);
    tests.push(`${at} IS NULL`);
    if (range.from !== null) tests.push(`${at} < ${range.from}`);
    if (range.to !== null) tests.push(`${at} >= ${range.to}`);
  }
  for (const name of attributesRead(policies)) {
    const column = facts.attribute(name);
    if (column === undefined) throw new Unread(name);
    tests.push(`${column} IS NULL`);
  }
  for (const standard of policies.flatMap(({ standards }) => standards))
    if (standard.kind === 'deadline') tests.push(...ofDeadline(standard as DeadlineStandard, facts));
  return [...new Set(tests)].map((test) => `COALESCE(${test}, FALSE)`).join(' OR ');
}

function ofDeadline(standard: DeadlineStandard, { earliest, latest }: CaseFacts): string[] {
  const { from, to, pause } = standard as DeadlineStandard & {
    readonly from: Selectors;
    readonly to: Selectors | { readonly all: Selectors };
  };
  const ends = typeof to === 'object' && 'all' in to ? to.all : to;
  const tested = listOf(from).some((one) => typeof one === 'object');
  const start = tested ? latest(typesOf(from)) : earliest(typesOf(from));
  const tests = [`${earliest(typesOf(ends))} <= ${start}`];
  if (pause === undefined) return tests;
  if ('while' in pause) throw new Unread(`${standard.id}: pause while`);
  const { on, off } = pause as { on: Selectors; off: Selectors };
  return [...tests, `${earliest([...typesOf(on), ...typesOf(off)])} IS NOT NULL`];
}

/** The keys that name an attribute: one that promises or states a time, is a number, or tells runs apart. */
const naming: readonly string[] = ['promised', 'attribute', 'measure', 'match'];

/** The attributes of the vocabulary whose absence is a finding: those of conditions, of KPIs' groups and those named. */
function attributesRead(policies: readonly Policy[]): Set<string> {
  const names = new Set<string>();
  const add = (name: unknown) => {
    if (typeof name === 'string' && isStandardAttribute(name)) names.add(name);
  };
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, inner] of Object.entries(part)) {
      if (naming.includes(key)) add(inner);
      if (key === 'when' && !isSelector(part)) Object.keys(inner).forEach(add);
      look(inner);
    }
  };
  for (const { standards, kpis = [], parameters } of policies) {
    const parts = withParameters({ standards, kpis }, parametersIn(parameters), () => undefined);
    look(parts);
    for (const { groupBy = [] } of parts.kpis) groupBy.forEach(add);
  }
  return names;
}

/** What picks events, of which one that lacks an attribute isn't picked; a standard has an event and a kind. */
const isSelector = (part: object) => 'event' in part && !('kind' in part);
