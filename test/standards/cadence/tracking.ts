import type { EventRow } from '../../support/naive-service.ts';
import { policyOfOne } from '../../support/one-standard.ts';

// The cadence that most tests of cadences judge: news of a parcel from its shipping to its delivery.

export const tracking = { kind: 'cadence', from: 'shipped', until: 'delivered', event: 'progressed' };
export const daily = { ...tracking, every: '1 day' };
export const gaps = policyOfOne(daily);
export const shipped: EventRow = ['shipped', '09-28 10:00'];
