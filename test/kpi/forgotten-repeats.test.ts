import { describe, expect, it } from 'vitest';
import { Cell } from '../../src/kpi/cell.ts';
import { type RepeatRules, Repeats, type RepeatsJson } from '../../src/kpi/repeats.ts';

// Complaints of a window of 5: what lies more than 5 from both ends of the time seen can't change any more.

const cell = new Cell({ period: 0, group: [] }, 4, false);
const within5: RepeatRules = { window: 5, mergeWindow: -1, countFirst: false };

function counting(rules: RepeatRules, kept: number) {
  const settled = { all: 0, repeats: 0 };
  const settle = (_: Cell, isRepeat: boolean) => {
    settled.all += 1;
    settled.repeats += isRepeat ? 1 : 0;
  };
  const repeats = new Repeats(rules, { merged: () => {}, settle }, kept);
  return {
    repeats,
    settled,
    add: (...complaints: (readonly [key: string, at: number])[]) => {
      for (const [key, at] of complaints) repeats.add(key, at, cell);
    },
    json: (): RepeatsJson => JSON.parse(JSON.stringify(repeats.toJSON([cell]))),
    whole: () => {
      const found = { ...settled };
      repeats.each((_, isRepeat) => {
        found.all += 1;
        found.repeats += isRepeat ? 1 : 0;
      });
      return found;
    },
  };
}
const alone = (...times: number[]) => times.map((at) => [`${at}`, at] as const);
const from = (json: Partial<RepeatsJson>): RepeatsJson => ({
  complaints: [],
  forgotten: [],
  unsorted: false,
  ...json,
});

describe('complaints in order', () => {
  it('are forgotten once there are more than 3, but for the first and the last, then again at more than twice those', () => {
    const { add, settled, json } = counting(within5, 3);
    add(...alone(0, 10, 20));
    expect(settled.all).toBe(0);
    add(...alone(30));
    expect(settled.all).toBe(2);
    add(...alone(40, 50));
    expect(settled.all).toBe(2);
    add(...alone(60));
    expect(settled.all).toBe(5);
    expect(json()).toEqual({
      complaints: [
        ['0', [[0, 0, 0]]],
        ['60', [[0, 60, 60]]],
      ],
      forgotten: [[0, 60]],
      unsorted: false,
    });
  });

  it('are kept where they are just 5 from an end', () => {
    const { add, settled, json } = counting(within5, 4);
    add(...alone(0, 5, 20, 35, 40));
    expect(settled.all).toBe(1);
    expect(json().complaints.map(([key]) => key)).toEqual(['0', '35', '40', '5']);
  });

  it('are kept 9 from an end where those within 4 of one another are the same', () => {
    const { add, settled } = counting({ ...within5, mergeWindow: 4 }, 4);
    add(...alone(0, 8, 20, 32, 40));
    expect(settled.all).toBe(1);
  });

  it('have forgotten nothing while all lie within 5 of an end', () => {
    const { add, json } = counting(within5, 2);
    add(...alone(0, 1, 2));
    expect(json().forgotten).toEqual([]);
  });

  it.each([
    [false, 3],
    [true, 5],
  ])(
    'leave behind what their neighbours need to know, in JSON too (the first counts: %s)',
    (countFirst, repeats) => {
      const rules = { ...within5, countFirst };
      const one = counting(rules, 6);
      one.add(['b', 0], ['a', 3], ['a', 7], ['a', 20], ['a', 33], ['a', 36]);
      expect(one.settled.all).toBe(0);
      one.add(['a', 40]);
      // 7, 20 and 33 are over; 7 followed 3, and 36 followed 33.
      expect(one.settled.all).toBe(3);
      expect(one.json().complaints).toEqual([
        [
          'a',
          [
            [0, 3, 3, null, true],
            [0, 36, 36, true, null],
            [0, 40, 40],
          ],
        ],
        ['b', [[0, 0, 0]]],
      ]);
      expect(one.whole()).toEqual({ all: 7, repeats });
      const other = counting(rules, 100);
      other.repeats.merge(one.json(), [cell]);
      expect(other.whole().all + one.settled.all).toBe(7);
      expect(other.whole().repeats + one.settled.repeats).toBe(repeats);
      // 4 are left; beyond 8 it looks again.
      one.add(...alone(50, 60, 70, 80));
      expect(one.settled.all).toBe(3);
      one.add(...alone(90));
      expect(one.settled.all).toBe(9);
    },
  );
});

describe('a complaint whose follower another part has forgotten', () => {
  it.each([
    ['it was followed', true, 1],
    ['it was not, though one within 5 of it comes in', false, 1],
  ] as const)('keeps, where the first counts, that %s', (_, ahead, repeats) => {
    const { repeats: found, json, whole } = counting({ ...within5, countFirst: true }, 100);
    const kept = [[0, 3, 3, null, ahead]] as const;
    found.merge(from({ complaints: [['a', kept]] }), [cell]);
    expect(json().complaints).toEqual([['a', kept]]);
    if (!ahead) found.add('a', 7, cell);
    expect(whole().repeats).toBe(repeats);
  });

  it('is written short where nothing is known of either side', () => {
    const { repeats, json } = counting(within5, 100);
    repeats.merge(from({ complaints: [['a', [[0, 3, 3, null, null]]]] }), [cell]);
    expect(json().complaints).toEqual([['a', [[0, 3, 3]]]]);
  });
});

describe('parts of a count', () => {
  const merged = (own: Partial<RepeatsJson>, other: Partial<RepeatsJson>) => {
    const { repeats, json } = counting(within5, 100);
    repeats.merge(from(own), [cell]);
    expect(repeats.unsorted).toBe(false);
    repeats.merge(from(other), [cell]);
    return json();
  };
  const complaint = (first: number, last = first): Partial<RepeatsJson> => ({
    complaints: [
      ['x', [[0, 200, 200]]],
      [
        'a',
        [
          [0, first, last],
          [0, 300, 300],
        ],
      ],
    ],
  });

  it.each<[said: string, Partial<RepeatsJson>, Partial<RepeatsJson>, boolean]>([
    ['one of them was out of order', {}, { unsorted: true }, true],
    ['neither was', {}, {}, false],
    ['both have forgotten the same time', { forgotten: [[0, 60]] }, { forgotten: [[50, 100]] }, true],
    ['the second had forgotten it before', { forgotten: [[50, 100]] }, { forgotten: [[0, 60]] }, true],
    ['they meet at 60', { forgotten: [[0, 60]] }, { forgotten: [[60, 100]] }, false],
    ['they meet at 60, the later one first', { forgotten: [[60, 100]] }, { forgotten: [[0, 60]] }, false],
    ['the first has a complaint in what the second forgot', complaint(15), { forgotten: [[10, 20]] }, true],
    ['the second has one in what the first forgot', { forgotten: [[10, 20]] }, complaint(15), true],
    ['it begins before that', complaint(8, 12), { forgotten: [[10, 20]] }, true],
    ['it ends after that', complaint(18, 22), { forgotten: [[10, 20]] }, true],
    ['it begins before that, taken in', { forgotten: [[10, 20]] }, complaint(8, 12), true],
    ['it ends after that, taken in', { forgotten: [[10, 20]] }, complaint(18, 22), true],
    ['it is at the beginning of that', complaint(10), { forgotten: [[10, 20]] }, false],
    ['it is at the end of that', complaint(20), { forgotten: [[10, 20]] }, false],
  ])('where %s', (_, own, other, unsorted) => {
    expect(merged(own, other).unsorted).toBe(unsorted);
  });

  it.each<[RepeatsJson['forgotten'], RepeatsJson['forgotten'], RepeatsJson['forgotten']]>([
    [
      [[50, 60]],
      [[0, 10]],
      [
        [0, 10],
        [50, 60],
      ],
    ],
    [
      [[0, 10]],
      [[10, 20]],
      [
        [0, 10],
        [10, 20],
      ],
    ],
    [[[0, 10]], [[5, 20]], [[0, 20]]],
    [[[5, 20]], [[0, 30]], [[0, 30]]],
    [
      [
        [4, 6],
        [0, 1],
      ],
      [
        [2, 3],
        [5, 8],
      ],
      [
        [0, 1],
        [2, 3],
        [4, 8],
      ],
    ],
  ])('that have forgotten %j and %j have forgotten %j', (a, b, both) => {
    expect(merged({ forgotten: a }, { forgotten: b }).forgotten).toEqual(both);
  });
});

describe('100,001 complaints', () => {
  it('in order cost what they must, and nothing is said of it', () => {
    const { repeats, add } = counting({ ...within5, window: 1_000_000 }, 100_000);
    for (let n = 0; n <= 100_000; n += 1) add([`${n}`, n]);
    expect(repeats.oddity()).toBeUndefined();
  });
});
