WITH RECURSIVE d_cases AS NOT MATERIALIZED (
SELECT t."id" AS case_id, CAST(t."priority" AS VARCHAR) AS a0 FROM {{ source('crm', 'tickets') }} t
),
d_events AS NOT MATERIALIZED (
SELECT t."case_id" AS case_id, CAST(t."type" AS VARCHAR) AS type, CAST(floor(extract(epoch FROM t."at") * 1000) AS BIGINT) AS at_ms, CAST(floor(extract(epoch FROM t."at") * 1000) AS BIGINT) * 1048576 + CASE WHEN t."seq" BETWEEN 0 AND 1048575 THEN t."seq" ELSE CAST('the order of an event is no whole number from 0 to 1048575: ' || t."seq" AS BIGINT) END AS pos FROM {{ source('crm', 'ticket_events') }} t WHERE CAST(floor(extract(epoch FROM t."at") * 1000) AS BIGINT) <= {{ var('as_of_ms') }}
),
d_seen AS NOT MATERIALIZED (
SELECT * FROM d_events
),
d_left_over AS NOT MATERIALIZED (
SELECT e.case_id, CASE e.type WHEN 'extended' THEN 'it was given more time' END AS reason FROM d_events e WHERE e.type IN ('extended')
UNION ALL SELECT t."case_id" AS case_id, 'an event without a type or an instant' AS reason FROM {{ source('crm', 'ticket_events') }} t WHERE CAST(floor(extract(epoch FROM t."at") * 1000) AS BIGINT) IS NULL OR CAST(floor(extract(epoch FROM t."at") * 1000) AS BIGINT) < 0 OR CAST(floor(extract(epoch FROM t."at") * 1000) AS BIGINT) >= 7258118400000 OR CAST(t."type" AS VARCHAR) IS NULL OR CAST(t."type" AS VARCHAR) = ''
),
d_facts AS MATERIALIZED (
SELECT c.*, g.m0 AS received_pos, g.first_ms, COALESCE((g.m0 / 1048576), g.first_ms) AS start_ms, g.m0, g.m1, g.m2 FROM d_cases c LEFT JOIN (SELECT e.case_id, MIN(e.at_ms) AS first_ms, MIN(CASE WHEN e.type = 'received' THEN e.pos END) AS m0, MIN(CASE WHEN e.type = 'replied' THEN e.pos END) AS m1, MIN(CASE WHEN e.type = 'resolved' THEN e.pos END) AS m2 FROM d_seen e GROUP BY e.case_id) g ON g.case_id = c.case_id WHERE NOT EXISTS (SELECT 1 FROM d_left_over l WHERE l.case_id = c.case_id)
),
begun_1 AS (
SELECT x.*, (x.start_pos / 1048576) AS from_ms FROM (SELECT f.case_id, f.m0 AS start_pos, f.m1 AS first_done, CAST(NULL AS VARCHAR) AS run_key, f.a0 FROM d_facts f WHERE f.m0 IS NOT NULL AND (1 = 1)) x
),
starts_2 AS (
SELECT x.*, x.a0 AS w0 FROM begun_1 x
),
starts_3 AS (
SELECT x.* FROM starts_2 x WHERE (1 = 1)
),
starts_4 AS (
SELECT x.*, 1 AS is_first, 1 AS run_no FROM starts_3 x
),
told_5 AS (
SELECT r.*, CASE WHEN NOT ((r.w0 IS NOT NULL AND NOT (r.w0 IS NOT NULL AND (r.w0 = 'high')))) THEN 0 ELSE 1 END AS matched, CAST(CASE WHEN NOT ((r.w0 IS NOT NULL AND NOT (r.w0 IS NOT NULL AND (r.w0 = 'high')))) AND r.w0 IS NULL THEN 'priority' WHEN NOT ((r.w0 IS NOT NULL AND NOT (r.w0 IS NOT NULL AND (r.w0 = 'high')))) THEN NULL ELSE NULL END AS VARCHAR) AS lacks FROM starts_4 r
),
told_6 AS (
SELECT r.*, CASE WHEN r.lacks IS NULL THEN r.matched ELSE 2 END AS terms FROM told_5 r
),
ends_7 AS (
SELECT r.*, r.first_done AS done_pos FROM told_6 r
),
ends_8 AS (
SELECT r.*, CAST(NULL AS BIGINT) AS restart_pos FROM ends_7 r
),
after_10 AS MATERIALIZED (
SELECT x.*, COALESCE(LAG(x.pos) OVER (PARTITION BY x.case_id ORDER BY x.pos), -1) AS after_pos FROM (SELECT e.case_id, e.pos, MIN(e.type) AS type FROM d_seen e WHERE (e.type IN ('withdrawn', 'merged', 'invalidated')) GROUP BY e.case_id, e.pos) x
),
ends_9 AS (
SELECT r.*, x.pos AS exempt_pos, x.type AS exempt_type FROM ends_8 r LEFT JOIN after_10 x ON x.case_id = r.case_id AND r.start_pos >= x.after_pos AND r.start_pos < x.pos
),
terms_11 AS (
SELECT r.* FROM ends_9 r WHERE r.terms = 0
),
ending_12 AS (
SELECT r.*, CASE WHEN r.exempt_pos IS NOT NULL AND (r.done_pos IS NULL OR r.exempt_pos < r.done_pos) AND (r.restart_pos IS NULL OR r.exempt_pos <= r.restart_pos) THEN 1 ELSE 0 END AS may_exempt, CASE WHEN r.exempt_pos IS NOT NULL AND (r.done_pos IS NULL OR r.exempt_pos < r.done_pos) AND (r.restart_pos IS NULL OR r.exempt_pos <= r.restart_pos) THEN r.exempt_pos ELSE LEAST(r.done_pos, r.restart_pos) END AS end_pos FROM terms_11 r
),
ending_13 AS (
SELECT r.*, COALESCE((r.end_pos / 1048576), {{ var('as_of_ms') }}) AS end_ms FROM ending_12 r
),
begun_14 AS (
SELECT r.*, r.from_ms AS begin_ms, k.day AS from_day FROM ending_13 r LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) k ON k.utc_day = (r.from_ms / 86400000) AND r.from_ms >= k.start_ms AND r.from_ms < k.end_ms
),
worked_15 AS (
SELECT r.*, (k.before_ms + k.open * (r.begin_ms - k.start_ms)) AS begin_worked FROM begun_14 r LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) k ON k.utc_day = (r.begin_ms / 86400000) AND r.begin_ms >= k.start_ms AND r.begin_ms < k.end_ms
),
target_16 AS (
SELECT r.*, r.begin_worked + 14400000 + 0 AS target FROM worked_15 r
),
ended_17 AS (
SELECT r.*, (i.start_ms + (r.target - i.before_ms)) AS ended_ms FROM target_16 r LEFT JOIN (SELECT * FROM {{ ref('duly_intervals') }} WHERE calendar = 1) i ON i.block = ((r.target - 1) / 14400000) AND r.target > i.before_ms AND r.target <= i.before_ms + (i.end_ms - i.start_ms)
),
due_18 AS (
SELECT r.*, r.ended_ms AS due_ms, CAST(NULL AS BIGINT) AS since, CAST(NULL AS VARCHAR) AS reason FROM ended_17 r
),
reckoned_19 AS (
SELECT r.case_id, r.start_pos, r.from_ms, r.run_key, r.run_no, r.done_pos, r.restart_pos, r.exempt_pos, r.exempt_type, r.lacks, r.may_exempt, r.end_pos, r.end_ms, CASE WHEN r.due_ms IS NULL THEN CAST('duly: the calendar tables do not reach the due instant of case ' || CAST(r.case_id AS VARCHAR) AS BIGINT) ELSE r.due_ms END AS due_ms, r.since, r.reason, -1 AS known_pos FROM due_18 r
),
ended_20 AS (
SELECT r.*, COALESCE(r.lacks, NULL) AS lack, CASE WHEN (r.may_exempt = 1 AND (r.due_ms IS NULL OR r.known_pos > r.end_pos OR r.end_ms <= r.due_ms)) THEN 'exempt' WHEN r.done_pos IS NOT NULL AND (r.restart_pos IS NULL OR r.done_pos <= r.restart_pos) THEN 'done' WHEN r.restart_pos IS NOT NULL THEN 'restarted' ELSE 'open' END AS ending, CASE WHEN (r.may_exempt = 1 AND (r.due_ms IS NULL OR r.known_pos > r.end_pos OR r.end_ms <= r.due_ms)) THEN r.end_pos ELSE LEAST(r.done_pos, r.restart_pos) END AS last_pos FROM reckoned_19 r
),
ended_21 AS (
SELECT r.*, COALESCE((r.last_pos / 1048576), {{ var('as_of_ms') }}) AS last_ms FROM ended_20 r
),
times_22 AS (
SELECT r.*, (from_at.before_ms + from_at.open * (r.from_ms - from_at.start_ms)) AS from_worked, (last_at.before_ms + last_at.open * (r.last_ms - last_at.start_ms)) AS last_worked, (due_at.before_ms + due_at.open * (r.due_ms - due_at.start_ms)) AS due_worked, last_at.open AS last_open FROM ended_21 r LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) from_at ON from_at.utc_day = (r.from_ms / 86400000) AND r.from_ms >= from_at.start_ms AND r.from_ms < from_at.end_ms LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) last_at ON last_at.utc_day = (r.last_ms / 86400000) AND r.last_ms >= last_at.start_ms AND r.last_ms < last_at.end_ms LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) due_at ON due_at.utc_day = (r.due_ms / 86400000) AND r.due_ms >= due_at.start_ms AND r.due_ms < due_at.end_ms
),
run_23 AS (
SELECT r.case_id, r.start_pos, r.from_ms, r.run_key, r.run_no, r.exempt_type, r.ending, r.last_pos, r.last_ms, r.due_ms, r.lack, r.since, r.reason, CASE WHEN r.last_ms > r.from_ms THEN r.last_worked - r.from_worked - 0 ELSE 0 END AS used, CASE WHEN r.due_ms > r.from_ms THEN r.due_worked - r.from_worked - 0 ELSE 0 END AS total, CASE WHEN r.due_ms > r.last_ms THEN r.due_worked - r.last_worked - 0 ELSE 0 END AS rest, 0 AS stopped_ms, 0 AS is_stopped, 1 - r.last_open AS is_closed FROM times_22 r
),
terms_24 AS (
SELECT r.* FROM ends_9 r WHERE r.terms = 1
),
ending_25 AS (
SELECT r.*, CASE WHEN r.exempt_pos IS NOT NULL AND (r.done_pos IS NULL OR r.exempt_pos < r.done_pos) AND (r.restart_pos IS NULL OR r.exempt_pos <= r.restart_pos) THEN 1 ELSE 0 END AS may_exempt, CASE WHEN r.exempt_pos IS NOT NULL AND (r.done_pos IS NULL OR r.exempt_pos < r.done_pos) AND (r.restart_pos IS NULL OR r.exempt_pos <= r.restart_pos) THEN r.exempt_pos ELSE LEAST(r.done_pos, r.restart_pos) END AS end_pos FROM terms_24 r
),
ending_26 AS (
SELECT r.*, COALESCE((r.end_pos / 1048576), {{ var('as_of_ms') }}) AS end_ms FROM ending_25 r
),
begun_27 AS (
SELECT k.*, k.start_ms AS from_ms, 0 AS wall_clock FROM (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) k
),
arrived_28 AS (
SELECT r.*, r.trigger_day AS arrival, d.ordinal AS arrival_ordinal, r.wall_clock AS clock FROM begun_27 r LEFT JOIN (SELECT * FROM {{ ref('duly_days') }} WHERE calendar = 1) d ON d.day = r.trigger_day
),
planned_29 AS (
SELECT r.*, r.arrival + 1 AS first_day, r.arrival_ordinal + 1 AS planned FROM arrived_28 r
),
last_30 AS (
SELECT r.*, d.day AS last_day, d.day AS counted_day, d.ordinal AS last_ordinal, 0 AS rolled FROM planned_29 r LEFT JOIN (SELECT * FROM {{ ref('duly_days') }} WHERE calendar = 1 AND working = 1) d ON d.ordinal = r.planned
),
last_31 AS (
SELECT r.*, r.last_day AS final_day FROM last_30 r
),
last_32 AS (
SELECT r.*, r.first_day AS used_first, r.final_day AS used_last FROM last_31 r
),
plan_33 AS MATERIALIZED (
SELECT u.utc_day, u.start_ms, u.end_ms, u.open, u.before_ms, d.close_ms, d.end_ms AS midnight_ms, CAST(NULL AS BIGINT) AS since, CAST(NULL AS VARCHAR) AS reason, (a.before_ms + a.open * (d.close_ms - a.start_ms)) AS close_worked, (b.before_ms + b.open * (d.end_ms - b.start_ms)) AS midnight_worked FROM last_32 u LEFT JOIN (SELECT * FROM {{ ref('duly_days') }} WHERE calendar = 1) d ON d.day = u.final_day LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) a ON a.utc_day = (d.close_ms / 86400000) AND d.close_ms >= a.start_ms AND d.close_ms < a.end_ms LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) b ON b.utc_day = (d.end_ms / 86400000) AND d.end_ms >= b.start_ms AND d.end_ms < b.end_ms
),
due_34 AS (
SELECT r.*, CASE WHEN p.close_ms >= r.from_ms THEN p.close_ms ELSE p.midnight_ms END AS due_ms, p.since, p.reason, (p.before_ms + p.open * (r.from_ms - p.start_ms)) AS from_worked, CASE WHEN p.close_ms >= r.from_ms THEN p.close_worked ELSE p.midnight_worked END AS due_worked FROM ending_26 r LEFT JOIN plan_33 p ON p.utc_day = (r.from_ms / 86400000) AND r.from_ms >= p.start_ms AND r.from_ms < p.end_ms
),
reckoned_35 AS (
SELECT r.case_id, r.start_pos, r.from_ms, r.run_key, r.run_no, r.done_pos, r.restart_pos, r.exempt_pos, r.exempt_type, r.lacks, r.may_exempt, r.end_pos, r.end_ms, r.from_worked, r.due_worked, CASE WHEN r.due_ms IS NULL THEN CAST('duly: the calendar tables do not reach the due instant of case ' || CAST(r.case_id AS VARCHAR) AS BIGINT) ELSE r.due_ms END AS due_ms, r.since, r.reason, -1 AS known_pos FROM due_34 r
),
ended_36 AS (
SELECT r.*, COALESCE(r.lacks, NULL) AS lack, CASE WHEN (r.may_exempt = 1 AND (r.due_ms IS NULL OR r.known_pos > r.end_pos OR r.end_ms <= r.due_ms)) THEN 'exempt' WHEN r.done_pos IS NOT NULL AND (r.restart_pos IS NULL OR r.done_pos <= r.restart_pos) THEN 'done' WHEN r.restart_pos IS NOT NULL THEN 'restarted' ELSE 'open' END AS ending, CASE WHEN (r.may_exempt = 1 AND (r.due_ms IS NULL OR r.known_pos > r.end_pos OR r.end_ms <= r.due_ms)) THEN r.end_pos ELSE LEAST(r.done_pos, r.restart_pos) END AS last_pos FROM reckoned_35 r
),
ended_37 AS (
SELECT r.*, COALESCE((r.last_pos / 1048576), {{ var('as_of_ms') }}) AS last_ms FROM ended_36 r
),
times_38 AS (
SELECT r.*, (last_at.before_ms + last_at.open * (r.last_ms - last_at.start_ms)) AS last_worked, last_at.open AS last_open FROM ended_37 r LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) last_at ON last_at.utc_day = (r.last_ms / 86400000) AND r.last_ms >= last_at.start_ms AND r.last_ms < last_at.end_ms
),
run_39 AS (
SELECT r.case_id, r.start_pos, r.from_ms, r.run_key, r.run_no, r.exempt_type, r.ending, r.last_pos, r.last_ms, r.due_ms, r.lack, r.since, r.reason, CASE WHEN r.last_ms > r.from_ms THEN r.last_worked - r.from_worked - 0 ELSE 0 END AS used, CASE WHEN r.due_ms > r.from_ms THEN r.due_worked - r.from_worked - 0 ELSE 0 END AS total, CASE WHEN r.due_ms > r.last_ms THEN r.due_worked - r.last_worked - 0 ELSE 0 END AS rest, 0 AS stopped_ms, 0 AS is_stopped, 1 - r.last_open AS is_closed FROM times_38 r
),
terms_40 AS (
SELECT r.* FROM ends_9 r WHERE r.terms = 2
),
ending_41 AS (
SELECT r.*, CASE WHEN r.exempt_pos IS NOT NULL AND (r.done_pos IS NULL OR r.exempt_pos < r.done_pos) AND (r.restart_pos IS NULL OR r.exempt_pos <= r.restart_pos) THEN 1 ELSE 0 END AS may_exempt, CASE WHEN r.exempt_pos IS NOT NULL AND (r.done_pos IS NULL OR r.exempt_pos < r.done_pos) AND (r.restart_pos IS NULL OR r.exempt_pos <= r.restart_pos) THEN r.exempt_pos ELSE LEAST(r.done_pos, r.restart_pos) END AS end_pos FROM terms_40 r
),
ending_42 AS (
SELECT r.*, COALESCE((r.end_pos / 1048576), {{ var('as_of_ms') }}) AS end_ms FROM ending_41 r
),
reckoned_43 AS (
SELECT r.case_id, r.start_pos, r.from_ms, r.run_key, r.run_no, r.done_pos, r.restart_pos, r.exempt_pos, r.exempt_type, r.lacks, r.may_exempt, r.end_pos, r.end_ms, CAST(NULL AS BIGINT) AS due_ms, CAST(NULL AS BIGINT) AS since, CAST(NULL AS VARCHAR) AS reason, -1 AS known_pos FROM ending_42 r
),
ended_44 AS (
SELECT r.*, COALESCE(r.lacks, '') AS lack, CASE WHEN (r.may_exempt = 1 AND (r.due_ms IS NULL OR r.known_pos > r.end_pos OR r.end_ms <= r.due_ms)) THEN 'exempt' WHEN r.done_pos IS NOT NULL AND (r.restart_pos IS NULL OR r.done_pos <= r.restart_pos) THEN 'done' WHEN r.restart_pos IS NOT NULL THEN 'restarted' ELSE 'open' END AS ending, CASE WHEN (r.may_exempt = 1 AND (r.due_ms IS NULL OR r.known_pos > r.end_pos OR r.end_ms <= r.due_ms)) THEN r.end_pos ELSE LEAST(r.done_pos, r.restart_pos) END AS last_pos FROM reckoned_43 r
),
ended_45 AS (
SELECT r.*, COALESCE((r.last_pos / 1048576), {{ var('as_of_ms') }}) AS last_ms FROM ended_44 r
),
run_46 AS (
SELECT r.case_id, r.start_pos, r.from_ms, r.run_key, r.run_no, r.exempt_type, r.ending, r.last_pos, r.last_ms, r.due_ms, r.lack, r.since, r.reason, CAST(NULL AS BIGINT) AS used, CAST(NULL AS BIGINT) AS total, CAST(NULL AS BIGINT) AS rest, 0 AS stopped_ms, 0 AS is_stopped, 0 AS is_closed FROM ended_45 r
),
runs_47 AS (
SELECT * FROM run_23
UNION ALL
SELECT * FROM run_39
UNION ALL
SELECT * FROM run_46
),
unheard_48 AS MATERIALIZED (
SELECT f.* FROM d_facts f WHERE f.received_pos IS NULL
),
unheard_49 AS (
SELECT x.* FROM (SELECT f.case_id FROM unheard_48 f WHERE f.m0 IS NULL AND (1 = 1)) x WHERE (1 = 1)
),
begun_50 AS (
SELECT x.*, (x.start_pos / 1048576) AS from_ms FROM (SELECT f.case_id, f.m0 AS start_pos, f.m2 AS first_done, CAST(NULL AS VARCHAR) AS run_key FROM d_facts f WHERE f.m0 IS NOT NULL AND (1 = 1)) x
),
starts_51 AS (
SELECT x.* FROM begun_50 x
),
starts_52 AS (
SELECT x.* FROM starts_51 x WHERE (1 = 1)
),
starts_53 AS (
SELECT x.*, 1 AS is_first, 1 AS run_no FROM starts_52 x
),
told_54 AS (
SELECT r.*, 0 AS terms, CAST(NULL AS VARCHAR) AS lacks FROM starts_53 r
),
ends_55 AS (
SELECT r.*, r.first_done AS done_pos FROM told_54 r
),
ends_56 AS (
SELECT r.*, CAST(NULL AS BIGINT) AS restart_pos FROM ends_55 r
),
ends_57 AS (
SELECT r.*, x.pos AS exempt_pos, x.type AS exempt_type FROM ends_56 r LEFT JOIN after_10 x ON x.case_id = r.case_id AND r.start_pos >= x.after_pos AND r.start_pos < x.pos
),
ending_58 AS (
SELECT r.*, CASE WHEN r.exempt_pos IS NOT NULL AND (r.done_pos IS NULL OR r.exempt_pos < r.done_pos) AND (r.restart_pos IS NULL OR r.exempt_pos <= r.restart_pos) THEN 1 ELSE 0 END AS may_exempt, CASE WHEN r.exempt_pos IS NOT NULL AND (r.done_pos IS NULL OR r.exempt_pos < r.done_pos) AND (r.restart_pos IS NULL OR r.exempt_pos <= r.restart_pos) THEN r.exempt_pos ELSE LEAST(r.done_pos, r.restart_pos) END AS end_pos FROM ends_57 r
),
ending_59 AS (
SELECT r.*, COALESCE((r.end_pos / 1048576), {{ var('as_of_ms') }}) AS end_ms FROM ending_58 r
),
begun_60 AS (
SELECT k.*, k.start_ms AS from_ms, 0 AS wall_clock FROM (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) k
),
arrived_61 AS (
SELECT r.*, r.trigger_day AS arrival, d.ordinal AS arrival_ordinal, r.wall_clock AS clock FROM begun_60 r LEFT JOIN (SELECT * FROM {{ ref('duly_days') }} WHERE calendar = 1) d ON d.day = r.trigger_day
),
planned_62 AS (
SELECT r.*, r.arrival + 1 AS first_day, r.arrival_ordinal + 5 AS planned FROM arrived_61 r
),
last_63 AS (
SELECT r.*, d.day AS last_day, d.day AS counted_day, d.ordinal AS last_ordinal, 0 AS rolled FROM planned_62 r LEFT JOIN (SELECT * FROM {{ ref('duly_days') }} WHERE calendar = 1 AND working = 1) d ON d.ordinal = r.planned
),
last_64 AS (
SELECT r.*, r.last_day AS final_day FROM last_63 r
),
last_65 AS (
SELECT r.*, r.first_day AS used_first, r.final_day AS used_last FROM last_64 r
),
plan_66 AS MATERIALIZED (
SELECT u.utc_day, u.start_ms, u.end_ms, u.open, u.before_ms, d.close_ms, d.end_ms AS midnight_ms, CAST(NULL AS BIGINT) AS since, CAST(NULL AS VARCHAR) AS reason, (a.before_ms + a.open * (d.close_ms - a.start_ms)) AS close_worked, (b.before_ms + b.open * (d.end_ms - b.start_ms)) AS midnight_worked FROM last_65 u LEFT JOIN (SELECT * FROM {{ ref('duly_days') }} WHERE calendar = 1) d ON d.day = u.final_day LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) a ON a.utc_day = (d.close_ms / 86400000) AND d.close_ms >= a.start_ms AND d.close_ms < a.end_ms LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) b ON b.utc_day = (d.end_ms / 86400000) AND d.end_ms >= b.start_ms AND d.end_ms < b.end_ms
),
due_67 AS (
SELECT r.*, CASE WHEN p.close_ms >= r.from_ms THEN p.close_ms ELSE p.midnight_ms END AS due_ms, p.since, p.reason, (p.before_ms + p.open * (r.from_ms - p.start_ms)) AS from_worked, CASE WHEN p.close_ms >= r.from_ms THEN p.close_worked ELSE p.midnight_worked END AS due_worked FROM ending_59 r LEFT JOIN plan_66 p ON p.utc_day = (r.from_ms / 86400000) AND r.from_ms >= p.start_ms AND r.from_ms < p.end_ms
),
reckoned_68 AS (
SELECT r.case_id, r.start_pos, r.from_ms, r.run_key, r.run_no, r.done_pos, r.restart_pos, r.exempt_pos, r.exempt_type, r.lacks, r.may_exempt, r.end_pos, r.end_ms, r.from_worked, r.due_worked, CASE WHEN r.due_ms IS NULL THEN CAST('duly: the calendar tables do not reach the due instant of case ' || CAST(r.case_id AS VARCHAR) AS BIGINT) ELSE r.due_ms END AS due_ms, r.since, r.reason, -1 AS known_pos FROM due_67 r
),
ended_69 AS (
SELECT r.*, COALESCE(r.lacks, NULL) AS lack, CASE WHEN (r.may_exempt = 1 AND (r.due_ms IS NULL OR r.known_pos > r.end_pos OR r.end_ms <= r.due_ms)) THEN 'exempt' WHEN r.done_pos IS NOT NULL AND (r.restart_pos IS NULL OR r.done_pos <= r.restart_pos) THEN 'done' WHEN r.restart_pos IS NOT NULL THEN 'restarted' ELSE 'open' END AS ending, CASE WHEN (r.may_exempt = 1 AND (r.due_ms IS NULL OR r.known_pos > r.end_pos OR r.end_ms <= r.due_ms)) THEN r.end_pos ELSE LEAST(r.done_pos, r.restart_pos) END AS last_pos FROM reckoned_68 r
),
ended_70 AS (
SELECT r.*, COALESCE((r.last_pos / 1048576), {{ var('as_of_ms') }}) AS last_ms FROM ended_69 r
),
times_71 AS (
SELECT r.*, (last_at.before_ms + last_at.open * (r.last_ms - last_at.start_ms)) AS last_worked, last_at.open AS last_open FROM ended_70 r LEFT JOIN (SELECT * FROM {{ ref('duly_clock') }} WHERE calendar = 1) last_at ON last_at.utc_day = (r.last_ms / 86400000) AND r.last_ms >= last_at.start_ms AND r.last_ms < last_at.end_ms
),
run_72 AS (
SELECT r.case_id, r.start_pos, r.from_ms, r.run_key, r.run_no, r.exempt_type, r.ending, r.last_pos, r.last_ms, r.due_ms, r.lack, r.since, r.reason, CASE WHEN r.last_ms > r.from_ms THEN r.last_worked - r.from_worked - 0 ELSE 0 END AS used, CASE WHEN r.due_ms > r.from_ms THEN r.due_worked - r.from_worked - 0 ELSE 0 END AS total, CASE WHEN r.due_ms > r.last_ms THEN r.due_worked - r.last_worked - 0 ELSE 0 END AS rest, 0 AS stopped_ms, 0 AS is_stopped, 1 - r.last_open AS is_closed FROM times_71 r
),
unheard_73 AS (
SELECT x.* FROM (SELECT f.case_id FROM unheard_48 f WHERE f.m0 IS NULL AND (1 = 1)) x WHERE (1 = 1)
)
SELECT r.case_id AS case_id, CAST('first-reply' AS VARCHAR) AS standard, CAST('deadline' AS VARCHAR) AS kind, CAST(r.run_no AS BIGINT) AS run, CAST(CASE WHEN r.ending = 'exempt' THEN 'exempt' WHEN r.due_ms IS NULL THEN 'undetermined' WHEN r.ending = 'open' THEN CASE WHEN r.last_ms <= r.due_ms THEN 'pending' ELSE 'overdue' END WHEN r.ending = 'restarted' THEN CASE WHEN r.last_ms <= r.due_ms THEN 'exempt' ELSE 'overdue' END WHEN r.last_ms <= r.due_ms THEN 'met' ELSE 'late' END AS VARCHAR) AS status, CAST('hard' AS VARCHAR) AS severity, r.from_ms AS from_ms, r.due_ms AS due_ms, CASE WHEN r.ending = 'done' THEN r.last_ms END AS done_ms, r.used AS used_ms, CASE WHEN r.due_ms IS NULL THEN NULL WHEN r.ending <> 'exempt' AND r.last_ms > r.due_ms THEN r.last_ms - r.due_ms ELSE 0 END AS over_ms, r.stopped_ms AS paused_ms, CASE WHEN (r.ending = 'open' AND r.due_ms IS NOT NULL) THEN r.rest END AS remaining_ms, CAST(CASE WHEN r.total > 0 THEN CAST(r.used AS DOUBLE PRECISION) / r.total END AS DOUBLE PRECISION) AS share, CAST(CASE WHEN NOT (r.ending = 'open' AND r.due_ms IS NOT NULL) THEN 'stopped' WHEN r.is_stopped = 1 THEN 'paused' WHEN r.is_closed = 1 THEN 'closed-hours' ELSE 'running' END AS VARCHAR) AS clock, CAST(CASE WHEN r.ending = 'exempt' THEN r.exempt_type WHEN r.ending = 'restarted' AND r.last_ms <= r.due_ms THEN 'restarted' END AS VARCHAR) AS reason, CAST(CASE WHEN r.ending <> 'exempt' AND r.due_ms IS NULL THEN r.lack END AS VARCHAR) AS missing, CASE WHEN r.due_ms IS NOT NULL THEN r.since END AS provisional_since, CAST(CASE WHEN r.due_ms IS NOT NULL THEN r.reason END AS VARCHAR) AS provisional_reason, CAST('support' AS VARCHAR) AS policy, CAST('2026.1' AS VARCHAR) AS policy_version FROM runs_47 r
UNION ALL
SELECT r.case_id AS case_id, CAST('first-reply' AS VARCHAR) AS standard, CAST('deadline' AS VARCHAR) AS kind, CAST(1 AS BIGINT) AS run, CAST('undetermined' AS VARCHAR) AS status, CAST('hard' AS VARCHAR) AS severity, CAST(NULL AS BIGINT) AS from_ms, CAST(NULL AS BIGINT) AS due_ms, CAST(NULL AS BIGINT) AS done_ms, CAST(NULL AS BIGINT) AS used_ms, CAST(NULL AS BIGINT) AS over_ms, CAST(NULL AS BIGINT) AS paused_ms, CAST(NULL AS BIGINT) AS remaining_ms, CAST(NULL AS DOUBLE PRECISION) AS share, CAST('stopped' AS VARCHAR) AS clock, CAST(NULL AS VARCHAR) AS reason, CAST('received' AS VARCHAR) AS missing, CAST(NULL AS BIGINT) AS provisional_since, CAST(CAST(NULL AS VARCHAR) AS VARCHAR) AS provisional_reason, CAST('support' AS VARCHAR) AS policy, CAST('2026.1' AS VARCHAR) AS policy_version FROM unheard_49 r
UNION ALL
SELECT r.case_id AS case_id, CAST('solved' AS VARCHAR) AS standard, CAST('deadline' AS VARCHAR) AS kind, CAST(r.run_no AS BIGINT) AS run, CAST(CASE WHEN r.ending = 'exempt' THEN 'exempt' WHEN r.due_ms IS NULL THEN 'undetermined' WHEN r.ending = 'open' THEN CASE WHEN r.last_ms <= r.due_ms THEN 'pending' ELSE 'overdue' END WHEN r.ending = 'restarted' THEN CASE WHEN r.last_ms <= r.due_ms THEN 'exempt' ELSE 'overdue' END WHEN r.last_ms <= r.due_ms THEN 'met' ELSE 'late' END AS VARCHAR) AS status, CAST('hard' AS VARCHAR) AS severity, r.from_ms AS from_ms, r.due_ms AS due_ms, CASE WHEN r.ending = 'done' THEN r.last_ms END AS done_ms, r.used AS used_ms, CASE WHEN r.due_ms IS NULL THEN NULL WHEN r.ending <> 'exempt' AND r.last_ms > r.due_ms THEN r.last_ms - r.due_ms ELSE 0 END AS over_ms, r.stopped_ms AS paused_ms, CASE WHEN (r.ending = 'open' AND r.due_ms IS NOT NULL) THEN r.rest END AS remaining_ms, CAST(CASE WHEN r.total > 0 THEN CAST(r.used AS DOUBLE PRECISION) / r.total END AS DOUBLE PRECISION) AS share, CAST(CASE WHEN NOT (r.ending = 'open' AND r.due_ms IS NOT NULL) THEN 'stopped' WHEN r.is_stopped = 1 THEN 'paused' WHEN r.is_closed = 1 THEN 'closed-hours' ELSE 'running' END AS VARCHAR) AS clock, CAST(CASE WHEN r.ending = 'exempt' THEN r.exempt_type WHEN r.ending = 'restarted' AND r.last_ms <= r.due_ms THEN 'restarted' END AS VARCHAR) AS reason, CAST(CASE WHEN r.ending <> 'exempt' AND r.due_ms IS NULL THEN r.lack END AS VARCHAR) AS missing, CASE WHEN r.due_ms IS NOT NULL THEN r.since END AS provisional_since, CAST(CASE WHEN r.due_ms IS NOT NULL THEN r.reason END AS VARCHAR) AS provisional_reason, CAST('support' AS VARCHAR) AS policy, CAST('2026.1' AS VARCHAR) AS policy_version FROM run_72 r
UNION ALL
SELECT r.case_id AS case_id, CAST('solved' AS VARCHAR) AS standard, CAST('deadline' AS VARCHAR) AS kind, CAST(1 AS BIGINT) AS run, CAST('undetermined' AS VARCHAR) AS status, CAST('hard' AS VARCHAR) AS severity, CAST(NULL AS BIGINT) AS from_ms, CAST(NULL AS BIGINT) AS due_ms, CAST(NULL AS BIGINT) AS done_ms, CAST(NULL AS BIGINT) AS used_ms, CAST(NULL AS BIGINT) AS over_ms, CAST(NULL AS BIGINT) AS paused_ms, CAST(NULL AS BIGINT) AS remaining_ms, CAST(NULL AS DOUBLE PRECISION) AS share, CAST('stopped' AS VARCHAR) AS clock, CAST(NULL AS VARCHAR) AS reason, CAST('received' AS VARCHAR) AS missing, CAST(NULL AS BIGINT) AS provisional_since, CAST(CAST(NULL AS VARCHAR) AS VARCHAR) AS provisional_reason, CAST('support' AS VARCHAR) AS policy, CAST('2026.1' AS VARCHAR) AS policy_version FROM unheard_73 r
