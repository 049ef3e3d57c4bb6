-- name: mosip_add
INSERT INTO mosip_job (request_id, body, is_text, changed) VALUES (?, ?, ?, ?)

-- name: mosip_of
SELECT * FROM mosip_job WHERE request_id = ?

-- name: mosip_next
SELECT * FROM mosip_job WHERE answer IS NULL ORDER BY job LIMIT 1

-- name: mosip_pending
SELECT count(*) AS jobs FROM mosip_job WHERE answer IS NULL

-- name: mosip_answer
UPDATE mosip_job SET answer = ?, changed = ? WHERE job = ?

-- name: mosip_unsent
SELECT * FROM mosip_job WHERE sent = 0 AND answer IS NOT NULL ORDER BY job LIMIT ?

-- name: mosip_set_sent
UPDATE mosip_job SET sent = ? WHERE job = ?

-- name: mosip_forget
DELETE FROM mosip_job WHERE job IN (SELECT job FROM mosip_job WHERE sent = 1 AND changed < ? LIMIT ?)
