-- queue --
-- Who is to be printed next: the longest print-ready first, whoever asks.
SELECT packet_id, receipt_code, nik, village, place, since, content.biodata
FROM recording JOIN content USING (packet_id)
WHERE status = 'print_ready_record' AND place >= %(low)s AND place < %(high)s
ORDER BY since, packet_id LIMIT %(limit)s;

-- queue_length --
-- How many are waiting to be printed, and since when the first.
SELECT count(*) AS waiting, min(since) AS oldest FROM recording
WHERE status = 'print_ready_record' AND place >= %(low)s AND place < %(high)s;

-- put_card --
-- A card came out of the printer.
INSERT INTO card (packet_id, nik, place, printed_at, printed_by)
VALUES (%(packet_id)s, %(nik)s, %(place)s, %(at)s, %(by)s) RETURNING card_id;

-- hand_over --
-- It is in its owner's hand.
UPDATE card SET handed_over_at = %(at)s, handed_over_by = %(by)s, received_by = %(received_by)s
WHERE packet_id = %(packet_id)s AND NOT void;

-- card --
-- The live card of a packet.
SELECT card_id, packet_id, nik, place, printed_at, printed_by, handed_over_at, handed_over_by, received_by
FROM card WHERE packet_id = %(packet_id)s AND NOT void;

-- to_hand_over --
-- Cards printed and not collected, oldest first.
SELECT card_id, card.packet_id, card.nik, card.place, printed_at, printed_by, handed_over_at, handed_over_by,
       received_by
FROM card JOIN recording USING (packet_id)
WHERE NOT void AND handed_over_at IS NULL AND recording.place >= %(low)s AND recording.place < %(high)s
ORDER BY printed_at, card_id LIMIT %(limit)s;

-- put_stock --
-- Count of an item at a place.
INSERT INTO stock (place, item, quantity, changed_at) VALUES (%(place)s, %(item)s, %(quantity)s, %(at)s)
ON CONFLICT (place, item) DO UPDATE SET quantity = excluded.quantity, changed_at = excluded.changed_at;

-- lock_stock --
-- What is left of an item at a place, held until the transaction ends.
SELECT quantity FROM stock WHERE place = %(place)s AND item = %(item)s FOR UPDATE;

-- take_stock --
-- One piece used.
UPDATE stock SET quantity = quantity - 1, changed_at = %(at)s WHERE place = %(place)s AND item = %(item)s;

-- stock --
-- What is where.
SELECT place, item, quantity, changed_at FROM stock WHERE place >= %(low)s AND place < %(high)s ORDER BY 1, 2;
