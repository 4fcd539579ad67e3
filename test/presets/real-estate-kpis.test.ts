import { describe, expect, it } from 'vitest';
import { realEstateService } from '../../src/presets/real-estate-service.ts';
import type { EventRow } from '../support/naive-service.ts';
import { kpiCountsBy, type Logged } from './judging.ts';
import { complaint, inquiry, setTo } from './real-estate.ts';

const kpi = kpiCountsBy(realEstateService);

describe('4.3 reply rate 100%', () => {
  const answered = (at: string, when?: string): Logged => [
    inquiry,
    [['received', at], ...(when === undefined ? [] : [['replied', when] as const])],
  ];
  const cases = [answered('09-10 09:00', '09-11 09:00'), answered('09-30 09:00', '10-08 09:00')];
  it('of those received in September, replied by now: 2 of 2 meet it, 2 of 3 miss it', () => {
    expect(kpi('reply-rate', cases)).toEqual(['2026-09 2/2 met']);
    expect(kpi('reply-rate', [...cases, answered('09-12 09:00')])).toEqual(['2026-09 2/3 missed']);
  });
  it('by asOf: a reply on 8 October is none yet on 1 October', () => {
    expect(kpi('reply-rate', cases, '10-01 00:00')).toEqual(['2026-09 1/2 missed']);
  });
  it('as printed, by replyFlow: 1 of 2 in September; in October 2 replies meet 1 receipt and hide a third', () => {
    const flow = kpiCountsBy(setTo({ replyFlow: true }));
    expect(flow('reply-rate', [...cases, answered('10-08 09:00', '10-09 09:00')])).toEqual([
      '2026-09 1/2 missed',
      '2026-10 2/1 met',
    ]);
  });
});

describe('4.5 and 4.6 repeat complaints', () => {
  const once = (count: number): Logged[] =>
    Array.from({ length: count }, () => [complaint, [['received', '10-09 09:00']]]);
  const again: Logged = [{ ...complaint, repeatOf: 'T-1' }, [['received', '10-12 09:00']]];
  it('1 beside 100 others is 1% of total − repeats and meets the goal; beside 99 it misses it', () => {
    expect(kpi('repeat-complaint-rate', [...once(100), again])).toEqual(['2026-10 1/100 met']);
    expect(kpi('repeat-complaint-rate', [...once(99), again])).toEqual(['2026-10 1/99 missed']);
  });
  it.each([
    ['all', 99, '1/100 met'],
    ['all', 98, '1/99 missed'],
    ['including-repeats', 98, '1/100 met'],
    ['including-repeats', 97, '1/99 missed'],
  ])('read as %s, beside %i others: %s', (repeatDenominator, others, result) => {
    expect(
      kpiCountsBy(setTo({ repeatDenominator }))('repeat-complaint-rate', [...once(others), again]),
    ).toEqual([`2026-10 ${result}`]);
  });
  it('counts in the month of the re-complaint, even where the link is found later', () => {
    const first: Logged = [
      complaint,
      [
        ['received', '09-10 09:00'],
        ['replied', '09-11 09:00'],
      ],
    ];
    const linked: EventRow = ['changed', '11-02 09:00', { set: { repeatOf: 'T-0' } }];
    expect(kpi('repeat-complaints', [first, [complaint, [['received', '10-12 09:00'], linked]]])).toEqual([
      '2026-09 0/1 -',
      '2026-10 1/1 -',
    ]);
  });
  it('a rejected proposal alone is none; nor is a repeated inquiry a complaint', () => {
    const rejected: Logged = [
      complaint,
      [
        ['received', '10-09 09:00'],
        ['rejected', '10-10 09:00'],
      ],
    ];
    const asked: Logged = [{ ...inquiry, repeatOf: 'T-0' }, [['received', '10-09 09:00']]];
    expect(kpi('repeat-complaints', [rejected, asked])).toEqual(['2026-10 0/1 -']);
    expect(kpi('repeat-complaint-rate', [rejected, asked])).toEqual(['2026-10 0/1 met']);
  });
});

describe('4.7 and 4.8 satisfaction', () => {
  const rated = (attributes: Record<string, unknown>, satisfaction?: string): Logged => [
    attributes,
    [
      ['received', '10-09 09:00'],
      ['surveyed', '10-10 09:00'],
      ...(satisfaction === undefined ? [] : [['rated', '10-10 10:00', { satisfaction }] as const]),
    ],
  ];
  const nine = Array.from({ length: 9 }, () => rated(inquiry, 'satisfied'));
  it('inquiries: 9 of all 10 meet 90%, 9 of 11 miss it, silence and basically satisfied among the 11', () => {
    const basically = rated(inquiry, 'basically-satisfied');
    expect(kpi('inquiry-satisfaction', [...nine, rated(inquiry)])).toEqual(['2026-10 9/10 met']);
    expect(kpi('inquiry-satisfaction', [...nine, rated(inquiry), basically])).toEqual([
      '2026-10 9/11 missed',
    ]);
  });
  it('shown beside those surveyed and the response rate; complaints have no such goal', () => {
    const cases = [...nine, rated(inquiry), rated(complaint, 'dissatisfied')];
    expect(kpi('inquiry-satisfaction', cases)).toEqual(['2026-10 9/10 met']);
    expect(kpi('inquiry-satisfaction-surveyed', cases)).toEqual(['2026-10 9/9 -']);
    expect(kpi('inquiry-response', cases)).toEqual(['2026-10 9/10 -']);
  });
  it('reception: 2 of 2 visitors meet 100%, 2 of 3 miss it', () => {
    const visitor = (satisfaction: string) => rated({ ...inquiry, channel: 'visit' }, satisfaction);
    const two = [visitor('satisfied'), visitor('satisfied'), rated({ channel: 'phone' }, 'dissatisfied')];
    expect(kpi('reception-satisfaction', two)).toEqual(['2026-10 2/2 met']);
    expect(kpi('reception-satisfaction', [...two, visitor('dissatisfied')])).toEqual(['2026-10 2/3 missed']);
  });
});
