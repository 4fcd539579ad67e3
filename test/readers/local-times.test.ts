import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { readCases } from '../../src/readers/index.ts';
import { collect } from './support.ts';

const item = {
  id: '2026-03-02 08:00',
  subject: 'by 2026-03-02 08:00',
  promisedAt: '2026-03-03T12:00',
  born: '2026-03-02',
  events: [
    { type: 'received', at: '2026-03-02 09:00' },
    { type: 'changed', at: '2026-03-02T10:00:00.5', set: { promisedAt: '2026-03-04T12:00:00' } },
    { type: 'extended', at: '2026-03-02T11:00:00+01:00', until: '2026-03-05T00:00' },
    { type: 'replied', at: '2026-03-02T25:00' },
  ],
};

describe('cases of our own form whose times have no offset', () => {
  it.each(['ndjson', 'json'] as const)(
    'are read in the stated zone: 09:00 in Shanghai is 01:00 UTC (%s)',
    async (format) => {
      const results = await collect(`${JSON.stringify(item)}\n`, { format, timeZone: 'Asia/Shanghai' });
      expect(results).toMatchObject([
        {
          case: {
            ...{ id: '2026-03-02 08:00', subject: 'by 2026-03-02 08:00', born: '2026-03-02' },
            promisedAt: '2026-03-03T04:00:00.000Z',
            events: [
              { at: '2026-03-02T01:00:00.000Z' },
              { at: '2026-03-02T02:00:00.500Z', set: { promisedAt: '2026-03-04T04:00:00.000Z' } },
              { at: '2026-03-02T11:00:00+01:00', until: '2026-03-04T16:00:00.000Z' },
              { at: '2026-03-02T25:00' },
            ],
          },
        },
      ]);
    },
  );

  it('are left as written where no zone is stated, for the audit to refuse', async () => {
    const [result] = await collect(JSON.stringify(item), { format: 'ndjson' });
    expect(result).toMatchObject({ case: item });
  });

  it('are no matter where a record has no events, or wrong ones', async () => {
    const lines = '{"id":"1"}\n{"id":"2","events":[null,7,{"set":7}]}\n{"id":"3","events":{"at":1}}\n';
    const results = await collect(lines, { format: 'ndjson', timeZone: 'Asia/Shanghai' });
    expect(results.map((result) => result.ok && result.case.id)).toEqual(['1', '2', '3']);
  });

  it('are audited: a reply at 10:00 in Shanghai is within an hour of 09:00', async () => {
    const policy = definePolicy({
      ...{ id: 'p', version: '1', calendar: { timeZone: 'Asia/Shanghai', week: 'always' } },
      standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '1 hour' }],
    });
    const events = [
      { type: 'received', at: '2026-03-02T09:00' },
      { type: 'replied', at: '2026-03-02T10:00' },
    ];
    const source = readCases(JSON.stringify({ id: '1', events }), {
      format: 'json',
      timeZone: 'Asia/Shanghai',
    });
    const report = await audit(source, policy, { asOf: '2026-03-02T02:00:00Z' });
    expect([report.cases.rejected, report.standards[0]?.met]).toEqual([0, 1]);
  });
});
