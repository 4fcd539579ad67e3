import { assess } from '../../src/assess/assess.ts';
import { describeStandard } from '../../src/explain/describe-standard.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import type { Policy } from '../../src/policy/types.ts';
import type { Verdict } from '../../src/standards/verdict.ts';
import { at, caseOf, type EventRow, office } from './naive-service.ts';

/** A policy of one standard, `s`, on the office's calendar unless `more` says otherwise. */
export const policyOfOne = (standard: object, more: object = {}): Policy =>
  parsePolicy({ id: 'p', version: '1', calendar: office, standards: [{ id: 's', ...standard }], ...more });

/** The only verdict of a case. */
export function onlyVerdict(
  policy: Policy,
  events: readonly EventRow[],
  asOf: string,
  attributes: Record<string, unknown> = {},
  trace = false,
): Verdict {
  const { verdicts } = assess(caseOf(events, attributes), policy, { asOf: at(asOf), trace });
  if (verdicts.length !== 1) throw new Error(`${verdicts.length} verdicts`);
  return verdicts[0]!;
}

/** What a standard promises, in English and in Chinese. */
export const described = (standard: object, more: object = {}): (string | undefined)[] => {
  const policy = policyOfOne(standard, more);
  return [describeStandard(policy, 's', 'en'), describeStandard(policy, 's', 'zh-CN')];
};
