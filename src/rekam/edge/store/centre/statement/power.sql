-- put_gap --
-- A station stood still without being closed; the same entry again changes nothing.
INSERT INTO power_gap (station_id, entry_hash, place, since, until, arrived_at)
VALUES (%(station_id)s, %(entry_hash)s, %(place)s, %(since)s, %(until)s, %(arrived_at)s) ON CONFLICT DO NOTHING;

-- put_mains --
-- The mains went or came; the same entry again changes nothing.
INSERT INTO mains_change (station_id, entry_hash, place, at, away, battery, arrived_at)
VALUES (%(station_id)s, %(entry_hash)s, %(place)s, %(at)s, %(away)s, %(battery)s, %(arrived_at)s)
ON CONFLICT DO NOTHING;

-- report_cut --
-- A cut that an office tells of.
INSERT INTO power_report (place, station_id, since, until, source, note, reported_by, reported_at)
VALUES (%(place)s, %(station_id)s, %(since)s, %(until)s, %(source)s, %(note)s, %(reported_by)s, %(reported_at)s)
RETURNING report_id;

-- keep_backup --
-- What an office has now; the newest line of a place holds.
INSERT INTO power_backup (place, ups, ups_minutes, generators, fuel_litres, litres_per_hour, source, note, kept_by, kept_at)
VALUES (%(place)s, %(ups)s, %(ups_minutes)s, %(generators)s, %(fuel_litres)s, %(litres_per_hour)s, %(source)s, %(note)s,
        %(kept_by)s, %(kept_at)s)
RETURNING backup_id;

-- backups --
-- The newest line of each place.
SELECT DISTINCT ON (place) place, ups, ups_minutes, generators, fuel_litres::float8 AS fuel_litres,
       litres_per_hour::float8 AS litres_per_hour, source, note, kept_by, kept_at
FROM power_backup WHERE place >= %(low)s AND place < %(high)s ORDER BY place, backup_id DESC;

-- cuts --
-- Cuts of a territory, newest first.
SELECT station_id, place, since, until, source FROM power_cut
WHERE place >= %(low)s AND place < %(high)s AND since < %(until)s AND coalesce(until, %(until)s) > %(since)s
ORDER BY since DESC, place LIMIT %(limit)s;

-- cut_hours --
-- Opening hours without mains by kecamatan: those lost and those that a backup carried. A day has
-- a row of each source. Only those with more than some seconds.
SELECT place, sum(lost_s)::bigint AS lost_s, sum(hindered_s)::bigint AS carried_s,
       greatest(count(*) FILTER (WHERE source = 'observed'), count(*) FILTER (WHERE source = 'reported')) AS days
FROM lost_sum WHERE width = 8 AND cause = 'power' AND place >= %(low)s AND place < %(high)s
  AND day BETWEEN %(first)s AND %(last)s
GROUP BY place HAVING sum(lost_s + hindered_s) > %(over_s)s;

-- backups_of --
-- The newest line of some places.
SELECT DISTINCT ON (place) place, ups, ups_minutes, generators, fuel_litres::float8 AS fuel_litres,
       litres_per_hour::float8 AS litres_per_hour, source, note, kept_by, kept_at
FROM power_backup WHERE place = ANY(%(places)s) ORDER BY place, backup_id DESC;
