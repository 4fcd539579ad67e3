import { PolicyError } from '../errors/policy-error.ts';
import { any, mapOf, name, object, oneOf, type Shape } from '../errors/shape.ts';
import { ladderShape } from '../escalation/shape.ts';
import { toEpochDay } from '../instant/civil.ts';
import { kpiShape } from '../kpi/shape.ts';
import { countingShape } from '../limit/shape.ts';
import type { StandardKind } from '../standards/kind.ts';
import { localTextShape } from '../standards/shape.ts';
import { calendarMistakes } from './calendar-mistakes.ts';

export const civilDateShape: Shape = { type: 'text', check: (date: string) => toEpochDay(date) };
export const calendarShape: Shape = { type: 'map', value: any, check: calendarMistakes };
const parts = (item: Shape): Shape => ({ type: 'list', item, least: 0, ids: true });

/** The whole document, with standards of these kinds. */
export function policyShape(kinds: Readonly<Record<string, StandardKind>>): Shape {
  const of = Object.fromEntries(Object.entries(kinds).map(([kind, { shape }]) => [kind, shape]));
  return object({
    'format?': oneOf('duly-policy/1'),
    id: name,
    version: name,
    'effective?': object({ from: civilDateShape, 'to?': civilDateShape }, inOrder),
    'title?': localTextShape,
    'source?': localTextShape,
    'note?': localTextShape,
    calendar: calendarShape,
    'calendars?': mapOf(calendarShape),
    'counting?': countingShape,
    standards: parts({ type: 'kinds', by: 'kind', of }),
    'ladders?': parts(ladderShape),
    'kpis?': parts(kpiShape),
    'parameters?': mapOf(any),
  });
}

function inOrder({ from, to }: { from: string; to?: string }): void {
  if (to !== undefined && to < from) throw new PolicyError('policy.effective', { from, to });
}
