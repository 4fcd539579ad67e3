/**
 * What somebody who knows DuckDB would write who needs start, due instant and done of every deadline of textile-service,
 * and needs them of this policy only: one pass over the events, the day of receipt and the last day by ASOF joins. The
 * table `hand` holds the days of the calendar.
 */
export function byHand(asOf) {
  return `WITH first AS (
  SELECT case_id,
    min(ms) FILTER (type = 'received') AS received,
    min(ms) FILTER (type IN ('replied', 'resolved')) AS answer,
    min(ms) FILTER (type IN ('progressed', 'replied', 'told', 'resolved')) AS progress,
    min(ms) FILTER (type IN ('proposed', 'resolved')) AS solution,
    min(ms) FILTER (type IN ('acknowledged', 'replied', 'told', 'resolved')) AS receipt,
    min(ms) FILTER (type IN ('acknowledged', 'replied', 'told', 'called-back')) AS contact,
    min(ms) FILTER (type = 'resolved') AS resolved,
    min(ms) FILTER (type = 'refunded') AS refunded,
    min(ms) FILTER (type = 'exchanged') AS exchanged,
    min(ms) FILTER (type = 'told') AS told,
    min(ms) FILTER (type = 'offered') AS offered,
    min(ms) FILTER (type = 'connected') AS connected,
    min(ms) FILTER (type = 'answered') AS answered
  FROM (SELECT case_id, type, epoch_ms(t.at) AS ms FROM events t WHERE epoch_ms(t.at) <= ${asOf}) e
  GROUP BY case_id
), r AS MATERIALIZED (
  SELECT c.*, f.* EXCLUDE (case_id), d.ordinal
  FROM cases c JOIN first f ON f.case_id = c.id ASOF LEFT JOIN hand d ON f.received >= d.start_ms
), again AS MATERIALIZED (
  SELECT r.id, r.kind, i.ms AS received, d.ordinal, r.refunded, r.exchanged
  FROM r JOIN (SELECT case_id, epoch_ms(t.at) AS ms FROM events t WHERE type = 'inspected' AND epoch_ms(t.at) <= ${asOf}) i ON i.case_id = r.id AND i.ms > r.received
    ASOF JOIN hand d ON i.ms >= d.start_ms
)
${parts.join('\nUNION ALL\n')}`;
}

const select = (id, from, due, done, rest) =>
  `SELECT r.id AS case_id, '${id}' AS standard, ${from} AS from_ms, ${due} AS due_ms, ${done} AS done_ms FROM ${rest}`;
const byTime = (id, from, ms, done, test) =>
  select(id, `r.${from}`, `r.${from} + ${ms}`, done, `r WHERE r.${from} IS NOT NULL AND ${test}`);
const lastDay = (days) =>
  `ASOF JOIN (SELECT * FROM hand WHERE working = 1) w ON r.ordinal + ${days} >= w.ordinal`;
const byDays = (id, days, done, test) =>
  select(id, 'r.received', 'w.close_ms', done, `r ${lastDay(days)} WHERE ${test}`);
const later = (type) =>
  `(SELECT min(epoch_ms(e.at)) FROM events e WHERE e.case_id = r.id AND e.type = '${type}' AND epoch_ms(e.at) > r.received)`;
const inspected = (id, days, type, test) =>
  select(id, 'r.received', 'w.close_ms', later(type), `again r ${lastDay(days)} WHERE ${test}`);
const both = (one, other) =>
  `CASE WHEN r.${one} IS NOT NULL AND r.${other} IS NOT NULL THEN greatest(r.${one}, r.${other}) END`;
const HOUR = 3_600_000;
const MINUTE = 60_000;

const parts = [
  byTime(
    'inquiry-answer',
    'received',
    24 * HOUR,
    'r.answer',
    "kind = 'inquiry' AND channel IN ('email', 'chat', 'web')",
  ),
  byTime(
    'complex-inquiry-progress',
    'received',
    24 * HOUR,
    'r.progress',
    "kind = 'inquiry' AND complexity = 'complex'",
  ),
  byTime(
    'complex-inquiry-solution',
    'received',
    48 * HOUR,
    'r.solution',
    "kind = 'inquiry' AND complexity = 'complex'",
  ),
  byTime('phone-answer', 'offered', 3 * MINUTE, 'r.answered', "channel = 'phone'"),
  byTime('phone-answer-connected', 'connected', 3 * MINUTE, 'r.answered', "channel = 'phone'"),
  byTime('complaint-receipt', 'received', 48 * HOUR, 'r.receipt', "kind = 'complaint'"),
  byTime(
    'complaint-contact',
    'received',
    48 * HOUR,
    "CASE WHEN channel IN ('phone', 'chat') THEN r.contact END",
    "kind = 'complaint'",
  ),
  byDays('complaint-solution', 7, 'r.resolved', "kind = 'complaint'"),
  byDays('refund-told', 7, both('refunded', 'told'), "kind = 'return'"),
  byDays('exchange-told', 7, both('exchanged', 'told'), "kind = 'exchange'"),
  byDays('refund', 3, 'r.refunded', "kind = 'return'"),
  byDays('exchange', 5, 'r.exchanged', "kind = 'exchange'"),
  inspected('refund', 3, 'refunded', "kind = 'return'"),
  inspected('exchange', 5, 'exchanged', "kind = 'exchange'"),
  select(
    'order-news',
    'epoch_ms(e.at)',
    'NULL',
    'NULL',
    "r JOIN events e ON e.case_id = r.id WHERE e.type IN ('order-changed', 'out-of-stock', 'wrong-order', 'logistics-exception')",
  ),
];
