-- Devices, captures, power and line as the station saw them.

-- name: put_capture_score
INSERT INTO capture_score (at, device, modality, item, took_ms, quality) VALUES (?, ?, ?, ?, ?, ?)
-- name: scored_devices
SELECT DISTINCT device, modality FROM capture_score ORDER BY modality, device
-- name: latest_scores
SELECT quality, took_ms FROM capture_score WHERE device = ? AND modality = ? ORDER BY number DESC LIMIT ?
-- name: scores_between
SELECT device, modality, count(*) AS captures, avg(quality) AS quality, avg(took_ms) AS took_ms
FROM capture_score WHERE at >= ? AND at < ? GROUP BY device, modality ORDER BY modality, device
