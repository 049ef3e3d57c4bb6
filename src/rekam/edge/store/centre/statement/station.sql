-- put --
-- Enrol a station, or change where it stands and which keys it has.
INSERT INTO station (station_id, region, name, public_keys, state, enrolled_at)
VALUES (%(station_id)s, %(region)s, %(name)s, %(public_keys)s, 'active', %(enrolled_at)s)
ON CONFLICT (station_id) DO UPDATE SET
    region = excluded.region, name = excluded.name, public_keys = excluded.public_keys, state = 'active';

-- station --
-- One station.
SELECT station_id, region, name, public_keys, state, enrolled_at, last_contact, roster_version, held
FROM station WHERE station_id = %(station_id)s;

-- stations --
-- Stations of a territory with what the centre still awaits from each; silent ones first.
SELECT station_id, region, name, public_keys, state, enrolled_at, last_contact, roster_version, held, announced,
       (SELECT count(*) FROM packet
        WHERE packet.station_id = station.station_id AND received_at IS NULL) AS awaited
FROM station WHERE region >= %(low)s AND region < %(high)s
ORDER BY last_contact NULLS FIRST, station_id;

-- note_contact --
-- A station spoke.
UPDATE station SET last_contact = greatest(last_contact, %(at)s), roster_version = %(roster_version)s, held = %(held)s
WHERE station_id = %(station_id)s;

-- retire --
-- A station is taken out of service; its queue is still read.
UPDATE station SET state = 'retired' WHERE station_id = %(station_id)s;

-- put_journal --
-- One observation of a station; the same one again changes nothing.
INSERT INTO journal (station_id, entry, entry_hash, arrived_at)
VALUES (%(station_id)s, %(entry)s, %(entry_hash)s, %(at)s) ON CONFLICT DO NOTHING;

-- suspend --
-- Cut off a territory or one station: a documented act.
INSERT INTO suspension (territory, station_id, cause, cause_en, letter, condition, decided_by, since, until, lapses_at)
VALUES (%(territory)s, %(station_id)s, %(cause)s, %(cause_en)s, %(letter)s, %(condition)s, %(decided_by)s, %(since)s,
        %(until)s, %(lapses_at)s)
RETURNING suspension_id;

-- suspension --
-- One suspension, held until the transaction ends.
SELECT suspension_id, territory, station_id, cause, cause_en, letter, condition, decided_by, since, until, lapses_at,
       restored_at, restored_by, restored_note
FROM suspension WHERE suspension_id = %(suspension_id)s FOR UPDATE;

-- suspensions --
-- Suspensions that touch a territory from above or below, open ones first.
SELECT suspension_id, territory, station_id, cause, cause_en, letter, condition, decided_by, since, until, lapses_at,
       restored_at, restored_by, restored_note
FROM suspension
WHERE (territory >= %(low)s AND territory < %(high)s) OR starts_with(%(territory)s, territory)
ORDER BY restored_at IS NOT NULL, since DESC;

-- suspension_of --
-- The open suspension that covers a station, the oldest first.
SELECT suspension_id, territory, suspension.station_id, cause, cause_en, letter, condition, decided_by, since, until,
       lapses_at, restored_at, restored_by, restored_note
FROM suspension, station
WHERE restored_at IS NULL AND station.station_id = %(station_id)s
  AND coalesce(suspension.station_id, station.station_id) = station.station_id
  AND (territory IN ('', station.region) OR starts_with(station.region, territory || '.'))
ORDER BY since, suspension_id LIMIT 1;

-- restore --
-- End a suspension.
UPDATE suspension SET restored_at = %(at)s, restored_by = %(by)s, restored_note = %(note)s
WHERE suspension_id = %(suspension_id)s;

-- lapsing --
-- Emergency cuts whose term is over; asked with every exchange.
SELECT suspension_id, territory, station_id, cause, cause_en, letter, condition, decided_by, since, until, lapses_at,
       restored_at, restored_by, restored_note
FROM suspension WHERE lapses_at <= %(now)s AND restored_at IS NULL ORDER BY suspension_id;

-- quarantined --
-- Packets in quarantine because of a suspension that has ended (a doubted signature has its problem beside it), in the
-- order of their arrival, by station.
SELECT recording.packet_id, recording.station_id
FROM recording JOIN packet USING (packet_id) JOIN station ON station.station_id = recording.station_id
WHERE status = 'quarantined' AND packet.link = 'sound' AND recording.problem IS NULL
  AND NOT EXISTS (
    SELECT FROM suspension
    WHERE restored_at IS NULL AND coalesce(suspension.station_id, station.station_id) = station.station_id
      AND (territory IN ('', station.region) OR starts_with(station.region, territory || '.')))
ORDER BY packet.received_at, recording.packet_id;