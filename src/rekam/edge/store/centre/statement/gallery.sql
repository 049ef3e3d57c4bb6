-- one_at_a_time --
-- Searches decide and enter one after the other; released when the transaction ends.
SELECT pg_advisory_xact_lock(7201002);

-- put_template --
-- Features of a packet.
INSERT INTO template (packet_id, engine, content) VALUES (%(packet_id)s, %(engine)s, %(content)s)
ON CONFLICT (packet_id) DO UPDATE SET engine = excluded.engine, content = excluded.content;

-- template --
-- Features of a packet.
SELECT content FROM template WHERE packet_id = %(packet_id)s;

-- add --
-- A person enters the gallery.
INSERT INTO gallery_change (change_id, packet_id, added)
SELECT coalesce(max(change_id), 0) + 1, %(packet_id)s, true FROM gallery_change;

-- remove --
-- A person leaves the gallery.
INSERT INTO gallery_change (change_id, packet_id, added)
SELECT coalesce(max(change_id), 0) + 1, %(packet_id)s, false FROM gallery_change;

-- changes --
-- What happened to the gallery since a change, in order.
SELECT change_id, packet_id, added, template.content
FROM gallery_change LEFT JOIN template USING (packet_id)
WHERE change_id > %(since)s ORDER BY change_id LIMIT %(limit)s;

-- size --
-- Persons in the gallery.
SELECT count(*) FROM (
    SELECT DISTINCT ON (packet_id) packet_id, added FROM gallery_change ORDER BY packet_id, change_id DESC
) AS latest WHERE added;

-- recent_of_operator --
-- Features of the latest recordings of the same operator at the same station before this one.
SELECT earlier.packet_id, template.content
FROM packet AS own
JOIN packet AS earlier
  ON earlier.station_id = own.station_id AND earlier.operator = own.operator AND earlier.sequence < own.sequence
JOIN template ON template.packet_id = earlier.packet_id AND template.engine = %(engine)s
WHERE own.packet_id = %(packet_id)s
ORDER BY earlier.sequence DESC LIMIT %(limit)s;
