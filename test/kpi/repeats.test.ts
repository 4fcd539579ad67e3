import { describe, expect, it } from 'vitest';
import { createTally } from '../../src/kpi/create-tally.ts';
import { mergeTallies } from '../../src/kpi/merge-tallies.ts';
import { asOf, at, policyOf } from './build.ts';
import { from, keyed, rowsOf } from './rows-of-repeats.ts';

describe('repeats found by key', () => {
  const week = [
    from('li', '09-01 10:00'),
    from('li', '09-08 10:00'),
    from('li', '09-15 10:01'),
    from('wang', '09-08 11:00'),
  ];

  it('gives 1 of 4: on the seventh day is within 7 days, a minute later is not; another customer is none', () => {
    expect(rowsOf({ denominator: 'all' }, week)).toMatchObject([
      { numerator: 1, denominator: 4, basis: 'all' },
    ]);
  });

  it('gives 2 of 4 where the first one counts as well', () => {
    expect(rowsOf({ denominator: 'all', countFirst: true }, week)).toMatchObject([
      { numerator: 2, denominator: 4 },
    ]);
  });

  it('counts the first one in its own month, though the repeat comes in the next', () => {
    const turn = [from('li', '09-30 10:00'), from('li', '10-02 10:00')];
    expect(rowsOf({ countFirst: true, denominator: 'all' }, turn)).toMatchObject([
      { period: '2026-09', numerator: 1, denominator: 1 },
      { period: '2026-10', numerator: 1, denominator: 1 },
    ]);
    expect(rowsOf({ denominator: 'all' }, turn)).toMatchObject([
      { period: '2026-09', numerator: 0 },
      { period: '2026-10', numerator: 1 },
    ]);
  });

  it('takes as one complaint what follows the one before within an hour, link by link: 3 of 5 are left', () => {
    const chain = ['10:00', '10:50', '11:45'].map((time) => from('li', `09-01 ${time}`));
    const cases = [...chain, from('li', '09-01 13:00'), from('wang', '09-01 11:00')];
    const [row] = rowsOf({ mergeWindow: '1 hour', denominator: 'all' }, cases);
    expect(row).toMatchObject({ numerator: 1, denominator: 3 });
    expect(row!.choices).toEqual({
      by: 'key',
      key: ['customer'],
      window: '7 days',
      mergeWindow: '1 hour',
      countFirst: false,
      merged: 2,
    });
  });

  it('measures the window from the first of those taken as one: 7 days after 10:00, not after 10:30', () => {
    const cases = [from('li', '09-01 10:00'), from('li', '09-01 10:30'), from('li', '09-08 10:15')];
    expect(rowsOf({ mergeWindow: '1 hour' }, cases)).toMatchObject([{ numerator: 0, denominator: 2 }]);
    expect(rowsOf({}, cases)).toMatchObject([{ numerator: 2, denominator: 1, value: 2, interval: null }]);
  });

  it('takes several attributes together, told apart by type', () => {
    const about = (subject: unknown) => from('li', '09-01 10:00', { subject });
    const cases = [about('1'), about(1), about('1'), about('seam')];
    expect(rowsOf({ key: ['customer', 'subject'], denominator: 'all' }, cases)).toMatchObject([
      { numerator: 1, denominator: 4 },
    ]);
  });

  it('leaves a complaint without a customer out of both counts, and shows it', () => {
    const cases = [from(undefined, '09-01 10:00'), from('', '09-01 11:00'), from('li', '09-01 10:00')];
    expect(rowsOf({}, cases)).toMatchObject([{ numerator: 0, denominator: 1, undetermined: 2 }]);
  });

  it('is provisional until the window of the last complaint has passed: on 1 November that of 25 October has', () => {
    expect(rowsOf({}, [from('li', '10-25 00:00')])[0]).not.toHaveProperty('provisional');
    expect(rowsOf({}, [from('li', '10-26 00:00')])[0]).toMatchObject({
      provisional: { since: '2026-11-01', reason: 'window-open' },
    });
  });

  it('states that repeats were found by their links where there is no key', () => {
    const tally = createTally(policyOf({ id: 'k', measure: 'repeatComplaintRate' }));
    tally.add({ timeline: from('li', '09-01 10:00', { repeatOf: 'a' }), verdicts: [] });
    expect(tally.kpis(asOf)).toMatchObject([{ numerator: 1, choices: { by: 'repeatOf' } }]);
  });

  it('merges months into the same rows as one count, in any order', () => {
    const months = ['08-31 20:00', '09-01 10:00', '09-29 10:00', '10-01 10:00', '10-03 10:00'].map((text) => {
      const tally = createTally(policyOf({ ...keyed, countFirst: true }));
      tally.add({ timeline: from('li', text), verdicts: [] });
      return tally;
    });
    const [a, b, c, d, e] = months.map((tally) => JSON.parse(JSON.stringify(tally)));
    const merged = mergeTallies(mergeTallies(e, b), mergeTallies(d, mergeTallies(a, c)));
    expect(
      merged.kpis(asOf).map(({ period, numerator, denominator }) => [period, numerator, denominator]),
    ).toEqual([
      ['2026-08', 1, 0],
      ['2026-09', 2, 0],
      ['2026-10', 2, 0],
    ]);
  });
});

describe('complaints in a tally', () => {
  it('counts no complaint that its condition leaves out', () => {
    const cases = [
      from('li', '09-01 10:00', { kind: 'praise' }),
      from('li', '09-02 10:00', { kind: 'complaint' }),
    ];
    expect(rowsOf({ when: { kind: 'complaint' } }, cases)).toMatchObject([{ numerator: 0, denominator: 1 }]);
    expect(rowsOf({ denominator: 'all' }, cases)).toMatchObject([{ numerator: 1, denominator: 2 }]);
  });

  it('takes of two complaints at one instant the group that comes first by letter as the first, whichever came first', () => {
    const web = from('li', '09-01 10:00', { kind: 'a', channel: 'web' });
    const chat = from('li', '09-01 10:00', { kind: 'a', channel: 'chat' });
    for (const cases of [
      [web, chat],
      [chat, web],
    ]) {
      const rows = rowsOf({ groupBy: ['kind', 'channel'], denominator: 'all' }, cases);
      expect(rows.map(({ group, numerator }) => [group!.channel, numerator])).toEqual([
        ['chat', 0],
        ['web', 1],
      ]);
    }
  });

  it('shows a row as not exact where the input was not in order', () => {
    const tally = createTally(policyOf(keyed));
    tally.add({ timeline: from('li', '09-01 10:00'), verdicts: [] });
    const snapshot = JSON.parse(JSON.stringify(tally));
    const day = (text: string) => at(text).getTime();
    snapshot.repeats[0].forgotten = [[day('08-01 00:00'), day('10-01 00:00')]];
    const merged = mergeTallies(snapshot, tally);
    expect(merged.kpis(asOf)).toMatchObject([{ provisional: { reason: 'input-unsorted' } }]);
    expect(merged.findings()).toMatchObject([
      { code: 'kpi.unsorted', message: expect.stringMatching(/^k: cases came out of order/) },
    ]);
  });
});
