import { compileSelectors, type EventMatch, listOf, type Selectors } from '../../case/selector.ts';
import type { Timeline } from '../../case/timeline.ts';
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
/** Its attributes have a say. */
const DEPENDS = 64;

/** Which roles events play, by their type's number, and by their attributes where a selector asks for these. */
export class RoleTable {
  private readonly always: number[] = [];
  private readonly sometimes: {
    readonly code: number;
    readonly role: number;
    readonly matches: EventMatch;
  }[] = [];

  /** @param codeOf - The number by which timelines know an event type. */
  constructor(standard: DeadlineStandard, codeOf: (type: string) => number) {
    const { from, to, restartOn = [], exemptOn = exemptByDefault } = standard;
    const play = (role: number, selectors: Selectors) => this.play(role, selectors, codeOf);
    play(FROM, from);
    play(TO, typeof to === 'object' && 'all' in to ? to.all : to);
    // Parameters are resolved by now.
    play(RESTART, restartOn as Selectors);
    play(EXEMPT, exemptOn as Selectors);
    play(EXTEND, 'extended');
    play(CHANGE, ['changed', 'promised']);
  }

  /** The roles of the n-th event of a timeline. */
  at(n: number, timeline: Timeline): number {
    const roles = this.always[timeline.codes[n]!] ?? 0;
    return roles & DEPENDS ? this.dependent(roles, timeline, n) : roles;
  }

  /** The first event from the n-th on that plays any of some roles; -1 if there is none. */
  next(n: number, wanted: number, timeline: Timeline): number {
    const { always } = this;
    const { codes } = timeline;
    for (let index = n; index < codes.length; index++) {
      const roles = always[codes[index]!] ?? 0;
      if (roles & (wanted | DEPENDS) && this.at(index, timeline) & wanted) return index;
    }
    return -1;
  }

  private dependent(roles: number, timeline: Timeline, n: number): number {
    let all = roles & ~DEPENDS;
    for (const { code, role, matches } of this.sometimes) {
      if (code === timeline.codes[n] && matches(timeline.events[n]!, timeline)) all |= role;
    }
    return all;
  }

  private play(role: number, selectors: Selectors, codeOf: (type: string) => number): void {
    for (const selector of listOf(selectors)) {
      const plain = typeof selector === 'string' || selector.when === undefined;
      const code = codeOf(typeof selector === 'string' ? selector : selector.event);
      if (!plain) this.sometimes.push({ code, role, matches: compileSelectors(selector) });
      while (this.always.length <= code) this.always.push(0);
      this.always[code]! |= plain ? role : DEPENDS;
    }
  }
}
