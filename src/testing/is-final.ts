import { assess } from '../assess/assess.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { Verdict } from '../standards/verdict.ts';
import { same } from './same.ts';
import type { Situation } from './situations.ts';

/**
 * Whether what is final stays, with its due and done, and what was overdue turns into late alone, with its due, while
 * the case is looked at after each of its events and the millisecond after it.
 */
export function isFinal({ policy, input, moments }: Situation): boolean {
  const times = input.events.flatMap(({ at }) => [toEpoch(at), toEpoch(at) + 1]);
  const received = input.events.flatMap(({ type, at }) => (type === 'received' ? toEpoch(at) : []));
  const begin = received.length === 0 ? 0 : Math.min(...received);
  const known = new Map<string, Verdict>();
  return [...new Set([...times, ...moments])]
    .sort((a, b) => a - b)
    .every((asOf) => {
      const { verdicts } = assess(input, policy, { asOf, trace: false });
      const now = new Map(verdicts.map((verdict) => [keyOf(verdict), verdict]));
      for (const [key, was] of known) if (!follows(was, now.get(key))) return false;
      // What a case states is judged as of its beginning, which is another one before it is received.
      for (const [key, verdict] of now)
        if (verdict.kind !== 'bound' || asOf >= begin) known.set(key, verdict);
      return true;
    });
}

const keyOf = ({ standard, run }: Verdict) => `${standard} ${run}`;

function follows(was: Verdict, now: Verdict | undefined): boolean {
  if (was.status === 'overdue')
    return (now?.status === 'overdue' || now?.status === 'late') && same(now.due, was.due);
  if (!isSettled(was)) return true;
  // What is broken may yet get its end.
  const ends = was.status === 'broken' ? [was.due] : [was.due, was.done];
  return now?.status === was.status && same([now.due, now.done].slice(0, ends.length), ends);
}

const final: ReadonlySet<string> = new Set(['met', 'late', 'broken', 'exempt']);
/** What is said and observed is judged so far, as long as there is more of it; so may a kind be that knows no due. */
const settling: ReadonlySet<string> = new Set([
  'deadline',
  'bound',
  'order',
  'cadence',
  'notice',
  'ownership',
]);

const isSettled = (was: Verdict): boolean =>
  final.has(was.status) &&
  (was.due !== null || settling.has(was.kind)) &&
  // It may apply again before it would have been due.
  !(was.status === 'exempt' && was.reason === 'no-longer-applicable');
