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

-- of_territories --
-- Counters summed over the territories of one width below (or at) a territory.
SELECT substr(village, 1, %(width)s) AS territory,
       sum(obliged)::bigint AS obliged, sum(recorded_before)::bigint AS recorded_before,
       sum(received)::bigint AS received, sum("unique")::bigint AS "unique",
       sum(duplicate)::bigint AS duplicate, sum(printed)::bigint AS printed,
       sum(handed_over)::bigint AS handed_over, sum(early)::bigint AS early
FROM coverage WHERE village >= %(low)s AND village < %(high)s
GROUP BY 1 ORDER BY 1;

-- clear --
-- Before a recount.
DELETE FROM coverage;

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
