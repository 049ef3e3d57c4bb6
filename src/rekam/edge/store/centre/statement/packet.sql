-- put --
-- A manifest; the same one again changes nothing.
INSERT INTO packet (packet_id, station_id, sequence, manifest, manifest_hash, previous, body_size, region, kind,
                    operator, captured_at, sealed_at, announced_at, link)
VALUES (%(packet_id)s, %(station_id)s, %(sequence)s, %(manifest)s, %(manifest_hash)s, %(previous)s, %(body_size)s,
        %(region)s, %(kind)s, %(operator)s, %(captured_at)s, %(sealed_at)s, %(announced_at)s, %(link)s)
ON CONFLICT (packet_id) DO NOTHING;

-- packet --
-- One packet.
SELECT packet_id, station_id, sequence, manifest, manifest_hash, body_size, region, kind, operator, captured_at,
       sealed_at, announced_at, received_at, link
FROM packet WHERE packet_id = %(packet_id)s;

-- lock_chain --
-- One writer at a time for the chain of a station.
SELECT FROM station WHERE station_id = %(station_id)s FOR UPDATE;

-- neighbours --
-- What is known of a manifest's number and of the two beside it.
SELECT packet_id, sequence, manifest_hash, previous, link FROM packet
WHERE station_id = %(station_id)s AND sequence BETWEEN %(sequence)s - 1 AND %(sequence)s + 1;

-- set_link --
-- A later manifest showed that an earlier one does not fit.
UPDATE packet SET link = %(link)s WHERE packet_id = %(packet_id)s;

-- missing_sequences --
-- Numbers below the highest that no manifest has.
SELECT number FROM (
    SELECT generate_series(1, (SELECT max(sequence) FROM packet WHERE station_id = %(station_id)s)) AS number
) AS expected
WHERE NOT EXISTS (SELECT FROM packet WHERE station_id = %(station_id)s AND sequence = number)
ORDER BY number LIMIT %(limit)s;

-- gaps --
-- Ranges of missing numbers of every station of a territory.
WITH known AS (
    SELECT DISTINCT station_id, sequence FROM packet JOIN station USING (station_id)
    WHERE station.region >= %(low)s AND station.region < %(high)s
), steps AS (
    SELECT station_id, sequence, lag(sequence, 1, 0) OVER (PARTITION BY station_id ORDER BY sequence) AS before
    FROM known
)
SELECT station_id, before + 1 AS first, sequence - 1 AS last FROM steps
WHERE sequence > before + 1 ORDER BY 1, 2;

-- misfits --
-- Packets whose place in their station's chain is disputed.
SELECT packet_id, station_id, sequence, link, announced_at, received_at FROM packet JOIN station USING (station_id)
WHERE link <> 'sound' AND station.region >= %(low)s AND station.region < %(high)s ORDER BY 2, 3;

-- awaited --
-- Announced packets of a station whose bodies have not come, oldest first.
SELECT packet_id FROM packet JOIN recording USING (packet_id)
WHERE packet.station_id = %(station_id)s AND received_at IS NULL AND status <> 'refused'
ORDER BY sequence LIMIT %(limit)s;

-- all_awaited --
-- Announced packets whose bodies have not come.
SELECT packet_id FROM packet JOIN recording USING (packet_id)
WHERE received_at IS NULL AND status <> 'refused' ORDER BY announced_at LIMIT %(limit)s;

-- set_received --
-- The body is here, twice and readable.
UPDATE packet SET received_at = %(at)s WHERE packet_id = %(packet_id)s;

-- put_receipt --
-- The centre's signed word.
INSERT INTO receipt (packet_id, signed, issued_at) VALUES (%(packet_id)s, %(signed)s, %(at)s);

-- receipt --
-- The receipt of a packet.
SELECT signed FROM receipt WHERE packet_id = %(packet_id)s;

-- receipts --
-- Receipts of some packets of a station.
SELECT receipt.signed FROM receipt JOIN packet USING (packet_id)
WHERE packet.station_id = %(station_id)s AND packet_id = ANY(%(packet_ids)s)
ORDER BY packet.sequence LIMIT %(limit)s;

-- lock_log --
-- The right edge of the log, held until the transaction ends.
SELECT size, peaks FROM log_edge FOR UPDATE;

-- log_head --
-- Size and root of the log.
SELECT leaf_index + 1 AS size, root FROM log_leaf ORDER BY leaf_index DESC LIMIT 1;

-- put_leaf --
-- One more leaf.
INSERT INTO log_leaf (leaf_index, leaf, packet_id, root, at)
VALUES (%(leaf_index)s, %(leaf)s, %(packet_id)s, %(root)s, %(at)s);

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
