import { describe, expect, it } from 'vitest';
import { at, codes, type EventRow, judged, lines, wall } from '../../support/naive-service.ts';
import { onlyVerdict } from '../../support/one-standard.ts';
import { delays, promised, received } from './delay.ts';

describe('a notice before a promised time', () => {
  it('is kept at 10:00 itself, the last instant before 10:00', () => {
    const log: EventRow[] = [received, ['delay-told', '09-30 10:00']];
    expect(lines(judged(delays, log, '10-05 00:00', promised))).toEqual([
      '1 met due 09-30 10:00 done 09-30 10:00',
    ]);
  });

  it('is late 1 s after, by 1 s', () => {
    const verdict = onlyVerdict(
      delays,
      [received, ['delay-told', '09-30 10:00:01']],
      '10-05 00:00',
      promised,
    );
    expect([verdict.status, verdict.overMs]).toEqual(['late', 1000]);
  });

  it('is pending up to 10:00 and overdue 1 ms later, which nextChange says', () => {
    const open = judged(delays, [received], '09-30 10:00', promised);
    expect([lines(open), wall(open.nextChange)]).toEqual([
      ['1 pending due 09-30 10:00'],
      '09-30 10:00:00.001',
    ]);
    expect(lines(judged(delays, [received], '09-30 10:00:00.001', promised))).toEqual([
      '1 overdue due 09-30 10:00',
    ]);
  });

  it('is pending without due while no time is promised, even if notice was given', () => {
    const open = judged(delays, [received, ['delay-told', '09-28 11:00']], '09-29 00:00');
    expect([lines(open), open.nextChange]).toEqual([['1 pending'], null]);
  });

  it('is met once the promise is known after the notice, and late if its time had passed', () => {
    const told: EventRow[] = [received, ['delay-told', '09-29 10:00']];
    const then = (promisedAt: string): EventRow[] => [...told, ['promised', '09-29 12:00', { promisedAt }]];
    expect(lines(judged(delays, then(at('09-30 10:00')), '10-05 00:00'))).toEqual([
      '1 met due 09-30 10:00 done 09-29 10:00',
    ]);
    expect(lines(judged(delays, then(at('09-29 09:00')), '10-05 00:00'))).toEqual([
      '1 late due 09-29 09:00 done 09-29 10:00',
    ]);
  });

  it('is exempt when delivered at 10:00, and overdue when delivered 1 ms later', () => {
    const delivered = (when: string): EventRow[] => [received, ['delivered', when]];
    expect(lines(judged(delays, delivered('09-30 10:00'), '10-05 00:00', promised))).toEqual([
      '1 exempt due 09-30 10:00 delivered',
    ]);
    expect(lines(judged(delays, delivered('09-30 10:00:00.001'), '10-05 00:00', promised))).toEqual([
      '1 overdue due 09-30 10:00',
    ]);
  });

  it('is exempt when the case ends, or is delivered, before any time was promised', () => {
    for (const type of ['closed', 'delivered', 'withdrawn']) {
      const log: EventRow[] = [received, [type, '09-29 10:00'], ['promised', '09-29 11:00', promised]];
      expect(lines(judged(delays, log, '10-05 00:00'))).toEqual([`1 exempt ${type}`]);
    }
  });

  it('goes on when a case is closed whose time is promised', () => {
    const log: EventRow[] = [received, ['closed', '09-29 10:00']];
    expect(lines(judged(delays, log, '09-29 11:00', promised))).toEqual(['1 pending due 09-30 10:00']);
  });

  it('stays met whatever is promised or delivered after it', () => {
    const log: EventRow[] = [
      received,
      ['delay-told', '09-29 10:00'],
      ['changed', '09-29 11:00', { set: { promisedAt: at('09-29 01:00') } }],
      ['delivered', '09-29 12:00'],
    ];
    expect(lines(judged(delays, log, '10-05 00:00', promised))).toEqual([
      '1 met due 09-30 10:00 done 09-29 10:00',
    ]);
  });

  it('follows a promise that is moved before its time, and not one moved at it or after', () => {
    const moved = (when: string): EventRow[] => [
      received,
      ['changed', when, { set: { promisedAt: at('10-02 10:00') } }],
    ];
    expect(lines(judged(delays, moved('09-30 09:59'), '10-01 00:00', promised))).toEqual([
      '1 pending due 10-02 10:00',
    ]);
    for (const when of ['09-30 10:00', '09-30 12:00']) {
      expect(lines(judged(delays, moved(when), '10-01 00:00', promised))).toEqual([
        '1 overdue due 09-30 10:00',
      ]);
    }
  });

  it('waits again when the promise is taken back', () => {
    const log: EventRow[] = [received, ['changed', '09-29 10:00', { set: { promisedAt: null } }]];
    expect(lines(judged(delays, log, '10-05 00:00', promised))).toEqual(['1 pending']);
  });

  it('takes no word for a time: "soon" is a finding, and never kept', () => {
    const soon = judged(delays, [received, ['delay-told', '09-28 11:00']], '10-05 00:00', {
      promisedAt: 'soon',
    });
    expect([lines(soon), codes(soon)]).toEqual([['1 pending'], ['attribute.not-an-instant']]);
  });
});
