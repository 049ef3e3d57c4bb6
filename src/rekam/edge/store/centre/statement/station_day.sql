-- put_run --
-- A station started or was closed; the same entry again changes nothing.
INSERT INTO station_run (station_id, entry_hash, at, started, arrived_at)
VALUES (%(station_id)s, %(entry_hash)s, %(at)s, %(started)s, %(arrived_at)s) ON CONFLICT DO NOTHING;

-- put_fact --
-- Counts of a day; the same entry again changes nothing.
INSERT INTO day_fact (station_id, entry_hash, place, day, version, recorded, refused, turned_away, blanks_used,
                      blanks_left, source, arrived_at)
VALUES (%(station_id)s, %(entry_hash)s, %(place)s, %(day)s, %(version)s, %(recorded)s, %(refused)s, %(turned_away)s,
        %(blanks_used)s, %(blanks_left)s, %(source)s, %(arrived_at)s) ON CONFLICT DO NOTHING;

-- put_post --
-- A post of an office that records without Rekam.
INSERT INTO reporting_post (station_id, place, name, source, kept_at)
VALUES (%(station_id)s, %(place)s, %(name)s, %(source)s, %(kept_at)s)
ON CONFLICT (station_id) DO UPDATE SET name = excluded.name, source = excluded.source, kept_at = excluded.kept_at;

-- posts --
-- Who is accounted for in a territory: stations up to their last word, and posts whose office tells their days.
SELECT station_id, region AS place, name, enrolled_at AS since, coalesce(last_contact, 0) AS known_until, true AS measured
FROM station WHERE state = 'active' AND region >= %(low)s AND region < %(high)s
  AND (%(station_id)s::text IS NULL OR station_id = %(station_id)s)
UNION ALL
SELECT station_id, place, name, 0, 0, false FROM reporting_post
WHERE place >= %(low)s AND place < %(high)s AND (%(station_id)s::text IS NULL OR station_id = %(station_id)s)
ORDER BY place, station_id;

-- facts --
-- The newest counts of each day.
SELECT DISTINCT ON (station_id, day) station_id, day, recorded, refused, turned_away, blanks_used, blanks_left, source
FROM day_fact WHERE station_id = ANY(%(stations)s) AND day BETWEEN %(first)s AND %(last)s
ORDER BY station_id, day, version DESC, arrived_at DESC;

-- captured --
-- Recordings of each day by their manifests, for days that nobody closed.
SELECT station_id, ((captured_at + %(zone_s)s) / 86400)::integer AS day_number, count(*)::integer AS recorded
FROM packet WHERE station_id = ANY(%(stations)s) AND kind = 'recording'
  AND captured_at >= %(since)s AND captured_at < %(until)s
GROUP BY 1, 2;

-- runs --
-- Starts and ends in a stretch, and the last one before it.
SELECT station_id, at, started FROM station_run
WHERE station_id = ANY(%(stations)s) AND at >= %(since)s AND at < %(until)s
UNION ALL
SELECT wanted.station_id, before.at, before.started
FROM unnest(%(stations)s::text[]) AS wanted (station_id),
     LATERAL (SELECT at, started FROM station_run
               WHERE station_run.station_id = wanted.station_id AND at < %(since)s ORDER BY at DESC LIMIT 1) AS before
ORDER BY station_id, at, started;

-- losses --
-- Whatever was away in a stretch, in a territory or above it. stops: 'always', or 'idle' = only on a day on which
-- nothing was recorded, or 'never'.
SELECT 'power' AS cause, station_id, place, since, until, true AS observed, 'always' AS stops,
       'power_gap:' || station_id AS evidence
  FROM power_gap WHERE place >= %(low)s AND place < %(high)s AND since < %(until)s AND until > %(since)s
UNION ALL
SELECT 'power', station_id, place, at, coalesce(back, %(until)s), true, 'never', 'mains:' || station_id
  FROM (SELECT station_id, place, at, away, lead(at) OVER (PARTITION BY station_id ORDER BY at, entry_hash) AS back
          FROM mains_change WHERE place >= %(low)s AND place < %(high)s AND at < %(until)s) AS change
 WHERE away AND coalesce(back, %(until)s) > %(since)s
UNION ALL
SELECT 'power', station_id, place, since, coalesce(until, %(until)s), false, 'always', 'power_report:' || report_id
  FROM power_report WHERE (place >= %(low)s AND place < %(high)s OR place = ANY(%(above)s))
   AND since < %(until)s AND coalesce(until, %(until)s) > %(since)s
UNION ALL
SELECT 'device', station_id, place, since, coalesce(until, %(until)s), true,
       CASE WHEN station_id IS NULL THEN 'idle' ELSE 'always' END, 'ticket:' || ticket_id
  FROM device_downtime WHERE component = ANY(%(stopping)s) AND place >= %(low)s AND place < %(high)s
   AND since < %(until)s AND coalesce(until, %(until)s) > %(since)s
UNION ALL
SELECT 'line', station_id, place, since, coalesce(until, %(until)s), source = 'observed', 'idle', 'outage:' || outage_id
  FROM line_outage WHERE (place >= %(low)s AND place < %(high)s OR place = ANY(%(above)s))
   AND since < %(until)s AND coalesce(until, %(until)s) > %(since)s
UNION ALL
SELECT 'suspension', station_id, place, since, coalesce(until, %(until)s), true, 'idle', 'suspension:' || suspension_id
  FROM connection_cut WHERE (place >= %(low)s AND place < %(high)s OR place = ANY(%(above)s))
   AND since < %(until)s AND coalesce(until, %(until)s) > %(since)s;

-- claims --
-- Reported hours that no review refused.
SELECT cause, station_id, place, first_day, last_day, seconds_a_day, 'loss_report:' || report_id AS evidence
FROM loss_report
WHERE seconds_a_day IS NOT NULL AND (place >= %(low)s AND place < %(high)s OR place = ANY(%(above)s))
  AND first_day <= %(last)s AND last_day >= %(first)s
  AND coalesce((SELECT accepted FROM loss_review WHERE loss_review.report_id = loss_report.report_id
                 ORDER BY review_id DESC LIMIT 1), true);

-- take_turn --
-- One settling of a province at a time: its sums are made of what is below them.
SELECT pg_advisory_xact_lock(7201018, hashtext(%(province)s));

-- forget_days --
-- What was settled before.
DELETE FROM station_day WHERE station_id = ANY(%(stations)s) AND day BETWEEN %(first)s AND %(last)s;

-- copy_days --
-- Settled days, in the order that the loader writes.
COPY station_day (station_id, day, place, open_s, worked_s, recorded, refused, turned_away, blanks_used, blanks_left,
                  source, settled_at) FROM STDIN;

-- copy_lost --
-- What each cause took of them.
COPY lost_time (station_id, day, cause, source, lost_s, hindered_s, claimed_s, evidence) FROM STDIN;

-- forget_sums --
-- Sums of some places that are made anew.
WITH gone AS (DELETE FROM worked_sum WHERE width = %(width)s AND place = ANY(%(places)s) AND day BETWEEN %(first)s AND %(last)s)
DELETE FROM lost_sum WHERE width = %(width)s AND place = ANY(%(places)s) AND day BETWEEN %(first)s AND %(last)s;

-- sum_worked_days --
-- Kecamatan out of station-days.
INSERT INTO worked_sum
SELECT 8, place, day, count(*), sum(open_s), sum(worked_s), sum(recorded), sum(refused), sum(coalesce(turned_away, 0))
FROM station_day WHERE place = ANY(%(places)s) AND day BETWEEN %(first)s AND %(last)s GROUP BY place, day;

-- sum_lost_days --
-- Causes of kecamatan out of station-days.
INSERT INTO lost_sum
SELECT 8, place, day, cause, lost_time.source, sum(lost_s), sum(hindered_s), sum(claimed_s)
FROM lost_time JOIN station_day USING (station_id, day)
WHERE place = ANY(%(places)s) AND day BETWEEN %(first)s AND %(last)s GROUP BY place, day, cause, lost_time.source;

-- sum_worked_up --
-- Places out of the places below them.
INSERT INTO worked_sum
SELECT %(width)s::integer, left(place, %(width)s::integer), day, sum(posts), sum(open_s), sum(worked_s),
       sum(recorded), sum(refused), sum(turned_away)
FROM worked_sum WHERE width = %(below)s AND left(place, %(width)s::integer) = ANY(%(places)s)
  AND place >= %(low)s AND place < %(high)s AND day BETWEEN %(first)s AND %(last)s
GROUP BY left(place, %(width)s::integer), day;

-- sum_lost_up --
-- Causes of places out of those below them.
INSERT INTO lost_sum
SELECT %(width)s::integer, left(place, %(width)s::integer), day, cause, source, sum(lost_s), sum(hindered_s),
       sum(claimed_s)
FROM lost_sum WHERE width = %(below)s AND left(place, %(width)s::integer) = ANY(%(places)s)
  AND place >= %(low)s AND place < %(high)s AND day BETWEEN %(first)s AND %(last)s
GROUP BY left(place, %(width)s::integer), day, cause, source;

-- last_settled --
-- The newest day of a station that was settled.
SELECT max(day) FROM station_day WHERE station_id = %(station_id)s;

-- sample_posts --
-- Whether a territory has posts that were invented for a demonstration.
SELECT EXISTS (SELECT FROM reporting_post WHERE source = 'contoh' AND place >= %(low)s AND place < %(high)s);
