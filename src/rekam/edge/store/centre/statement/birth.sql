-- make_listed --
-- What a cut says of children beside their biodata.
CREATE TEMPORARY TABLE listed_child (
    nik text COLLATE "C" PRIMARY KEY, mother text NOT NULL, certified boolean NOT NULL
) ON COMMIT DROP;

-- copy_listed --
-- The columns stand in the order that the loader writes.
COPY listed_child (nik, mother, certified) FROM STDIN;

-- forget_children --
-- Before the children of the newest cut take their place; certificates, reasons and cards stay with their NIK.
DELETE FROM child;

-- fill_children --
-- Who is a child on the day of the newest cut, with what is noted of them.
INSERT INTO child (nik, village, name_key, birth_date, mother, certified_before, certificate_id, card_base,
                   obliged)
SELECT nik, resident.village, name_key, birth_date, coalesce(mother, ''),
       -- A certificate that was noted since the last cut is in the new cut too; it is counted once, as ours.
       coalesce(certified, false) AND certificate_id IS NULL, certificate_id,
       birth_date > %(card_limit)s AND marital_status = %(never_married)s, obliged
FROM resident
LEFT JOIN listed_child USING (nik)
LEFT JOIN (SELECT nik, certificate_id FROM birth_certificate WHERE withdrawn_at IS NULL) AS noted USING (nik)
WHERE cut_id = %(cut_id)s AND birth_date > %(limit)s AND birth_date <= %(as_of)s;

-- clear_counts --
-- Before a recount.
DELETE FROM birth_count;

-- recount --
-- Every counter anew.
INSERT INTO birth_count (village, children, certified, card_base)
SELECT village, count(*), count(*) FILTER (WHERE certified_before OR certificate_id IS NOT NULL),
       count(*) FILTER (WHERE card_base)
FROM child GROUP BY village;

-- differences --
-- Villages whose counters differ from the children; none unless broken.
SELECT village FROM (
    SELECT village, count(*) AS children,
           count(*) FILTER (WHERE certified_before OR certificate_id IS NOT NULL) AS certified,
           count(*) FILTER (WHERE card_base) AS card_base
    FROM child GROUP BY village
) AS counted
FULL JOIN (
    SELECT village, children, certified, card_base FROM birth_count WHERE children + abs(certified) + card_base > 0
) AS stored USING (village, children, certified, card_base)
GROUP BY village HAVING count(*) > 1 OR bool_or(stored IS NULL) OR bool_or(counted IS NULL) ORDER BY village;

-- of_territories --
-- Counters summed over the territories of one width below (or at) a territory, with cards valid today.
SELECT territory, sum(children)::bigint AS children, sum(certified)::bigint AS certified,
       sum(card_base)::bigint AS card_base, sum(carded)::bigint AS carded, sum("left")::bigint AS "left"
FROM (
    SELECT substr(village, 1, %(width)s) AS territory, sum(children) AS children, sum(certified) AS certified,
           sum(card_base) AS card_base, 0 AS carded, 0 AS "left"
    FROM birth_count WHERE village >= %(low)s AND village < %(high)s GROUP BY 1
    UNION ALL
    SELECT substr(village, 1, %(width)s), 0, 0, 0, count(DISTINCT nik), 0
    FROM child_card WHERE village >= %(low)s AND village < %(high)s AND valid_until >= %(today)s GROUP BY 1
    UNION ALL
    SELECT substr(village, 1, %(width)s), 0, 0, 0, 0, count(*)
    FROM birth_certificate
    WHERE withdrawn_at IS NULL AND village >= %(low)s AND village < %(high)s
      AND NOT EXISTS (SELECT FROM child WHERE child.nik = birth_certificate.nik)
    GROUP BY 1
) AS parts GROUP BY 1 ORDER BY 1;

-- move_certified --
-- One change of a counter, in the transaction of its entry.
UPDATE birth_count SET certified = certified + %(change)s WHERE village = %(village)s;

-- lock_child --
-- One child, held until the transaction ends.
SELECT child.nik, name, child.birth_date, child.village, mother, address, rt, rw, marital_status, packet_id IS NOT NULL
       OR recorded_before AS recorded, certified_before, certificate_id
FROM child JOIN resident USING (nik) WHERE child.nik = %(nik)s FOR UPDATE OF child;

-- child --
-- One child.
SELECT child.nik, name, child.birth_date, child.village, mother, address, rt, rw, marital_status, packet_id IS NOT NULL
       OR recorded_before AS recorded, certified_before, certificate_id
FROM child JOIN resident USING (nik) WHERE child.nik = %(nik)s;

-- children_missing --
-- Children without a certificate, by village and name.
SELECT child.nik, name, child.birth_date, child.village, mother, address, rt, rw, marital_status, packet_id IS NOT NULL
       OR recorded_before AS recorded, certified_before, certificate_id
FROM child JOIN resident USING (nik)
WHERE NOT certified_before AND certificate_id IS NULL AND child.village >= %(low)s AND child.village < %(high)s
ORDER BY child.village, child.name_key, child.nik LIMIT %(limit)s OFFSET %(skipped)s;

-- children_named --
-- Children whose name has a key, with and without a certificate, in a territory.
SELECT child.nik, name, child.birth_date, child.village, mother, address, rt, rw, marital_status, packet_id IS NOT NULL
       OR recorded_before AS recorded, certified_before, certificate_id
FROM child JOIN resident USING (nik)
WHERE child.name_key >= %(key)s AND child.name_key < %(key)s || '~'
  AND child.village >= %(low)s AND child.village < %(high)s
ORDER BY child.name_key, child.village, child.nik LIMIT %(limit)s;

-- put_certificate --
-- An office noted a certificate; nothing when the number or the child has a live one.
INSERT INTO birth_certificate (nik, village, number, number_key, issued_on, office, source, noted_at, noted_by)
VALUES (%(nik)s, %(village)s, %(number)s, %(number_key)s, %(issued_on)s, %(office)s, %(source)s, %(at)s, %(by)s)
ON CONFLICT DO NOTHING RETURNING certificate_id;

-- set_certificate --
-- The certificate that counts for a child now, or none.
UPDATE child SET certificate_id = %(certificate_id)s WHERE nik = %(nik)s;

-- withdraw_certificate --
-- A wrong entry stops counting.
UPDATE birth_certificate SET withdrawn_at = %(at)s, withdrawn_by = %(by)s, withdrawn_reason = %(reason)s
WHERE nik = %(nik)s AND withdrawn_at IS NULL;

-- certificate_of --
-- The live certificate of a child.
SELECT certificate_id, nik, number, issued_on, office, source, noted_at, noted_by
FROM birth_certificate WHERE nik = %(nik)s AND withdrawn_at IS NULL;

-- put_reason --
-- Why a child has no certificate.
INSERT INTO birth_reason (nik, reason, remark, source, noted_at, noted_by)
VALUES (%(nik)s, %(reason)s, %(remark)s, %(source)s, %(at)s, %(by)s);

-- reasons_now --
-- The newest reason of each of some children.
SELECT DISTINCT ON (nik) nik, reason, remark, source, noted_at, noted_by
FROM birth_reason WHERE nik = ANY(%(niks)s) ORDER BY nik, reason_id DESC;

-- reason_counts --
-- Children without a certificate by the newest reason.
SELECT reason, count(*) AS children FROM (
    SELECT DISTINCT ON (child.nik) child.nik, reason
    FROM child JOIN birth_reason USING (nik)
    WHERE NOT certified_before AND certificate_id IS NULL AND village >= %(low)s AND village < %(high)s
    ORDER BY child.nik, reason_id DESC
) AS newest GROUP BY reason ORDER BY children DESC, reason;

-- put_card --
-- A child identity card was issued.
INSERT INTO child_card (nik, village, issued_on, valid_until, source, noted_at, noted_by)
VALUES (%(nik)s, %(village)s, %(issued_on)s, %(valid_until)s, %(source)s, %(at)s, %(by)s) RETURNING card_id;

-- card_of --
-- The child identity card of a child that is valid longest.
SELECT card_id, nik, issued_on, valid_until, source, noted_at, noted_by
FROM child_card WHERE nik = %(nik)s ORDER BY valid_until DESC, card_id DESC LIMIT 1;

-- born --
-- Who turns 17 around now and was not obliged at the cut, by territory and day of birth.
SELECT substr(child.village, 1, %(width)s) AS place, child.birth_date AS birth, count(*) AS people,
       count(*) FILTER (WHERE recorded_before OR packet_id IS NOT NULL) AS recorded
FROM child JOIN resident USING (nik)
WHERE child.birth_date <= %(last)s AND NOT child.obliged
  AND child.village >= %(low)s AND child.village < %(high)s
GROUP BY 1, 2 ORDER BY 1, 2;

-- turning --
-- The people themselves, by day of birth.
SELECT child.nik, name, child.birth_date, child.village, mother, address, rt, rw, marital_status, packet_id IS NOT NULL
       OR recorded_before AS recorded, certified_before, certificate_id
FROM child JOIN resident USING (nik)
WHERE child.birth_date <= %(last)s AND NOT child.obliged
  AND NOT recorded_before AND packet_id IS NULL
  AND child.village >= %(low)s AND child.village < %(high)s
ORDER BY child.village, child.birth_date, child.name_key, child.nik LIMIT %(limit)s;
