import type { Timetable } from '../calendar/timetable.ts';
import type { ParameterReference, When } from '../case/conditions.ts';
import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import { type DueFrom, dueFrom } from '../limit/due-from.ts';
import { toLimit } from '../limit/parse-limit.ts';
import type { Counting, CountingName, Limit, LimitInput } from '../limit/types.ts';
import { type UnitFacts, units } from '../limit/units.ts';
import type { PolicySetting } from './kind.ts';
import { compileParameterRow, isParameter } from './parameters.ts';

/** A limit that the case states itself: an attribute holds the promised time. */
export interface PromiseRule {
  readonly promised: string;
}

export interface LimitRow {
  readonly when: When;
  readonly limit: LimitInput | PromiseRule | ParameterReference;
  readonly calendar?: string;
  readonly counting?: CountingName | Counting;
}

/** A limit by the case's attributes: the first row that matches wins. */
export interface LimitTable {
  readonly table: readonly LimitRow[];
  readonly otherwise?: LimitInput | PromiseRule | ParameterReference;
}

/** How much time a standard allows. */
export type LimitRule = LimitInput | LimitTable | PromiseRule | ParameterReference;

/** The same where a promise makes no sense. */
export type LimitOrTable = Exclude<LimitRule, PromiseRule>;

/** What a limit rule comes to for one case at one instant. */
export type Allowance =
  | {
      readonly kind: 'limit';
      readonly limit: Limit;
      readonly unit: UnitFacts;
      readonly timetable: Timetable;
      readonly counting: Counting;
      readonly dueFrom: DueFrom;
    }
  | {
      readonly kind: 'promise';
      readonly attribute: string;
      /** No length at all: its time is measured as it passes. */
      readonly limit: Limit;
      readonly unit: UnitFacts;
      readonly timetable: Timetable;
      readonly counting: Counting;
    }
  | { readonly kind: 'unknown'; readonly missing: readonly string[] };

/** The unit in which time is measured, and by which calendar and counting. */
export type Terms = Exclude<Allowance, { readonly kind: 'unknown' }>;

export interface CompiledLimitRule<Allowed = Allowance> {
  /** Whether the allowance depends on the case's attributes. */
  readonly varies: boolean;
  allowanceFor(timeline: Timeline, at: EpochMs): Allowed;
}

/** What a rule comes to that may hold no promise, which its shape sees to. */
export type LimitAllowance = Exclude<Allowance, { readonly kind: 'promise' }>;

/** The calendar and counting that hold where a table row names none. */
export interface LimitDefaults {
  readonly calendar?: string;
  readonly counting?: CountingName | Counting;
}

/** Compiles a limit rule against a policy's calendars and counting; a parameter that is still there is not set. */
export function compileLimitRule(
  rule: LimitOrTable,
  setting: PolicySetting,
  defaults: LimitDefaults,
): CompiledLimitRule<LimitAllowance>;
export function compileLimitRule(
  rule: LimitRule,
  setting: PolicySetting,
  defaults: LimitDefaults,
): CompiledLimitRule;
export function compileLimitRule(
  rule: LimitRule,
  setting: PolicySetting,
  defaults: LimitDefaults,
): CompiledLimitRule {
  if (typeof rule === 'object' && 'table' in rule) return compileTable(rule, setting, defaults);
  const allowance = fixedAllowance(rule, setting, defaults);
  return { varies: false, allowanceFor: () => allowance };
}

function compileTable(
  { table, otherwise }: LimitTable,
  setting: PolicySetting,
  defaults: LimitDefaults,
): CompiledLimitRule {
  if (isParameter(table)) return compileLimitRule(table, setting, defaults);
  const rows = table.map((row) => {
    // A row that is a parameter itself has neither, and is unknown in both.
    const { when = row as unknown as When, limit = row as unknown as ParameterReference } = row;
    return {
      matches: compileParameterRow(when, setting.parameter),
      allowance: fixedAllowance(limit, setting, { ...defaults, ...row }),
    };
  });
  const rest: Allowance =
    otherwise === undefined
      ? { kind: 'unknown', missing: [...new Set(table.flatMap(({ when = {} }) => Object.keys(when)))] }
      : fixedAllowance(otherwise, setting, defaults);
  return {
    varies: true,
    allowanceFor(timeline, at) {
      const lookup = timeline.lookupAt(at);
      for (const { matches, allowance } of rows) {
        const answer = matches(lookup);
        if (answer === true) return allowance;
        if (answer !== false) return { kind: 'unknown', missing: [answer] };
      }
      return rest;
    },
  };
}

/** The terms of a limit by a calendar and a counting. */
export function limitTerms(
  given: Pick<Terms, 'limit' | 'timetable' | 'counting'>,
): Terms & { readonly kind: 'limit' } {
  return { kind: 'limit', ...given, unit: units[given.limit.unit], dueFrom: dueFrom(given) };
}

const elapsed: Limit = { amount: 0, unit: 'hours' };

function fixedAllowance(
  rule: LimitInput | PromiseRule | ParameterReference,
  setting: PolicySetting,
  defaults: LimitDefaults,
): Allowance {
  // What is set has been filled in.
  if (isParameter(rule)) return { kind: 'unknown', missing: [rule.parameter] };
  const { calendar, counting } = defaults;
  const terms = { timetable: setting.timetable(calendar), counting: setting.counting(counting) };
  if (typeof rule === 'object' && 'promised' in rule)
    return { kind: 'promise', attribute: rule.promised, limit: elapsed, unit: units.hours, ...terms };
  return limitTerms({ limit: toLimit(rule), ...terms });
}
