import { at, type EventRow } from '../../support/naive-service.ts';
import { policyOfOne } from '../../support/one-standard.ts';

// The notice that most tests of notices judge: word of a delay before the promised time, 30 September 10:00.

export const delay = {
  kind: 'notice',
  event: 'delay-told',
  before: { attribute: 'promisedAt' },
  atLeast: '0 hours',
  unless: 'delivered',
};

export const delays = policyOfOne(delay);
export const received: EventRow = ['received', '09-28 10:00'];
export const promised = { promisedAt: at('09-30 10:00') };
