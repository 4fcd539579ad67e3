import { errorClass } from './duly-error.ts';

/** An audit that was asked for in a way that can't be carried out, or that was stopped. */
export const AuditError = /* @__PURE__ */ errorClass('AuditError', {
  'audit.as-of': 'asOf is missing; expected the instant at which the cases are judged',
  'audit.source': '{given} is no source; expected a (async) iterable of cases',
  'audit.range': 'the range ends at {=to}, before it begins at {=from}',
  'audit.option': '{given} is not possible here; expected {=expected}',
  'audit.unknown-key': 'there is no option {given}',
  'audit.snapshot': "{given} can't be merged; expected {=expected}",
  'audit.report': '{given} is no report; expected {=expected}',
  'audit.cancelled': 'cancelled after {=read} cases',
});
export type AuditError = InstanceType<typeof AuditError>;
