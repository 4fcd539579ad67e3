import type { Policy } from '../policy/types.ts';
import { textileService } from './textile-service.ts';

export { textileService };

/** The rulebooks that the package brings, by id. */
export const presets: Readonly<Record<string, Policy>> = Object.freeze({
  'textile-service': textileService,
});
