import type { CalendarSpec } from '../calendar/spec.ts';
import type { Timetable } from '../calendar/timetable.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { type Timeline, timelineOf } from '../case/timeline.ts';
import type { CaseInput, Finding } from '../case/types.ts';
import { show } from '../errors/duly-error.ts';
import { KpiError } from '../errors/kpi-error.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { EpochMs, InstantInput } from '../instant/types.ts';
import { type Zone, zoneOf } from '../instant/zone.ts';
import { type Severity, statuses, type Verdict } from '../standards/verdict.ts';
import type { PlacedCellJson } from './cells.ts';
import { type CountCase, caseMeasures } from './count-case.ts';
import { countRun, isDone, RUN_SLOTS, slotOf } from './count-runs.ts';
import { Counter } from './counter.ts';
import type { Cut } from './is-part.ts';
import { kpiRows, type Scope } from './kpi-rows.ts';
import { type PeriodClock, periodClocks } from './period-clock.ts';
import type { RepeatsJson } from './repeats.ts';
import type { KpiRow, Percentiles, StandardTally } from './row.ts';
import type { KpiSpec } from './types.ts';
import { UsedTimes, type UsedTimesJson } from './used-times.ts';

/** What a tally is about, as plain data. */
export interface TallyDefinition {
  readonly timeZone: string;
  /** `calendar`: the place among `calendars` of the one whose hours are its working time. */
  readonly standards: readonly {
    readonly id: string;
    readonly severity: Severity;
    readonly calendar: number;
  }[];
  readonly calendars: readonly CalendarSpec[];
  /** `hidden` ones have no rows: composites weigh them. */
  readonly kpis: readonly (Cut & { readonly hidden?: true })[];
}

/** A tally as JSON; whatever the order in which cases came, equal tallies give equal snapshots. */
export interface TallySnapshot extends TallyDefinition {
  readonly format: 'duly-tally/1';
  /** In the order of `standards`. */
  readonly runs: readonly {
    readonly counts: readonly number[];
    readonly used: UsedTimesJson;
    readonly elapsed: UsedTimesJson;
    readonly working: UsedTimesJson;
  }[];
  /** In the order of `kpis`. */
  readonly cells: readonly (readonly PlacedCellJson[])[];
  /** In the order of `kpis`: the complaints of those that find repeats by key. */
  readonly repeats: readonly (RepeatsJson | null)[];
}

interface StandardCounts {
  readonly id: string;
  readonly severity: Severity;
  readonly counts: number[];
  readonly used: UsedTimes;
  readonly elapsed: UsedTimes;
  readonly working: UsedTimes;
  readonly timetable: Timetable;
  /** The KPIs that measure runs of this standard. */
  readonly counters: Counter[];
}

/** What is counted of a run: a verdict says the same, its instants as dates. */
export interface CountedRun extends Pick<Verdict, 'standard' | 'status' | 'usedMs'> {
  readonly from: EpochMs | null;
  readonly due: EpochMs | null;
  readonly done: EpochMs | null;
  readonly owner?: string | undefined;
  readonly detail?: Verdict['detail'] | undefined;
  readonly provisional?: Verdict['provisional'] | undefined;
}

/** What `assess` gives of a case, or its verdicts with the case as it was read. */
export interface Assessed {
  readonly verdicts: readonly Verdict[];
  readonly timeline?: Timeline | null;
}

const timed: ReadonlySet<string> = new Set(['percentile', 'mean']);

/**
 * Counts of verdicts and KPIs that can be merged: any split, order or merge tree of the same cases gives the same
 * rows to the last digit. Its size grows with standards, KPIs, periods and groups, never with cases.
 */
export class Tally {
  readonly definition: TallyDefinition;
  private readonly zone: Zone;
  private readonly clockOf: (spec: KpiSpec) => PeriodClock;
  private readonly standardsById = new Map<string, StandardCounts>();
  private readonly counters: Counter[] = [];
  private readonly caseCounters: { readonly counter: Counter; readonly count: CountCase }[] = [];

  constructor(definition: TallyDefinition) {
    this.definition = definition;
    this.zone = zoneOf(definition.timeZone);
    this.clockOf = periodClocks(this.zone);
    const timetables = definition.calendars.map(timetableOf);
    for (const { id, severity, calendar } of definition.standards) {
      this.standardsById.set(id, {
        id,
        severity,
        counts: new Array<number>(statuses.length).fill(0),
        used: new UsedTimes(),
        elapsed: new UsedTimes(),
        working: new UsedTimes(),
        timetable: timetables[calendar]!,
        counters: [],
      });
    }
    for (const cut of definition.kpis) this.addCounter(cut);
  }

  private addCounter({ spec, groupBy, hidden }: TallyDefinition['kpis'][number]): void {
    const measure = caseMeasures[spec.measure];
    const shape = {
      groupBy,
      hidden: hidden === true,
      slots: measure?.slots ?? RUN_SLOTS,
      timed: timed.has(spec.measure),
      clock: this.clockOf(spec),
    };
    const counter = new Counter(spec, shape);
    this.counters.push(counter);
    if (spec.measure === 'composite') return;
    if (measure !== undefined) this.caseCounters.push({ counter, count: measure.compile(spec) });
    else for (const standard of this.standardsOf(spec)) standard.counters.push(counter);
  }

  /** The standard that a KPI names; without a name all but the soft ones. */
  private standardsOf({ of }: KpiSpec): StandardCounts[] {
    if (of !== undefined) return [this.standard(of)];
    return [...this.standardsById.values()].filter(({ severity }) => severity === 'hard');
  }

  private standard(id: string): StandardCounts {
    const found = this.standardsById.get(id);
    if (found !== undefined) return found;
    throw new KpiError('kpi.standard', { given: id, known: [...this.standardsById.keys()] });
  }

  /**
   * Counts what `assess` gives. KPIs of cases and conditions need the case too, as it was at a moment; an organisation
   * has none.
   */
  add(assessed: Assessed, source?: { readonly case: CaseInput; readonly asOf: InstantInput }): void {
    const timeline =
      assessed.timeline ?? (source ? timelineOf(source.case, toEpoch(source.asOf, ['asOf'])) : null);
    this.count(assessed.verdicts.map(countedOf), timeline);
  }

  /** The same for runs on plain numbers. */
  count(runs: readonly CountedRun[], timeline: Timeline | null): void {
    for (const run of runs) {
      const { counts, used, elapsed, working, timetable, counters } = this.standard(run.standard);
      counts[slotOf[run.status]]! += 1;
      if (isDone(run) && run.usedMs !== null) {
        const [from, done] = [run.from!, run.done!];
        used.add(run.usedMs);
        elapsed.add(done - from);
        working.add(timetable.between(from, done));
      }
      for (const counter of counters) countRun(counter, timeline, run);
    }
    if (timeline === null) return;
    for (const { counter, count } of this.caseCounters) count(counter, timeline);
  }

  /** A row for each standard, in the order of the policy. */
  standards(): StandardTally[] {
    return [...this.standardsById.values()].map(({ id, severity, counts, used, elapsed, working }) => {
      const [met = 0, late = 0, overdue = 0, pending = 0, exempt = 0, broken = 0, undetermined = 0] = counts;
      return {
        id,
        severity,
        runs: counts.reduce((sum, count) => sum + count, 0),
        ...{ met, late, overdue, pending, exempt, broken, undetermined },
        percentiles: percentilesOf(used),
        elapsed: percentilesOf(elapsed),
        working: percentilesOf(working),
        distribution: used.distribution(),
      };
    });
  }

  /**
   * A row for each KPI, period and group: KPIs in the order of the policy, then by period, then by group. Where only
   * the cases of a range were counted, the periods that aren't wholly in it are marked.
   */
  kpis(asOf: InstantInput, range?: Pick<Scope, 'from' | 'to'> | null): KpiRow[] {
    return kpiRows(this.counters, { asOf: toEpoch(asOf, ['asOf']), ...range }, this.zone);
  }

  /** What is odd about all of it together. */
  findings(): Pick<Finding, 'code' | 'message'>[] {
    const groups = this.counters.flatMap((counter) => counter.furtherGroups());
    const known = groups.filter(([, isKnown]) => isKnown).map(([name]) => name);
    const nobodys = new Set(groups.flatMap(([name]) => (known.includes(name) ? [] : name)));
    return [
      ...[...nobodys].map((name) => ({
        code: 'kpi.group-by',
        message: `no case that a KPI counts has the attribute ${show(name)}: nothing is shown by it`,
      })),
      ...this.counters.flatMap(({ spec, repeats }) => {
        const message = repeats?.oddity();
        return message ? [{ code: 'kpi.unsorted', message: `${spec.id}: ${message}` }] : [];
      }),
    ];
  }

  snapshot(): TallySnapshot {
    return {
      format: 'duly-tally/1',
      ...this.definition,
      runs: [...this.standardsById.values()].map(({ counts, used, elapsed, working }) => ({
        counts: [...counts],
        used: used.toJSON(),
        elapsed: elapsed.toJSON(),
        working: working.toJSON(),
      })),
      cells: this.counters.map(({ cells }) => cells.toJSON()),
      repeats: this.counters.map(({ cells, repeats }) => repeats?.toJSON(cells.sorted()) ?? null),
    };
  }

  /** `JSON.stringify` of a tally is its snapshot. */
  toJSON(): TallySnapshot {
    return this.snapshot();
  }

  /** Adds the counts of a snapshot with the same definition. */
  absorb({ runs, cells, repeats }: TallySnapshot): void {
    for (const [index, { counts, used, elapsed, working }] of [...this.standardsById.values()].entries()) {
      const other = runs[index]!;
      for (const [slot, count] of other.counts.entries()) counts[slot]! += count;
      used.merge(other.used);
      elapsed.merge(other.elapsed);
      working.merge(other.working);
    }
    for (const [index, counter] of this.counters.entries()) counter.merge(cells[index]!, repeats?.[index]);
  }
}

/** What is counted of a verdict. */
export function countedOf(verdict: Verdict) {
  const millis = (date: Date | null) => date?.getTime() ?? null;
  return { ...verdict, from: millis(verdict.from), due: millis(verdict.due), done: millis(verdict.done) };
}

function percentilesOf(times: UsedTimes): Percentiles {
  const [p50 = null, p75 = null, p90 = null, p95 = null, p99 = null] = times.percentiles([
    50, 75, 90, 95, 99,
  ]);
  return { p50, p75, p90, p95, p99 };
}
