-- put --
-- Manifests of one station.
INSERT INTO packet (packet_id, station_id, sequence, manifest, manifest_hash, previous, body_size, region, kind,
                    operator, captured_at, sealed_at, announced_at, link)
SELECT packet_id, %(station_id)s, sequence, manifest, manifest_hash, previous, body_size, region, kind, operator,
       captured_at, sealed_at, %(announced_at)s, link
FROM unnest(%(packet_id)s::bytea[], %(sequence)s::bigint[], %(manifest)s::bytea[], %(manifest_hash)s::bytea[],
            %(previous)s::bytea[], %(body_size)s::bigint[], %(region)s::text[], %(kind)s::text[], %(operator)s::text[],
            %(captured_at)s::bigint[], %(sealed_at)s::bigint[], %(link)s::text[])
    AS new (packet_id, sequence, manifest, manifest_hash, previous, body_size, region, kind, operator, captured_at,
            sealed_at, link);

-- packet --
-- One packet.
SELECT packet_id, station_id, sequence, manifest, manifest_hash, body_size, region, kind, operator, captured_at,
       sealed_at, announced_at, received_at, link, body_gone.packet_id IS NOT NULL AS gone
FROM packet LEFT JOIN body_gone USING (packet_id) WHERE packet_id = %(packet_id)s;

-- arriving --
-- Packets whose bodies came, with the receipts that they may have and the keys of their stations.
SELECT packet_id, station_id, sequence, manifest, manifest_hash, body_size, packet.region, kind, operator, captured_at,
       sealed_at, announced_at, received_at, link, body_gone.packet_id IS NOT NULL AS gone, receipt.signed AS receipt,
       station.public_keys
FROM packet JOIN station USING (station_id) LEFT JOIN receipt USING (packet_id) LEFT JOIN body_gone USING (packet_id)
WHERE packet_id = ANY(%(packet_ids)s);

-- links --
-- How some packets fit into their stations' chains.
SELECT packet_id, link FROM packet WHERE packet_id = ANY(%(packet_ids)s);

-- lock_chain --
-- One writer at a time for the chain of a station.
SELECT FROM station WHERE station_id = %(station_id)s FOR UPDATE;

-- neighbours --
-- What is known of some packets of a station, of their numbers and of those beside them.
SELECT packet_id, station_id, sequence, manifest_hash, previous, link FROM packet
WHERE station_id = %(station_id)s AND sequence = ANY(%(sequences)s) OR packet_id = ANY(%(packet_ids)s);

-- set_links --
-- Later manifests showed that earlier ones do not fit.
UPDATE packet SET link = %(link)s WHERE packet_id = ANY(%(packet_ids)s);

-- note_announced --
-- So many more packets of a station are known. Numbers without a gap, as far as they go now: of the known ones behind the
-- last mark, the run that continues it.
UPDATE station SET announced = announced + %(new)s, whole_until = whole_until + (
    SELECT count(*) FROM (
        SELECT sequence, row_number() OVER (ORDER BY sequence) AS place
        FROM (SELECT DISTINCT sequence FROM packet
              WHERE packet.station_id = station.station_id AND sequence > whole_until) AS known
    ) AS numbered
    WHERE sequence = whole_until + place
)
WHERE station_id = %(station_id)s;

-- miscounted --
-- Stations whose count of packets, or whose mark of whole numbers, is not what a recount gives.
SELECT station_id FROM station CROSS JOIN LATERAL (
    SELECT count(*) AS packets, count(DISTINCT sequence) FILTER (WHERE sequence <= whole_until) AS numbers
    FROM packet WHERE packet.station_id = station.station_id
) AS recount
WHERE announced <> packets OR whole_until <> numbers ORDER BY station_id;

-- missing_sequences --
-- Numbers below the highest that no manifest has.
SELECT number FROM generate_series(
    (SELECT whole_until + 1 FROM station WHERE station_id = %(station_id)s),
    (SELECT max(sequence) FROM packet WHERE station_id = %(station_id)s)
) AS number
WHERE NOT EXISTS (SELECT FROM packet WHERE station_id = %(station_id)s AND sequence = number)
ORDER BY number LIMIT %(limit)s;

-- gaps --
-- Ranges of missing numbers of every station of a territory. Numbers up to the mark are whole; a check that trusts no mark
-- begins at the first number.
WITH known AS (
    SELECT DISTINCT station_id, sequence, start
    FROM station CROSS JOIN LATERAL (SELECT CASE WHEN %(trusting)s::boolean THEN whole_until ELSE 0 END) AS mark (start)
        JOIN packet USING (station_id)
    WHERE station.region >= %(low)s AND station.region < %(high)s AND sequence > start
), steps AS (
    SELECT station_id, sequence, lag(sequence, 1, start) OVER (PARTITION BY station_id ORDER BY sequence) AS before
    FROM known
)
SELECT station_id, before + 1 AS first, sequence - 1 AS last FROM steps
WHERE sequence > before + 1 ORDER BY 1, 2;

-- misfits --
-- Packets whose place in their station's chain is disputed.
SELECT packet_id, station_id, sequence, link, announced_at, received_at FROM packet JOIN station USING (station_id)
WHERE link <> 'sound' AND station.region >= %(low)s AND station.region < %(high)s ORDER BY 2, 3;

-- awaited --
-- Those of the packets held by a station whose bodies have not come, or are gone since, oldest first. A body that the
-- station has lost must not stand in the way of the others.
SELECT packet_id FROM unnest(%(held)s::bytea[]) AS held (packet_id)
JOIN packet USING (packet_id) JOIN recording USING (packet_id) LEFT JOIN body_gone USING (packet_id)
WHERE packet.station_id = %(station_id)s AND (received_at IS NULL OR body_gone.packet_id IS NOT NULL)
  AND status <> 'refused'
ORDER BY sequence LIMIT %(limit)s;

-- standing --
-- How the centre's knowledge of a station compares with what the station says it holds. A packet is received and gets its
-- receipt in one transaction.
SELECT (SELECT coalesce(max(sequence), 0) FROM packet WHERE station_id = %(station_id)s) AS highest,
       (SELECT count(*) FROM packet WHERE station_id = %(station_id)s AND received_at IS NOT NULL) AS receipts,
       count(*) AS held_known,
       count(packet.received_at) AS held_receipted,
       (SELECT count(*) FROM packet WHERE station_id = %(station_id)s AND received_at IS NULL) - count(*)
           + count(packet.received_at) AS held_nowhere
FROM (SELECT DISTINCT unnest(%(held)s::bytea[])) AS held (packet_id) JOIN packet USING (packet_id)
WHERE packet.station_id = %(station_id)s;

-- load --
-- Stations that spoke lately and have something to send, and what one of them has had since then.
SELECT (SELECT count(*) FROM station WHERE last_contact >= %(since)s AND EXISTS (
            SELECT FROM packet WHERE packet.station_id = station.station_id AND received_at IS NULL)) AS stations,
       (SELECT count(*) FROM packet WHERE station_id = %(station_id)s AND received_at >= %(since)s) AS taken;

-- all_awaited --
-- Announced packets whose bodies have not come.
SELECT packet_id FROM packet JOIN recording USING (packet_id)
WHERE received_at IS NULL AND status <> 'refused' ORDER BY announced_at LIMIT %(limit)s;

-- set_received --
-- The bodies are here, twice and readable.
UPDATE packet SET received_at = %(at)s WHERE packet_id = ANY(%(packet_ids)s);

-- put_receipts --
-- The centre's signed words.
INSERT INTO receipt (packet_id, signed, issued_at)
SELECT packet_id, signed, %(at)s FROM unnest(%(packet_id)s::bytea[], %(signed)s::bytea[]) AS new (packet_id, signed);

-- receipt --
-- The receipt of a packet.
SELECT signed FROM receipt WHERE packet_id = %(packet_id)s;

-- receipts_of --
-- The receipts of some packets.
SELECT packet_id, signed FROM receipt WHERE packet_id = ANY(%(packet_ids)s);

-- receipts --
-- Receipts of some packets of a station, but not of those that the centre has lost: a receipt lets the station delete.
-- Beginning with the list: where statistics lag behind, a plan that begins with the receipts compares each of them with
-- each packet of the list.
SELECT receipt.signed FROM unnest(%(packet_ids)s::bytea[]) AS asked (packet_id)
JOIN receipt USING (packet_id) JOIN packet USING (packet_id) LEFT JOIN body_gone USING (packet_id)
WHERE packet.station_id = %(station_id)s AND body_gone.packet_id IS NULL
ORDER BY packet.sequence LIMIT %(limit)s;

-- lock_log --
-- The right edge of the log, held until the transaction ends.
SELECT size, peaks FROM log_edge FOR UPDATE;

-- log_head --
-- Size and root of the log.
SELECT leaf_index + 1 AS size, root FROM log_leaf ORDER BY leaf_index DESC LIMIT 1;

-- put_leaves --
-- More leaves.
INSERT INTO log_leaf (leaf_index, leaf, packet_id, root, at)
SELECT leaf_index, leaf, packet_id, root, %(at)s
FROM unnest(%(leaf_index)s::bigint[], %(leaf)s::bytea[], %(packet_id)s::bytea[], %(root)s::bytea[])
    AS new (leaf_index, leaf, packet_id, root);

-- set_edge --
-- The right edge after it.
UPDATE log_edge SET size = %(size)s, peaks = %(peaks)s;

-- leaves --
-- Leaf hashes of the log from the beginning, with the root noted at each.
SELECT leaf_index, leaf, root FROM log_leaf WHERE leaf_index < %(size)s ORDER BY leaf_index;

-- put_content --
-- What stood in an opened packet.
INSERT INTO content (packet_id, biodata, original, missing, notes, operator, supervisor, started_at, consented_at)
VALUES (%(packet_id)s, %(biodata)s, %(original)s, %(missing)s, %(notes)s, %(operator)s, %(supervisor)s,
        %(started_at)s, %(consented_at)s)
ON CONFLICT (packet_id) DO NOTHING;

-- content --
-- What stood in an opened packet.
SELECT packet_id, biodata, original, missing, notes, operator, supervisor, started_at, consented_at
FROM content WHERE packet_id = %(packet_id)s;

-- put_sample --
-- One captured item.
INSERT INTO sample (packet_id, modality, position, media_type, content, quality, attempts)
VALUES (%(packet_id)s, %(modality)s, %(position)s, %(media_type)s, %(content)s, %(quality)s, %(attempts)s)
ON CONFLICT DO NOTHING;

-- samples --
-- The captured items of a packet.
SELECT modality, position, media_type, content, quality, attempts FROM sample
WHERE packet_id = %(packet_id)s ORDER BY modality, position;

-- samples_of --
-- The captured items of one kind.
SELECT modality, position, media_type, content, quality, attempts FROM sample
WHERE packet_id = %(packet_id)s AND modality = %(modality)s ORDER BY position;
