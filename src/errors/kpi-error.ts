import { errorClass, show } from './duly-error.ts';

/** Counts, goals, KPIs or tallies that make no sense as given. */
export const KpiError = /* @__PURE__ */ errorClass('KpiError', {
  'kpi.count': ({ name, given }: { name: string; given: unknown }) =>
    `${name} is ${show(given)}; expected a whole number, 0 or more`,
  'kpi.part': ({ part, whole }: { part: readonly [string, number]; whole: readonly [string, number] }) =>
    `${part[0]} (${part[1]}) is more than ${whole[0]} (${whole[1]})`,
  'kpi.weight': ({ name, given }: { name: string; given: unknown }) =>
    `${name} is ${show(given)}; expected 0 to 1 with at most 4 decimals`,
  'kpi.option': ({ name, given, expected }: { name: string; given: unknown; expected: string }) =>
    `${name} is ${show(given)}; expected ${expected}`,
  'kpi.missing': ({ name, expected }: { name: string; expected: string }) =>
    `${name} is missing; expected ${expected}`,
  'kpi.key': ({ name, measure }: { name: string; measure: string }) => `${measure} takes no ${name}`,
  'kpi.goal': ({ given }: { given: unknown }) =>
    `${show(given)} is no goal; expected ">= 90%", "<= 24 hours", "<= 8 working hours" or ">= 4.5"`,
  'kpi.goal-unit': ({ given, expected }: { given: string; expected: string }) =>
    `${show(given)} can't be compared with this measure; expected ${expected}`,
  'kpi.composite': ({ given }: { given: string }) =>
    `${show(given)} can't be weighed; expected another KPI, no composite, with the same period and groups`,
  'kpi.not-built': ({ what }: { what: string }) => `${what} can't be tallied by this version`,
  'kpi.standard': ({ given, known }: { given: string; known: readonly string[] }) =>
    `no standard ${show(given)}; expected one of ${known.map(show).join(', ')}`,
  'kpi.merge': ({ what }: { what: string }) => `tallies of different ${what} can't be merged`,
  'kpi.snapshot': ({ given }: { given: unknown }) =>
    `${show(given)} is no snapshot of a tally; expected format "duly-tally/1"`,
});
export type KpiError = InstanceType<typeof KpiError>;
