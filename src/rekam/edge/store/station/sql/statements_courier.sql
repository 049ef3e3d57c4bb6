-- Disks, relayed packets of other stations, witnessed log heads.
-- name: courier_last_number
SELECT coalesce(max(number), 0) AS number FROM courier_batch
-- name: put_courier_batch
INSERT INTO courier_batch (number, disk, made_at, nonce, roster, signed) VALUES (?, ?, ?, ?, ?, ?)
-- name: put_courier_item
INSERT INTO courier_item (number, packet_id, size) VALUES (?, ?, ?)
-- name: courier_copied
UPDATE courier_item SET copied_at = coalesce(copied_at, ?) WHERE number = ? AND packet_id = ?
-- name: courier_batch
SELECT * FROM courier_batch WHERE number = ?
-- name: courier_batches
SELECT b.number, b.disk, b.made_at, b.nonce, b.roster, b.answered_at, count(i.packet_id) AS packets,
    count(i.copied_at) AS copied, coalesce(sum(i.size), 0) AS size,
    count(o.receipt) AS receipted
FROM courier_batch b LEFT JOIN courier_item i ON i.number = b.number
LEFT JOIN outbox o ON o.packet_id = i.packet_id
GROUP BY b.number ORDER BY b.number DESC LIMIT ?
-- name: courier_open
SELECT * FROM courier_batch WHERE answered_at IS NULL ORDER BY number
-- name: courier_items
SELECT i.packet_id, i.size, i.copied_at FROM courier_item i JOIN outbox o ON o.packet_id = i.packet_id
WHERE i.number = ? ORDER BY o.sequence
-- name: courier_answered
UPDATE courier_batch SET answered_at = ?, signed = X'' WHERE number = ? AND answered_at IS NULL
-- name: courier_transit
SELECT i.packet_id, b.disk, max(i.copied_at) AS copied_at FROM courier_item i
JOIN courier_batch b ON b.number = i.number JOIN outbox o ON o.packet_id = i.packet_id
WHERE b.answered_at IS NULL AND i.copied_at IS NOT NULL AND o.receipt IS NULL
GROUP BY i.packet_id
-- name: courier_to_pack
SELECT packet_id, sequence, size, manifest FROM outbox
WHERE body_kept = 1 AND receipt IS NULL AND state <> 'refused' AND packet_id NOT IN (
    SELECT i.packet_id FROM courier_item i JOIN courier_batch b ON b.number = i.number
    WHERE b.answered_at IS NULL AND b.disk = ?)
ORDER BY sequence
-- name: put_log_head
INSERT INTO log_head (size, root, seen_at, signed) VALUES (?, ?, ?, ?) ON CONFLICT (size, root) DO NOTHING
-- name: log_heads
SELECT * FROM log_head ORDER BY size, seen_at
-- name: log_heads_of_size
SELECT count(*) AS heads FROM log_head WHERE size = ?
-- name: audit_lines
SELECT packet_id, sequence, manifest, receipt, state, body_kept FROM outbox ORDER BY sequence
