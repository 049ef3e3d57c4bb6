-- received_by_day --
-- Recordings received on each day (number of days since 1970 in the given zone), inside a territory.
SELECT ((event.at + %(zone)s) / 86400)::bigint AS day, count(*) AS recordings
FROM event JOIN recording USING (packet_id)
WHERE event.kind IN ('received', 'released') AND event.at >= %(since)s
  AND recording.place >= %(low)s AND recording.place < %(high)s
GROUP BY 1 ORDER BY 1;

-- longest_waiting --
-- Recordings that are somebody's turn, longest waiting first; those past their time before all others. In two parts,
-- because each of them is found by an index in its order. Where only the resident waits there is nothing to press for.
SELECT packet_id, receipt_code, station_id, nik, village, place, obliged, status, since, owner, due_at,
       last_event, problem, problem_details, counted
FROM (
    (SELECT *, 1 AS turn FROM recording
     WHERE owner IS NOT NULL AND status NOT IN ('card_shipped', 'unregistered')
       AND place >= %(low)s AND place < %(high)s AND due_at < %(now)s
     ORDER BY since, packet_id LIMIT %(limit)s)
    UNION ALL
    (SELECT *, 2 AS turn FROM recording
     WHERE owner IS NOT NULL AND status NOT IN ('card_shipped', 'unregistered')
       AND place >= %(low)s AND place < %(high)s AND (due_at >= %(now)s OR due_at IS NULL)
     ORDER BY since, packet_id LIMIT %(limit)s)
) AS waiting
ORDER BY turn, since, packet_id LIMIT %(limit)s;

-- latest --
-- The recordings announced last.
SELECT packet_id, receipt_code, recording.station_id, nik, village, place, obliged, status, since, owner, due_at,
       last_event, problem, problem_details, counted
FROM recording JOIN packet USING (packet_id)
WHERE place >= %(low)s AND place < %(high)s
ORDER BY packet.announced_at DESC, packet.sequence DESC LIMIT %(limit)s;

-- announced --
-- Packets with recordings that stations of a territory have announced, counted from the manifests themselves.
SELECT count(*) FROM packet LEFT JOIN recording USING (packet_id)
WHERE packet.kind = 'recording'
  AND coalesce(recording.place, packet.region) >= %(low)s AND coalesce(recording.place, packet.region) < %(high)s;
