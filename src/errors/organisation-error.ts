import { errorClass } from './duly-error.ts';

/** A log of the organisation that isn't one: a `CaseError` for whoever catches it, with messages of its own. */
export const OrganisationError = /* @__PURE__ */ errorClass('CaseError', {
  'organisation.not-an-object':
    '{given} is no log of an organisation; expected { events: [...], shifts: [...] }',
  'organisation.shifts': '{given} is no list of shifts; expected an array',
  'organisation.shift': '{given} is no shift; expected { who, from, to }',
  'organisation.who': '{given} names nobody; expected a non-empty string',
  'organisation.post': '{given} is no post; expected a string',
  'organisation.instant': '{=reason}',
  'organisation.reversed': 'it ends at {=to}, before it begins at {=from}',
});
export type OrganisationError = InstanceType<typeof OrganisationError>;
