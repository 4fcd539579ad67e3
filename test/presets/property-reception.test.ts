import { describe, expect, it } from 'vitest';
import { createAudit } from '../../src/audit/create-audit.ts';
import { extendPolicy } from '../../src/policy/extend-policy.ts';
import { propertyReception } from '../../src/presets/property-reception.ts';
import { at, caseOf, type EventRow } from '../support/naive-service.ts';
import { judgedBy, rungsBy } from './judging.ts';

const row = judgedBy(propertyReception);
/** The same once the company has said what the rulebook doesn't. */
const rowWith = (parameters: Record<string, string>) =>
  judgedBy(extendPolicy(propertyReception, { parameters }));

const arrived: EventRow = ['arrived', '10-12 10:00'];

describe('2.1 a visitor who waits is taken over within 3 minutes', () => {
  it.each([
    ['10:03', 'met'],
    ['10:03:01', 'late'],
  ])('taken over at %s: %s', (when, status) => {
    const log: EventRow[] = [arrived, ['handed-over', `10-12 ${when}`]];
    expect(row('visitor-taken-over', {}, log)).toEqual([`${status} 10-12 10:03`]);
    expect(row('visitor-taken-over', { urgent: false }, log)).toEqual([`${status} 10-12 10:03`]);
  });
  it('overdue while nobody comes, on a holiday too', () => {
    expect(row('visitor-taken-over', {}, [['arrived', '10-03 10:00']])).toEqual(['overdue 10-03 10:03']);
  });
  it('needs no colleague where the visitor is received at once', () => {
    expect(row('visitor-taken-over', {}, [arrived, ['reception-started', '10-12 10:01']])).toEqual([
      'met 10-12 10:03',
    ]);
  });
  it('at once where urgent: undetermined until urgentTakeOver says how soon', () => {
    const log: EventRow[] = [arrived, ['handed-over', '10-12 10:01']];
    expect(row('visitor-taken-over', { urgent: true }, log)).toEqual(['undetermined']);
    const within = (limit: string) =>
      rowWith({ urgentTakeOver: limit })('visitor-taken-over', { urgent: true }, log);
    expect(within('60 seconds')).toEqual(['met 10-12 10:01']);
    expect(within('30 seconds')).toEqual(['late 10-12 10:00:30']);
  });
});

describe('2.2 a question that is not settled goes to the supervisor, then to the head of the office', () => {
  const rungs = (...log: EventRow[]) =>
    rungsBy(propertyReception)('unsettled', {}, [['received', '10-12 10:00'], ...log], '10-12 18:00');
  const unresolved = (when: string): EventRow => ['unresolved', `10-12 ${when}`];
  const escalated = (when: string, level: number): EventRow => ['escalated', `10-12 ${when}`, { level }];

  it('nobody while the reception settles it', () => {
    expect(rungs(['resolved', '10-12 10:10'])).toEqual([]);
  });
  it('the supervisor from the first unresolved: due, taken at that instant or later, missed by the end', () => {
    expect(rungs(unresolved('10:05'))).toEqual(['supervisor due 10-12 10:05']);
    expect(rungs(unresolved('10:05'), escalated('10:05', 1))).toEqual(['supervisor taken 10-12 10:05']);
    expect(rungs(unresolved('10:05'), escalated('10:20', 1))).toEqual(['supervisor taken 10-12 10:05']);
    expect(rungs(unresolved('10:05'), ['closed', '10-12 11:00'])).toEqual(['supervisor missed 10-12 10:05']);
  });
  it('the head from the second: taken at level 2, not by the supervisor once more', () => {
    const twice = [unresolved('10:05'), escalated('10:06', 1), unresolved('10:20')];
    expect(rungs(...twice)).toEqual(['supervisor taken 10-12 10:05', 'head due 10-12 10:20']);
    expect(rungs(...twice, escalated('10:21', 1))).toEqual([
      'supervisor taken 10-12 10:05',
      'head due 10-12 10:20',
    ]);
    expect(rungs(...twice, escalated('10:21', 2))).toEqual([
      'supervisor taken 10-12 10:05',
      'head taken 10-12 10:20',
    ]);
    expect(rungs(...twice, ['closed', '10-12 11:00'])).toEqual([
      'supervisor taken 10-12 10:05',
      'head missed 10-12 10:20',
    ]);
  });
  it('a third unresolved adds no rung', () => {
    expect(rungs(unresolved('10:05'), unresolved('10:20'), unresolved('10:40'))).toHaveLength(2);
  });
});

describe('2.3 a visitor who is dissatisfied or insists on somebody else is moved up', () => {
  const ladder = (attributes: Record<string, unknown>, ...log: EventRow[]) =>
    rungsBy(propertyReception)('dissatisfied-visitor', attributes, [arrived, ...log]);
  it.each(['dissatisfied', 'insisted'])(
    '%s: taken by an escalation, missed when the visitor leaves',
    (type) => {
      const said: EventRow = [type, '10-12 10:05'];
      expect(ladder({}, said, ['escalated', '10-12 10:06', { level: 1 }])).toEqual(['up taken 10-12 10:05']);
      expect(ladder({}, said, ['closed', '10-12 10:30'])).toEqual(['up missed 10-12 10:05']);
    },
  );
  it('how soon is undetermined until moveUp is set', () => {
    const log: EventRow[] = [
      arrived,
      ['dissatisfied', '10-12 10:05'],
      ['escalated', '10-12 10:10', { level: 1 }],
    ];
    expect(row('moved-up', {}, log)).toEqual(['undetermined']);
    expect(rowWith({ moveUp: '5 minutes' })('moved-up', {}, log)).toEqual(['met 10-12 10:10']);
    expect(rowWith({ moveUp: '4 minutes' })('moved-up', {}, log)).toEqual(['late 10-12 10:09']);
    expect(row('moved-up', {}, [arrived])).toEqual([]);
  });
});

describe('2.4 and 2.5 the person in charge is out', () => {
  it.each([
    ['owner-called', 'ownerCall', { ownerOut: true, urgent: true }],
    ['message-passed', 'messagePassed', { ownerOut: true }],
  ] as const)('%s: undetermined until %s is set', (id, parameter, attributes) => {
    const log: EventRow[] = [arrived, [id, '10-12 10:10']];
    expect(row(id, attributes, log)).toEqual(['undetermined']);
    const within = (limit: string) => rowWith({ [parameter]: limit })(id, attributes, log);
    expect(within('10 minutes')).toEqual(['met 10-12 10:10']);
    expect(within('9 minutes')).toEqual(['late 10-12 10:09']);
    expect(row(id, { urgent: true }, log)).toEqual([]);
  });
  it('who is not urgent needs no call', () => {
    expect(row('owner-called', { ownerOut: true, urgent: false }, [arrived])).toEqual([]);
  });
  it('the contact is taken before the message is passed on', () => {
    const passed: EventRow = ['message-passed', '10-12 10:10'];
    const out = { ownerOut: true };
    expect(row('contact-taken', out, [arrived, ['contact-taken', '10-12 10:05'], passed])).toEqual(['met']);
    expect(row('contact-taken', out, [arrived, passed])).toEqual(['broken']);
  });
});

describe('2.6 an interrupted caller', () => {
  const interrupted: EventRow = ['interrupted', '10-12 10:00'];
  const [consented, taken, called]: EventRow[] = [
    ['consented', '10-12 10:01'],
    ['number-taken', '10-12 10:02'],
    ['called-back', '10-12 10:20'],
  ] as const;
  it('kept by consent, number and call in this order; pending until the call', () => {
    expect(row('interrupted-caller', {}, [interrupted, consented!, taken!, called!])).toEqual(['met']);
    expect(row('interrupted-caller', {}, [interrupted, consented!, taken!])).toEqual(['pending']);
  });
  it('broken without consent, and by a call to a number that nobody took', () => {
    expect(row('interrupted-caller', {}, [interrupted, taken!, called!])).toEqual(['broken']);
    expect(row('interrupted-caller', {}, [interrupted, consented!, called!])).toEqual(['broken']);
  });
});

describe('2.7 waiting for the person in charge', () => {
  it.each(['owner-called', 'told', 'tea-refilled'])('%s: every waitingCare, once it is set', (event) => {
    const id = `waiting-${event}`;
    const log: EventRow[] = [arrived, [event, '10-12 10:10'], ['handed-over', '10-12 10:20']];
    expect(row(id, {}, log)).toEqual(['undetermined', 'undetermined']);
    expect(rowWith({ waitingCare: '10 minutes' })(id, {}, log)).toEqual([
      'met 10-12 10:10',
      'met 10-12 10:20',
    ]);
    const later: EventRow[] = [arrived, [event, '10-12 10:11'], ['handed-over', '10-12 10:20']];
    expect(rowWith({ waitingCare: '10 minutes' })(id, {}, later)).toEqual([
      'late 10-12 10:10',
      'met 10-12 10:21',
    ]);
  });
});

describe('2.8 manners and premises', () => {
  const observed = (item: string, passed: boolean): EventRow => ['observed', '10-12 10:00', { item, passed }];
  it.each(['stands', 'tea-70-percent-full', 'premises-quiet'])('%s: kept, broken', (item) => {
    expect(row('reception-manners', {}, [arrived, observed(item, true)])).toEqual(['met']);
    expect(row('reception-manners', {}, [arrived, observed(item, false)])).toEqual(['broken']);
  });
});

describe('2.9 words never said', () => {
  const said = (text: string, role = 'agent'): EventRow => ['said', '10-12 10:01', { role, text }];
  it.each([
    '这不关我的事',
    '這不關我的事',
    '我不知道',
    '不清楚。',
    '与我无关',
    '與我無關',
    'That is NOT my business',
  ])('“%s” breaks it', (text) => {
    expect(row('taboo', {}, [arrived, said(text)])).toEqual(['broken']);
  });
  it('other words keep it, and so do the customer’s own', () => {
    expect(row('taboo', {}, [arrived, said('我帮您问一下')])).toEqual(['met']);
    expect(row('taboo', {}, [arrived, said('我帮您问一下'), said('我不知道', 'customer')])).toEqual(['met']);
  });
});

describe('the preset', () => {
  it('is audited: rungs are counted as taken and missed', () => {
    const audit = createAudit(propertyReception, { asOf: at('11-01 00:00') });
    const unsettled: EventRow[] = [arrived, ['unresolved', '10-12 10:05']];
    audit.add({ ...caseOf([...unsettled, ['escalated', '10-12 10:06', { level: 1 }]]), id: 'P-1' });
    audit.add({ ...caseOf([...unsettled, ['closed', '10-12 10:30']]), id: 'P-2' });
    expect(audit.report().escalations.filter(({ ladder }) => ladder === 'unsettled')).toMatchObject([
      { rung: 'supervisor', taken: 1, missed: 1 },
      { rung: 'head', taken: 0, missed: 0 },
    ]);
  });
});
