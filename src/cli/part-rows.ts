import { describeLadder } from '../explain/describe-ladder.ts';
import { describeStandard } from '../explain/describe-standard.ts';
import type { Policy } from '../policy/types.ts';
import { localText } from '../report/format.ts';
import type { Locale } from '../report/index.ts';
import { safeText } from '../report/safe-text.ts';
import type { Part } from '../standards/part.ts';
import { describeKpi } from './describe-kpi.ts';
import { kindWord } from './kind-word.ts';

/** A standard, ladder or KPI as a table tells it, in one language. */
export interface PartRow {
  readonly row: string;
  readonly id: string;
  /** A soft part has an asterisk. */
  readonly kind: string;
  readonly title: string;
  readonly promise: string;
  readonly clause: string;
  readonly weight: string;
  readonly note: string;
}

/** The parts of a policy, told one by one: in the order of the rulebook's rows, as far as they say theirs. */
export function partRows(policy: Policy, locale: Locale): PartRow[] {
  const { standards, ladders = [], kpis = [] } = policy;
  const told = (part: Part, kind: string, promise = ''): PartRow => ({
    row: part.row ?? '',
    id: part.id,
    kind: kindWord(kind, locale) + (part.severity === 'soft' ? ' *' : ''),
    title: localText(part.title, locale),
    promise: safeText(promise),
    clause: localText(part.clause, locale),
    weight: `${part.weight ?? ''}`,
    note: localText(part.note, locale),
  });
  return [
    ...standards.map((part) => told(part, part.kind, describeStandard(policy, part.id, locale))),
    ...ladders.map((part) => told(part, 'ladder', describeLadder(policy, part.id, locale))),
    ...kpis.map((part) => told(part, 'kpi', describeKpi(policy, part, locale))),
  ].sort((a, b) => byRow(a.row, b.row));
}

/** `3.2` comes before `3.10`; parts without a row come last. */
function byRow(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const [first, second] = [a, b].map((row) => row.split('.').map(Number)) as [number[], number[]];
  const place = first.findIndex((number, index) => number !== second[index]);
  return place < 0 ? first.length - second.length : (first[place] ?? 0) - (second[place] ?? -1);
}
