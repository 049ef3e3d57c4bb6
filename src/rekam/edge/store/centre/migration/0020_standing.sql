-- What an exchange asks of a station must not take longer with every packet that the station ever sealed.

CREATE INDEX packet_received ON rekam.packet (station_id, received_at) WHERE received_at IS NOT NULL;

-- Every number of the station up to here is known: the search for missing ones begins behind it.
ALTER TABLE rekam.station ADD COLUMN whole_until bigint NOT NULL DEFAULT 0 CHECK (whole_until >= 0);
UPDATE rekam.station SET whole_until = known.highest FROM (
    SELECT station_id, max(sequence) AS highest, count(DISTINCT sequence) AS numbers FROM rekam.packet GROUP BY station_id
) AS known
WHERE known.station_id = station.station_id AND known.numbers = known.highest;
