import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { PolicyError } from '../../src/errors/policy-error.ts';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { definePolicy } from '../../src/policy/define-policy.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { textileService } from '../../src/presets/textile-service.ts';
import { at, caseOf } from '../support/naive-service.ts';
import { answer, base, calendar, problemsOf, standardWith } from './one-promise.ts';

describe('a policy document', () => {
  it('with id, version, calendar and standards is enough', () => {
    expect(checkPolicy(base)).toMatchObject({ policy: base, problems: [] });
  });

  it.each(['id', 'version', 'calendar', 'standards'])('without %s is none', (key) => {
    const { [key]: _, ...rest } = base as Record<string, unknown>;
    expect(problemsOf(rest)).toEqual([`policy.shape ${key}`]);
  });

  it.each([null, undefined, 7, 'text', [], true])('%j is none', (json) => {
    const { policy, problems } = checkPolicy(json);
    expect(policy).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    expect(() => parsePolicy(json)).toThrow(PolicyError);
  });

  it('comes back as it was: key order kept, no defaults, unchanged by JSON', () => {
    const odd = {
      standards: base.standards,
      version: '1',
      parameters: { b: null, a: '1 hour' },
      calendar,
      id: 'p',
    };
    const policy = parsePolicy(odd);
    expect(JSON.stringify(policy)).toBe(JSON.stringify(odd));
    expect(JSON.stringify(parsePolicy(JSON.parse(JSON.stringify(policy))))).toBe(JSON.stringify(odd));
    expect(JSON.stringify(parsePolicy(JSON.parse(JSON.stringify(textileService))))).toBe(
      JSON.stringify(textileService),
    );
  });

  it('is a frozen copy: what the caller changes afterwards does not reach it, and the caller keeps a free one', () => {
    const mine = structuredClone(base);
    const policy = parsePolicy(mine);
    mine.standards[0]!.within = '1 hour';
    mine.calendar.timeZone = 'UTC';
    expect(policy).toEqual(base);
    expect(Object.isFrozen(policy.standards[0])).toBe(true);
  });

  it('takes a defined calendar and holds its specification', () => {
    const spec = { timeZone: 'Asia/Shanghai', week: { mon: ['09:00-18:00'] } } as const;
    const policy = definePolicy({
      ...base,
      calendar: defineCalendar(spec),
      calendars: { desk: defineCalendar(spec) },
    } as never);
    expect(JSON.parse(JSON.stringify(policy))).toEqual({
      ...base,
      calendar: spec,
      calendars: { desk: spec },
    });
  });

  it('judges alike whether defined, parsed or plain JSON', () => {
    const log = caseOf([['received', '09-28 10:00']]);
    const asOf = at('09-28 11:00');
    const want = assess(log, parsePolicy(base), { asOf });
    expect(assess(log, definePolicy(base as never), { asOf })).toEqual(want);
    expect(assess(log, JSON.parse(JSON.stringify(base)), { asOf })).toEqual(want);
  });
});

describe('what is wrong with a document', () => {
  it('is reported all together, with paths and hints: 9 problems of 9 parts', () => {
    const { policy, problems } = checkPolicy({
      id: '',
      version: 1,
      calendar: { timeZone: 'Mars/Base', week: 'always' },
      calendars: { desk: { timeZone: 'UTC', week: { mon: ['9-17'] } } },
      standards: [
        { ...answer, within: '5 dyas' },
        { ...answer, id: 'b', kind: 'deadlin' },
        { ...answer, id: 'c', form: 'received' },
        { ...answer, id: 'd', calendar: 'desc' },
      ],
      ladders: [
        { id: 'l', rungs: [{ id: 'r', level: 1, to: 'boss', at: { before: 'answr', by: '1 day' } }] },
      ],
      kpis: [{ id: 'k', measure: 'timelinessRate', of: 'answr' }],
    });
    expect(policy).toBeNull();
    const found = Object.fromEntries(problems.map(({ path, code, hint }) => [path.join('.'), [code, hint]]));
    expect(found).toMatchObject({
      id: ['policy.shape', undefined],
      version: ['policy.shape', undefined],
      'standards.0.within': ['limit.unit', 'Did you mean "days"?'],
      'standards.1.kind': ['policy.unknown-kind', 'Did you mean "deadline"?'],
      'standards.2.form': ['policy.unknown-key', 'Did you mean "from"?'],
      'standards.3.calendar': ['policy.unknown-calendar', 'Did you mean "desk"?'],
      'ladders.0.rungs.0.at.before': ['policy.unknown-standard', 'Did you mean "answer"?'],
      'kpis.0.of': ['policy.unknown-standard', 'Did you mean "answer"?'],
    });
    expect(Object.keys(found)).toContain('calendar.timeZone');
    expect(Object.keys(found).some((path) => path.startsWith('calendars.desk.week.mon'))).toBe(true);
  });

  it('is reported of a calendar too: 6 mistakes of one calendar, each at its own place', () => {
    const { problems } = checkPolicy({
      ...base,
      calendar: {
        timeZone: 'Mars/Base',
        week: { mon: ['9-17'], tue: ['09:00-18:00'], fri: ['10:00-12:00', '11:00-13:00'] },
        holidays: ['2026-01-01', '2026-02-30', { from: '2026-05-03', to: '2026-05-01' }],
        exceptions: { '2026-12-31': 'half' },
      },
    });
    expect(problems.map(({ path }) => path.join('.')).sort()).toEqual([
      'calendar.exceptions.2026-12-31',
      'calendar.holidays.1',
      'calendar.holidays.2',
      'calendar.timeZone',
      'calendar.week.fri.1',
      'calendar.week.mon.0',
    ]);
  });

  it.each([
    [{ timeZone: 'UTC', week: {}, holiday: [] }, ['calendar.holiday']],
    [{ timeZone: 'UTC', week: 7, holidays: 7 }, ['calendar.week', 'calendar.holidays']],
    [{ intersect: [] }, ['calendar.intersect']],
    [{}, ['calendar.timeZone']],
  ])('ends with %j at %j', (spec, paths) => {
    expect(checkPolicy({ ...base, calendar: spec }).problems.map(({ path }) => path.join('.'))).toEqual(
      paths,
    );
  });

  it('is one PolicyError of parsePolicy that lists all of it', () => {
    let caught: unknown;
    try {
      parsePolicy({ ...base, id: '', version: '' });
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(PolicyError);
    expect(caught).toMatchObject({
      code: 'policy.invalid',
      problems: [{ path: ['id'] }, { path: ['version'] }],
    });
    expect((caught as Error).message).toMatch(/2 problems/);
  });

  it.each([
    ['an unknown key', { ...base, kpi: [] }, 'policy.unknown-key kpi'],
    ['an id given twice', { ...base, standards: [answer, answer] }, 'policy.repeated-id standards.1.id'],
    ['a limit without unit', standardWith({ within: '5' }), 'limit.syntax standards.0.within'],
    ['a limit of minus 1', standardWith({ within: '-1 hours' }), 'limit.syntax standards.0.within'],
    ['half a day', standardWith({ within: '1.5 days' }), 'limit.not-whole standards.0.within'],
    ['an unknown each', standardWith({ each: 'always' }), 'policy.shape standards.0.each'],
    ['an unknown counting', standardWith({ counting: 'prc' }), 'limit.counting standards.0.counting'],
    [
      'fields of a counting that exclude one another',
      standardWith({
        counting: { start: 'instant', end: 'end-of-day', roll: 'none', months: 'corresponding' },
      }),
      'counting.combination standards.0.counting.start',
    ],
    ['no from at all', standardWith({ from: [] }), 'policy.shape standards.0.from'],
    ['an empty to: all', standardWith({ to: { all: [] } }), 'policy.shape standards.0.to.all'],
    ['a pause without off', standardWith({ pause: { on: 'paused' } }), 'policy.shape standards.0.pause.off'],
    ['a comparison of nothing', standardWith({ when: { a: {} } }), 'case.no-test standards.0.when.a'],
    [
      'a table without rows',
      standardWith({ within: { table: [] } }),
      'policy.shape standards.0.within.table',
    ],
    [
      'a table without rows, whatever else holds',
      standardWith({ within: { table: [], otherwise: '1 hour' } }),
      'policy.shape standards.0.within.table',
    ],
    [
      'a table of roles without rows',
      { ...base, ladders: [{ id: 'l', rungs: [{ id: 'r', level: 1, to: { table: [] }, on: 'rejected' }] }] },
      'policy.shape ladders.0.rungs.0.to.table',
    ],
    ['code in a condition', standardWith({ when: { a: () => true } }), 'policy.shape standards.0.when.a'],
    [
      'a table row on a calendar that is not there',
      standardWith({ within: { table: [{ when: { a: 1 }, limit: '1 hour', calendar: 'x' }] } }),
      'policy.unknown-calendar standards.0.within.table.0.calendar',
    ],
    ['31 February', { ...base, effective: { from: '2026-02-31' } }, 'instant.civil-date effective.from'],
    [
      'an end before its beginning',
      { ...base, effective: { from: '2026-02-02', to: '2026-02-01' } },
      'policy.effective effective',
    ],
    ['a parameter that is a function', { ...base, parameters: { a: () => 1 } }, 'policy.shape parameters.a'],
    [
      'a parameter whose value is no limit',
      { ...standardWith({ within: { parameter: 'a' } }), parameters: { a: '5 dyas' } },
      'limit.unit parameters.a',
    ],
    [
      'a parameter in a table whose value is no limit',
      {
        ...standardWith({ within: { table: [{ when: { a: 1 }, limit: { parameter: 'a' } }] } }),
        parameters: { a: 7 },
      },
      'policy.shape parameters.a',
    ],
    [
      'a parameter that stands for itself',
      {
        ...standardWith({ within: { parameter: 'a' } }),
        parameters: { a: { parameter: 'b' }, b: { parameter: 'a' } },
      },
      'policy.parameter-cycle parameters.',
    ],
    [
      'a billion repeats',
      {
        ...base,
        ladders: [
          {
            id: 'l',
            rungs: [
              { id: 'r', level: 1, to: 'x', at: { share: 1, of: 'answer' }, every: '1 hour', times: 1e9 },
            ],
          },
        ],
      },
      'policy.shape ladders.0.rungs.0.times',
    ],
  ])('%s', (_, document, want) => expect(problemsOf(document).join('\n')).toContain(want));

  it('a parameter that nobody has set is none', () => {
    expect(problemsOf(standardWith({ within: { parameter: 'a' } }))).toEqual([]);
    expect(problemsOf({ ...standardWith({ within: { parameter: 'a' } }), parameters: { a: null } })).toEqual(
      [],
    );
  });
});
