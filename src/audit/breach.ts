import type { Part } from '../standards/part.ts';
import type { Verdict } from '../standards/verdict.ts';
import { compareText } from './count-codes.ts';
import type { Breach, Plain } from './report.ts';

/** What decides how bad a breach is: the same fields in a verdict and in a breach of a stored report. */
export type Ranked = Pick<Breach, 'standard' | 'run' | 'severity' | 'overMs'> & {
  readonly case: string | null;
  readonly status: string;
};

export function isBreach({ status }: Pick<Verdict, 'status'>): boolean {
  return status === 'late' || status === 'overdue' || status === 'broken';
}

/** Hard before soft, then the longest over due, then rules without a due instant; ties by case, standard and run. */
export function byBadness(a: Ranked, b: Ranked): number {
  return (
    softness(a) - softness(b) ||
    (b.overMs ?? -1) - (a.overMs ?? -1) ||
    compareText(a.case ?? '', b.case ?? '') ||
    compareText(a.standard, b.standard) ||
    a.run - b.run
  );
}

const softness = (breach: Ranked) => (breach.severity === 'soft' ? 1 : 0);

/** How bad a run of a case is. */
export function rankOf(
  { standard, run, severity, overMs, status }: Omit<Ranked, 'case'>,
  id: string,
): Ranked {
  return { case: id, standard, run, severity, overMs, status };
}

/** A verdict as a report lists it. */
export function breachOf(verdict: Verdict, standard: Part | undefined): Breach {
  const plain = JSON.parse(JSON.stringify(verdict)) as Plain<Verdict>;
  return {
    case: verdict.case ?? '',
    standard: verdict.standard,
    run: verdict.run,
    status: verdict.status as Breach['status'],
    severity: verdict.severity,
    title: standard?.title ?? null,
    clause: standard?.clause ?? null,
    owner: verdict.owner ?? null,
    from: plain.from,
    due: plain.due,
    done: plain.done,
    overMs: verdict.overMs,
    verdict: plain,
  };
}
