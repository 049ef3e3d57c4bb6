-- add_to_village --
-- One change of a counter, in the transaction of its event.
INSERT INTO coverage (village, received, "unique", duplicate, printed, handed_over, early)
VALUES (%(village)s, %(received)s, %(unique)s, %(duplicate)s, %(printed)s, %(handed_over)s, %(early)s)
ON CONFLICT (village) DO UPDATE SET
    received = coverage.received + excluded.received,
    "unique" = coverage."unique" + excluded."unique",
    duplicate = coverage.duplicate + excluded.duplicate,
    printed = coverage.printed + excluded.printed,
    handed_over = coverage.handed_over + excluded.handed_over,
    early = coverage.early + excluded.early;

-- add_to_district --
-- The same change in the sums of its kecamatan.
INSERT INTO coverage_district (district, received, "unique", duplicate, printed, handed_over, early)
VALUES (%(district)s, %(received)s, %(unique)s, %(duplicate)s, %(printed)s, %(handed_over)s, %(early)s)
ON CONFLICT (district) DO UPDATE SET
    received = coverage_district.received + excluded.received,
    "unique" = coverage_district."unique" + excluded."unique",
    duplicate = coverage_district.duplicate + excluded.duplicate,
    printed = coverage_district.printed + excluded.printed,
    handed_over = coverage_district.handed_over + excluded.handed_over,
    early = coverage_district.early + excluded.early;

-- of_territories --
-- Counters summed over the territories of one width (at most a kecamatan's) below (or at) a territory. A kecamatan's
-- count fits four bytes, and those sum three times faster.
SELECT substr(district, 1, %(width)s) AS territory,
       sum(obliged::integer) AS obliged, sum(recorded_before::integer) AS recorded_before,
       sum(received::integer) AS received, sum("unique"::integer) AS "unique",
       sum(duplicate::integer) AS duplicate, sum(printed::integer) AS printed,
       sum(handed_over::integer) AS handed_over, sum(early::integer) AS early
FROM coverage_district WHERE district >= %(low)s AND district < %(high)s
GROUP BY 1 ORDER BY 1;

-- of_districts --
-- The kept sums of each kecamatan below (or at) a territory.
SELECT district AS territory, obliged, recorded_before, received, "unique", duplicate, printed, handed_over, early
FROM coverage_district WHERE district >= %(low)s AND district < %(high)s ORDER BY 1;

-- of_villages --
-- Counters summed over codes longer than a kecamatan's.
SELECT substr(village, 1, %(width)s) AS territory,
       sum(obliged)::bigint AS obliged, sum(recorded_before)::bigint AS recorded_before,
       sum(received)::bigint AS received, sum("unique")::bigint AS "unique",
       sum(duplicate)::bigint AS duplicate, sum(printed)::bigint AS printed,
       sum(handed_over)::bigint AS handed_over, sum(early)::bigint AS early
FROM coverage WHERE village >= %(low)s AND village < %(high)s
GROUP BY 1 ORDER BY 1;

-- counted_parts --
-- How many parts of each territory have obliged residents in the counters.
SELECT substr(part, 1, %(width)s) AS territory, count(*) AS parts
FROM (
    SELECT substr(district, 1, %(part)s) AS part FROM coverage_district
    WHERE district >= %(low)s AND district < %(high)s AND obliged > 0 GROUP BY 1
) AS counted
GROUP BY 1 ORDER BY 1;

-- clear --
-- Before a recount.
DELETE FROM coverage;

-- sum_districts --
-- The sums of the kecamatan anew from the villages.
WITH gone AS (DELETE FROM coverage_district WHERE district NOT IN (SELECT substr(village, 1, 8) FROM coverage))
INSERT INTO coverage_district
SELECT substr(village, 1, 8), sum(obliged), sum(recorded_before), sum(received), sum("unique"), sum(duplicate),
       sum(printed), sum(handed_over), sum(early)
FROM coverage GROUP BY 1
ON CONFLICT (district) DO UPDATE SET
    obliged = excluded.obliged, recorded_before = excluded.recorded_before, received = excluded.received,
    "unique" = excluded."unique", duplicate = excluded.duplicate, printed = excluded.printed,
    handed_over = excluded.handed_over, early = excluded.early;

-- uneven_districts --
-- Kecamatan whose sums differ from their villages; none unless broken.
SELECT coalesce(district, substr(summed.village, 1, 8)) AS district
FROM coverage_district FULL JOIN (
    SELECT substr(village, 1, 8) AS village, sum(obliged) AS obliged, sum(recorded_before) AS recorded_before,
           sum(received) AS received, sum("unique") AS "unique", sum(duplicate) AS duplicate,
           sum(printed) AS printed, sum(handed_over) AS handed_over, sum(early) AS early
    FROM coverage GROUP BY 1
) AS summed ON summed.village = district
WHERE (coverage_district.obliged, coverage_district.recorded_before, coverage_district.received,
       coverage_district."unique", coverage_district.duplicate, coverage_district.printed,
       coverage_district.handed_over, coverage_district.early)
      IS DISTINCT FROM (summed.obliged, summed.recorded_before, summed.received, summed."unique",
                        summed.duplicate, summed.printed, summed.handed_over, summed.early)
ORDER BY 1;

-- recounted --
-- The counters as the register and the ledger's fold give them.
WITH base AS (
    SELECT village, count(*) FILTER (WHERE obliged) AS obliged,
           count(*) FILTER (WHERE obliged AND recorded_before) AS recorded_before
    FROM resident GROUP BY village
), moved AS (
    SELECT village,
           count(*) FILTER (WHERE obliged AND status = ANY(%(received)s)) AS received,
           count(*) FILTER (WHERE obliged AND status = ANY(%(unique)s)) AS "unique",
           count(*) FILTER (WHERE obliged AND status = ANY(%(duplicate)s)) AS duplicate,
           count(*) FILTER (WHERE obliged AND status = ANY(%(printed)s)) AS printed,
           count(*) FILTER (WHERE obliged AND status = ANY(%(handed_over)s)) AS handed_over,
           count(*) FILTER (WHERE NOT obliged AND status = ANY(%(received)s)) AS early
    FROM recording WHERE counted GROUP BY village
)
SELECT village AS territory, coalesce(obliged, 0) AS obliged, coalesce(recorded_before, 0) AS recorded_before,
       coalesce(received, 0) AS received, coalesce("unique", 0) AS "unique", coalesce(duplicate, 0) AS duplicate,
       coalesce(printed, 0) AS printed, coalesce(handed_over, 0) AS handed_over, coalesce(early, 0) AS early
FROM base FULL JOIN moved USING (village) ORDER BY 1;

-- put --
-- One recounted village.
INSERT INTO coverage (village, obliged, recorded_before, received, "unique", duplicate, printed, handed_over, early)
VALUES (%(territory)s, %(obliged)s, %(recorded_before)s, %(received)s, %(unique)s, %(duplicate)s, %(printed)s,
        %(handed_over)s, %(early)s);

-- stored --
-- The counters as they stand, leaving out villages with nothing to count.
SELECT village AS territory, obliged, recorded_before, received, "unique", duplicate, printed, handed_over, early
FROM coverage
WHERE obliged + recorded_before + abs(received) + abs("unique") + abs(duplicate) + abs(printed)
      + abs(handed_over) + abs(early) > 0
ORDER BY 1;
