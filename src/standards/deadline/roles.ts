import { compileSelectors, type EventMatch, type Selectors, typesOf } from '../../case/selector.ts';
import type { Timeline } from '../../case/timeline.ts';
import type { DeadlineStandard } from './deadline.ts';

/** What an event means to a deadline; one event may play several roles. */
export const FROM = 1;
export const TO = 2;
export const RESTART = 4;
export const EXEMPT = 8;
export const EXTEND = 16;
export const CHANGE = 32;

const exemptByDefault = ['withdrawn', 'merged', 'invalidated'];

/** Compiles a standard whose parameters are resolved into a function that says which roles each event of a timeline plays. */
export function compileRoles(standard: DeadlineStandard): (timeline: Timeline) => number[] {
  const to = typeof standard.to === 'object' && 'all' in standard.to ? standard.to.all : standard.to;
  const cast: [number, EventMatch, string[]][] = [];
  const play = (role: number, selectors: DeadlineStandard['from']) =>
    cast.push([role, compileSelectors(selectors), typesOf(selectors)]);
  play(FROM, standard.from);
  play(TO, to);
  if (standard.restartOn !== undefined) play(RESTART, standard.restartOn as Selectors);
  play(EXEMPT, (standard.exemptOn as Selectors | undefined) ?? exemptByDefault);
  play(EXTEND, 'extended');
  play(CHANGE, ['changed', 'promised']);
  const byType = new Map<string, [number, EventMatch][]>();
  for (const [role, matches, types] of cast) {
    for (const type of types) byType.set(type, [...(byType.get(type) ?? []), [role, matches]]);
  }
  return (timeline) =>
    timeline.events.map((event) => {
      let roles = 0;
      for (const [role, matches] of byType.get(event.type) ?? []) if (matches(event, timeline)) roles |= role;
      return roles;
    });
}
