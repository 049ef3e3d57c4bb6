-- people --
-- Every resident of a village with what OpenSID asks: the recording that counts, its card, the certificate.
SELECT resident.nik, resident.obliged, recorded_before, status, card.place AS printed_place, card.printed_at,
       birth_certificate.number AS certificate
FROM resident
LEFT JOIN recording ON recording.packet_id = resident.packet_id
LEFT JOIN card ON card.packet_id = resident.packet_id AND NOT void
LEFT JOIN birth_certificate ON birth_certificate.nik = resident.nik AND withdrawn_at IS NULL
WHERE resident.village = %(village)s ORDER BY resident.nik;

-- villages --
-- What OpenDK shows of each village: people, who must hold a card, who is recorded, children and certificates.
WITH lived AS (
    SELECT village, count(*) AS people FROM resident
    WHERE village >= %(low)s AND village < %(high)s GROUP BY village
)
SELECT village, people, coalesce(obliged, 0) AS obliged, coalesce(coverage.recorded_before + received, 0) AS recorded,
       coalesce(children, 0) AS children, coalesce(certified, 0) AS certified
FROM lived LEFT JOIN coverage USING (village) LEFT JOIN birth_count USING (village) ORDER BY village;
