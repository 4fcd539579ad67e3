import type { Escalation } from '../../src/escalation/types.ts';
import { type EventRow, judged, policyOf, wall } from '../support/naive-service.ts';

export const received = ['received', '10-12 10:00'] as const;

/** A ladder over a standard of 24 hours, unless said otherwise. */
export const ladderOf = (
  rungs: readonly object[],
  standard: object = {},
  ladder: object = {},
  policy: object = {},
) => policyOf(standard as Record<string, unknown>, { ladders: [{ id: 'l', rungs, ...ladder }], ...policy });

export const remind = { id: 'remind', level: 1, to: 'handler', at: { before: 'answer', by: '3 hours' } };

export const warn = { id: 'warn', level: 2, to: 'manager', at: { share: 0.75, of: 'answer' } };

export const boss = { id: 'boss', level: 3, to: 'boss', at: { after: 'answer', by: '4 hours' } };

export const rungsOf = (
  policy: ReturnType<typeof ladderOf>,
  events: readonly EventRow[],
  asOf: string,
  attributes?: Record<string, unknown>,
) => judged(policy, events, asOf, attributes).escalations;

const line = ({ rung, at, state }: Escalation) => `${rung} ${wall(at)} ${state}`;

/** Each rung as `boss 10-13 14:00 missed`. */
export const linesOf = (...args: Parameters<typeof rungsOf>) => rungsOf(...args).map(line);
