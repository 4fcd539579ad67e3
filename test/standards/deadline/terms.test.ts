import { describe, expect, it } from 'vitest';
import { at, judged, lines, policyOf } from '../../support/naive-service.ts';

const HOUR = 3_600_000;

describe('tables', () => {
  const within = {
    table: [
      { when: { priority: 'high', tier: 'gold' }, limit: '2 hours' },
      { when: { priority: 'high' }, limit: '8 hours' },
      { when: { priority: 'medium' }, limit: { promised: 'promisedAt' } },
      { when: { priority: 'low' }, limit: '2 working days', counting: 'prc-civil-procedure' },
      { when: { priority: 'night' }, limit: '2 working hours', calendar: 'hotline' },
      { when: { priority: 'secret' }, limit: { parameter: 'secret' } },
    ],
    otherwise: '24 hours',
  };
  const policy = policyOf(
    { within },
    { calendars: { hotline: { timeZone: 'Asia/Shanghai', week: 'always' } }, parameters: { secret: null } },
  );
  const due = (attributes: Record<string, unknown>) =>
    lines(judged(policy, [['received', '10-12 17:00']], '10-12 17:00', attributes));

  it.each([
    ['the first row that matches: 2 hours', { priority: 'high', tier: 'gold' }, '1 pending due 10-12 19:00'],
    ['the second: 8 hours', { priority: 'high', tier: 'iron' }, '1 pending due 10-13 01:00'],
    ['a promise', { priority: 'medium', tier: 'x', promisedAt: '2026-10-13' }, '1 pending due 10-14 00:00'],
    ['a counting of the row: 24:00', { priority: 'low', tier: 'x' }, '1 pending due 10-15 00:00'],
    ['a calendar of the row: always open', { priority: 'night', tier: 'x' }, '1 pending due 10-12 19:00'],
    ['otherwise: 24 hours', { priority: 'none', tier: 'x' }, '1 pending due 10-13 17:00'],
    ['a row whose test reads an absent tier', { priority: 'high' }, '1 undetermined missing tier'],
    ['no priority: never otherwise', { tier: 'gold' }, '1 undetermined missing priority'],
    ['a parameter nobody has set', { priority: 'secret', tier: 'x' }, '1 undetermined missing secret'],
    [
      'an absent tier that a row of low priority does not need',
      { priority: 'low' },
      '1 pending due 10-15 00:00',
    ],
  ])('%s', (_, attributes, want) => expect(due(attributes)).toEqual([want]));

  it('without otherwise and without a match: undetermined', () => {
    const bare = policyOf({ within: { table: [{ when: { priority: 'high' }, limit: '8 hours' }] } });
    const log = [['received', '10-12 17:00']] as const;
    expect(lines(judged(bare, log, '10-12 18:00', { priority: 'low' }))).toEqual([
      '1 undetermined missing priority',
    ]);
  });
});

describe('promises', () => {
  const log = [
    ['received', '10-12 10:00'],
    ['promised', '10-12 11:00', { promisedAt: at('10-14 12:00') }],
    ['changed', '10-13 11:00', { set: { promisedAt: at('10-20 12:00') } }],
  ] as const;
  const promise = { within: { promised: 'promisedAt' } };

  it('none given: undetermined, missing promisedAt', () => {
    expect(lines(judged(policyOf(promise), log.slice(0, 1), '10-12 12:00'))).toEqual([
      '1 undetermined missing promisedAt',
    ]);
  });

  it('the first one known at or after the start stands', () => {
    expect(lines(judged(policyOf(promise), log, '10-13 12:00'))).toEqual(['1 pending due 10-14 12:00']);
  });

  it('known before the start counts; a bare date is the end of that day in the zone of the policy', () => {
    expect(
      lines(judged(policyOf(promise), log.slice(0, 1), '10-13 12:00', { promisedAt: '2026-10-13' })),
    ).toEqual(['1 pending due 10-14 00:00']);
  });

  it('recalculated: the latest set before the due in force, not one set after it', () => {
    const latest = policyOf({ ...promise, onChange: 'recalculate' });
    expect(lines(judged(latest, log, '10-13 12:00'))).toEqual(['1 pending due 10-20 12:00']);
    const tooLate = [
      ...log.slice(0, 2),
      ['promised', '10-14 12:00:00.001', { promisedAt: at('10-20 12:00') }],
    ] as const;
    expect(lines(judged(latest, tooLate, '10-14 13:00'))).toEqual(['1 overdue due 10-14 12:00']);
  });

  it('is moved by no pause: overdue while paused, and the clock goes on when resumed', () => {
    const pausing = policyOf({ ...promise, pause: { on: 'paused', off: 'resumed' } });
    const paused = [...log.slice(0, 2), ['paused', '10-14 10:00']] as const;
    expect(lines(judged(pausing, paused, '10-14 13:00'))).toEqual(['1 overdue due 10-14 12:00']);
    const resumed = judged(pausing, [...paused, ['resumed', '10-14 14:00']], '10-14 15:00');
    expect(resumed.verdicts[0]).toMatchObject({ clock: 'running', pausedMs: 4 * HOUR, usedMs: 49 * HOUR });
  });

  it('earlier than the start is due before it: overdue at once', () => {
    expect(
      lines(judged(policyOf(promise), log.slice(0, 1), '10-12 11:00', { promisedAt: '2026-10-10' })),
    ).toEqual(['1 overdue due 10-11 00:00']);
  });

  it('that states no instant is a finding, and undetermined', () => {
    const result = judged(policyOf(promise), log.slice(0, 1), '10-12 11:00', { promisedAt: 'soon' });
    expect(lines(result)).toEqual(['1 undetermined missing promisedAt']);
    expect(result.findings).toMatchObject([{ code: 'attribute.not-an-instant', path: ['promisedAt'] }]);
  });
});

describe('parameters', () => {
  const log = [['received', '10-12 10:00']] as const;

  it('null, absent or set to 2 hours', () => {
    const standard = { within: { parameter: 'callBack' } };
    const missing = ['1 undetermined missing callBack'];
    expect(lines(judged(policyOf(standard), log, '10-12 11:00'))).toEqual(missing);
    expect(lines(judged(policyOf(standard, { parameters: { callBack: null } }), log, '10-12 11:00'))).toEqual(
      missing,
    );
    expect(
      lines(judged(policyOf(standard, { parameters: { callBack: '2 hours' } }), log, '10-12 11:00')),
    ).toEqual(['1 pending due 10-12 12:00']);
  });

  it('stands for a whole table, whose rows may hold parameters', () => {
    const policy = policyOf(
      { within: { parameter: 'limits' } },
      {
        parameters: {
          limits: {
            table: [{ when: { tier: { parameter: 'best' } }, limit: { parameter: 'fast' } }],
            otherwise: '5 hours',
          },
          fast: '1 hour',
          best: ['gold', 'platinum'],
        },
      },
    );
    expect(lines(judged(policy, log, '10-12 10:00', { tier: 'gold' }))).toEqual([
      '1 pending due 10-12 11:00',
    ]);
    expect(lines(judged(policy, log, '10-12 10:00', { tier: 'iron' }))).toEqual([
      '1 pending due 10-12 15:00',
    ]);
  });

  it('in the condition of a row that nobody has set: undetermined where the row is reached, never otherwise', () => {
    const policy = policyOf({
      within: {
        table: [
          { when: { tier: 'gold' }, limit: '1 hour' },
          { when: { kind: 'complaint', tier: { parameter: 'second' } }, limit: '2 hours' },
        ],
        otherwise: '5 hours',
      },
    });
    const of = (attributes: Record<string, unknown>) => lines(judged(policy, log, '10-12 10:00', attributes));
    expect(of({ kind: 'complaint', tier: 'gold' })).toEqual(['1 pending due 10-12 11:00']);
    expect(of({ kind: 'complaint', tier: 'iron' })).toEqual(['1 undetermined missing second']);
    expect(of({ kind: 'inquiry', tier: 'iron' })).toEqual(['1 pending due 10-12 15:00']);
  });

  it('in a condition: a list of kinds that widens a standard; not set: undetermined', () => {
    const standard = { when: { kind: { parameter: 'kinds' } } };
    const wide = policyOf(standard, { parameters: { kinds: ['complaint', 'repair'] } });
    expect(judged(wide, log, '10-12 11:00', { kind: 'repair' }).verdicts).toHaveLength(1);
    expect(judged(wide, log, '10-12 11:00', { kind: 'inquiry' }).verdicts).toEqual([]);
    expect(lines(judged(policyOf(standard), log, '10-12 11:00', { kind: 'repair' }))).toEqual([
      '1 undetermined missing kinds',
    ]);
  });
});

describe('onChange', () => {
  const byPriority = {
    within: { table: [{ when: { complexity: 'simple' }, limit: '2 hours' }], otherwise: '24 hours' },
    pause: { on: 'paused', off: 'resumed' },
  };
  const received = ['received', '10-12 10:00'] as const;
  const changed = (when: string, set: Record<string, unknown>) => ['changed', when, { set }] as const;
  const simple = { complexity: 'simple' };

  it('keep: 2 hours as of the start, though complex at 11:00', () => {
    const log = [received, changed('10-12 11:00', { complexity: 'complex' })] as const;
    expect(lines(judged(policyOf(byPriority), log, '10-12 11:30', simple))).toEqual([
      '1 pending due 10-12 12:00',
    ]);
  });

  it('recalculate: 24 hours from the original start; changed at due or after it: 2 hours', () => {
    const policy = policyOf({ ...byPriority, onChange: 'recalculate' });
    const run = (when: string) =>
      lines(judged(policy, [received, changed(when, { complexity: 'complex' })], '10-12 13:00', simple));
    expect(run('10-12 11:59:59.999')).toEqual(['1 pending due 10-13 10:00']);
    expect(run('10-12 12:00')).toEqual(['1 overdue due 10-12 12:00']);
    expect(run('10-12 12:00:00.001')).toEqual(['1 overdue due 10-12 12:00']);
  });

  it('recalculate: the new limit carries every pause, 1 hour each before and after the change', () => {
    const policy = policyOf({ ...byPriority, onChange: 'recalculate' });
    const log = [
      received,
      ['paused', '10-12 10:30'],
      ['resumed', '10-12 11:30'],
      changed('10-12 12:00', { complexity: 'complex' }),
      ['paused', '10-12 13:00'],
      ['resumed', '10-12 14:00'],
    ] as const;
    expect(lines(judged(policy, log, '10-12 15:00', simple))).toEqual(['1 pending due 10-13 12:00']);
  });

  it('recalculate: 24 hours made 2 after 5 is overdue at once', () => {
    const policy = policyOf({ ...byPriority, onChange: 'recalculate' });
    const log = [received, changed('10-12 15:00', simple)] as const;
    expect(lines(judged(policy, log, '10-12 15:00', { complexity: 'complex' }))).toEqual([
      '1 overdue due 10-12 12:00',
    ]);
  });

  const complaints = policyOf({ when: { kind: 'complaint' }, onChange: 'recalculate' });

  it('turned false before due: exempt, no longer applicable; with keep nothing', () => {
    const log = [received, changed('10-12 12:00', { kind: 'inquiry' })] as const;
    expect(lines(judged(complaints, log, '10-20 12:00', { kind: 'complaint' }))).toEqual([
      '1 exempt due 10-13 10:00 no-longer-applicable',
    ]);
    expect(
      lines(judged(policyOf({ when: { kind: 'complaint' } }), log, '10-12 13:00', { kind: 'complaint' })),
    ).toEqual(['1 pending due 10-13 10:00']);
  });

  it('turned true: a run from the original start; with keep none', () => {
    const log = [received, changed('10-12 12:00', { kind: 'complaint' })] as const;
    expect(lines(judged(complaints, log, '10-12 13:00', { kind: 'inquiry' }))).toEqual([
      '1 pending due 10-13 10:00',
    ]);
    expect(
      judged(policyOf({ when: { kind: 'complaint' } }), log, '10-12 13:00', { kind: 'inquiry' }).verdicts,
    ).toEqual([]);
  });

  it('turned true after it was done, or after it would have been due, acts no more', () => {
    const done = [
      received,
      ['replied', '10-12 11:00'],
      changed('10-12 12:00', { kind: 'complaint' }),
    ] as const;
    expect(judged(complaints, done, '10-12 13:00', { kind: 'inquiry' }).verdicts).toEqual([]);
    const past = [received, changed('10-13 10:00', { kind: 'complaint' })] as const;
    expect(judged(complaints, past, '10-14 13:00', { kind: 'inquiry' }).verdicts).toEqual([]);
  });

  it('the latest change before due decides: false at 11:00 and true again at 12:00 is pending', () => {
    const log = [
      received,
      changed('10-12 11:00', { kind: 'inquiry' }),
      changed('10-12 12:00', { kind: 'complaint' }),
    ] as const;
    expect(lines(judged(complaints, log, '10-12 11:30', { kind: 'complaint' }))).toEqual([
      '1 exempt due 10-13 10:00 no-longer-applicable',
    ]);
    expect(lines(judged(complaints, log, '10-12 13:00', { kind: 'complaint' }))).toEqual([
      '1 pending due 10-13 10:00',
    ]);
  });
});
