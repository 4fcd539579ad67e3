import { timelineOf } from '../../src/case/timeline.ts';
import type { CaseEvent } from '../../src/case/types.ts';
import type { TallyPolicy } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import type { Status, Verdict } from '../../src/standards/verdict.ts';

/** The moment at which the tests look: the start of November 2026 in Shanghai. */
export const asOf = Date.parse('2026-11-01T00:00:00+08:00');

/** A policy with one hard standard `s`, one soft standard `advice`, and the KPIs given. */
export function policyOf(...kpis: KpiSpec[]): TallyPolicy {
  return {
    calendar: { timeZone: 'Asia/Shanghai', week: 'always' },
    standards: [{ id: 's' }, { id: 'advice', severity: 'soft' }],
    kpis,
  };
}

/** `'09-30 10:00'` of 2026 in Shanghai. */
export const at = (text: string): Date => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`);

/** A case from `'09-30 10:00 received'`-like lines, or events with attributes. */
export function caseOf(events: readonly (string | CaseEvent)[], attributes: Record<string, unknown> = {}) {
  const list = events.map((event) =>
    typeof event === 'string' ? { type: event.slice(12), at: at(event.slice(0, 11)) } : event,
  );
  return timelineOf({ id: 'c', ...attributes, events: list }, asOf);
}

/** A verdict of standard `s`, received on 30 September, due on 2 October. */
export function verdictOf(status: Status, parts: Partial<Verdict> = {}): Verdict {
  const done = status === 'met' ? at('10-01 10:00') : status === 'late' ? at('10-03 10:00') : null;
  const from = at('09-30 10:00');
  const common = {
    case: 'c',
    standard: 's',
    kind: 'deadline',
    run: 1,
    severity: 'hard',
    from,
    due: at('10-02 10:00'),
    done,
    usedMs: done === null ? null : done.getTime() - from.getTime(),
    overMs: null,
    pausedMs: null,
    remainingMs: null,
    share: null,
    clock: 'stopped',
  };
  return { ...common, status, ...parts } as unknown as Verdict;
}
