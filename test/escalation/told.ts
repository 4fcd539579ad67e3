import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { type EventRow, judged, office, wall } from '../support/naive-service.ts';

/** A policy of one ladder. */
export const policyWith = (rungs: readonly object[], more: object = {}, ladder: object = {}) =>
  parsePolicy({
    id: 'p',
    version: '1',
    calendar: office,
    standards: [],
    ...more,
    ladders: [{ id: 'l', ...ladder, rungs }],
  });

/** Each rung as a line, with the role that is told. */
export const told = (
  policy: ReturnType<typeof policyWith>,
  events: readonly EventRow[],
  asOf: string,
  attributes?: Record<string, unknown>,
) =>
  judged(policy, events, asOf, attributes).escalations.map(
    ({ rung, to, at, state }) => `${rung} ${to} ${wall(at)} ${state}`,
  );

export const arrived = ['received', '10-12 10:00'] as const;
