-- live_lines --
-- What the counters, the ledger, the cards and the stock say of each kecamatan, and of the office itself.
WITH counted AS (
    SELECT substr(village, 1, 8) AS place, sum(obliged)::bigint AS obliged,
           sum(recorded_before + received)::bigint AS recorded, sum(printed)::bigint AS printed,
           sum(handed_over)::bigint AS handed_over, sum(duplicate)::bigint AS duplicate
    FROM coverage WHERE village >= %(low)s AND village < %(high)s GROUP BY 1
), people AS (
    SELECT substr(village, 1, 8) AS place, count(*) AS population
    FROM resident WHERE village >= %(low)s AND village < %(high)s GROUP BY 1
), waiting AS (
    SELECT substr(place, 1, 8) AS place, count(*) FILTER (WHERE status = ANY(%(ready)s)) AS ready_to_print,
           count(*) FILTER (WHERE status = ANY(%(sent)s)) AS sent
    FROM recording
    WHERE place >= %(low)s AND place < %(high)s AND (status = ANY(%(ready)s) OR status = ANY(%(sent)s)) GROUP BY 1
), used AS (
    SELECT substr(place, 1, 8) AS place, count(*) AS blanks_used
    FROM card WHERE place >= %(low)s AND place < %(high)s AND printed_at >= %(since)s AND printed_at < %(until)s
    GROUP BY 1
), remaining AS (
    SELECT substr(place, 1, 8) AS place, sum(quantity)::bigint AS blanks_left
    FROM stock WHERE item = %(blank)s AND place >= %(low)s AND place < %(high)s GROUP BY 1
)
SELECT place, coalesce(obliged, 0) AS obliged, coalesce(recorded, 0) AS recorded, population,
       printed, handed_over, duplicate, coalesce(ready_to_print, 0) AS ready_to_print, coalesce(sent, 0) AS sent,
       coalesce(blanks_used, 0) AS blanks_used, blanks_left
FROM counted FULL JOIN people USING (place) FULL JOIN waiting USING (place) FULL JOIN used USING (place)
     FULL JOIN remaining USING (place)
WHERE length(place) IN (5, 8) ORDER BY place;

-- imported_lines --
-- What came in files for the places of a territory in a month: of each place the newest version.
SELECT DISTINCT ON (place) place, obliged, recorded, population, printed, handed_over, ready_to_print, sent,
       duplicate, temporary_letters, blanks_in, blanks_used, blanks_left, source
FROM reported_count
WHERE place >= %(low)s AND place < %(high)s AND as_of = %(as_of)s AND kind = 'imported'
  AND length(place) = %(width)s
ORDER BY place, version DESC;

-- versions --
-- Every version of the report of a place and month, newest first.
SELECT report_id, place, month, version, kind, received_at, received_by, source, statement, digest, key_id,
       signature, reason
FROM report WHERE place = %(place)s AND month = %(month)s ORDER BY version DESC;

-- of_id --
-- One version.
SELECT report_id, place, month, version, kind, received_at, received_by, source, statement, digest, key_id,
       signature, reason
FROM report WHERE report_id = %(report_id)s;

-- lock_month --
-- One writer at a time for a place and month: two signatures of the same moment see each other.
SELECT pg_advisory_xact_lock(hashtextextended('report ' || %(place)s || %(month)s::date, 0));

-- put --
-- A version.
INSERT INTO report (place, month, version, kind, received_at, received_by, source, statement, digest, key_id,
                    signature, reason)
SELECT %(place)s, %(month)s, coalesce(max(version), 0) + 1, %(kind)s, %(at)s, %(by)s, %(source)s, %(content)s,
       %(digest)s, %(key_id)s, %(signature)s, %(reason)s
FROM report WHERE place = %(place)s AND month = %(month)s
RETURNING report_id;

-- arrivals --
-- Who has to report in which of some months, and when the first version came.
SELECT duty.place, months.month::date AS month, min(report.received_at) AS received_at, max(report.version) AS version,
       (SELECT max(at) FROM report_reminder AS told WHERE told.place = duty.place AND told.month = months.month)
           AS reminded_at
FROM report_duty AS duty
CROSS JOIN unnest(%(months)s::date[]) AS months (month)
LEFT JOIN report ON report.place = duty.place AND report.month = months.month
WHERE duty.place >= %(low)s AND duty.place < %(high)s
  AND duty.since <= months.month AND (duty.until IS NULL OR months.month <= duty.until)
GROUP BY duty.place, months.month ORDER BY duty.place, months.month;

-- put_duty --
-- Places report from a month on; a place that reports already goes on as before.
INSERT INTO report_duty (place, since, source)
SELECT place, %(since)s, %(source)s FROM unnest(%(places)s::text[]) AS places (place)
ON CONFLICT (place) DO NOTHING;

-- put_reminder --
-- A reminder that was given.
INSERT INTO report_reminder (place, month, at, by, note)
VALUES (%(place)s, %(month)s, %(at)s, %(by)s, %(note)s) ON CONFLICT DO NOTHING;

-- reminders --
-- Reminders of a place and month, newest first.
SELECT at, by, note FROM report_reminder WHERE place = %(place)s AND month = %(month)s ORDER BY at DESC;
