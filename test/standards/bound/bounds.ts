import type { BoundDetail } from '../../../src/standards/bound/standard.ts';
import type { judged } from '../../support/naive-service.ts';

/** At most three rings before a call is answered. */
export const rings = { kind: 'bound', measure: 'rings', max: 3, when: { channel: 'phone' } };
export const phone = { channel: 'phone' };

/** Each verdict's status and what was measured. */
export const values = (assessment: ReturnType<typeof judged>) =>
  assessment.verdicts.map(({ status, detail }) => [status, (detail as unknown as BoundDetail)?.value]);
