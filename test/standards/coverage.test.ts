import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessOrganisation } from '../../src/assess/assess-organisation.ts';
import type { OrganisationInput } from '../../src/assess/organisation-log.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import { explained, judgedOf, ruleOf, told } from '../support/kind-service.ts';
import { at, lines, office, wall } from '../support/naive-service.ts';

describe('coverage', () => {
  const desk: CalendarSpec = {
    timeZone: 'Asia/Shanghai',
    week: { mon: ['09:00-12:00', '13:00-18:00'], tue: ['09:00-18:00'] },
  };
  const coverage = (more: Record<string, unknown> = {}, calendar: CalendarSpec = desk) =>
    ruleOf({ kind: 'coverage', post: 'desk', atLeast: 1, ...more }, { calendar });
  const policy = coverage();
  const shift = (who: string, from: string, to: string | null, more = {}) => ({
    who,
    post: 'desk',
    from: at(from),
    to: to === null ? null : at(to),
    ...more,
  });
  // 7 September 2026 is a Monday.
  const monday = { from: '2026-09-07', to: '2026-09-08' };
  const judgedOn = (shifts: OrganisationInput['shifts'], asOf = '09-20', rule = policy, range = monday) =>
    judgedOf(rule, { shifts: shifts ?? [] }, asOf, range);
  const gaps = (assessment: ReturnType<typeof judgedOn>) =>
    (
      assessment.verdicts[0]?.detail as { gaps: { from: Date; to: Date; onDuty: number }[] } | undefined
    )?.gaps.map(({ from, to, onDuty }) => `${wall(from)} to ${wall(to)}: ${onDuty}`);

  it('is met by one person from 09:00 to 12:00 and another from 13:00 to 18:00: nobody is needed at noon', () => {
    const shifts = [shift('Li', '09-07 09:00', '09-07 12:00'), shift('Wu', '09-07 13:00', '09-07 18:00')];
    expect(lines(judgedOn(shifts))).toEqual(['1 met']);
  });

  it('lists 10 minutes between two shifts as a gap, and the last hour of the day', () => {
    const shifts = [shift('Li', '09-07 08:55', '09-07 11:00'), shift('Wu', '09-07 11:10', '09-07 17:00')];
    const assessment = judgedOn(shifts);
    expect(lines(assessment)).toEqual(['1 broken']);
    expect(gaps(assessment)).toEqual(['09-07 11:00 to 09-07 11:10: 0', '09-07 17:00 to 09-07 18:00: 0']);
  });

  it('lets one shift follow another at the same instant', () => {
    const shifts = [shift('Wu', '09-07 13:30', '09-07 18:00'), shift('Li', '09-07 09:00', '09-07 13:30')];
    expect(lines(judgedOn(shifts))).toEqual(['1 met']);
  });

  it('takes nobody to be on duty whose shift says present: false, and everybody whose shift is silent on it', () => {
    const absent = shift('Li', '09-07 09:00', '09-07 18:00', { present: false });
    expect(gaps(judgedOn([absent]))).toEqual([
      '09-07 09:00 to 09-07 12:00: 0',
      '09-07 13:00 to 09-07 18:00: 0',
    ]);
    const there = shift('Wu', '09-07 09:00', '09-07 18:00', { present: true });
    expect(lines(judgedOn([absent, there]))).toEqual(['1 met']);
    expect(lines(judgedOn([shift('Wu', '09-07 09:00', '09-07 18:00')]))).toEqual(['1 met']);
  });

  it('counts people, not records: Li twice at once is 1 of 2', () => {
    const two = coverage({ atLeast: 2 });
    const shifts = [
      shift('Li', '09-07 09:00', '09-07 18:00'),
      shift('Li', '09-07 09:00', '09-07 18:00'),
      shift('Wu', '09-07 10:00', '09-07 18:00'),
    ];
    expect(gaps(judgedOn(shifts, '09-20', two))).toEqual(['09-07 09:00 to 09-07 10:00: 1']);
  });

  it('tells a gap with 1 of 2 and then 0 of 2 as one, with the fewest there were', () => {
    const two = coverage({ atLeast: 2 });
    const shifts = [
      shift('Li', '09-07 09:00', '09-07 15:00'),
      shift('Wu', '09-07 09:00', '09-07 14:00'),
      shift('Li', '09-07 17:00', '09-07 18:00'),
      shift('Wu', '09-07 16:00', '09-07 18:00'),
    ];
    expect(gaps(judgedOn(shifts, '09-20', two))).toEqual(['09-07 14:00 to 09-07 17:00: 0']);
  });

  it('counts shifts at its post, and those whose attributes pass', () => {
    const standing = coverage({ when: { standing: true } });
    const day = ['09-07 09:00', '09-07 18:00'] as const;
    expect(lines(judgedOn([shift('Li', ...day, { post: 'gate' })]))).toEqual(['1 broken']);
    expect(lines(judgedOn([shift('Li', ...day, { standing: true })], '09-20', standing))).toEqual(['1 met']);
    expect(lines(judgedOn([shift('Li', ...day, { standing: false })], '09-20', standing))).toEqual([
      '1 broken',
    ]);
    expect(lines(judgedOn([shift('Li', ...day)], '09-20', standing))).toEqual(['1 broken']);
  });

  it('counts shifts at any post where it names none', () => {
    const { post: _, ...anywhere } = { kind: 'coverage', post: 'desk', atLeast: 1 };
    const rule = ruleOf(anywhere, { calendar: desk });
    const gate = shift('Li', '09-07 09:00', '09-07 18:00', { post: 'gate' });
    expect(lines(judgedOn([gate], '09-20', rule))).toEqual(['1 met']);
    expect(told(rule)).toEqual(['at least 1 person on duty in all working hours', '工作时间内至少1人在岗']);
  });

  it('is met at the very end of the range', () => {
    const day = [shift('Li', '09-07 09:00', '09-07 18:00')];
    expect(lines(judgedOn(day, '09-07 23:59:59.999'))).toEqual(['1 pending']);
    expect(lines(judgedOn(day, '09-08 00:00'))).toEqual(['1 met']);
  });

  it('is firm up to the end of the last day that is published', () => {
    const work = coverage({}, office);
    const until = (to: string) =>
      assessOrganisation({ shifts: [{ who: 'Li', post: 'desk', from: at('12-01') }] }, work, {
        asOf: '2031-02-01T00:00:00+08:00',
        range: { from: '2026-12-21', to: to as '2026-12-29' },
      }).verdicts[0]?.provisional;
    expect(until('2026-12-29')).toBeUndefined();
    expect(until('2026-12-30')).toMatchObject({ since: '2026-12-29' });
  });

  it('takes a shift without an end for one that lasts', () => {
    expect(lines(judgedOn([shift('Li', '09-07 09:00', null)]))).toEqual(['1 met']);
  });

  it('is pending while the range lasts and nothing is missing yet, until a known shift ends too early', () => {
    const shifts = [shift('Li', '09-07 09:00', '09-07 16:00')];
    const pending = judgedOn(shifts, '09-07 15:00');
    expect(lines(pending)).toEqual(['1 pending']);
    expect(pending.nextChange?.toISOString()).toBe(new Date(Date.parse(at('09-07 16:00')) + 1).toISOString());
    expect(lines(judgedOn(shifts, '09-07 16:00'))).toEqual(['1 pending']);
    expect(gaps(judgedOn(shifts, '09-07 16:30'))).toEqual(['09-07 16:00 to 09-07 16:30: 0']);
    const enough = judgedOn([shift('Li', '09-07 09:00', '09-07 18:00')], '09-07 15:00');
    expect(wall(enough.nextChange)).toBe('09-08 00:00');
  });

  it('gives no verdict where the range has no working hours, nor before they begin', () => {
    const shifts = [shift('Li', '09-07 09:00', '09-07 18:00')];
    expect(judgedOn(shifts, '09-20', policy, { from: '2026-09-09', to: '2026-09-12' }).verdicts).toEqual([]);
    const early = judgedOn(shifts, '09-07 09:00');
    expect(early.verdicts).toEqual([]);
    expect(early.nextChange?.toISOString()).toBe('2026-09-07T01:00:00.001Z');
  });

  it('is undetermined where there are no records of shifts at all', () => {
    expect(lines(judgedOn([]))).toEqual(['1 undetermined missing shifts']);
  });

  it('knows make-up days and days off: Sunday 20 September has to be staffed, 25 September has not', () => {
    const work = coverage({}, office);
    const sunday = judgedOn([shift('Li', '09-01', '09-02')], '10-30', work, {
      from: '2026-09-20',
      to: '2026-09-21',
    });
    expect(gaps(sunday)).toEqual(['09-20 09:00 to 09-20 18:00: 0']);
    const off = judgedOn([shift('Li', '09-01', '09-02')], '10-30', work, {
      from: '2026-09-25',
      to: '2026-09-28',
    });
    expect(off.verdicts).toEqual([]);
  });

  it('is provisional where it hangs on days that are not published', () => {
    const work = coverage({}, office);
    const log = { shifts: [{ who: 'Li', post: 'desk', from: '2031-01-01T00:00:00+08:00' }] };
    const [verdict] = assessOrganisation(log, work, {
      asOf: '2031-02-01T00:00:00+08:00',
      range: { from: '2031-01-01', to: '2031-01-11' },
    }).verdicts;
    expect(verdict?.status).toBe('met');
    expect(verdict?.provisional?.sources).toEqual(['china']);
  });

  it('is told in words, and so are its gaps, the first 10 one by one', () => {
    expect(told(coverage({ atLeast: 2, when: { standing: true } }))).toEqual([
      'at least 2 people on duty at desk (standing yes) in all working hours',
      '工作时间内服务台至少2人在岗（站立为是）',
    ]);
    const [verdict] = judgedOn([shift('Li', '09-07 09:00', '09-07 17:00')]).verdicts;
    expect(explained(verdict)).toEqual([
      'rule: broken.\nToo few on duty: Mon 7 Sep 17:00 to 18:00 (0 of 1).',
      'rule：未达标。\n在岗不足：9月7日（周一）17:00至18:00（应1人，实0人）。',
    ]);
    const [many] = judgedOn([shift('Li', '09-01', '09-02')], '12-31', policy, {
      from: '2026-09-07',
      to: '2026-10-12',
    }).verdicts;
    // 5 Mondays of 2 stretches and 5 Tuesdays of 1.
    expect(explained(many)[0]).toContain('; and 5 more.');
    expect(explained(many)[1]).toMatch(/）；9月28日（周一）09:00至12:00（应1人，实0人）；另有5处。$/);
  });

  it('is told without gaps where there were none', () => {
    const [verdict] = judgedOn([shift('Li', '09-01', '10-12')]).verdicts;
    expect(explained(verdict)).toEqual(['rule: met.', 'rule：达标。']);
  });

  it('agrees with asking at every quarter of an hour who is on duty', () => {
    const record = fc.record({
      who: fc.constantFrom('a', 'b', 'c'),
      from: fc.integer({ min: 0, max: 96 }),
      length: fc.integer({ min: 0, max: 40 }),
      standing: fc.boolean(),
    });
    const quarter = (n: number) => Date.UTC(2026, 8, 6, 16) + n * 900_000;
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 1, max: 2 }),
        (records, atLeast) => {
          const rule = coverage({ atLeast, when: { standing: true } });
          const shifts = records.map(({ who, from, length, standing }) => ({
            who,
            standing,
            post: 'desk',
            from: quarter(from),
            to: quarter(from + length),
          }));
          const { verdicts } = judgedOn(shifts, '09-20', rule);
          const short: number[] = [];
          for (let n = 36; n < 72; n++) {
            if (n >= 48 && n < 52) continue;
            const people = new Set(
              records
                .filter(({ from, length, standing }) => standing && from <= n && n < from + length)
                .map(({ who }) => who),
            );
            if (people.size < atLeast) short.push(n);
          }
          const detail = verdicts[0]?.detail as { gaps: { from: Date; to: Date }[] };
          const told = detail.gaps.flatMap(({ from, to }) => {
            const [first, last] = [from, to].map((date) => (date.getTime() - quarter(0)) / 900_000) as [
              number,
              number,
            ];
            return Array.from({ length: last - first }, (_, n) => first + n);
          });
          expect(told).toEqual(short);
          expect(verdicts[0]?.status).toBe(short.length > 0 ? 'broken' : 'met');
        },
      ),
      { numRuns: 1000 },
    );
  });
});
