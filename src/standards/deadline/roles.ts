import { compileWhen, type Predicate } from '../../case/conditions.ts';
import { none } from '../../case/none.ts';
import { inFull, listOf, lookupBy, type Selectors } from '../../case/selector.ts';
import { bitOf, type Timeline } from '../../case/timeline.ts';
import { exemptByDefault } from '../exempt-by-default.ts';
import type { DeadlineStandard } from './standard.ts';

/** What an event means to a deadline; one event may play several roles. */
export const FROM = 1;
export const TO = 2;
export const RESTART = 4;
export const EXEMPT = 8;
export const EXTEND = 16;
export const CHANGE = 32;
/** What may move a run's due, or end it undone. */
export const ACTS = RESTART | EXEMPT | EXTEND | CHANGE;
/** What is looked for together. */
const SOUGHT = [FROM, TO, RESTART, FROM | RESTART, ACTS, TO | ACTS];

/** Which roles events play, by their type's number, and by their attributes where a selector asks for these. */
export class RoleTable {
  /** What an event of a type plays in any case. */
  private readonly always: Record<number, number> = {};
  /** The bits of the types that may play any of some roles, by these roles. */
  private readonly bits = new Int32Array(64);
  private sometimes: readonly {
    readonly code: number;
    readonly role: number;
    readonly holds: Predicate;
  }[] = none;

  /** @param codeOf - The number by which timelines know an event type. */
  constructor(standard: DeadlineStandard, codeOf: (type: string) => number) {
    const { from, to, restartOn, exemptOn = exemptByDefault } = standard;
    // Parameters are resolved by now; what one that isn't set stands for is left out.
    const plays = [
      [FROM, from],
      [TO, typeof to === 'object' && 'all' in to ? to.all : to],
      [RESTART, restartOn],
      [EXEMPT, exemptOn],
      [EXTEND, 'extended'],
      [CHANGE, ['changed', 'promised']],
    ] as readonly (readonly [number, Selectors | undefined])[];
    const { always, bits } = this;
    for (const [role, selectors = none] of plays) {
      for (const selector of listOf(selectors)) {
        const { event, when } = inFull(selector);
        const code = codeOf(event);
        if (when) this.sometimes = [...this.sometimes, { code, role, holds: compileWhen(when) }];
        else always[code] = (always[code] ?? 0) | role;
        for (const wanted of SOUGHT) if (wanted & role) bits[wanted]! |= bitOf(code);
      }
    }
  }

  /** The roles of the n-th event of a timeline. */
  at(n: number, timeline: Timeline): number {
    const code = timeline.codes[n]!;
    let roles = this.always[code] ?? 0;
    for (const one of this.sometimes) {
      if (one.code === code && one.holds(lookupBy(timeline.events[n]!, timeline))) roles |= one.role;
    }
    return roles;
  }

  /** The first event from the n-th on that plays any of some roles; -1 if there is none. */
  next(n: number, wanted: number, timeline: Timeline): number {
    const { codes, seen } = timeline;
    const bits = this.bits[wanted]!;
    if (!(bits & seen)) return -1;
    for (let index = n; index < codes.length; index++) {
      if (bits & bitOf(codes[index]!) && this.at(index, timeline) & wanted) return index;
    }
    return -1;
  }
}
