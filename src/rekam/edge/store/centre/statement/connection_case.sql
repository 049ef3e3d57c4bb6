-- put_case --
-- A new case, before its first event.
INSERT INTO connection_case (territory, station_id, ground, opened_at, stage, last_event, retold)
VALUES (%(territory)s, %(station_id)s, %(ground)s, %(at)s, 'beginning', 0, %(retold)s) RETURNING case_id;

-- lock_case --
-- One case, held until the transaction ends.
SELECT case_id, territory, station_id, ground, opened_at, stage, suspension_id, due_at, last_event, retold
FROM connection_case WHERE case_id = %(case_id)s FOR UPDATE;

-- case --
-- One case.
SELECT case_id, territory, station_id, ground, opened_at, stage, suspension_id, due_at, last_event, retold
FROM connection_case WHERE case_id = %(case_id)s;

-- case_of_suspension --
-- The case that a suspension belongs to.
SELECT case_id, territory, station_id, ground, opened_at, stage, suspension_id, due_at, last_event, retold
FROM connection_case WHERE suspension_id = %(suspension_id)s;

-- cases --
-- Cases that touch a territory from above or below, running ones first, those with a term first among them.
SELECT case_id, territory, station_id, ground, opened_at, stage, suspension_id, due_at, last_event, retold
FROM connection_case
WHERE (territory >= %(low)s AND territory < %(high)s) OR starts_with(%(territory)s, territory || '.')
ORDER BY stage IN ('restored', 'closed'), due_at NULLS LAST, opened_at DESC, case_id DESC LIMIT %(limit)s;

-- overdue --
-- Running cases of a territory whose term is over, the longest over first.
SELECT case_id, territory, station_id, ground, opened_at, stage, suspension_id, due_at, last_event, retold
FROM connection_case
WHERE territory >= %(low)s AND territory < %(high)s AND stage NOT IN ('restored', 'closed') AND due_at < %(now)s
ORDER BY due_at, case_id LIMIT %(limit)s;

-- put_event --
-- One more numbered fact.
INSERT INTO connection_event (case_id, sequence, kind, at, actor, details)
VALUES (%(case_id)s, %(sequence)s, %(kind)s, %(at)s, %(actor)s, %(details)s);

-- set_case --
-- The fold after the newest event.
UPDATE connection_case
SET stage = %(stage)s, due_at = %(due_at)s, last_event = %(last_event)s, suspension_id = %(suspension_id)s
WHERE case_id = %(case_id)s;

-- events --
-- Everything that happened in a case.
SELECT sequence, kind, at, actor, details FROM connection_event WHERE case_id = %(case_id)s ORDER BY sequence;

-- quarantine --
-- What a suspension put into quarantine: ever, still there, and the oldest of these.
SELECT count(*) AS total, count(*) FILTER (WHERE recording.status = 'quarantined') AS waiting,
       min(event.at) FILTER (WHERE recording.status = 'quarantined') AS oldest
FROM event JOIN recording USING (packet_id)
WHERE event.kind = 'put_in_quarantine' AND event.details ->> 'cause' = %(cause)s;

-- recorded --
-- Recordings made in a place between two moments, as far as their manifests are here.
SELECT count(*) FROM packet
WHERE kind = 'recording' AND region >= %(low)s AND region < %(high)s
  AND captured_at >= %(since)s AND captured_at < %(until)s
  AND (%(station_id)s::text IS NULL OR station_id = %(station_id)s);

-- awaited --
-- Announced recordings of a place whose bodies have not come, and when the oldest was made.
SELECT count(*) AS packets, min(captured_at) AS oldest FROM packet
WHERE kind = 'recording' AND region >= %(low)s AND region < %(high)s AND received_at IS NULL
  AND (%(station_id)s::text IS NULL OR station_id = %(station_id)s);

-- quarantined_now --
-- Recordings of a territory in quarantine because of a suspension.
SELECT count(*) FROM recording
WHERE place >= %(low)s AND place < %(high)s AND status = 'quarantined' AND problem IS NULL;
