-- The counter: queue, appointments, reasons against names, closing of the day.

-- name: put_absence
INSERT INTO absence (nik, reason, remark, at, actor) VALUES (?, ?, ?, ?, ?)
-- name: absence_history
SELECT * FROM absence WHERE nik = ? ORDER BY number DESC
-- name: absence_now
SELECT * FROM absence WHERE nik = ? ORDER BY number DESC LIMIT 1
-- name: absences_now
-- The newest line of each of some NIKs, those lifted left out.
SELECT * FROM absence
WHERE number IN (SELECT max(number) FROM absence WHERE nik IN (SELECT value FROM json_each(?)) GROUP BY nik)
  AND reason <> ''

-- name: villages
-- Residents of the roster by village: still missing, of them with a reason, recorded here.
SELECT village,
       sum(state <> 'recorded') AS missing,
       sum(state <> 'recorded' AND coalesce(
           (SELECT reason FROM absence WHERE absence.nik = roster.nik ORDER BY number DESC LIMIT 1), '') <> '') AS excused,
       sum(state = 'recorded') AS recorded
FROM roster GROUP BY village ORDER BY village
-- name: residents_of_village
SELECT * FROM roster WHERE village = ?1 AND (?2 = '' OR words LIKE ?2 ESCAPE '\')
ORDER BY state = 'recorded', name_key, birth_date, nik LIMIT ?3 OFFSET ?4
-- name: count_of_village
SELECT count(*) AS residents FROM roster WHERE village = ?1 AND (?2 = '' OR words LIKE ?2 ESCAPE '\')

-- name: next_number
SELECT coalesce(max(number), 0) + 1 AS number FROM queue_number WHERE day = ?
-- name: put_number
INSERT INTO queue_number (day, number, nik, name, need, hour, state, taken_at, changed_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting', ?7, ?7)
-- name: numbers_of_day
SELECT * FROM queue_number WHERE day = ? ORDER BY number
-- name: number_of_day
SELECT * FROM queue_number WHERE day = ? AND number = ?
-- name: move_number
UPDATE queue_number SET state = ?, changed_at = ? WHERE day = ? AND number = ? AND state = ?
-- name: number_recorded
UPDATE queue_number SET state = 'done', changed_at = ?1 WHERE nik = ?2 AND state IN ('waiting', 'called')

-- name: put_appointment
INSERT INTO appointment (day, hour, nik, name, need, state, made_at, actor) VALUES (?, ?, ?, ?, ?, 'booked', ?, ?)
-- name: appointments_of_day
SELECT * FROM appointment WHERE day = ? AND state <> 'cancelled' ORDER BY hour, number
-- name: appointment
SELECT * FROM appointment WHERE number = ?
-- name: booked_in_hour
SELECT count(*) AS booked FROM appointment WHERE day = ? AND hour = ? AND state <> 'cancelled'
-- name: appointment_arrived
UPDATE appointment SET state = 'arrived', number_given = ? WHERE number = ? AND state = 'booked'
-- name: cancel_appointment
UPDATE appointment SET state = 'cancelled' WHERE number = ? AND state = 'booked'
-- name: appointments_ahead
SELECT day, count(*) AS booked FROM appointment WHERE day >= ? AND state = 'booked' GROUP BY day ORDER BY day

-- name: put_visit
INSERT INTO visit (village, day, state, at, actor) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (village, day) DO UPDATE SET state = excluded.state, at = excluded.at, actor = excluded.actor
-- name: visits_from
SELECT * FROM visit WHERE day >= ? AND state = 'planned' ORDER BY day, village

-- name: sealed_between
SELECT count(*) AS packets FROM outbox WHERE sealed_at >= ? AND sealed_at < ?
-- name: journal_between
SELECT * FROM journal WHERE at >= ?1 AND at < ?2 AND act IN (SELECT value FROM json_each(?3)) ORDER BY number
-- name: last_journal_before
SELECT * FROM journal WHERE at < ?1 AND act IN (SELECT value FROM json_each(?2)) ORDER BY number DESC LIMIT 1
-- name: subjects_between
SELECT count(DISTINCT subject) AS subjects FROM journal WHERE at >= ? AND at < ? AND act = ?
-- name: beats_between
SELECT first, last FROM heartbeat WHERE last >= ?1 AND first < ?2 ORDER BY first
-- name: put_day_report
INSERT INTO day_report (day, version, at, operator, supervisor, report) VALUES (?, ?, ?, ?, ?, ?)
-- name: day_reports
SELECT * FROM day_report WHERE day = ? ORDER BY version
-- name: day_report_days
SELECT DISTINCT day FROM day_report ORDER BY day DESC LIMIT ?
