-- keep_cut --
-- What a cut says of every village, with the recordings known at that moment; a cut loaded again is a new version.
INSERT INTO cut_count (cut_id, version, loaded_at, village, obliged, recorded)
SELECT %(cut_id)s, 1 + coalesce((SELECT max(version) FROM cut_count WHERE cut_id = %(cut_id)s), 0), %(at)s,
       village, obliged, recorded_before + received
FROM coverage WHERE obliged + recorded_before + received > 0;

-- sum_cut --
-- The newest version of a cut summed by kecamatan.
INSERT INTO cut_district (cut_id, version, district, obliged, recorded)
SELECT cut_id, version, substr(village, 1, 8), sum(obliged), sum(recorded) FROM cut_count
WHERE cut_id = %(cut_id)s AND version = (SELECT max(version) FROM cut_count WHERE cut_id = %(cut_id)s)
GROUP BY 1, 2, 3;

-- cuts --
-- Every cut with its newest version, the newest cut first.
SELECT cut.cut_id, name, as_of, newest.version, newest.loaded_at
FROM cut CROSS JOIN LATERAL (
    SELECT version, loaded_at FROM cut_count WHERE cut_count.cut_id = cut.cut_id ORDER BY version DESC LIMIT 1
) AS newest ORDER BY as_of DESC, cut_id DESC;

-- cut_within --
-- One cut's counts by the territories of one width, at most a kecamatan's. A kecamatan's count fits four bytes, and
-- those sum three times faster.
SELECT substr(district, 1, %(width)s) AS territory, sum(obliged::integer) AS obliged,
       sum(recorded::integer) AS recorded
FROM cut_district
WHERE cut_id = %(cut_id)s AND version = %(version)s AND district >= %(low)s AND district < %(high)s
GROUP BY 1 ORDER BY 1;

-- cut_villages --
-- One cut's counts by village.
SELECT village AS territory, obliged, recorded FROM cut_count
WHERE cut_id = %(cut_id)s AND version = %(version)s AND village >= %(low)s AND village < %(high)s
ORDER BY 1;
