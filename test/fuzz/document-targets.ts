import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { assess } from '../../src/assess/assess.ts';
import { createAudit } from '../../src/audit/create-audit.ts';
import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import type { CaseInput } from '../../src/case/types.ts';
import { explain } from '../../src/explain/explain.ts';
import { dueAt } from '../../src/limit/due-at.ts';
import type { LimitInput } from '../../src/limit/types.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { presets } from '../../src/presets/index.ts';
import { mappings, parseMapping, readCases } from '../../src/readers/index.ts';
import { renderText } from '../../src/report/index.ts';
import { calendarSpecs, casesOf, instants, policies, situations } from '../../src/testing/index.ts';
import { broken } from './broken.ts';
import { type Target, target } from './target.ts';

const documentsOf = (root: string): unknown[] =>
  readdirSync(`${root}examples/mappings`).map((name) =>
    JSON.parse(readFileSync(`${root}examples/mappings/${name}`, 'utf8')),
  );

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const someCase = { id: 'T-1', events: [{ type: 'received', at: 1_790_000_000_000 }] };

/** Documents that are nearly sound, and what is done with those that are taken. */
export function documentTargets(root: string): Target[] {
  const policyDocuments = fc.oneof(
    { weight: 3, arbitrary: policies().map(plain) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.values(presets)).map(plain) },
  );
  const cases = fc.oneof(
    ...Object.values(presets).map((policy) => broken(casesOf(policy)).map((input) => ({ policy, input }))),
    situations().chain(({ policy, input }) => broken(fc.constant(input)).map((input) => ({ policy, input }))),
  );
  const named = Object.values(mappings as Readonly<Record<string, unknown>>).map(plain);
  return [
    target('policies', broken(policyDocuments), (document) => {
      // It says what is wrong, and throws nothing at all.
      const { policy } = orNothing(() => checkPolicy(document));
      if (policy === null) return;
      for (const verdict of assess(someCase, policy, { asOf: 1_791_000_000_000 }).verdicts)
        explain(verdict, { locale: 'en' });
      const audit = createAudit(policy, { asOf: 1_791_000_000_000 });
      audit.add(someCase);
      renderText(audit.report(), { locale: 'zh-CN' });
    }),
    target('cases', fc.tuple(cases, instants({ year: 2027 })), ([{ policy, input }, asOf]) => {
      // An audit rejects what is no case, and goes on.
      const audit = createAudit(policy, { asOf });
      orNothing(() => audit.add(input as CaseInput));
      audit.report();
      JSON.stringify(audit.snapshot());
      for (const verdict of assess(input as CaseInput, policy, { asOf }).verdicts)
        explain(verdict, { locale: 'zh-CN' });
    }),
    target(
      'calendars',
      fc.tuple(broken(calendarSpecs({ sources: true })), instants(), broken(fc.constant('5 working days'))),
      ([spec, at, limit]) => {
        const calendar = defineCalendar(spec as CalendarSpec);
        nextWorkingTime(at, calendar);
        addWorkingTime(at, 3_600_000, calendar);
        addWorkingDays('2026-01-01', 3, calendar);
        explain(dueAt(at, limit as LimitInput, { calendar }), { locale: 'en' });
      },
    ),
    target('mappings', broken(fc.constantFrom(...named, ...documentsOf(root))), async (document) => {
      const mapping = parseMapping(document);
      const text = 'id,case_enquiry_id,open_dt,编号\n1,2,2026-01-05 10:00:00,3\n';
      for await (const _ of readCases(text, { format: 'csv', mapping }));
    }),
  ];
}

/** What says what is wrong instead of throwing doesn't throw: an error of the package is none of its answers either. */
function orNothing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`threw instead of saying so: ${(error as Error).stack}`);
  }
}
