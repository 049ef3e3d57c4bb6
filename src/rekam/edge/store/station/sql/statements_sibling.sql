-- The other stations of the office.

-- name: recorded_since
-- Residents recorded here since a moment, latest first; what the centre refused has to be recorded again.
SELECT roster.nik
FROM (SELECT packet_id, sealed_at, state FROM outbox ORDER BY sequence DESC LIMIT ?2) AS latest
JOIN roster ON roster.packet_id = latest.packet_id
WHERE latest.sealed_at >= ?1 AND latest.state <> 'refused'
