import { describe, expect, it } from 'vitest';
import { textileService } from '../../src/presets/textile-service.ts';
import { type EventRow, judged, wall } from '../support/naive-service.ts';
import { judgedBy, kpisBy, organisationBy } from './judging.ts';

const row = judgedBy(textileService);
const kpi = kpisBy(textileService);

describe('3.15 what the service does every month and every quarter', () => {
  // July to September: three months, one quarter.
  const summer = ['07-01 00:00', '10-01 00:00'] as const;
  const judgedOver = (id: string, ...days: string[]) =>
    organisationBy(textileService)(id, { events: days.map((day) => [id, day] as const) }, summer);
  it.each([
    'survey-run',
    'analysed',
    'performance-assessed',
    'consequences-drawn',
    'review-held',
    'measures-taken',
  ])('%s: kept in July and September, broken in August', (id) => {
    expect(judgedOver(id, '07-31 23:59', '09-01 00:00', '09-02 00:00')).toEqual(['met', 'broken', 'met']);
  });
  it.each(['training-held', 'training-evaluated'])('%s: once in the quarter', (id) => {
    expect(judgedOver(id, '09-30 10:00')).toEqual(['met']);
    expect(judgedOver(id, '06-30 10:00', '10-01 00:00')).toEqual(['broken']);
  });
});

describe('3.16 per agent and month, without a goal', () => {
  const inquiry = (agent: string, ...events: EventRow[]) => ({
    kind: 'inquiry',
    channel: 'email',
    agent,
    events: [['received', '10-08 10:00'], ...events] as EventRow[],
  });
  it('response time: the mean of 1 and 3 hours is 2', () => {
    const cases = [
      inquiry('Li', ['replied', '10-08 11:00']),
      inquiry('Li', ['replied', '10-08 13:00']),
      inquiry('Wu', ['replied', '10-08 10:30']),
    ];
    expect(kpi('inquiry-response-time', cases)).toEqual([
      ['Li', 7_200_000, null],
      ['Wu', 1_800_000, null],
    ]);
  });
  it('response time to complaints: until receipt is told', () => {
    const told = inquiry('Li', ['told', '10-08 12:00']);
    expect(kpi('complaint-response-time', [{ ...told, kind: 'complaint' }])).toEqual([
      ['Li', 7_200_000, null],
    ]);
  });
  it('resolution and satisfaction', () => {
    const rated = (agent: string, satisfaction: string) =>
      inquiry(agent, ['resolved', '10-08 12:00'], ['rated', '10-09 12:00', { satisfaction }]);
    const cases = [rated('Li', 'satisfied'), rated('Li', 'dissatisfied'), inquiry('Wu')];
    expect(kpi('agent-resolution-rate', cases)).toEqual([
      ['Li', 1, null],
      ['Wu', 0, null],
    ]);
    expect(kpi('agent-satisfaction', cases)).toEqual([
      ['Li', 0.5, null],
      ['Wu', null, null],
    ]);
  });
});

describe('3.17 an agitated customer', () => {
  it('is raised to the superior at once: due from 10:00, taken by an escalation at 10:05, missed when closed first', () => {
    const log = [
      ['received', '10-08 09:00'],
      ['agitated', '10-08 10:00'],
    ] as const;
    const states = (...more: readonly EventRow[]) =>
      judged(textileService, [...log, ...more], '10-08 12:00').escalations.map(
        ({ rung, to, at, state }) => `${rung} ${to} ${wall(at)} ${state}`,
      );
    expect(states()).toEqual(['superior superior 10-08 10:00 due']);
    expect(states(['escalated', '10-08 10:05', { level: 1 }])).toEqual([
      'superior superior 10-08 10:00 taken',
    ]);
    expect(states(['closed', '10-08 10:30'])).toEqual(['superior superior 10-08 10:00 missed']);
  });
});

describe('3.18 the routine', () => {
  const observed = (item: string, passed: boolean) =>
    row('service-routine', {}, [['observed', '10-08 10:00', { item, passed }]]);
  it.each([
    'customer-recorded',
    'specialist-for-complex-inquiries',
    'templates-used',
    'logistics-reports-promptly',
  ])('%s: kept, broken', (item) => {
    expect(observed(item, true)).toEqual(['met']);
    expect(observed(item, false)).toEqual(['broken']);
  });
});
