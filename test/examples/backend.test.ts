import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/policy/check-policy.ts';
import { root } from '../support/source-tree.ts';
import { Backend, Receiver, until } from './backend-process.ts';

const MINUTE = 60_000;

/** An answer within 60 minutes; the handler is told after 30, the manager after 60 and again after 70. */
const policy = {
  id: 'quick',
  version: '1',
  calendar: { timeZone: 'Asia/Shanghai', week: 'always' },
  standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '60 minutes' }],
  ladders: [
    {
      id: 'up',
      rungs: [
        { id: 'half', level: 1, to: 'handler', at: { share: 0.5, of: 'answer' } },
        {
          id: 'late',
          level: 2,
          to: 'manager',
          at: { after: 'answer', by: '0 hours' },
          every: '10 minutes',
          times: 2,
        },
      ],
    },
  ],
};

/** A ticket received so many ms ago. */
const ticket = (id: string, ago: number, more: object = {}) => ({
  id,
  ...more,
  events: [{ id: 'e-1', type: 'received', at: Date.now() - ago }],
});

let receiver: Receiver;
let backend: Backend;

beforeEach(async () => {
  receiver = await new Receiver().start();
  backend = new Backend(receiver.url, policy);
});
afterEach(async () => {
  await backend.remove();
  receiver.stop();
});

describe('the example backend', () => {
  it('has a policy without a fault', () => {
    const { problems } = checkPolicy(JSON.parse(readFileSync(`${root}examples/backend/policy.json`, 'utf8')));
    expect(problems).toEqual([]);
  });

  it('takes a ticket, says where it stands, and takes its reply', async () => {
    await backend.start();
    const opened = await backend.post('/cases', ticket('T-1', 20 * MINUTE));
    expect(opened).toMatchObject({ status: 201, body: { verdicts: [{ status: 'pending' }] } });
    const now = Date.now();
    const next = Date.parse(String(opened.body.nextChange)) - now;
    // Half of its time is used in 10 minutes.
    expect(next).toBeGreaterThan(9 * MINUTE);
    expect(next).toBeLessThanOrEqual(10 * MINUTE);
    const replied = await backend.post('/cases/T-1/events', { id: 'e-2', type: 'replied', at: now });
    expect(replied.body).toMatchObject({ verdicts: [{ status: 'met' }], nextChange: null });
    expect(await backend.get('/cases/T-1')).toMatchObject({ case: 'T-1', verdicts: [{ status: 'met' }] });
    expect(receiver.attempts).toEqual([]);
  });

  it('refuses what it cannot take, and says why', async () => {
    await backend.start();
    const bad = { id: 'T-1', events: [{ id: 'e-1', type: 'received', at: 'yesterday' }] };
    expect(await backend.post('/cases', bad)).toMatchObject({
      status: 422,
      body: { code: 'case.event-instant', path: ['events', 0, 'at'] },
    });
    expect(await backend.post('/cases', '{')).toMatchObject({ status: 400 });
    expect(await backend.post('/cases', { id: 'T-1' })).toMatchObject({ status: 400 });
    expect(await backend.post('/cases', 'null')).toMatchObject({ status: 400 });
    const early = { id: 'e-1', type: 'received', at: Date.now() + MINUTE };
    expect(await backend.post('/cases', { id: 'T-1', events: [early] })).toMatchObject({ status: 400 });
    expect(await backend.post('/cases/T-1/events', { ...early, at: 0 })).toMatchObject({ status: 404 });
  });

  it('wakes when half of the time is used, two seconds from now, and tells the handler once', async () => {
    await backend.start();
    const { body } = await backend.post('/cases', ticket('T-1', 30 * MINUTE - 2000));
    expect(body).toMatchObject({ escalations: [{ rung: 'half', state: 'upcoming' }, {}, {}] });
    // The same again changes nothing.
    await backend.post('/cases', ticket('T-1', 5 * MINUTE));
    await until(() => receiver.attempts.length > 0, 'the notice');
    expect([...receiver.accepted.values()]).toMatchObject([{ case: 'T-1', rung: 'half', to: 'handler' }]);
    await backend.post('/cases/T-1/events', { id: 'e-2', type: 'said', at: Date.now() });
    await backend.kill();
    await backend.start();
    await backend.post('/cases/T-1/events', { id: 'e-2', type: 'said', at: Date.now() });
    expect(receiver.attempts).toEqual(['T-1/up/half/1/1']);
  });

  it('killed before it learns that a notice arrived, it brings it again under the same key', async () => {
    receiver.answers = (attempt) => {
      if (attempt % 3 !== 2) return true;
      void backend.kill();
      return false;
    };
    await backend.start();
    // The first of them 61 minutes old: late, and due again in 9 minutes; the others half through.
    const keys = ['T-0/up/late/1/1', ...[1, 2, 3, 4].map((n) => `T-${n}/up/half/1/1`)];
    for (const key of keys) {
      const id = key.slice(0, 3);
      for (let posted = false; !posted; ) {
        posted = await backend.post('/cases', ticket(id, (id === 'T-0' ? 61 : 31) * MINUTE)).then(
          ({ status }) => status === 201,
          () => false,
        );
        if (!posted) {
          await until(() => backend.isDead, 'its end');
          await backend.start();
        }
      }
    }
    const sent = async () =>
      ((await backend.get('/notices').catch(() => [])) as { sentAt: string | null }[]).filter(
        ({ sentAt }) => sentAt !== null,
      ).length;
    for (let n = 0; n < 200 && (await sent()) < keys.length; n++) {
      if (backend.isDead) await backend.start();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await sent()).toBe(keys.length);
    expect([...receiver.accepted.keys()].sort()).toEqual(keys);
    // Each key once, and once more for each time that nobody heard the answer.
    const unheard = receiver.attempts.filter((_, n) => (n + 1) % 3 === 2).length;
    expect(receiver.attempts).toHaveLength(keys.length + unheard);
  });

  it('killed at any of its writes, it has told everybody once after it is started again', async () => {
    let deaths = 0;
    for (let write = 1; ; write++) {
      await backend.remove();
      receiver.stop();
      receiver = await new Receiver().start();
      backend = new Backend(receiver.url, policy);
      await backend.start(write);
      const posted = ticket('T-1', 31 * MINUTE);
      const answer = backend.isDead ? undefined : await backend.post('/cases', posted).catch(() => undefined);
      await until(() => backend.isDead || receiver.attempts.length > 0, 'its end, or its notice');
      // What it writes last comes after the notice.
      await new Promise((resolve) => setTimeout(resolve, 200));
      const died = backend.isDead;
      await backend.kill();
      await backend.start();
      if (answer === undefined) expect((await backend.post('/cases', posted)).status).toBe(201);
      await until(() => receiver.attempts.length > 0, 'the notice');
      expect([...receiver.accepted.keys()]).toEqual(['T-1/up/half/1/1']);
      expect(receiver.attempts.length).toBeLessThanOrEqual(died ? 2 : 1);
      if (!died) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThanOrEqual(5);
  }, 120_000);
});
