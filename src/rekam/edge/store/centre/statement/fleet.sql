-- put_fault --
-- A reported fault; the same entry again changes nothing.
INSERT INTO device_fault (station_id, entry_hash, component, label, problem, remark, reported_at, arrived_at)
VALUES (%(station_id)s, %(entry_hash)s, %(component)s, %(label)s, %(problem)s, %(remark)s, %(reported_at)s, %(arrived_at)s)
ON CONFLICT DO NOTHING;

-- faults --
-- Reported faults of a territory, newest first.
SELECT device_fault.station_id, station.name AS station, component, label, problem, remark, reported_at, arrived_at
FROM device_fault JOIN station USING (station_id)
WHERE region >= %(low)s AND region < %(high)s
ORDER BY reported_at DESC, device_fault.station_id LIMIT %(limit)s;

-- journal_of --
-- What a station told of itself, in the order of arrival, newest first.
SELECT entry, arrived_at FROM journal WHERE station_id = %(station_id)s
ORDER BY arrived_at DESC, entry_hash LIMIT %(limit)s;
