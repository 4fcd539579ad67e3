import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { service } from '../audit/service.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
});
afterEach(() => terminal.remove());

describe('duly due', () => {
  const due = (...argv: string[]) => terminal.duly('due', ...argv);

  it('counts 5 working days over National Day 2026 in China: from Tuesday 29 September to Monday 12 October 18:00', async () => {
    const { status, out } = await due(
      '--from',
      '2026-09-29 16:40',
      '--within',
      '5 working days',
      '--calendar',
      'china',
    );
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toBe('5 working days from Tue 29 Sep 2026 16:40: due Mon 12 Oct 18:00.');
    expect(out).toContain('National Day');
  });

  it('takes a time without offset for local time of the calendar, and one with offset as it is', async () => {
    const options = ['--within', '2 hours', '--calendar', 'china'];
    const first = async (from: string) => (await due('--from', from, ...options)).out.split('\n')[0];
    expect(await first('2026-03-02T10:00')).toContain('Mon 2 Mar 2026 10:00: due Mon 2 Mar 12:00');
    expect(await first('2026-03-02T02:00:00Z')).toContain('Mon 2 Mar 2026 10:00: due Mon 2 Mar 12:00');
    expect(await first('1772416800000')).toContain('Mon 2 Mar 2026 10:00: due Mon 2 Mar 12:00');
    expect(await first('2026-03-02')).toContain('Mon 2 Mar 2026 00:00: due Mon 2 Mar 02:00');
  });

  it('takes whole epoch milliseconds for the same instant as ISO 8601, with the holidays of its years', async () => {
    const options = ['--within', '20 working days', '--calendar', 'US', '--time-zone', 'America/New_York'];
    const { status, out } = await due('--from', '1790000000000', ...options);
    expect(status).toBe(0);
    expect(out).toContain('Columbus Day');
    expect(out).toBe((await due('--from', '2026-09-21T14:13:20Z', ...options)).out);
  });

  it('takes another counting convention, and a calendar from a file', async () => {
    terminal.write('office.json', {
      timeZone: 'Europe/Berlin',
      week: { mon: ['08:00-16:00'], tue: ['08:00-16:00'] },
    });
    const options = ['--from', '2026-03-02 09:00', '--within', '1 working day', '--calendar', 'office.json'];
    expect((await due(...options)).out).toContain('due Tue 3 Mar 16:00');
    expect((await due(...options, '--counting', 'bgb')).out).toContain('due Tue 3 Mar 24:00');
  });

  it('explains in Chinese', async () => {
    const options = [
      '--from',
      '2026-09-29 16:40',
      '--within',
      '5 working days',
      '--calendar',
      'china',
      '--lang',
      'zh-CN',
    ];
    expect((await due(...options)).out).toContain('国庆节');
  });

  it.each<[string, string[], RegExp]>([
    [
      'an unknown unit',
      ['--from', '2026-03-02', '--within', '5 wroking days', '--calendar', 'china'],
      /--within: .*Did you mean "working days"\?/,
    ],
    [
      'a date that does not exist',
      ['--from', '2026-02-30', '--within', '5 days', '--calendar', 'china'],
      /--from: "2026-02-30"/,
    ],
    [
      'an hour that does not exist',
      ['--from', '2026-02-03 25:00', '--within', '5 days', '--calendar', 'china'],
      /--from: "2026-02-03 25:00"/,
    ],
    [
      'no instant',
      ['--from', 'soon', '--within', '5 days', '--calendar', 'china'],
      /--from: "soon" is no instant\. Give ISO 8601 with an offset/,
    ],
    [
      'an unknown calendar',
      ['--from', '2026-03-02', '--within', '5 days', '--calendar', 'chnia'],
      /Did you mean "china"\?/,
    ],
    [
      'an unknown counting',
      ['--from', '2026-03-02', '--within', '5 days', '--calendar', 'china', '--counting', 'bgbb'],
      /--counting: .*Did you mean "bgb"\?/,
    ],
    ['no limit', ['--from', '2026-03-02', '--calendar', 'china'], /required option '--within/],
  ])('refuses %s in one line', async (_, argv, message) => {
    const { status, out, err } = await due(...argv);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  it('refuses a calendar file with a mistake and names its place', async () => {
    terminal.write('office.json', { timeZone: 'Europe/Berlin', week: { mon: ['08:00-26:00'] } });
    const { status, err } = await due(
      '--from',
      '2026-03-02',
      '--within',
      '1 day',
      '--calendar',
      'office.json',
    );
    expect(status).toBe(2);
    expect(err).toContain('office.json: week.mon.0');
  });
});

describe('duly check', () => {
  it('says that a good policy is valid, and what is in it', async () => {
    terminal.write('policy.json', service);
    const { status, out } = await terminal.duly('check', 'policy.json');
    expect(status).toBe(0);
    expect(out).toContain('policy.json: service 1 is valid (3 standards, 0 ladders, 2 KPIs)');
    terminal.write('policy.json', { ...service, standards: service.standards.slice(0, 1), kpis: [] });
    const { out: small } = await terminal.duly('check', 'policy.json');
    expect(small).toContain('(1 standard, 0 ladders, 0 KPIs)');
  });

  it('lists every problem with its place, its code and a hint, and exits with 2', async () => {
    terminal.write('policy.json', {
      ...service,
      calendar: { timeZone: 'Mars/Base', week: 'always' },
      standards: [{ ...service.standards[0], within: '5 wroking days' }],
    });
    const { status, out } = await terminal.duly('check', 'policy.json');
    expect(status).toBe(2);
    expect(out).toMatch(/^error calendar\.timeZone: .*Mars\/Base.*\[[\w.-]+\]$/m);
    expect(out).toMatch(/^error standards\.0\.within.*Did you mean "working days"\?.*$/m);
  });

  it('lists warnings of a valid policy, each with its place and a hint, and exits with 0', async () => {
    const [first, ...others] = service.standards;
    terminal.write('policy.json', { ...service, standards: [{ ...first, from: 'recieved' }, ...others] });
    const { status, out } = await terminal.duly('check', 'policy.json');
    expect(status).toBe(0);
    expect(out).toMatch(/^warning standards\.0\.from: .*Did you mean "received"\? \[policy\.near-miss\]$/m);
    expect(out).toContain('is valid');
  });

  it('exits with 2 for kinds that are not there, or a module without any', async () => {
    terminal.write('policy.json', service);
    terminal.write('none.mjs', 'export const kind = 7;');
    const check = (module: string) => terminal.duly('check', 'policy.json', '--kinds', module);
    expect(await check('nowhere.mjs')).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^duly: --kinds nowhere\.mjs: /),
    });
    expect(await check('none.mjs')).toMatchObject({
      status: 2,
      err: expect.stringContaining('exports no kind'),
    });
  });

  it('exits with 2 for a file that is not there', async () => {
    expect(await terminal.duly('check', 'none.json')).toMatchObject({
      status: 2,
      err: 'duly: policy none.json: no such file or directory\n',
    });
  });
});

describe('duly', () => {
  it('tells its version', async () => {
    expect((await terminal.duly('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('tells how it is used, and exits with 0 when asked to', async () => {
    const { status, out } = await terminal.duly('audit', '--help');
    expect(status).toBe(0);
    for (const option of ['--policy', '--mapping', '--as-of', '--fail-on-miss'])
      expect(out).toContain(option);
  });

  it('tells how it is used, and exits with 2 when nothing is asked', async () => {
    const { status, err } = await terminal.duly();
    expect(status).toBe(2);
    expect(err).toContain('Usage: duly');
  });
});
