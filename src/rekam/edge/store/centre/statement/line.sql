-- put_sample --
-- A measurement of a line into its day; the same one again changes nothing.
INSERT INTO line_day (station_id, day, samples, kbit_s_median)
VALUES (%(station_id)s, %(day)s, jsonb_build_object(%(at)s::text, %(kbit_s)s::float8), %(kbit_s)s)
ON CONFLICT (station_id, day) DO UPDATE SET
    samples = line_day.samples || excluded.samples,
    kbit_s_median = (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY value::float8)
                     FROM jsonb_each_text(line_day.samples || excluded.samples));

-- begin_outage --
-- A station saw its line go; the same entry again changes nothing.
INSERT INTO line_outage (station_id, place, since, cause, source)
SELECT station_id, region, %(since)s, 'unknown', 'observed' FROM station
WHERE station_id = %(station_id)s
ON CONFLICT (station_id, since) WHERE source = 'observed' DO NOTHING;

-- end_outage --
-- A station's line is back: this ends its last observed outage that began before.
UPDATE line_outage SET until = %(until)s
WHERE outage_id = (SELECT outage_id FROM line_outage
                   WHERE station_id = %(station_id)s AND source = 'observed' AND until IS NULL AND since <= %(until)s
                   ORDER BY since DESC LIMIT 1)
RETURNING since;

-- outages_of --
-- Observed outages of a station that touch a stretch.
SELECT since, until FROM line_outage
WHERE station_id = %(station_id)s AND source = 'observed' AND since < %(high)s AND (until IS NULL OR until > %(low)s)
ORDER BY since;

-- put_lost --
-- Office hours of a day without a line.
INSERT INTO line_day (station_id, day, lost_s, available_share) VALUES (%(station_id)s, %(day)s, %(lost_s)s, %(share)s)
ON CONFLICT (station_id, day) DO UPDATE SET lost_s = excluded.lost_s, available_share = excluded.available_share;

-- put_outage --
-- An outage as an office told it.
INSERT INTO line_outage (station_id, place, since, until, cause, source, note)
VALUES (%(station_id)s, %(place)s, %(since)s, %(until)s, %(cause)s, 'reported', %(note)s) RETURNING outage_id;

-- lock_outage --
-- One outage, held until the transaction ends.
SELECT outage_id, station_id, place, since, until, cause, source, note
FROM line_outage WHERE outage_id = %(outage_id)s FOR UPDATE;

-- set_outage --
-- Its cause, its end and what the office says of it.
UPDATE line_outage SET until = %(until)s, cause = %(cause)s, note = %(note)s WHERE outage_id = %(outage_id)s;

-- outages --
-- Outages of a territory, those that last first, then the newest.
SELECT outage_id, station_id, place, since, until, cause, source, note
FROM line_outage
WHERE place >= %(low)s AND place < %(high)s AND (until IS NULL OR until >= %(after)s)
ORDER BY until IS NOT NULL, since DESC, outage_id DESC LIMIT %(limit)s;

-- set_state --
-- How a line is now, out of its days and its outages.
INSERT INTO line_state (station_id, kbit_s, out_since) VALUES (
    %(station_id)s,
    (SELECT kbit_s_median FROM line_day WHERE station_id = %(station_id)s AND kbit_s_median IS NOT NULL
     ORDER BY day DESC LIMIT 1),
    (SELECT since FROM line_outage WHERE station_id = %(station_id)s AND source = 'observed' AND until IS NULL
     ORDER BY since DESC LIMIT 1))
ON CONFLICT (station_id) DO UPDATE SET kbit_s = excluded.kbit_s, out_since = excluded.out_since;

-- lines --
-- Every working station of a territory with how its line is.
SELECT station_id, name, region, last_contact, kbit_s, out_since
FROM station LEFT JOIN line_state USING (station_id)
WHERE region >= %(low)s AND region < %(high)s AND state = 'active';

-- days --
-- Days of some lines, for their curves.
SELECT station_id, day, kbit_s_median AS kbit_s, lost_s, available_share
FROM line_day WHERE station_id = ANY(%(stations)s) AND day >= %(first)s ORDER BY station_id, day;

-- cut --
-- Every open cut, for the lines of a table.
SELECT suspension_id, station_id, place, since, until FROM connection_cut WHERE until IS NULL;
