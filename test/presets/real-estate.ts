import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { realEstateService } from '../../src/presets/real-estate-service.ts';
import type { EventRow } from '../support/naive-service.ts';

/** The preset of the property developer with some parameters set, as a company would. */
export const setTo = (parameters: Record<string, unknown>) =>
  extendPolicy(realEstateService, { parameters: { ...realEstateService.parameters, ...parameters } });

export const complaint = { kind: 'complaint' };
export const inquiry = { kind: 'inquiry' };
/** Wednesday 30 September 17:00; 48 hours end on Friday 2 October 17:00, in the National Day holiday. */
export const received: EventRow = ['received', '09-30 17:00'];
