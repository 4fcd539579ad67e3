import { describe, expect, it } from 'vitest';
import type { Ladder } from '../../src/escalation/types.ts';
import { assess, assessOrganisation, definePolicy, explain } from '../../src/index.ts';
import type { Standard } from '../../src/standards/kinds.ts';

const office = ['09:00-17:00'];
const week = { mon: office, tue: office, wed: office, thu: office, fri: office };

const policyOf = (standards: Standard[], ladders: Ladder[] = [], timeZone = 'UTC') =>
  definePolicy({ id: 'edges', version: '1', calendar: { timeZone, week }, standards, ladders });

const answer: Standard = {
  id: 'answer',
  kind: 'deadline',
  from: 'received',
  to: 'replied',
  within: '2 hours',
};

describe('slots at the ends of the supported span', () => {
  const duty: Standard = { id: 'survey', kind: 'duty', event: 'surveyed', times: 1, per: 'week' };
  const check: Standard = {
    id: 'check',
    kind: 'cadence',
    from: 'received',
    until: 'closed',
    event: 'checked',
    times: 1,
    per: 'week',
  };

  it.each(['UTC', 'Asia/Shanghai', 'America/New_York'])(
    'begin, in %s, with the first whole week, that of Monday 1970-01-05',
    (timeZone) => {
      const events = [
        { type: 'surveyed', at: '1970-01-01T12:00Z' },
        { type: 'surveyed', at: '1970-01-06T12:00Z' },
      ];
      const { verdicts } = assessOrganisation({ events }, policyOf([duty], [], timeZone), {
        asOf: '1970-01-13T12:00Z',
      });
      expect(verdicts.map(({ status }) => status)).toEqual(['met', 'pending']);
      expect(verdicts[0]?.done).toEqual(new Date('1970-01-06T12:00Z'));
    },
  );

  it('are those of a range from 1970-01-01, though that begins in Shanghai 8 hours before 1970 in UTC', () => {
    const range = { from: '1970-01-01', to: '1970-01-19' } as const;
    const { verdicts } = assessOrganisation({}, policyOf([duty], [], 'Asia/Shanghai'), {
      asOf: '1970-02-01T00:00Z',
      range,
    });
    expect(verdicts.map(({ from }) => from?.toISOString())).toEqual([
      '1970-01-04T16:00:00.000Z',
      '1970-01-11T16:00:00.000Z',
    ]);
  });

  it('follow a case received on Thursday 1970-01-01 from Monday 5 January on', () => {
    const events = [{ type: 'received', at: '1970-01-01T09:00Z' }];
    const { verdicts } = assess({ id: 'T-1', events }, policyOf([check]), { asOf: '1970-01-12T00:00Z' });
    expect(verdicts.map(({ from, status }) => [from?.toISOString(), status])).toEqual([
      ['1970-01-05T00:00:00.000Z', 'broken'],
      ['1970-01-12T00:00:00.000Z', 'pending'],
    ]);
  });

  it('end with the week of Monday 2199-12-23: the next one ends in 2200', () => {
    const events = [{ type: 'received', at: '2199-12-20T09:00Z' }];
    const { verdicts, nextChange } = assess({ id: 'T-1', events }, policyOf([check]), {
      asOf: '2199-12-31T12:00Z',
    });
    expect(verdicts.map(({ from }) => from?.toISOString())).toEqual(['2199-12-23T00:00:00.000Z']);
    expect(nextChange).toBeNull();
    const done = assessOrganisation({ events }, policyOf([duty]), { asOf: '2199-12-31T12:00Z' });
    expect(done.verdicts.map(({ from }) => from?.toISOString())).toEqual(['2199-12-23T00:00:00.000Z']);
  });
});

describe('a version in force', () => {
  const from = { id: 'edges', version: '1', standards: [answer] };
  const input = { id: 'T-1', events: [{ type: 'received', at: '2026-09-28T09:00Z' }] };

  it.each([
    ['Asia/Shanghai', { from: '1970-01-01' }],
    ['America/New_York', { from: '2020-01-01', to: '2199-12-31' }],
  ] as const)('in %s %j judges a case of 2026', (timeZone, effective) => {
    const version = definePolicy({ ...from, effective, calendar: { timeZone, week } });
    expect(assess(input, [version], { asOf: '2026-09-28T10:00Z' }).verdicts).toHaveLength(1);
  });
});

describe('what lies outside the supported span', () => {
  const closed: Standard = { ...answer, id: 'closed', within: '2 days' };
  const visit: Standard = {
    id: 'visit',
    kind: 'notice',
    event: 'told',
    before: { attribute: 'promisedAt' },
    atLeast: '1 working day',
  };

  it('leaves a promise of 2 days from 2199-12-30 undetermined, and the one of 2 hours as it is', () => {
    const events = [{ type: 'received', at: '2199-12-30T12:00Z' }];
    const { verdicts, findings } = assess({ id: 'T-1', events }, policyOf([closed, answer]), {
      asOf: '2199-12-30T13:00Z',
    });
    expect(verdicts).toMatchObject([
      { standard: 'closed', status: 'undetermined', missing: ['due'], due: null },
      { standard: 'answer', status: 'pending', due: new Date('2199-12-30T14:00Z') },
    ]);
    expect(findings).toEqual([
      {
        code: 'limit.range',
        message: '2 days counted from 2199-12-30T12:00:00.000Z leaves 1970 to 2199',
      },
    ]);
    expect(explain(verdicts[0]!, { locale: 'en' })).toContain('for want of due');
  });

  it('leaves a notice 1 working day before a time promised for 1970-01-01 undetermined', () => {
    const input = { id: 'T-1', promisedAt: 0, events: [{ type: 'received', at: '2026-09-28T09:00Z' }] };
    const { verdicts, findings } = assess(input, policyOf([visit, answer]), { asOf: '2026-09-28T10:00Z' });
    expect(verdicts.map(({ status }) => status)).toEqual(['undetermined', 'pending']);
    expect(findings.map(({ code }) => code)).toEqual(['calendar.span']);
  });

  it('lists no rung 1 day after a due instant of 2199-12-31, and says so', () => {
    const late: Ladder = {
      id: 'late',
      rungs: [{ id: 'boss', level: 1, to: 'boss', at: { after: 'answer', by: '1 day' } }],
    };
    const events = [{ type: 'received', at: '2199-12-31T12:00Z' }];
    const { verdicts, escalations, findings } = assess({ id: 'T-1', events }, policyOf([answer], [late]), {
      asOf: '2199-12-31T13:00Z',
    });
    expect(verdicts.map(({ status }) => status)).toEqual(['pending']);
    expect(escalations).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['limit.range']);
  });
});
