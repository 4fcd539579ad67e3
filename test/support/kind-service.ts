import { assessOrganisation } from '../../src/assess/assess-organisation.ts';
import type { OrganisationInput } from '../../src/assess/organisation-log.ts';
import type { Assessment } from '../../src/assess/types.ts';
import { describeStandard } from '../../src/explain/describe-standard.ts';
import { explain } from '../../src/explain/explain.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import type { Policy } from '../../src/policy/types.ts';
import type { Verdict } from '../../src/standards/verdict.ts';
import { always, at } from './naive-service.ts';

/** A policy of one standard, `rule`, on an always open calendar in Shanghai. */
export const ruleOf = (standard: Record<string, unknown>, more: Record<string, unknown> = {}): Policy =>
  parsePolicy({
    id: 'p',
    version: '1',
    calendar: always,
    standards: [{ id: 'rule', ...standard }],
    ...more,
  });

/** The detail of the only verdict, as JSON holds it. */
export const detailOf = ({ verdicts }: Assessment): unknown =>
  JSON.parse(JSON.stringify(verdicts[0]?.detail));

/** A verdict in words, as given and as JSON has it, which must not differ. */
export const explained = (verdict: Verdict | undefined): string[] => {
  const stored = JSON.parse(JSON.stringify(verdict)) as Verdict;
  return [explain(verdict as Verdict, { locale: 'en' }), explain(stored, { locale: 'zh-CN' })];
};

/** What the rule of a policy promises, in English and Chinese. */
export const told = (policy: Policy): (string | undefined)[] => [
  describeStandard(policy, 'rule', 'en'),
  describeStandard(policy, 'rule', 'zh-CN'),
];

/** The organisation judged over a range, September 2026 unless said otherwise. */
export const judgedOf = (
  policy: Policy,
  log: OrganisationInput,
  asOf: string,
  range: { readonly from?: string; readonly to?: string } = { from: '2026-09-01', to: '2026-10-01' },
): Assessment => assessOrganisation(log, policy, { asOf: at(asOf), range });

/** Events `survey-run` at instants on Shanghai's wall. */
export const surveys = (...whens: readonly string[]): { type: string; at: string }[] =>
  whens.map((when) => ({ type: 'survey-run', at: at(when) }));
