import { parseLimit } from '../../src/limit/parse-limit.ts';
import { unitNames } from '../../src/limit/units.ts';

/** A bound or a notice as it was drawn. */
export type Rule = Readonly<Record<string, unknown>> & { readonly kind: string };

const shared = [
  ...unitNames.map((unit) => `unit ${unit}`),
  ...['when', 'exemptOn', 'selector', 'parameter', 'named calendar', 'named counting', 'own counting'],
];

/** Everything that a run of random rules has to have met of each kind. */
export const wantedOf = {
  bound: [
    ...['met', 'broken', 'exempt', 'pending', 'undetermined'].map((status) => `status ${status}`),
    ...['number', 'count', 'span', 'min', 'max', 'both', 'match'],
    ...['of these events', 'from an attribute', 'to an attribute'],
    ...shared,
  ],
  notice: [
    ...['met', 'late', 'overdue', 'pending', 'exempt', 'undetermined'].map((status) => `status ${status}`),
    ...['table', 'unless', 'clear days', 'before an event', 'before an attribute'],
    ...shared,
  ],
} as const;

const has = (value: unknown, key: string) =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);

/** What a rule is and uses. */
export function ruleTraits(rule: Rule): string[] {
  const { measure, min, max, atLeast, before, counting } = rule;
  const { from, to } = Object(measure) as { readonly from?: unknown; readonly to?: unknown };
  const table = (atLeast as { readonly table?: readonly { readonly limit: unknown }[] } | undefined)?.table;
  const limits = [min, max, atLeast, ...(table ?? []).map(({ limit }) => limit)];
  const units = limits.flatMap((one) => (typeof one === 'string' ? [`unit ${parseLimit(one).unit}`] : []));
  const traits: Record<string, boolean> = {
    number: typeof measure === 'string',
    count: has(measure, 'count'),
    span: has(measure, 'from'),
    min: min !== undefined && max === undefined,
    max: min === undefined && max !== undefined,
    both: min !== undefined && max !== undefined,
    match: has(rule, 'match'),
    'of these events': typeof measure === 'string' && has(rule, 'event'),
    'from an attribute': has(from, 'attribute'),
    'to an attribute': has(to, 'attribute'),
    table: table !== undefined,
    unless: has(rule, 'unless'),
    'clear days': rule.clearDays === true,
    'before an event': before !== undefined && !has(before, 'attribute'),
    'before an attribute': has(before, 'attribute'),
    when: has(rule, 'when'),
    exemptOn: has(rule, 'exemptOn'),
    selector: [
      rule.event,
      rule.unless,
      before,
      from,
      to,
      has(measure, 'count') && Object(measure).count,
    ].some((one) => has(one, 'event')),
    parameter: limits.some((one) => has(one, 'parameter')),
    'named calendar': has(rule, 'calendar'),
    'named counting': typeof counting === 'string',
    'own counting': typeof counting === 'object',
  };
  return [...new Set(units), ...Object.keys(traits).filter((trait) => traits[trait])];
}
