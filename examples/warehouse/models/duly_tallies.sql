WITH RECURSIVE d_cases AS NOT MATERIALIZED (
SELECT t."id" AS case_id, CAST(t."priority" AS VARCHAR) AS a0, CAST(t."channel" AS VARCHAR) AS a1 FROM {{ source('crm', 'tickets') }} t
),
d_events AS NOT MATERIALIZED (
SELECT t."case_id" AS case_id, CAST(t."type" AS VARCHAR) AS type, CAST(floor(extract(epoch FROM t."at") * 1000) AS BIGINT) AS at_ms, CAST(floor(extract(epoch FROM t."at") * 1000) AS BIGINT) * 1048576 + CASE WHEN t."seq" BETWEEN 0 AND 1048575 THEN t."seq" ELSE CAST('the order of an event is no whole number from 0 to 1048575: ' || t."seq" AS BIGINT) END AS pos FROM {{ source('crm', 'ticket_events') }} t WHERE CAST(floor(extract(epoch FROM t."at") * 1000) AS BIGINT) <= {{ var('as_of_ms') }}
),
d_seen AS NOT MATERIALIZED (
SELECT * FROM d_events
),
d_left_over AS NOT MATERIALIZED (
SELECT case_id, reason FROM {{ ref('duly_left_over') }}
),
d_facts AS MATERIALIZED (
SELECT c.*, g.m0 AS received_pos, g.first_ms, COALESCE((g.m0 / 1048576), g.first_ms) AS start_ms, g.m0 FROM d_cases c LEFT JOIN (SELECT e.case_id, MIN(e.at_ms) AS first_ms, MIN(CASE WHEN e.type = 'received' THEN e.pos END) AS m0 FROM d_seen e GROUP BY e.case_id) g ON g.case_id = c.case_id WHERE NOT EXISTS (SELECT 1 FROM d_left_over l WHERE l.case_id = c.case_id)
),
d_verdicts AS MATERIALIZED (
SELECT v.*, f.first_ms, f.a1 FROM {{ ref('duly_verdicts') }} v JOIN d_facts f ON f.case_id = v.case_id
),
d_times AS MATERIALIZED (
SELECT v.standard, v.used_ms, GREATEST(v.done_ms - v.from_ms, 0) AS elapsed_ms, GREATEST((b.before_ms + b.open * (v.done_ms - b.start_ms)) - (a.before_ms + a.open * (v.from_ms - a.start_ms)), 0) AS worked_ms FROM d_verdicts v LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) a ON a.utc_day = (v.from_ms / 86400000) AND v.from_ms >= a.start_ms AND v.from_ms < a.end_ms LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) b ON b.utc_day = (v.done_ms / 86400000) AND v.done_ms >= b.start_ms AND v.done_ms < b.end_ms WHERE v.status IN ('met', 'late') AND v.used_ms IS NOT NULL AND v.standard IN ('first-reply', 'solved')
),
d_worst AS MATERIALIZED (
SELECT DISTINCT x.case_id FROM (SELECT v.case_id FROM d_verdicts v WHERE v.status IN ('late', 'overdue', 'broken') ORDER BY CASE v.severity WHEN 'soft' THEN 1 ELSE 0 END, COALESCE(v.over_ms, -1) DESC, CAST(v.case_id AS VARCHAR) COLLATE "C", v.standard COLLATE "C", v.run LIMIT 100) x
),
d_worst_events AS MATERIALIZED (
SELECT e.*, ROW_NUMBER() OVER (PARTITION BY e.case_id ORDER BY e.pos) AS place FROM d_events e JOIN d_worst w ON w.case_id = e.case_id
),
counted_1 AS (
SELECT v.case_id, COALESCE(v.due_ms, v.done_ms, v.from_ms, v.first_ms) AS cell_ms, COALESCE(v.from_ms, COALESCE(v.due_ms, v.done_ms, v.from_ms, v.first_ms)) AS look_ms, CASE v.status WHEN 'met' THEN 0 WHEN 'late' THEN 1 WHEN 'overdue' THEN 2 WHEN 'pending' THEN 3 WHEN 'exempt' THEN 4 WHEN 'broken' THEN 5 WHEN 'undetermined' THEN 6 END AS slot, 1 AS n, v.used_ms, v.provisional_since, v.provisional_reason, v.a1 FROM d_verdicts v WHERE v.status <> 'exempt' AND COALESCE(v.due_ms, v.done_ms, v.from_ms, v.first_ms) IS NOT NULL AND v.standard IN ('first-reply')
),
counted_2 AS (
SELECT x.*, x.a1 AS w1 FROM counted_1 x
),
counted_3 AS (
SELECT x.*, k.offset_ms FROM counted_2 x LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) k ON k.utc_day = (x.cell_ms / 86400000) AND x.cell_ms >= k.start_ms AND x.cell_ms < k.end_ms WHERE (1 = 1)
),
cells_4 AS (
SELECT x.*, CASE WHEN x.offset_ms IS NULL THEN CAST('duly: the calendar tables do not reach what KPI ' || 'reply-in-time' || ' counts of case ' || CAST(x.case_id AS VARCHAR) AS BIGINT) ELSE CAST(extract(year FROM DATE '1970-01-01' + CAST(((x.cell_ms + x.offset_ms - 0) / 86400000) AS INTEGER)) AS BIGINT) * 12 + CAST(extract(month FROM DATE '1970-01-01' + CAST(((x.cell_ms + x.offset_ms - 0) / 86400000) AS INTEGER)) AS BIGINT) - 1 END AS period, CAST(x.w1 AS VARCHAR) AS g0 FROM counted_3 x
)
SELECT CAST('task' AS VARCHAR) AS part, CAST(NULL AS VARCHAR) AS name, CAST(NULL AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(NULL AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST('{"format":"duly-tallies/1","policies":{"format":"duly-policy/1","id":"support","version":"2026.1","title":"Answers of the help desk","calendar":{"timeZone":"Europe/Berlin","week":{"mon":["09:00-17:00"],"tue":["09:00-17:00"],"wed":["09:00-17:00"],"thu":["09:00-17:00"],"fri":["09:00-15:00"]}},"standards":[{"id":"first-reply","kind":"deadline","from":"received","to":"replied","within":{"table":[{"when":{"priority":"high"},"limit":"4 working hours"}],"otherwise":"1 working day"}},{"id":"solved","kind":"deadline","from":"received","to":"resolved","within":"5 working days"}],"kpis":[{"id":"reply-in-time","measure":"timelinessRate","of":"first-reply","goal":">= 90%","period":"month","groupBy":["channel"]}]},"asOf":{{ var('as_of_ms') }},"by":[],"sliced":false,"attributes":[{"name":"priority","type":"text"},{"name":"channel","type":"text"}]}' AS VARCHAR) AS more 
UNION ALL
SELECT CAST('cases' AS VARCHAR) AS part, CAST(NULL AS VARCHAR) AS name, CAST(NULL AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(COUNT(*) AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(NULL AS VARCHAR) AS more FROM d_facts f
UNION ALL
SELECT CAST('left over' AS VARCHAR) AS part, CAST(NULL AS VARCHAR) AS name, CAST(NULL AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(COUNT(*) AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(NULL AS VARCHAR) AS more FROM (SELECT DISTINCT l.case_id FROM d_left_over l) x
UNION ALL
SELECT CAST('run' AS VARCHAR) AS part, CAST(v.standard AS VARCHAR) AS name, CAST(NULL AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(COUNT(*) AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(v.status AS VARCHAR) AS more FROM d_verdicts v GROUP BY v.standard, v.status
UNION ALL
SELECT CAST('provisional' AS VARCHAR) AS part, CAST(NULL AS VARCHAR) AS name, CAST(NULL AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(COUNT(*) AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(MIN(v.provisional_since) AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(v.provisional_reason AS VARCHAR) AS more FROM d_verdicts v WHERE v.provisional_since IS NOT NULL GROUP BY v.provisional_reason
UNION ALL
SELECT CAST('used' AS VARCHAR) AS part, CAST(v.standard AS VARCHAR) AS name, CAST(k.bucket AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(COUNT(*) AS BIGINT) AS n, CAST(SUM((v.used_ms / 1000000000)) AS BIGINT) AS high, CAST(SUM(v.used_ms % 1000000000) AS BIGINT) AS low, CAST(MIN(v.used_ms) AS BIGINT) AS least, CAST(MAX(v.used_ms) AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(NULL AS VARCHAR) AS more FROM d_times v JOIN {{ ref('duly_buckets') }} k ON k.key = CASE WHEN v.used_ms = 0 THEN -1 ELSE CAST(FLOOR(LN(v.used_ms) * 100) AS BIGINT) END AND v.used_ms >= k.low AND v.used_ms <= k.high GROUP BY v.standard, k.bucket
UNION ALL
SELECT CAST('elapsed' AS VARCHAR) AS part, CAST(v.standard AS VARCHAR) AS name, CAST(k.bucket AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(COUNT(*) AS BIGINT) AS n, CAST(SUM((v.elapsed_ms / 1000000000)) AS BIGINT) AS high, CAST(SUM(v.elapsed_ms % 1000000000) AS BIGINT) AS low, CAST(MIN(v.elapsed_ms) AS BIGINT) AS least, CAST(MAX(v.elapsed_ms) AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(NULL AS VARCHAR) AS more FROM d_times v JOIN {{ ref('duly_buckets') }} k ON k.key = CASE WHEN v.elapsed_ms = 0 THEN -1 ELSE CAST(FLOOR(LN(v.elapsed_ms) * 100) AS BIGINT) END AND v.elapsed_ms >= k.low AND v.elapsed_ms <= k.high GROUP BY v.standard, k.bucket
UNION ALL
SELECT CAST('working' AS VARCHAR) AS part, CAST(v.standard AS VARCHAR) AS name, CAST(k.bucket AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(COUNT(*) AS BIGINT) AS n, CAST(SUM((v.worked_ms / 1000000000)) AS BIGINT) AS high, CAST(SUM(v.worked_ms % 1000000000) AS BIGINT) AS low, CAST(MIN(v.worked_ms) AS BIGINT) AS least, CAST(MAX(v.worked_ms) AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(NULL AS VARCHAR) AS more FROM d_times v JOIN {{ ref('duly_buckets') }} k ON k.key = CASE WHEN v.worked_ms = 0 THEN -1 ELSE CAST(FLOOR(LN(v.worked_ms) * 100) AS BIGINT) END AND v.worked_ms >= k.low AND v.worked_ms <= k.high GROUP BY v.standard, k.bucket
UNION ALL
SELECT CAST('share' AS VARCHAR) AS part, CAST(v.standard AS VARCHAR) AS name, CAST(v.slot AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(COUNT(*) AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(NULL AS VARCHAR) AS more FROM (SELECT v.standard, CASE WHEN v.status = 'met' THEN LEAST(GREATEST(CAST(CEIL(v.share * 10) AS BIGINT) - 1, 0), 9) ELSE LEAST(GREATEST(CAST(CEIL(v.share * 10) AS BIGINT) - 1, 10), 20) END AS slot FROM d_verdicts v WHERE v.share IS NOT NULL AND v.status IN ('met', 'late')) v GROUP BY v.standard, v.slot
UNION ALL
SELECT CAST('hour' AS VARCHAR) AS part, CAST(NULL AS VARCHAR) AS name, CAST(x.slot AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(COUNT(*) AS BIGINT) AS n, CAST(COUNT(x.breached) AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(NULL AS VARCHAR) AS more FROM (SELECT ((k.day + 3) % 7) * 24 + (((f.start_ms + k.offset_ms) - k.day * 86400000) / 3600000) AS slot, b.case_id AS breached FROM d_facts f LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) k ON k.utc_day = (f.start_ms / 86400000) AND f.start_ms >= k.start_ms AND f.start_ms < k.end_ms LEFT JOIN (SELECT DISTINCT v.case_id FROM d_verdicts v WHERE v.severity = 'hard' AND v.status IN ('late', 'overdue', 'broken')) b ON b.case_id = f.case_id WHERE f.start_ms IS NOT NULL) x GROUP BY x.slot
UNION ALL
SELECT CAST('case' AS VARCHAR) AS part, CAST(w.case_id AS VARCHAR) AS name, CAST(NULL AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(NULL AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(NULL AS VARCHAR) AS more FROM d_worst w
UNION ALL
SELECT CAST('event' AS VARCHAR) AS part, CAST(e.case_id AS VARCHAR) AS name, CAST(NULL AS BIGINT) AS slot, CAST(e.place AS BIGINT) AS period, CAST(e.at_ms AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(e.type AS VARCHAR) AS more FROM d_worst_events e
UNION ALL
SELECT CAST('attribute' AS VARCHAR) AS part, CAST(c.case_id AS VARCHAR) AS name, CAST(0 AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(NULL AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(c.a0 AS VARCHAR) AS more FROM d_cases c JOIN d_worst w ON w.case_id = c.case_id WHERE c.a0 IS NOT NULL
UNION ALL
SELECT CAST('attribute' AS VARCHAR) AS part, CAST(c.case_id AS VARCHAR) AS name, CAST(1 AS BIGINT) AS slot, CAST(NULL AS BIGINT) AS period, CAST(NULL AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(NULL AS VARCHAR) AS g0, CAST(c.a1 AS VARCHAR) AS more FROM d_cases c JOIN d_worst w ON w.case_id = c.case_id WHERE c.a1 IS NOT NULL
UNION ALL
SELECT CAST('cell' AS VARCHAR) AS part, CAST('0' AS VARCHAR) AS name, CAST(x.slot AS BIGINT) AS slot, CAST(x.period AS BIGINT) AS period, CAST(SUM(x.n) AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(NULL AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(x.g0 AS VARCHAR) AS g0, CAST(NULL AS VARCHAR) AS more FROM cells_4 x GROUP BY x.period, x.g0, x.slot
UNION ALL
SELECT CAST('unpublished' AS VARCHAR) AS part, CAST('0' AS VARCHAR) AS name, CAST(NULL AS BIGINT) AS slot, CAST(x.period AS BIGINT) AS period, CAST(NULL AS BIGINT) AS n, CAST(NULL AS BIGINT) AS high, CAST(NULL AS BIGINT) AS low, CAST(MIN(x.provisional_since) AS BIGINT) AS least, CAST(NULL AS BIGINT) AS most, CAST(x.g0 AS VARCHAR) AS g0, CAST(x.provisional_reason AS VARCHAR) AS more FROM cells_4 x WHERE x.provisional_since IS NOT NULL GROUP BY x.period, x.g0, x.provisional_reason
