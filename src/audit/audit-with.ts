import { assessOrganisation } from '../assess/assess-organisation.ts';
import { assessmentOf, type Judge, type Judged } from '../assess/judge.ts';
import type { OrganisationInput } from '../assess/organisation-log.ts';
import type { Assessment } from '../assess/types.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { none } from '../case/none.ts';
import type { Timeline } from '../case/timeline.ts';
import type { CaseInput, Finding, ReadResult, Reject } from '../case/types.ts';
import { countedOf } from '../kpi/tally.ts';
import type { PolicyOrVersions } from '../policy/types.ts';
import type { Verdict } from '../standards/verdict.ts';
import { breachOf, byBadness, isBreach, type Ranked, rankOf } from './breach.ts';
import {
  type AuditItem,
  idOf,
  isReadResult,
  isReject,
  type Place,
  placeOf,
  rejectOf,
  reusedId,
} from './classify.ts';
import { combineVersions, listOf } from './combine-versions.ts';
import { compareRules } from './compare-rules.ts';
import { countCodes } from './count-codes.ts';
import { countHours } from './count-hours.ts';
import { createDuplicateIndex, type DuplicateIndex } from './duplicate-index.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type AuditOptions, settingsOf } from './options.ts';
import type {
  AuditProgress,
  AuditReport,
  AuditTask,
  Breach,
  CodeCount,
  FindingExample,
  RejectExample,
} from './report.ts';
import { type AuditSnapshot, checkSnapshot } from './snapshot.ts';
import { keepWorst } from './worst.ts';

/** What became of one item. */
export type Added =
  | { readonly ok: true; readonly assessment: Assessment }
  | { readonly ok: false; readonly reject: Reject }
  | { readonly ok: false; readonly duplicate: true };

/** An audit made by hand: cases go in one by one, the report comes out at any time. */
export interface Audit {
  add(item: AuditItem): Added;
  merge(snapshot: AuditSnapshot): void;
  snapshot(): AuditSnapshot;
  report(): AuditReport;
  /** How far it has come; costs next to nothing. */
  progress(): AuditProgress;
}

/** What became of one item, before its public form is made. */
type Taken = { readonly ok: true; readonly judged: Judged } | Extract<Added, { ok: false }>;

/** A breach that is kept: as it was judged, with its case so that it can be traced, or ready from a snapshot. */
type Kept = { readonly rank: Ranked; readonly source: CaseInput } | { readonly rank: Breach };

const duplicate: Taken = Object.freeze({ ok: false, duplicate: true });
const VALUE_SHOWN = 200;

/** An audit that can also be told what was noticed about no case. */
export interface OpenAudit extends Audit {
  /** The same as `add` without the public form of an assessment, which takes as long as all the rest. */
  take(item: AuditItem): Taken;
  note(finding: Finding, file: string | undefined): void;
}

/** The audit itself, with the judge as an argument, and where earlier cases are looked for. */
export function auditWith(
  judge: Judge,
  policy: PolicyOrVersions,
  options: AuditOptions,
  earlier?: DuplicateIndex,
): OpenAudit {
  const versions = listOf(policy);
  const combined = combineVersions(versions);
  const { newest, standards } = combined;
  const settings = settingsOf(options, newest);
  const { asOf, range } = settings;
  const { zone } = timetableOf(newest.calendar);
  const { onVerdict, onReject, against } = options;
  const moment = { asOf, trace: settings.trace };

  const cases = { read: 0, assessed: 0, rejected: 0, duplicate: 0 };
  const rows = { read: 0, used: 0, rejected: 0, duplicate: 0 };
  const index = earlier ?? createDuplicateIndex(settings.duplicates);
  const findings = countCodes<FindingExample>();
  const rejects = countCodes<RejectExample>();
  const hours = countHours(zone);
  const worst = keepWorst<Kept>(settings.breaches, (a, b) => byBadness(a.rank, b.rank));
  const ledger = createLedger(combined, settings.groupBy);
  const comparison = against === undefined ? undefined : compareRules(against, combined, settings);

  const reject = (why: Reject): Taken => {
    rejects.add(why.code, why, () => exampleOf(why));
    onReject?.(why);
    return { ok: false, reject: why };
  };
  const rejectCase = (why: Reject): Taken => {
    cases.rejected += 1;
    return reject(why);
  };
  const find = (finding: Finding, id: string, read: Place | undefined) => {
    const { code, message } = finding;
    const place = { message, case: id, ...placeOf(read) };
    findings.add(code, place, () => ({ ...place, ...pathAndEvents(finding) }));
  };

  const note = (finding: Finding, file: string | undefined) => find(finding, '', placeOf({ file }));

  const addCase = (input: CaseInput, read?: ReadResult & { ok: true }): Taken => {
    cases.read += 1;
    const id = idOf(input);
    const seen = id === undefined ? 'new' : index.seen(input);
    if (seen === 'same') {
      cases.duplicate += 1;
      return duplicate;
    }
    if (seen === 'other') return rejectCase(reusedId(input.id, read));
    let judged: Judged;
    try {
      judged = judge(input, moment);
    } catch (error) {
      return rejectCase(rejectOf(error, id, read));
    }
    if (id !== undefined) index.keep();
    cases.assessed += 1;
    const outside = range === null ? null : outsideOf(judged.timeline);
    if (outside !== null) find(outside, input.id, read);
    else count(judged, input, read);
    return { ok: true, judged };
  };

  const outsideOf = (timeline: Timeline): Finding | null => {
    const { from, to, event } = range as NonNullable<typeof range>;
    const first = timeline.first(event);
    if (first === undefined)
      return { code: 'audit.no-range-event', message: `no "${event}" event: in no range` };
    if ((from === null || first.at >= from) && (to === null || first.at < to)) return null;
    return {
      code: 'audit.out-of-range',
      message: `"${event}" at ${new Date(first.at).toISOString()} lies outside the range`,
    };
  };

  const count = (judged: Judged, source: CaseInput, read?: ReadResult & { ok: true }) => {
    const { timeline, runs } = judged;
    ledger.add(judged, timeline);
    hours.add(timeline, runs);
    comparison?.add(judged, source, read);
    for (const run of runs) if (isBreach(run)) worst.offer({ rank: rankOf(run, timeline.id), source });
    if (onVerdict !== undefined) {
      const assessment = assessmentOf(judged);
      for (const verdict of assessment.verdicts) onVerdict(verdict, assessment);
    }
    for (const finding of judged.findings) find(finding, timeline.id, read);
    for (const finding of read?.findings ?? []) find(finding, timeline.id, read);
  };

  const addOrganisation = (log: OrganisationInput): void => {
    const assessment = assessOrganisation(log, policy, { asOf, range: range ?? {} });
    ledger.add({ runs: assessment.verdicts.map(countedOf), rungs: none }, null);
    comparison?.addOrganisation(log, range);
    for (const verdict of assessment.verdicts) {
      if (isBreach(verdict)) worst.offer({ rank: breachOf(verdict, standards.get(verdict.standard)) });
      onVerdict?.(verdict, assessment);
    }
    for (const finding of assessment.findings) find(finding, '', undefined);
  };
  if (options.organisation !== undefined) addOrganisation(options.organisation);

  const addResult = (read: ReadResult): Taken => {
    const file = read.ok ? read.file : read.reject.file;
    for (const finding of read.ofFile ?? []) note(finding, file);
    if (!read.ok) {
      rows.read += 1;
      rows.rejected += 1;
      if (read.lost === 'row') return reject(read.reject);
      cases.read += 1;
      return rejectCase(read.reject);
    }
    const added = addCase(read.case, read);
    const own = read.rows ?? 1;
    const repeated = read.repeatedRows ?? 0;
    rows.read += own + repeated;
    rows.duplicate += repeated;
    if (added.ok) rows.used += own;
    else if ('duplicate' in added) rows.duplicate += own;
    else rows.rejected += own;
    return added;
  };

  // Traced only now: of a million breaches a hundred are read.
  const finish = (kept: Kept): Breach => {
    if (!('source' in kept)) return kept.rank;
    const { rank, source } = kept;
    const traced = assessmentOf(judge(source, { asOf, trace: true })).verdicts.find(sameRun(rank));
    return breachOf(traced!, standards.get(rank.standard));
  };

  const task: AuditTask = {
    policy: versions.map(({ id, version }) => ({ id, version })),
    asOf: new Date(asOf).toISOString(),
    range: range && { ...range, from: isoOf(range.from), to: isoOf(range.to) },
  };
  const progress = (): AuditProgress => ({ cases: { ...cases }, rows: rows.read === 0 ? null : { ...rows } });
  const lists = () => ({
    findings: findings.list(),
    rejects: rejects.list(),
    breaches: worst.list().map(finish),
    hours: hours.list(),
  });
  const theirs = comparison?.snapshot().policy ?? null;

  const take = (item: AuditItem): Taken => {
    if (isReadResult(item)) return addResult(item);
    if (!isReject(item)) return addCase(item);
    cases.read += 1;
    return rejectCase(item);
  };

  return {
    take,
    add(item) {
      const taken = take(item);
      return taken.ok ? { ok: true, assessment: assessmentOf(taken.judged) } : taken;
    },
    merge(part) {
      checkSnapshot(part, { ...task, groupBy: settings.groupBy, against: theirs });
      ledger.merge(part);
      if (part.against !== undefined) comparison?.merge(part.against);
      addUp(cases, part.cases);
      if (part.rows !== null) addUp(rows, part.rows);
      findings.merge(part.findings);
      rejects.merge(part.rejects);
      hours.merge(part.hours);
      for (const breach of part.breaches) worst.offer({ rank: breach });
    },
    progress,
    note,
    snapshot: () => ({
      format: 'duly-audit/1',
      ...task,
      groupBy: settings.groupBy,
      ...progress(),
      ...ledger.snapshot(),
      ...lists(),
      ...(comparison && { against: comparison.snapshot() }),
    }),
    report() {
      const { provisional, ...figures } = ledger.rows(asOf, range);
      return {
        format: 'duly-report/1',
        timeZone: zone.name,
        ...task,
        ...progress(),
        ...figures,
        ...lists(),
        findings: [...findings.list(), ...ofAll(ledger)],
        provisional,
        ...(comparison && { against: comparison.report() }),
      };
    },
  };
}

/** What is odd about no case alone. */
const ofAll = (ledger: Ledger): CodeCount<FindingExample>[] => {
  const codes = countCodes<FindingExample>();
  for (const { code, message } of ledger.oddities())
    codes.add(code, { message }, () => ({ message, case: '' }));
  return codes.list();
};

const isoOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());

const sameRun = (wanted: Ranked) => (verdict: Verdict) =>
  verdict.standard === wanted.standard && verdict.run === wanted.run;

function addUp<Counts extends Record<string, number>>(into: Counts, more: Readonly<Counts>): void {
  for (const key of Object.keys(into) as (keyof Counts)[])
    into[key] = ((into[key] as number) + more[key]) as Counts[keyof Counts];
}

function exampleOf({ code: _, raw: __, rawRows: ___, ...example }: Reject): RejectExample {
  const { value } = example;
  return value === undefined || value.length <= VALUE_SHOWN
    ? example
    : { ...example, value: `${value.slice(0, VALUE_SHOWN)}...` };
}

function pathAndEvents({ path, events }: Finding): Pick<Finding, 'path' | 'events'> {
  return { ...(path !== undefined && { path }), ...(events !== undefined && { events }) };
}
