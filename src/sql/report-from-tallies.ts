import { createAudit } from '../audit/create-audit.ts';
import type { AuditReport } from '../audit/report.ts';
import type { AuditSnapshot } from '../audit/snapshot.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { CaseInput, ReadResult } from '../case/types.ts';
import { SqlError } from '../errors/sql-error.ts';
import { formatCivilDate } from '../instant/civil.ts';
import type { PlacedCellJson } from '../kpi/cells.ts';
import type { RepeatsJson } from '../kpi/repeats.ts';
import type { UsedTimesJson } from '../kpi/used-times.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import { statuses, type Verdict } from '../standards/verdict.ts';
import type { TallyDocument } from './tally-document.ts';
import { toldCases } from './told-cases.ts';

/** A row of the tallies as an engine gives it; whole numbers may come as numbers, bigints or text. */
export type TallyRow = Readonly<Record<string, unknown>>;

/**
 * The report that an audit of the same cases makes, from the rows of the statement `duly_tallies`.
 *
 * It has the counts, KPIs, hours, shares and worst breaches to the last digit. Findings are those of the cases that were
 * left over alone, and there are no rungs of ladders: statements don't look for them.
 *
 * @param rows - All rows of the tallies, in any order; those of several parts that share no case may be put together,
 *   unless the policy has repeats by key. Of slices: those of `duly_slices`, of `duly_tallies` once for each slice, and
 *   of `duly_repeats` where there is such a statement.
 * @param leftOver - The cases that `duly_left_over` names, which the package judges itself.
 * @throws {@link SqlError} `sql.tallies` for rows that are none, of several parts where that won't do, without a slice
 * or with one twice, or without the cases left over
 * @example
 * reportFromTallies([]) // => throws sql.tallies
 */
export function reportFromTallies(
  rows: readonly TallyRow[],
  { leftOver }: { readonly leftOver?: Iterable<CaseInput | ReadResult> } = {},
): AuditReport {
  const document = documentOf(rows);
  const { policies: given } = document;
  const policies = (Array.isArray(given) ? given : [given]).map((policy) => parsePolicy(policy));
  const policy = Array.isArray(given) ? policies : policies[0]!;
  const audit = createAudit(policy, { asOf: document.asOf, groupBy: document.by });
  const left = sumOf(rows, 'left over');
  if (left > 0 && leftOver === undefined)
    refuse(`${left} cases are left over for the package to judge: give them as leftOver`);
  audit.merge(snapshotOfTallies(rows, policy));
  for (const item of leftOver ?? []) audit.add(item);
  return audit.report();
}

/** The same rows as a part of an audit by that policy, which another one takes in. */
export function snapshotOfTallies(rows: readonly TallyRow[], policy: PolicyOrVersions): AuditSnapshot {
  const document = documentOf(rows);
  const policies = Array.isArray(policy) ? policy : [policy as Policy];
  const empty = createAudit(policy, { asOf: document.asOf, groupBy: document.by }).snapshot();
  const kpis = empty.tally.kpis.map((_, place) => kpiCells(rows, place, empty, document, policies));
  const keyed = kpis.some(({ repeats }) => repeats !== null);
  if (document.sliced) checkSlices(rows, keyed);
  const parts = rows.filter(({ part }) => part === 'cases').length;
  if (!document.sliced && parts > 1 && keyed)
    refuse(`repeats by key are found among all cases together, and these rows come from ${parts} parts`);
  const cases = sumOf(rows, 'cases');
  return {
    ...empty,
    cases: { read: cases, assessed: cases, rejected: 0, duplicate: 0 },
    provisional: provisionalOf(rows),
    shares: sharesOf(rows),
    hours: hoursOf(rows),
    breaches: breachesOf(rows, document, policy),
    tally: {
      ...empty.tally,
      runs: empty.tally.standards.map(({ id }) => ({
        counts: statuses.map((status) =>
          sum(rows.filter((row) => isOf(row, 'run', id) && row.more === status)),
        ),
        used: timesOf(rows.filter((row) => isOf(row, 'used', id))),
        elapsed: timesOf(rows.filter((row) => isOf(row, 'elapsed', id))),
        working: timesOf(rows.filter((row) => isOf(row, 'working', id))),
      })),
      cells: kpis.map(({ cells }) => cells),
      repeats: kpis.map(({ repeats }) => repeats),
    },
  } as AuditSnapshot;
}

/** The worst breaches in full: their cases are judged once more. */
function breachesOf(
  rows: readonly TallyRow[],
  document: TallyDocument,
  policy: PolicyOrVersions,
): AuditSnapshot['breaches'] {
  const audit = createAudit(policy, { asOf: document.asOf, duplicates: 'off' });
  for (const told of toldCases(rows, document)) audit.add(told);
  return audit.snapshot().breaches;
}

function documentOf(rows: readonly TallyRow[]): TallyDocument {
  const texts = new Set(rows.filter(({ part }) => part === 'task').map(({ more }) => more));
  const [text] = texts;
  if (texts.size !== 1 || typeof text !== 'string')
    return refuse(texts.size > 1 ? 'they belong to different tasks' : 'the row of the task is missing');
  return JSON.parse(text) as TallyDocument;
}

/** Every slice there is counts once, and repeats by key once for all of them. */
function checkSlices(rows: readonly TallyRow[], keyed: boolean): void {
  const of = (part: string) => rows.filter((row) => row.part === part);
  const cut = of('slice');
  if (cut.length === 0) refuse('the rows of the query of slices are missing');
  const without = cut.find(({ slot }) => slot === null);
  if (without !== undefined) refuse(`${num(without.n)} cases belong to no slice`);
  const counted = of('cases').map(({ slot }) => num(slot));
  const once = new Set(counted);
  if (once.size < counted.length) refuse('a slice is counted twice');
  const missing = cut.filter(({ slot }) => !once.has(num(slot))).map(({ slot }) => num(slot));
  if (missing.length > 0) refuse(`slices are missing: ${missing.slice(0, 10).join(', ')}`);
  const told = of('repeats').length;
  if (keyed && told !== 1) refuse(`repeats by key are told by a query of their own, here ${told} times`);
}

function refuse(reason: string): never {
  throw new SqlError('sql.tallies', { reason });
}

const isOf = (row: TallyRow, part: string, name: string) => row.part === part && row.name === name;
const num = (value: unknown): number => Number(value ?? 0);
const sum = (rows: readonly TallyRow[], key = 'n') => rows.reduce((all, row) => all + num(row[key]), 0);
const sumOf = (rows: readonly TallyRow[], part: string) => sum(rows.filter((row) => row.part === part));

const RADIX = 1_000_000_000n;

/** Sums beyond 2⁵³ come as two parts, of which either may be large. */
function timesOf(rows: readonly TallyRow[]): UsedTimesJson {
  const whole = (value: unknown) => BigInt(String(value ?? 0));
  const total = rows.reduce((all, { high, low }) => all + whole(high) * RADIX + whole(low), 0n);
  const counts = new Map<number, number>();
  for (const { slot, n } of rows) counts.set(num(slot), (counts.get(num(slot)) ?? 0) + num(n));
  return {
    sum: [Number(total / RADIX), Number(total % RADIX)],
    range:
      rows.length === 0
        ? null
        : [Math.min(...rows.map(({ least }) => num(least))), Math.max(...rows.map(({ most }) => num(most)))],
    buckets: [...counts].sort((a, b) => a[0] - b[0]),
  };
}

function provisionalOf(rows: readonly TallyRow[]): AuditSnapshot['provisional'] {
  const own = rows.filter(({ part }) => part === 'provisional');
  return {
    runs: sum(own),
    reasons: own.map(({ more, least, n }) => ({
      reason: String(more),
      since: formatCivilDate(num(least)),
      runs: num(n),
    })),
  };
}

function sharesOf(rows: readonly TallyRow[]): Record<string, number[]> {
  const shares: Record<string, number[]> = {};
  for (const { part, name, slot, n } of rows) {
    if (part !== 'share') continue;
    shares[String(name)] ??= new Array<number>(21).fill(0);
    shares[String(name)]![num(slot)]! += num(n);
  }
  return shares;
}

function hoursOf(rows: readonly TallyRow[]): NonNullable<AuditSnapshot['hours']> {
  const week = () => Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  const [arrivals, breached] = [week(), week()];
  for (const { part, slot, n, high } of rows) {
    if (part !== 'hour') continue;
    const [day, hour] = [Math.floor(num(slot) / 24), num(slot) % 24];
    arrivals[day]![hour]! += num(n);
    breached[day]![hour]! += num(high);
  }
  return { arrivals, breached };
}

const cellParts: readonly unknown[] = ['cell', 'timed', 'open', 'complaint', 'unpublished'];

/** Everything that a KPI has counted. */
interface KpiCells {
  /** Each with a part of what belongs there; they add up. */
  readonly cells: PlacedCellJson[];
  /** Those whose keys cases left over have as well; nothing is found by key where there is no key. */
  readonly repeats: RepeatsJson | null;
}

function kpiCells(
  rows: readonly TallyRow[],
  place: number,
  { tally }: AuditSnapshot,
  { attributes }: TallyDocument,
  policies: readonly Policy[],
): KpiCells {
  const { groupBy, spec } = tally.kpis[place]!;
  const own = rows.filter(({ part, name }) => name === String(place) && cellParts.includes(part));
  const valuesOf = (row: TallyRow, names: readonly string[], first: number) =>
    names.map((name, n) =>
      groupValue(row[`g${first + n}`], attributes.find((one) => one.name === name)?.type),
    );
  const cells = own.map((row): PlacedCellJson => {
    const group = valuesOf(row, groupBy, 0);
    return { period: num(row.period), group, counts: [], ...contentOf(row, policies) };
  });
  const complaints = own.flatMap((row, cell) => {
    if (row.part !== 'complaint') return [];
    const key = JSON.stringify(valuesOf(row, spec.key!, groupBy.length));
    return [[key, [[cell, num(row.n), num(row.n)]]] as const];
  });
  const repeats = tally.repeats[place] ?? null;
  return { cells, repeats: repeats && { ...repeats, complaints } };
}

function contentOf(row: TallyRow, policies: readonly Policy[]): Partial<PlacedCellJson> {
  if (row.part === 'cell') {
    const counts = new Array<number>(num(row.slot) + 1).fill(0);
    counts[num(row.slot)] = num(row.n);
    return { counts };
  }
  if (row.part === 'timed') return { used: timesOf([row]) };
  if (row.part === 'open') return { openUntil: num(row.most) };
  if (row.part === 'complaint') return {};
  const reason = String(row.more);
  const since = formatCivilDate(num(row.least));
  return { provisional: { since, reason, sources: sourcesOf(reason, policies) } };
}

function groupValue(text: unknown, type: string | undefined): PlacedCellJson['group'][number] {
  if (text === null || text === undefined) return null;
  if (type === 'number') return Number(text);
  return type === 'boolean' ? ['true', 't', '1'].includes(String(text)) : String(text);
}

/** The ids of the sources that a reason names. */
function sourcesOf(
  reason: string,
  policies: readonly Policy[],
): NonNullable<Verdict['provisional']>['sources'] {
  const calendars = policies.flatMap(({ calendar, calendars = {} }) => [
    calendar,
    ...Object.values(calendars),
  ]);
  const horizons = calendars.flatMap((calendar) => timetableOf(calendar).rule.horizons);
  const named = horizons.filter(({ source: { id, horizon } }) =>
    `; ${reason};`.includes(`; ${id} covers ${horizon.from} to ${horizon.to};`),
  );
  return [...new Set(named.map(({ source }) => source.id))];
}
