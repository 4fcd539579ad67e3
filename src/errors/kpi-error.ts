import { errorClass } from './duly-error.ts';

/** Counts, goals, KPIs or tallies that make no sense as given. */
export const KpiError = /* @__PURE__ */ errorClass('KpiError', {
  'kpi.count': '{=name} is {given}; expected a whole number, 0 or more',
  'kpi.part': '{=part} is more than {=whole}',
  'kpi.weight': '{=name} is {given}; expected 0 to 1 with at most 4 decimals',
  'kpi.option': '{=name} is {given}; expected {=expected}',
  'kpi.unknown-key': 'there is no option {given}',
  'kpi.missing': '{=name} is missing; expected {=expected}',
  'kpi.goal': '{given} is no goal; expected ">= 90%", "<= 24 hours", "<= 8 working hours" or ">= 4.5"',
  'kpi.standard': 'no standard {given}; expected one of {=known}',
  'kpi.merge': "tallies of different {=what} can't be merged",
  'kpi.snapshot': '{given} is no snapshot of a tally; expected format "duly-tally/1"',
});
export type KpiError = InstanceType<typeof KpiError>;
