import { describe, expect, it } from 'vitest';
import { assessOrganisation } from '../../src/assess/assess-organisation.ts';
import type { OrganisationInput } from '../../src/assess/organisation-log.ts';
import { CaseError } from '../../src/errors/case-error.ts';
import { DulyError } from '../../src/errors/duly-error.ts';
import { judgedOf, ruleOf, surveys } from '../support/kind-service.ts';
import { at, codes, lines } from '../support/naive-service.ts';

const september = { from: '2026-09-01', to: '2026-10-01' } as const;

describe('assessOrganisation', () => {
  const policy = ruleOf({
    kind: 'duty',
    event: 'survey-run',
    times: 1,
    per: 'month',
    title: 'Survey',
    clause: '3',
  });

  it('has no case, in the assessment and in its verdicts, and names title and clause', () => {
    const assessment = judgedOf(policy, { events: [] }, '10-15');
    expect(assessment).toMatchObject({ case: null, policy: { id: 'p', version: '1' }, escalations: [] });
    expect(assessment.verdicts).toMatchObject([{ case: null, title: 'Survey', clause: '3' }]);
  });

  it('survives JSON', () => {
    const log = { events: surveys('09-10') };
    const stored = JSON.parse(JSON.stringify(judgedOf(policy, log, '10-15')));
    expect(stored.verdicts[0]).toMatchObject({ status: 'met', done: '2026-09-09T16:00:00.000Z' });
  });

  it('takes events in any order and does not change its input', () => {
    const log = Object.freeze({
      events: Object.freeze(surveys('09-20', '09-10').map((event) => Object.freeze(event))),
    });
    expect(lines(judgedOf(policy, log, '10-15'))).toEqual(['1 met done 09-10 00:00']);
  });

  it('leaves out what comes after asOf, with a finding each for events and shifts', () => {
    const log = { events: surveys('09-20'), shifts: [{ who: 'Li', from: at('09-21'), to: at('09-22') }] };
    const assessment = judgedOf(policy, log, '09-10');
    expect(lines(assessment)).toEqual(['1 pending']);
    expect(codes(assessment)).toEqual(['event.after-as-of', 'shift.after-as-of']);
  });

  it('judges nothing in a range that ends before the first record', () => {
    const range = { to: '2026-08-01' } as const;
    const log = { events: surveys('09-10') };
    expect(assessOrganisation(log, policy, { asOf: at('11-15'), range }).verdicts).toEqual([]);
  });

  it('of several versions judges by the one in force when the range begins', () => {
    const version = (id: string, from: string, times: number) =>
      ruleOf(
        { kind: 'duty', event: 'survey-run', times, per: 'month' },
        { version: id, effective: { from } },
      );
    const versions = [version('1', '2026-01-01', 1), version('2', '2026-10-01', 2)];
    const log = { events: surveys('09-10', '10-10') };
    const judge = (range: object) => assessOrganisation(log, versions, { asOf: at('11-15'), range });
    expect(judge(september)).toMatchObject({ policy: { version: '1' }, verdicts: [{ status: 'met' }] });
    expect(judge({ from: '2026-10-01', to: '2026-11-01' })).toMatchObject({
      policy: { version: '2' },
      verdicts: [{ status: 'broken' }],
    });
  });

  const shift = { who: 'Li', from: at('09-01'), to: at('09-02') };
  it.each([
    ['null', null, 'organisation.not-an-object', []],
    ['an array', [], 'organisation.not-an-object', []],
    ['events that are none', { events: {} }, 'case.events', ['events']],
    ['an event without type', { events: [{ at: at('09-01') }] }, 'case.event-type', ['events', 0, 'type']],
    [
      'an event at no instant',
      { events: [{ type: 'x', at: '?' }] },
      'case.event-instant',
      ['events', 0, 'at'],
    ],
    ['shifts that are none', { shifts: {} }, 'organisation.shifts', ['shifts']],
    ['a shift that is none', { shifts: [shift, 7] }, 'organisation.shift', ['shifts', 1]],
    ['a shift of nobody', { shifts: [{ ...shift, who: '' }] }, 'organisation.who', ['shifts', 0, 'who']],
    [
      'a post that is no text',
      { shifts: [{ ...shift, post: 1 }] },
      'organisation.post',
      ['shifts', 0, 'post'],
    ],
    [
      'a beginning without offset',
      { shifts: [{ ...shift, from: '2026-09-01T09:00' }] },
      'organisation.instant',
      ['shifts', 0, 'from'],
    ],
    [
      'no beginning',
      { shifts: [{ who: 'Li', to: at('09-02') }] },
      'organisation.instant',
      ['shifts', 0, 'from'],
    ],
    [
      'an end before its beginning',
      { shifts: [{ ...shift, to: at('08-31') }] },
      'organisation.reversed',
      ['shifts', 0, 'to'],
    ],
  ] as const)('refuses %s with its path', (_, log, code, path) => {
    const refused = (): unknown => {
      try {
        return judgedOf(policy, log as unknown as OrganisationInput, '10-15');
      } catch (error) {
        return error;
      }
    };
    const error = refused();
    expect(error).toBeInstanceOf(CaseError);
    expect(error).toBeInstanceOf(DulyError);
    expect(error).toMatchObject({ code, path });
  });

  it('refuses a range that ends before it begins, and bad instants', () => {
    const judge = (range: object, asOf: unknown = at('10-15')) =>
      assessOrganisation({}, policy, { asOf: asOf as string, range });
    expect(() => judge({ from: '2026-10-01', to: '2026-09-01' })).toThrow(
      expect.objectContaining({ code: 'organisation.reversed', path: ['range', 'to'] }),
    );
    expect(() => judge({ from: '2026-02-30' })).toThrow(expect.objectContaining({ path: ['range', 'from'] }));
    expect(() => judge({}, 'now')).toThrow(expect.objectContaining({ path: ['asOf'] }));
    expect(() => assessOrganisation({}, policy, undefined as never)).toThrow(
      expect.objectContaining({ name: 'InstantError', path: ['asOf'] }),
    );
  });
});
