-- put_absence --
-- A note against a name; the same entry again changes nothing.
INSERT INTO absence (station_id, entry_hash, nik, reason, remark, noted_at, noted_by, arrived_at)
VALUES (%(station_id)s, %(entry_hash)s, %(nik)s, %(reason)s, %(remark)s, %(noted_at)s, %(noted_by)s, %(arrived_at)s)
ON CONFLICT DO NOTHING;

-- absences_now --
-- The newest note of each of some residents, those lifted left out.
SELECT nik, reason, remark, noted_at, noted_by, station_id FROM (
    SELECT DISTINCT ON (nik) nik, reason, remark, noted_at, noted_by, station_id
    FROM absence WHERE nik = ANY(%(niks)s) ORDER BY nik, noted_at DESC, arrived_at DESC
) AS newest WHERE reason <> '';

-- absence_counts --
-- How many missing people of a territory have which reason now.
SELECT reason, count(*) AS people FROM (
    SELECT DISTINCT ON (absence.nik) absence.nik, reason
    FROM absence JOIN resident ON resident.nik = absence.nik
    WHERE obliged AND NOT recorded_before AND packet_id IS NULL AND village >= %(low)s AND village < %(high)s
    ORDER BY absence.nik, noted_at DESC, arrived_at DESC
) AS newest WHERE reason <> '' GROUP BY reason ORDER BY people DESC, reason;
