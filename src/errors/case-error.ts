import { errorClass } from './duly-error.ts';

/** A case that isn't one; an audit turns it into a reject with the same code and path. */
export const CaseError = /* @__PURE__ */ errorClass('CaseError', {
  'case.not-an-object': '{given} is no case; expected { id, events: [...] }',
  'case.id': '{given} is no id; expected text',
  'case.events': '{given} given; expected a list of events',
  'case.event': '{given} is no event; expected { type, at }',
  'case.event-type': '{given} is no event type; expected text',
  'case.no-test': 'expected at least one of gte, gt, lte, lt, not, exists',
  'case.event-instant': '{=reason}',
});
export type CaseError = InstanceType<typeof CaseError>;
