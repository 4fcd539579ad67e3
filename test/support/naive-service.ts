import { assess } from '../../src/assess/assess.ts';
import type { Assessment } from '../../src/assess/types.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import type { CaseEvent, CaseInput } from '../../src/case/types.ts';
import { china } from '../../src/china/index.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import type { Policy } from '../../src/policy/types.ts';

const day = ['09:00-18:00'];

/** 09:00 to 18:00 in Shanghai. 2026: 25-27 September and 1-7 October off, 20 September and 10 October working. */
export const office: CalendarSpec = {
  timeZone: 'Asia/Shanghai',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidays: [china()],
};

export const always: CalendarSpec = { timeZone: 'Asia/Shanghai', week: 'always' };

/** `at('09-29 16:40')`: an instant of 2026 on Shanghai's wall. */
export const at = (text: string): string => {
  const [date, clock = '00:00'] = text.split(' ');
  return `2026-${date}T${clock.length === 5 ? `${clock}:00` : clock}+08:00`;
};

/** The same backward, to the minute where that says it all. */
export const wall = (date: Date | null): string | null => {
  if (date === null) return null;
  const text = new Date(date.getTime() + 8 * 3_600_000).toISOString();
  return text
    .slice(5, 23)
    .replace('T', ' ')
    .replace(/(:00)?\.000$/, '');
};

export type EventRow = readonly [type: string, when: string, attributes?: Record<string, unknown>];

export const caseOf = (events: readonly EventRow[], attributes: Record<string, unknown> = {}): CaseInput => ({
  id: 'T-1',
  ...attributes,
  events: events.map(([type, when, more]) => ({ type, at: at(when), ...more }) as CaseEvent),
});

/** A policy of one deadline, `answer`: from received to replied, within 24 hours unless said otherwise. */
export const policyOf = (
  standard: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
): Policy =>
  parsePolicy({
    id: 'p',
    version: '1',
    calendar: office,
    standards: [
      { id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours', ...standard },
    ],
    ...more,
  });

export const judged = (
  policy: Policy,
  events: readonly EventRow[],
  asOf: string,
  attributes?: Record<string, unknown>,
): Assessment => assess(caseOf(events, attributes), policy, { asOf: at(asOf), trace: false });

/** Each verdict as one line: `1 late due 09-30 10:00 done 09-30 11:00`. */
export const lines = ({ verdicts }: Assessment): string[] =>
  verdicts.map((verdict) => {
    const parts = [`${verdict.run} ${verdict.status}`];
    if (verdict.due !== null) parts.push(`due ${wall(verdict.due)}`);
    if (verdict.done !== null) parts.push(`done ${wall(verdict.done)}`);
    if (verdict.status === 'exempt') parts.push(verdict.reason);
    if (verdict.status === 'undetermined') parts.push(`missing ${verdict.missing.join(', ')}`);
    return parts.join(' ');
  });

export const codes = ({ findings }: Assessment): string[] => findings.map(({ code }) => code);
