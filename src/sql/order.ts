import { listOf, type Selectors } from '../case/selector.ts';
import type { OrderStandard, OrderStep } from '../standards/order/standard.ts';
import { whenSql } from './conditions.ts';
import { withExemptType } from './exempt-type.ts';
import type { PolicyVersion } from './policy-versions.ts';
import { ruledBy, ruleVerdicts } from './rule-verdicts.ts';
import type { Scope } from './scope.ts';

/** The verdicts of an order of steps: the first event that breaks it, completes it or ends the case decides. */
export function compileOrderSql(given: OrderStandard, version: PolicyVersion, scope: Scope): string {
  const ruled = ruledBy(given, version);
  const { standard } = ruled;
  const { dialect } = scope;
  const { whole } = dialect.types;
  const { when, exemptOn } = standard;
  const steps = ('steps' in standard ? standard.steps : [standard.first, standard.then]).map((step) =>
    stepOf(step, scope),
  );
  const exempts = exemptOn as Selectors;
  const exempt = listOf(exempts).length === 0 ? `CAST(NULL AS ${whole})` : `f.${scope.first(exempts)}`;
  scope.learn(when);
  const names = Object.keys(when ?? {});
  const early = steps.slice(1).map(({ first }, n) => {
    const { done } = steps[n]!;
    return `CASE WHEN ${first} IS NOT NULL AND (${done} IS NULL OR ${first} <= ${done}) THEN ${first} END`;
  });
  const broken =
    early.length === 0
      ? `CAST(NULL AS ${whole})`
      : early.length === 1
        ? early[0]!
        : `LEAST(${early.join(', ')})`;
  const found = scope.add(
    scope.fresh('steps'),
    `SELECT f.case_id${scope.carried(names, 'f')}, ${steps[0]!.done} AS begun_pos, ${broken} AS broken_pos, ${steps.at(-1)!.done} AS met_pos, ${exempt} AS exempt_pos FROM d_facts f WHERE ${version.inForce('f')}`,
  );
  const never = Number.MAX_SAFE_INTEGER;
  const or = (name: string) => `COALESCE(x.${name}_pos, ${never * 1000})`;
  const ending = `CASE WHEN x.broken_pos IS NOT NULL AND x.broken_pos <= ${or('met')} AND x.broken_pos <= ${or('exempt')} THEN 'broken' WHEN x.met_pos IS NOT NULL AND x.met_pos <= ${or('exempt')} THEN 'met' WHEN x.exempt_pos IS NOT NULL THEN 'exempt' ELSE 'pending' END`;
  const ended = scope.add(
    scope.fresh('steps'),
    `SELECT x.*, ${ending} AS ending, LEAST(x.broken_pos, x.met_pos, x.exempt_pos) AS end_pos FROM ${found} x`,
  );
  const timed = scope.add(
    scope.fresh('steps'),
    `SELECT x.*, COALESCE(${scope.instantOf('x.end_pos')}, ${scope.asOf}) AS end_ms FROM ${ended} x`,
  );
  const { joins, columns } = scope.at(names, 'x', 'x.end_ms');
  const known = scope.add(scope.fresh('steps'), `SELECT x.*${columns} FROM ${timed} x${joins}`);
  const applying = scope.add(
    scope.fresh('steps'),
    `SELECT x.* FROM ${known} x WHERE ${whenSql(when, scope.found('x'), dialect)}`,
  );
  return ruleVerdicts(scope, withExemptType(scope, applying, 'exempt_pos', exempts), ruled, {
    status: 'r.ending',
    from: `CASE WHEN r.end_pos IS NULL OR r.begun_pos < r.end_pos OR (r.begun_pos = r.end_pos AND r.ending <> 'broken') THEN ${scope.instantOf('r.begun_pos')} END`,
    done: `CASE WHEN r.ending IN ('broken', 'met') THEN r.end_ms END`,
    reason: `CASE WHEN r.ending = 'exempt' THEN r.exempt_type END`,
  });
}

/** The first event of a step, and the one with which it has happened. */
function stepOf(step: OrderStep, scope: Scope): { first: string; done: string } {
  if (typeof step !== 'object' || !('all' in step)) {
    const first = `f.${scope.first(step)}`;
    return { first, done: first };
  }
  const firsts = step.all.map((one) => `f.${scope.first(one)}`);
  const there = firsts.map((first) => `${first} IS NOT NULL`).join(' AND ');
  return {
    first: `f.${scope.first(step.all)}`,
    done: `CASE WHEN ${there} THEN GREATEST(${firsts.join(', ')}, 0) END`,
  };
}
