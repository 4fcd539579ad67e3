import { compileSelectors, type EventMatch, listOf, type Selectors } from '../../case/selector.ts';
import type { Timeline } from '../../case/timeline.ts';
import type { DeadlineStandard } from './standard.ts';

/** What an event means to a deadline; one event may play several roles. */
export const FROM = 1;
export const TO = 2;
export const RESTART = 4;
export const EXEMPT = 8;
export const EXTEND = 16;
export const CHANGE = 32;

const exemptByDefault = ['withdrawn', 'merged', 'invalidated'];

/** The roles that every event of a type plays, and those that depend on its attributes. */
interface Part {
  always: number;
  readonly sometimes: { readonly role: number; readonly matches: EventMatch }[];
}

/** Compiles a standard whose parameters are resolved into a function that says which roles each event plays. */
export function compileRoles(standard: DeadlineStandard): (timeline: Timeline) => number[] {
  const parts = new Map<string, Part>();
  const play = (role: number, selectors: Selectors) => {
    for (const selector of listOf(selectors)) {
      const type = typeof selector === 'string' ? selector : selector.event;
      const part = parts.get(type) ?? { always: 0, sometimes: [] };
      if (typeof selector === 'string' || selector.when === undefined) part.always |= role;
      else part.sometimes.push({ role, matches: compileSelectors(selector) });
      parts.set(type, part);
    }
  };
  play(FROM, standard.from);
  play(TO, typeof standard.to === 'object' && 'all' in standard.to ? standard.to.all : standard.to);
  if (standard.restartOn !== undefined) play(RESTART, standard.restartOn as Selectors);
  play(EXEMPT, (standard.exemptOn as Selectors | undefined) ?? exemptByDefault);
  play(EXTEND, 'extended');
  play(CHANGE, ['changed', 'promised']);
  return (timeline) =>
    timeline.events.map((event) => {
      const part = parts.get(event.type);
      if (part === undefined) return 0;
      let roles = part.always;
      for (const { role, matches } of part.sometimes) if (matches(event, timeline)) roles |= role;
      return roles;
    });
}
