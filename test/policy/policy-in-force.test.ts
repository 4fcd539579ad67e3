import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { PolicyError } from '../../src/errors/policy-error.ts';
import { policyInForce } from '../../src/policy/policy-in-force.ts';
import type { Policy } from '../../src/policy/types.ts';
import { at, caseOf, policyOf } from '../support/naive-service.ts';

const version = (version: string, from: string | undefined, to?: string, within = '24 hours'): Policy =>
  policyOf(
    { within, restartOn: 'rejected' },
    { version, ...(from === undefined ? {} : { effective: { from, ...(to === undefined ? {} : { to }) } }) },
  );
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof PolicyError) return error.code;
  }
  return 'none';
};

describe('policyInForce', () => {
  const old = version('1', '2026-01-01');
  const fresh = version('2', '2026-07-01', '2026-09-30', '2 hours');

  it('changes at 00:00 of 1 July in the zone of the policy; to defaults to the next from', () => {
    expect(policyInForce([fresh, old], '2026-06-30T23:59:59.999+08:00')).toBe(old);
    expect(policyInForce([old, fresh], '2026-07-01T00:00:00+08:00')).toBe(fresh);
    expect(policyInForce([old, fresh], '2026-06-30T16:00:00Z')).toBe(fresh);
  });

  it('holds through the last day, 30 September, and no longer', () => {
    expect(policyInForce([old, fresh], '2026-09-30T23:59:59.999+08:00')).toBe(fresh);
    expect(code(() => policyInForce([old, fresh], '2026-10-01T00:00:00+08:00'))).toBe('policy.none-in-force');
    expect(code(() => policyInForce([old, fresh], '2025-12-31T23:59:59+08:00'))).toBe('policy.none-in-force');
  });

  it('without effective is in force always', () => {
    const only = version('1', undefined);
    expect(policyInForce([only], 0)).toBe(only);
  });

  it('refuses ranges that overlap, by a day or altogether', () => {
    const now = '2026-07-01T00:00:00Z';
    expect(code(() => policyInForce([version('1', '2026-01-01', '2026-07-01'), fresh], now))).toBe(
      'policy.overlap',
    );
    expect(code(() => policyInForce([fresh, version('3', '2026-07-01')], now))).toBe('policy.overlap');
    expect(code(() => policyInForce([version('1', undefined), version('2', undefined)], now))).toBe(
      'policy.overlap',
    );
    expect(code(() => policyInForce([version('1', '2026-01-01', '2026-06-30'), fresh], now))).toBe('none');
  });

  it('refuses a version given twice, though they are in force one after the other', () => {
    const again = version('2', '2027-01-01');
    expect(code(() => policyInForce([old, fresh, again], '2026-07-01T00:00:00Z'))).toBe(
      'policy.repeated-version',
    );
  });

  it('refuses no versions at all', () => expect(code(() => policyInForce([], 0))).toBe('policy.no-versions'));
});

describe('assess with versions', () => {
  const versions = [version('1', '2026-01-01'), version('2', '2026-10-01', undefined, '2 hours')];
  const judgedBy = (...events: Parameters<typeof caseOf>[0]) =>
    assess(caseOf(events), versions, { asOf: at('10-08 09:00'), trace: false });

  it('judges by the version in force at the first received: 30 September 23:59 by the first, 1 October 00:00 by the second', () => {
    const before = judgedBy(['received', '09-30 23:59']);
    expect(before).toMatchObject({ policy: { id: 'p', version: '1' } });
    expect(before.verdicts[0]?.due).toEqual(new Date(at('10-01 23:59')));
    const after = judgedBy(['received', '10-01 00:00']);
    expect(after).toMatchObject({ policy: { version: '2' } });
    expect(after.verdicts[0]?.due).toEqual(new Date(at('10-01 02:00')));
  });

  it('a restart on 2 October keeps the version of 30 September: 24 hours', () => {
    const { verdicts } = judgedBy(['received', '09-30 12:00'], ['rejected', '10-02 12:00']);
    expect(verdicts[1]?.due).toEqual(new Date(at('10-03 12:00')));
  });

  it('without received the first event decides', () => {
    expect(judgedBy(['replied', '09-30 12:00'], ['told', '10-02 12:00']).policy.version).toBe('1');
  });

  it('received counts, though another event came before', () => {
    expect(judgedBy(['told', '09-30 12:00'], ['received', '10-02 12:00']).policy.version).toBe('2');
  });

  it('none in force: policy.none-in-force', () => {
    const early = caseOf([]);
    const input = { ...early, events: [{ type: 'received', at: '2025-06-01T00:00:00Z' }] };
    expect(code(() => assess(input, versions, { asOf: at('10-08 09:00') }))).toBe('policy.none-in-force');
  });
});
