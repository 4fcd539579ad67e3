import { compileRow, type RowAnswer, type When } from '../case/conditions.ts';
import { isStandardAttribute } from '../case/vocabulary.ts';
import { type ParameterLookup, withParameters } from '../standards/parameters.ts';
import type { Policy } from './types.ts';

/** What ladders and KPIs ask of a case's attributes, each question once; those about no attribute of the vocabulary left out. */
export function readsOf({ ladders, kpis }: Policy, parameter: ParameterLookup): RowAnswer[] {
  const asked = withParameters({ ladders, kpis }, parameter, () => undefined);
  const rows = new Map<string, RowAnswer>();
  const read = (when: When) => {
    if (!Object.keys(when).some(isStandardAttribute)) return;
    rows.set(JSON.stringify(when), compileRow(when));
  };
  for (const { when = {}, rungs } of asked.ladders ?? []) {
    read(when);
    for (const { to } of rungs)
      if (typeof to === 'object') for (const row of to.table) read({ ...when, ...row.when });
  }
  for (const { when = {}, groupBy = [] } of asked.kpis ?? []) {
    read(when);
    for (const attribute of groupBy) read({ ...when, [attribute]: { not: [] } });
  }
  return [...rows.values()];
}
