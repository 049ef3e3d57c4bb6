-- begin --
-- Recordings as their manifests alone tell of them; all stand where a manifest puts them.
INSERT INTO recording (packet_id, receipt_code, station_id, place, status, since, owner, due_at, last_event)
SELECT packet_id, receipt_code, station_id, place, %(status)s, since, %(owner)s, due_at, %(last_event)s
FROM unnest(%(packet_id)s::bytea[], %(receipt_code)s::text[], %(station_id)s::text[], %(place)s::text[],
            %(since)s::bigint[], %(due_at)s::bigint[])
    AS new (packet_id, receipt_code, station_id, place, since, due_at);

-- recording --
-- One recording.
SELECT packet_id, receipt_code, station_id, nik, village, place, obliged, counted, status, since, owner, due_at, last_event,
       problem, problem_details
FROM recording WHERE packet_id = %(packet_id)s;

-- lock_recording --
-- One recording, held until the transaction ends.
SELECT packet_id, receipt_code, station_id, nik, village, place, obliged, counted, status, since, owner, due_at, last_event,
       problem, problem_details
FROM recording WHERE packet_id = %(packet_id)s FOR UPDATE;

-- lock_recordings --
-- Several recordings, held until the transaction ends; always in one order, so that two never wait for each other.
SELECT packet_id, receipt_code, station_id, nik, village, place, obliged, counted, status, since, owner, due_at, last_event,
       problem, problem_details
FROM recording WHERE packet_id = ANY(%(packet_ids)s) ORDER BY packet_id FOR UPDATE;

-- put_event --
-- One more numbered fact.
INSERT INTO event (packet_id, sequence, kind, at, actor, details)
VALUES (%(packet_id)s, %(sequence)s, %(kind)s, %(at)s, %(actor)s, %(details)s);

-- put_events --
-- Numbered facts of several recordings.
INSERT INTO event (packet_id, sequence, kind, at, actor, details)
SELECT packet_id, sequence, kind, at, actor, details
FROM unnest(%(packet_id)s::bytea[], %(sequence)s::integer[], %(kind)s::text[], %(at)s::bigint[], %(actor)s::text[],
            %(details)s::jsonb[])
    AS new (packet_id, sequence, kind, at, actor, details);

-- set_state --
-- The fold after it.
UPDATE recording SET
    status = %(status)s, since = %(since)s, owner = %(owner)s, due_at = %(due_at)s, last_event = %(sequence)s,
    nik = %(nik)s, village = %(village)s, obliged = %(obliged)s, counted = %(counted)s, place = %(place)s,
    problem = %(problem)s, problem_details = %(problem_details)s
WHERE packet_id = %(packet_id)s;

-- set_arrived --
-- The fold after events that know nothing of the person.
UPDATE recording SET
    status = new.status, since = %(since)s, owner = new.owner, due_at = new.due_at, last_event = new.sequence,
    problem = NULL, problem_details = '{}'
FROM unnest(%(packet_id)s::bytea[], %(status)s::text[], %(owner)s::text[], %(due_at)s::bigint[],
            %(sequence)s::integer[])
    AS new (packet_id, status, owner, due_at, sequence)
WHERE recording.packet_id = new.packet_id;

-- last_kind --
-- What happened last to a recording.
SELECT kind FROM event WHERE packet_id = %(packet_id)s ORDER BY sequence DESC LIMIT 1;

-- history --
-- The events of a recording in their order.
SELECT sequence, kind, at, actor, details FROM event WHERE packet_id = %(packet_id)s ORDER BY sequence;

-- by_code --
-- Recordings with a receipt code (fifty bits: two would be a wonder).
SELECT packet_id, receipt_code, station_id, nik, village, place, obliged, counted, status, since, owner, due_at, last_event,
       problem, problem_details
FROM recording WHERE receipt_code = %(receipt_code)s;

-- by_nik --
-- Recordings of a resident, newest first.
SELECT packet_id, receipt_code, station_id, nik, village, place, obliged, counted, status, since, owner, due_at, last_event,
       problem, problem_details
FROM recording WHERE nik = %(nik)s ORDER BY since DESC;

-- changed_before --
-- The recordings of a station whose status began before a time, after one of them, the oldest first.
SELECT packet_id, receipt_code, station_id, nik, village, place, obliged, counted, status, since, owner, due_at, last_event,
       problem, problem_details
FROM recording WHERE station_id = %(station_id)s AND (since, packet_id) > (%(since)s, %(packet_id)s) AND since < %(until)s
ORDER BY since, packet_id LIMIT %(limit)s;

-- changed_since --
-- The recordings of a station whose status began at or after a time, the newest first.
SELECT packet_id, receipt_code, station_id, nik, village, place, obliged, counted, status, since, owner, due_at, last_event,
       problem, problem_details
FROM recording WHERE station_id = %(station_id)s AND since >= %(since)s ORDER BY since DESC, packet_id LIMIT %(limit)s;

-- of_territory --
-- Recordings in a status, longest waiting first.
SELECT packet_id, receipt_code, station_id, nik, village, place, obliged, counted, status, since, owner, due_at, last_event,
       problem, problem_details
FROM recording WHERE place >= %(low)s AND place < %(high)s AND status = %(status)s
ORDER BY since, packet_id LIMIT %(limit)s;

-- overdue --
-- Recordings whose owner should have acted, longest overdue first.
SELECT packet_id, receipt_code, station_id, nik, village, place, obliged, counted, status, since, owner, due_at, last_event,
       problem, problem_details
FROM recording WHERE place >= %(low)s AND place < %(high)s AND due_at < %(now)s
ORDER BY due_at, packet_id LIMIT %(limit)s;

-- journey --
-- How many recordings wait in each status, and since when the oldest.
SELECT status, count(*) AS recordings, min(since) AS oldest, count(*) FILTER (WHERE due_at < %(now)s) AS overdue
FROM recording WHERE place >= %(low)s AND place < %(high)s GROUP BY status;

-- waiting_for_search --
-- Recordings whose search failed.
SELECT packet_id FROM recording WHERE status = 'search_failure_at_central' ORDER BY since;

-- differing_folds --
-- Recordings that stand elsewhere than their last event says (none, unless something is broken).
SELECT count(*) FROM recording
WHERE last_event <> (SELECT coalesce(max(sequence), 0) FROM event WHERE event.packet_id = recording.packet_id);
