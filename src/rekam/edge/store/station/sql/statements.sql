-- Statements of the station's store. One name each; the Python beside calls them by it.

-- name: setting
SELECT value FROM setting WHERE name = ?
-- name: set_setting
INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value

-- name: put_resident
-- A roster delta never takes back what this station did with the resident.
INSERT INTO roster (nik, kk, name, name_key, words, sex, birth_date, village, biodata, state, changed_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'not_recorded', ?)
ON CONFLICT (nik) DO UPDATE SET kk = excluded.kk, name = excluded.name, name_key = excluded.name_key, words = excluded.words,
    sex = excluded.sex, birth_date = excluded.birth_date, village = excluded.village,
    biodata = excluded.biodata, changed_at = excluded.changed_at
-- name: remove_resident
DELETE FROM roster WHERE nik = ? AND state = 'not_recorded'
-- name: resident
SELECT * FROM roster WHERE nik = ?
-- name: resident_of_packet
SELECT * FROM roster WHERE packet_id = ?
-- name: residents_by_key
SELECT * FROM roster WHERE name_key = ? ORDER BY birth_date, nik LIMIT ?
-- name: residents_by_key_start
SELECT * FROM roster WHERE name_key >= ?1 AND name_key < ?1 || char(1114111) ORDER BY name_key, birth_date LIMIT ?2
-- name: residents_by_word
SELECT * FROM roster WHERE words LIKE ? ESCAPE '\' ORDER BY name_key, birth_date LIMIT ?
-- name: residents_by_kk
SELECT * FROM roster WHERE kk = ? ORDER BY birth_date LIMIT ?
-- name: residents_by_nik_start
SELECT * FROM roster WHERE nik >= ?1 AND nik < ?1 || ':' ORDER BY nik LIMIT ?2
-- name: set_resident_state
UPDATE roster SET state = ?, reason = ?, packet_id = ?, changed_at = ? WHERE nik = ?
-- name: roster_counts
SELECT state, count(*) AS residents FROM roster GROUP BY state
-- name: not_recorded
SELECT * FROM roster WHERE state = 'not_recorded' ORDER BY village, name_key LIMIT ?
-- name: put_roster_version
INSERT OR REPLACE INTO roster_version (version, loaded_at, residents) VALUES (?, ?, ?)
-- name: roster_version
SELECT * FROM roster_version ORDER BY loaded_at DESC, version DESC LIMIT 1

-- name: put_draft
INSERT INTO draft (draft_id, state, operator, begun_at, changed_at) VALUES (?, 'open', ?, ?, ?)
-- name: open_drafts
SELECT * FROM draft WHERE state = 'open' ORDER BY changed_at DESC, draft_id
-- name: closed_drafts
SELECT * FROM draft WHERE state = 'closed' ORDER BY draft_id
-- name: draft
SELECT * FROM draft WHERE draft_id = ?
-- name: touch_draft
UPDATE draft SET changed_at = ? WHERE draft_id = ? AND state = 'open'
-- name: intend_packet
UPDATE draft SET packet_id = ? WHERE draft_id = ? AND state = 'open'
-- name: close_draft
UPDATE draft SET state = 'closed', changed_at = ? WHERE draft_id = ? AND state = 'open'
-- name: remove_draft_events
DELETE FROM draft_event WHERE draft_id = ?
-- name: remove_draft
DELETE FROM draft WHERE draft_id = ?
-- name: put_draft_event
INSERT INTO draft_event (draft_id, number, payload) VALUES (?, ?, ?)
-- name: draft_events
SELECT number, payload FROM draft_event WHERE draft_id = ? ORDER BY number
-- name: last_draft_event
SELECT coalesce(max(number), 0) AS last FROM draft_event WHERE draft_id = ?

-- name: chain
SELECT sequence, hash FROM chain WHERE one = 1
-- name: move_chain
UPDATE chain SET sequence = ?2, hash = ?3 WHERE one = 1 AND sequence = ?1
-- name: put_outbox
INSERT INTO outbox (packet_id, sequence, manifest, size, captured_at, sealed_at, operator, code, state, since)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'sealed', ?)
-- name: outbox_line
SELECT * FROM outbox WHERE packet_id = ?
-- name: outbox_by_code
SELECT * FROM outbox WHERE code = ?
-- name: outbox_latest
SELECT * FROM outbox ORDER BY sequence DESC LIMIT ? OFFSET ?
-- name: outbox_unfinished
SELECT * FROM outbox WHERE state <> 'receipted' ORDER BY sequence LIMIT ?
-- name: outbox_counts
SELECT state, count(*) AS packets, sum(size) AS size, min(sealed_at) AS oldest FROM outbox GROUP BY state
-- name: outbox_unknown
SELECT manifest FROM outbox WHERE known = 0 ORDER BY sequence LIMIT ?
-- name: outbox_by_sequence
SELECT * FROM outbox WHERE sequence = ?
-- name: outbox_held
SELECT packet_id, sequence, attempts, next_try FROM outbox WHERE body_kept = 1 ORDER BY sequence
-- name: outbox_receipts
SELECT count(*) AS receipts FROM outbox WHERE receipt IS NOT NULL
-- name: outbox_receipted_held
SELECT * FROM outbox WHERE receipt IS NOT NULL AND body_kept = 1 ORDER BY sequence
-- name: outbox_set_known
UPDATE outbox SET known = 1 WHERE packet_id = ?
-- name: outbox_set_unknown
UPDATE outbox SET known = 0 WHERE sequence = ?
-- name: outbox_move
-- A state only changes its time when it changes; nothing leads back from a receipt.
UPDATE outbox SET since = CASE WHEN state = ?1 THEN since ELSE ?2 END, state = ?1, waiting = '', details = '{}'
WHERE packet_id = ?3 AND state <> 'receipted'
-- name: outbox_clear_tries
UPDATE outbox SET attempts = 0, next_try = 0 WHERE packet_id = ?
-- name: outbox_try_all_now
UPDATE outbox SET next_try = 0 WHERE state <> 'receipted'
-- name: outbox_wait
UPDATE outbox SET waiting = ?, details = ?, next_try = ?, attempts = attempts + 1
WHERE packet_id = ? AND state <> 'receipted'
-- name: outbox_refuse
UPDATE outbox SET since = CASE WHEN state = 'refused' THEN since ELSE ?1 END, state = 'refused', waiting = ?2, details = ?3
WHERE packet_id = ?4 AND state <> 'receipted'
-- name: outbox_receipt
UPDATE outbox SET since = CASE WHEN state = 'receipted' THEN since ELSE ?1 END, state = 'receipted', known = 1,
    waiting = '', details = '{}', attempts = 0, next_try = 0, receipt = ?2
WHERE packet_id = ?3
-- name: outbox_body_gone
UPDATE outbox SET body_kept = 0 WHERE packet_id = ? AND receipt IS NOT NULL
-- name: outbox_status
UPDATE outbox SET status = ?1 WHERE packet_id = ?2 AND status IS NOT ?1

-- name: account
SELECT * FROM account WHERE name = ?
-- name: accounts
SELECT * FROM account ORDER BY name
-- name: put_account
INSERT INTO account (name, full_name, role, territory, password_hash, valid_until, active) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (name) DO UPDATE SET full_name = excluded.full_name, role = excluded.role,
    territory = excluded.territory, password_hash = excluded.password_hash,
    valid_until = excluded.valid_until, active = excluded.active
-- name: count_failure
UPDATE account SET failures = failures + 1, failed_at = ? WHERE name = ?
-- name: forget_failures
UPDATE account SET failures = 0, failed_at = 0 WHERE name = ?

-- name: count_up
INSERT INTO counter (day, name, count) VALUES (?, ?, ?) ON CONFLICT (day, name) DO UPDATE SET count = count + excluded.count
-- name: counts_of_day
SELECT name, count FROM counter WHERE day = ? ORDER BY name

-- name: put_journal
INSERT INTO journal (at, actor, act, subject, detail) VALUES (?, ?, ?, ?, ?)
-- name: journal
SELECT * FROM journal WHERE number > ? ORDER BY number LIMIT ?
-- name: journal_first_after
SELECT * FROM journal WHERE number > ? AND act IN (SELECT value FROM json_each(?)) ORDER BY number LIMIT ?
-- name: journal_latest
SELECT * FROM journal ORDER BY number DESC LIMIT ?
-- name: journal_of_act
SELECT * FROM journal WHERE act = ? ORDER BY number DESC LIMIT ?

-- name: journal_of_subject
SELECT * FROM journal WHERE act = ? AND subject = ? ORDER BY number DESC LIMIT 1

-- name: beat
INSERT INTO heartbeat (boot, first, last, closed) VALUES (?1, ?2, ?2, 0)
ON CONFLICT (boot) DO UPDATE SET last = excluded.last
-- name: last_heartbeat
SELECT * FROM heartbeat ORDER BY last DESC, first DESC LIMIT 1
-- name: close_heartbeat
UPDATE heartbeat SET last = ?, closed = 1 WHERE boot = ?
