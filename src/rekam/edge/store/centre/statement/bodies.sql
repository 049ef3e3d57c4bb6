-- received --
-- Packets whose bodies the centre has receipted and must hold, with the region of their station, in the order of their ids.
SELECT packet_id, region FROM packet WHERE received_at IS NOT NULL AND packet_id > %(after)s
ORDER BY packet_id LIMIT %(limit)s;

-- received_count --
-- How many they are.
SELECT count(*) FROM packet WHERE received_at IS NOT NULL;

-- note_gone --
-- No good copy is left; said once.
INSERT INTO body_gone (packet_id, found_at, problem) VALUES (%(packet_id)s, %(at)s, %(problem)s)
ON CONFLICT DO NOTHING;

-- note_found --
-- Those of some packets that were gone and are there again.
DELETE FROM body_gone USING packet
WHERE body_gone.packet_id = ANY(%(packet_ids)s) AND packet.packet_id = body_gone.packet_id
RETURNING packet.packet_id, packet.region;

-- gone --
-- Packets of a territory without a good copy of their body: first those whose content nobody has read yet.
SELECT packet_id, packet.station_id, sequence, packet.operator, captured_at, packet.region, found_at, body_gone.problem,
       content.packet_id IS NOT NULL AS opened, coalesce(recording.receipt_code, '') AS receipt_code
FROM body_gone JOIN packet USING (packet_id) LEFT JOIN recording USING (packet_id) LEFT JOIN content USING (packet_id)
WHERE packet.region >= %(low)s AND packet.region < %(high)s
ORDER BY opened, packet.station_id, sequence LIMIT %(limit)s;

-- gone_count --
-- How many they are, and for how many of them nobody has read the content.
SELECT count(*) AS bodies, count(*) FILTER (WHERE content.packet_id IS NULL) AS unread
FROM body_gone JOIN packet USING (packet_id) LEFT JOIN content USING (packet_id)
WHERE packet.region >= %(low)s AND packet.region < %(high)s;

-- gone_received --
-- Receipted packets that are gone, to be looked for again.
SELECT packet_id, region FROM body_gone JOIN packet USING (packet_id) WHERE received_at IS NOT NULL ORDER BY packet_id;

-- begin_round --
-- A new round, unless one is under way.
INSERT INTO scrub_round (began_at) VALUES (%(at)s) ON CONFLICT DO NOTHING;

-- round --
-- The round under way.
SELECT round_id, began_at, ended_at, reached, bodies, mended, lost, problem, problem_details
FROM scrub_round WHERE ended_at IS NULL;

-- last_round --
-- The last round that came to its end.
SELECT round_id, began_at, ended_at, reached, bodies, mended, lost, problem, problem_details
FROM scrub_round WHERE ended_at IS NOT NULL ORDER BY round_id DESC LIMIT 1;

-- advance_round --
-- More bodies were read; touches nothing when somebody else has gone on meanwhile.
UPDATE scrub_round SET reached = %(reached)s, bodies = bodies + %(bodies)s, mended = mended + %(mended)s,
                       lost = lost + %(lost)s, problem = NULL, problem_details = '{}'
WHERE round_id = %(round_id)s AND reached = %(before)s AND ended_at IS NULL;

-- stop_round --
-- Why it does not go on.
UPDATE scrub_round SET problem = %(problem)s, problem_details = %(details)s
WHERE round_id = %(round_id)s AND reached = %(reached)s AND ended_at IS NULL;

-- end_round --
-- All were read.
UPDATE scrub_round SET ended_at = %(at)s WHERE round_id = %(round_id)s AND reached = %(reached)s AND ended_at IS NULL;
