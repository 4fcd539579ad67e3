import type { When } from './conditions.ts';
import type { EventType } from './types.ts';

/** An event type, or a type with a test on the event's attributes first, then the case's. */
export type Selector = EventType | { readonly event: EventType; readonly when?: When };

/** One selector or several: any of them will do. */
export type Selectors = Selector | readonly Selector[];
