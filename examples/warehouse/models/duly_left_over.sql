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
)
SELECT l.case_id, MIN(l.reason) AS reason FROM d_left_over l GROUP BY l.case_id
UNION ALL
SELECT f.case_id, 'no version of the policy was in force' AS reason FROM d_facts f WHERE NOT ((1 = 1))
