import { errorClass } from './duly-error.ts';

/** A limit, a counting convention, a pause or an extension that can't be taken as given. */
export const LimitError = /* @__PURE__ */ errorClass('LimitError', {
  'limit.syntax':
    '{given} is no limit; expected "<n> <unit>" such as "5 working days", "PT24H" or { amount, unit }',
  'limit.unit': '{given} is no unit; expected {=known}',
  'limit.amount': '{given} is no amount; expected a number from {=least}, within 1970 to 2199',
  'limit.not-whole': '{=amount} {=unit} is no whole number of {=parts}',
  'limit.range': '{=amount} {=unit} counted from {from} leaves 1970 to 2199',
  'limit.counting': '{given} is no counting convention; expected {=known} or an object',
  'counting.shape': '{=reason}',
  'counting.unknown-key': '{=reason}',
  'counting.combination': '{=reason}',
});
export type LimitError = InstanceType<typeof LimitError>;

/** The same class for what only `dueAt` can be given, so that judging cases doesn't carry its sentences. */
export const DueError = /* @__PURE__ */ errorClass('LimitError', {
  'limit.pause': '{given} is no pause; expected [from, to] with to at or after from, or [from, null]',
  'limit.open-pause': 'a pause that has not ended needs `asOf`, the moment at which due is asked for',
  'limit.extension': '{given} is no extension; expected { at } with either until or duration',
  'limit.backward': 'a limit that counts backward takes no {=given}',
  'limit.option': '{given} given, {=expected} expected',
  'limit.unknown-key': 'unknown key {given}',
});
