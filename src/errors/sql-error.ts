import { errorClass } from './duly-error.ts';

/** What can't be written as SQL, or not safely; nothing is ever approximated. */
export const SqlError = /* @__PURE__ */ errorClass('SqlError', {
  'sql.dialect': '{given} is no dialect; expected {=known}',
  'sql.unknown-key': 'there is no option {given}',
  'sql.option': '{=name} is {given}; expected {=expected}',
  'sql.name': '{given} is no name of a table or column; expected text without control characters',
  'sql.unsupported': '{=what} not written as SQL',
  'sql.calendar': 'this calendar is not written as tables: {=reason}',
  'sql.range': '{=from} to {=to} is no range of civil dates from 1970-01-10 to 2199-12-20',
  'sql.attribute': 'the policy reads {given}, which no column is named for',
  'sql.tallies': 'these rows are not the tallies of this policy: {=reason}',
});
export type SqlError = InstanceType<typeof SqlError>;
