import type { Policy } from '../policy/types.ts';
import { contactCenter } from './contact-center.ts';
import { hospitalService } from './hospital-service.ts';
import { hotelService } from './hotel-service.ts';
import { marketServiceDesk } from './market-service-desk.ts';
import { procurementCenter } from './procurement-center.ts';
import { propertyReception } from './property-reception.ts';
import { realEstateService } from './real-estate-service.ts';
import { textileService } from './textile-service.ts';

export {
  contactCenter,
  hospitalService,
  hotelService,
  marketServiceDesk,
  procurementCenter,
  propertyReception,
  realEstateService,
  textileService,
};

/**
 * The rulebooks that the package brings, by id. A company that sets a parameter of one keeps the others by spreading them:
 * `extendPolicy(preset, { parameters: { ...preset.parameters, callBack: '2 working hours' } })`.
 */
export const presets: Readonly<Record<string, Policy>> = Object.freeze({
  'market-service-desk': marketServiceDesk,
  'property-reception': propertyReception,
  'textile-service': textileService,
  'real-estate-service': realEstateService,
  'procurement-center': procurementCenter,
  'contact-center': contactCenter,
  'hospital-service': hospitalService,
  'hotel-service': hotelService,
});
