import { expectTypeOf, it } from 'vitest';
import type { AuditOptions, AuditReport, Breach } from '../../src/index.ts';
import { audit } from '../../src/index.ts';
import type { Breach as RenderedBreach, AuditReport as RenderedReport } from '../../src/report/index.ts';

it('names the types of an audit, at the entry and beside the renderings', () => {
  expectTypeOf(audit).returns.resolves.toEqualTypeOf<AuditReport>();
  expectTypeOf(audit).parameter(2).toEqualTypeOf<AuditOptions>();
  expectTypeOf<AuditReport['breaches']>().toEqualTypeOf<readonly Breach[]>();
  expectTypeOf<AuditReport['timeZone']>().toEqualTypeOf<string>();
  expectTypeOf<RenderedReport>().toEqualTypeOf<AuditReport>();
  expectTypeOf<RenderedBreach>().toEqualTypeOf<Breach>();
});
