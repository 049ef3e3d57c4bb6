-- What the first page asks must not take longer with every recording that ever was.

-- Longest waiting first. Who waits at the resident's leisure is left out: cards that nobody fetches would pile up in front.
CREATE INDEX recording_waiting ON rekam.recording (since, packet_id)
    WHERE owner IS NOT NULL AND status NOT IN ('card_shipped', 'unregistered');
-- Announced last first.
CREATE INDEX packet_announced ON rekam.packet (announced_at, sequence);

-- Packets that a station has announced, counted as they come.
ALTER TABLE rekam.station ADD COLUMN announced bigint NOT NULL DEFAULT 0;
UPDATE rekam.station SET announced = known.packets FROM (
    SELECT station_id, count(*) AS packets FROM rekam.packet GROUP BY station_id
) AS known
WHERE known.station_id = station.station_id;
