import { errorClass, show } from './duly-error.ts';

/** An audit that was asked for in a way that can't be carried out, or that was stopped. */
export const AuditError = /* @__PURE__ */ errorClass('AuditError', {
  'audit.as-of': () => 'asOf is missing; expected the instant at which the cases are judged',
  'audit.source': ({ given }: { given: unknown }) =>
    `${show(given)} is no source; expected a (async) iterable of cases`,
  'audit.range': ({ from, to }: { from: string; to: string }) =>
    `the range ends at ${to}, before it begins at ${from}`,
  'audit.option': ({ given, expected }: { given: unknown; expected: string }) =>
    `${show(given)} is not possible here; expected ${expected}`,
  'audit.snapshot': ({ expected, given }: { expected: string; given: unknown }) =>
    `${show(given)} can't be merged; expected ${expected}`,
  'audit.report': ({ given, expected }: { given: unknown; expected: string }) =>
    `${show(given)} is no report; expected ${expected}`,
  'audit.cancelled': ({ read }: { read: number }) => `cancelled after ${read} cases`,
});
export type AuditError = InstanceType<typeof AuditError>;
