// @ts-check
// Cases, their events, and the notices that are to be sent. Each case keeps the instant at which to look at it again.
import { assess } from 'duly';

const schema = `
  create table if not exists cases (id text primary key, attributes text not null, next_change integer);
  create index if not exists cases_next on cases (next_change);
  create table if not exists events (
    case_id text not null references cases, id text not null, body text not null, primary key (case_id, id));
  create table if not exists notices (
    key text primary key, case_id text not null references cases, send_at integer not null,
    body text not null, sent_at integer);
  create index if not exists notices_unsent on notices (send_at) where sent_at is null;`;

/** @typedef {ReturnType<typeof createStore>} Store */
/** @typedef {{ id: string, type: string, at: string }} StoredEvent */

/**
 * What is there to be judged and told; `now` is epoch ms.
 * @param {import('./open-database.mjs').Database} database
 * @param {import('duly').Policy} policy
 */
export function createStore(database, policy) {
  database.exec(schema);

  /** @param {string} id @returns {import('duly').CaseInput | undefined} */
  const caseOf = (id) => {
    const row = database.get('select attributes from cases where id = ?', id);
    if (row === undefined) return undefined;
    const events = database.all('select body from events where case_id = ? order by rowid', id);
    return { ...JSON.parse(row.attributes), id, events: events.map(({ body }) => JSON.parse(body)) };
  };

  /**
   * Judges a case as of now, and writes down whom to tell and when to look again. Within a transaction.
   * @param {string} id @param {number} now
   */
  const review = (id, now) => {
    const found = caseOf(id);
    if (found === undefined) throw new Error(`there is no case ${id}`);
    const assessment = assess(found, policy, { asOf: now, trace: false });
    const { escalations, nextChange } = assessment;
    const due = new Map(escalations.filter(({ state }) => state === 'due').map((rung) => [rung.key, rung]));
    // Answered or taken over before its notice was sent: nobody needs to be told any more.
    for (const { key } of database.all('select key from notices where case_id = ? and sent_at is null', id)) {
      if (!due.has(key)) database.run('delete from notices where key = ?', key);
    }
    for (const [key, { deliverAt, ...rung }] of due) {
      database.run(
        'insert into notices (key, case_id, send_at, body) values (?, ?, ?, ?) on conflict (key) do nothing',
        ...[key, id, deliverAt.getTime(), JSON.stringify({ ...rung, case: id })],
      );
    }
    database.run('update cases set next_change = ? where id = ?', nextChange?.getTime() ?? null, id);
    return assessment;
  };

  /** @param {string} caseId @param {StoredEvent} event */
  const addEvent = (caseId, { id, ...event }) =>
    database.run(
      'insert into events (case_id, id, body) values (?, ?, ?) on conflict (case_id, id) do nothing',
      ...[caseId, id, JSON.stringify(event)],
    );

  return {
    /**
     * A case with its first events. One that is there already stays as it is: what is posted twice counts once.
     * @param {{ id: string, events: StoredEvent[] }} posted @param {number} now
     */
    open({ id, events, ...attributes }, now) {
      return database.transaction(() => {
        database.run(
          'insert into cases (id, attributes) values (?, ?) on conflict (id) do nothing',
          ...[id, JSON.stringify(attributes)],
        );
        for (const event of events) addEvent(id, event);
        return review(id, now);
      });
    },

    /**
     * An event of a case, told apart by its `id`; `undefined`: no such case.
     * @param {string} caseId @param {StoredEvent} event @param {number} now
     */
    add(caseId, event, now) {
      return database.transaction(() => {
        if (caseOf(caseId) === undefined) return undefined;
        addEvent(caseId, event);
        return review(caseId, now);
      });
    },

    /** @param {string} id @param {number} now */
    look(id, now) {
      const found = caseOf(id);
      return found && assess(found, policy, { asOf: now });
    },

    /** Reviews the cases in which something has changed by now, and no others. @param {number} now */
    wake(now) {
      const ids = database.all('select id from cases where next_change <= ? order by next_change', now);
      for (const { id } of ids) database.transaction(() => review(id, now));
      return ids.length;
    },

    /** The next notice to be sent by now. @param {number} now */
    unsent(now) {
      return database.get(
        'select key, body from notices where sent_at is null and send_at <= ? order by send_at, key limit 1',
        now,
      );
    },

    /** @param {string} key @param {number} now */
    sent(key, now) {
      database.run('update notices set sent_at = ? where key = ?', now, key);
    },

    /** @param {string} key @param {number} until */
    postpone(key, until) {
      database.run('update notices set send_at = ? where key = ?', until, key);
    },

    /** When there is something to do next; `null`: not until something happens. */
    nextInstant() {
      const row = database.get(
        `select min(at) as at from (select min(next_change) as at from cases
         union all select min(send_at) from notices where sent_at is null)`,
      );
      return row.at;
    },

    notices() {
      const rows = database.all('select key, body, send_at, sent_at from notices order by send_at, key');
      return rows.map(({ key, body, send_at, sent_at }) => ({
        key,
        to: JSON.parse(body).to,
        sendAt: new Date(send_at),
        sentAt: sent_at === null ? null : new Date(sent_at),
      }));
    },
  };
}
