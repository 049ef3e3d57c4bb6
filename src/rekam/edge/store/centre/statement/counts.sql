-- put_counts --
-- Reported figures, one version each; a row that says what the newest version of its day says already adds nothing.
WITH given AS (
    SELECT *, row_number() OVER (PARTITION BY place, as_of ORDER BY line) AS turn
    FROM unnest(
        %(place)s::text[], %(as_of)s::date[], %(cut)s::text[], %(obliged)s::bigint[], %(recorded)s::bigint[],
        %(population)s::bigint[], %(printed)s::bigint[], %(handed_over)s::bigint[], %(ready_to_print)s::bigint[],
        %(sent)s::bigint[], %(duplicate)s::bigint[], %(temporary_letters)s::bigint[], %(blanks_in)s::bigint[],
        %(blanks_used)s::bigint[], %(blanks_left)s::bigint[]
    ) WITH ORDINALITY AS one (
        place, as_of, cut, obliged, recorded, population, printed, handed_over, ready_to_print, sent, duplicate,
        temporary_letters, blanks_in, blanks_used, blanks_left, line
    )
), known AS (
    SELECT DISTINCT ON (reported.place, reported.as_of) reported.*
    FROM reported_count AS reported
    WHERE kind = %(kind)s AND (reported.place, reported.as_of) IN (SELECT place, as_of FROM given)
    ORDER BY reported.place, reported.as_of, version DESC
)
INSERT INTO reported_count (
    place, as_of, cut, obliged, recorded, population, printed, handed_over, ready_to_print, sent, duplicate,
    temporary_letters, blanks_in, blanks_used, blanks_left, source, kind, entered_at, version
)
SELECT given.place, given.as_of, given.cut, given.obliged, given.recorded, given.population, given.printed,
       given.handed_over, given.ready_to_print, given.sent, given.duplicate, given.temporary_letters,
       given.blanks_in, given.blanks_used, given.blanks_left, %(source)s, %(kind)s, %(at)s,
       coalesce(known.version, 0) + given.turn
FROM given LEFT JOIN known ON known.place = given.place COLLATE "C" AND known.as_of = given.as_of
WHERE known.count_id IS NULL OR given.turn > 1 OR (
    known.source, known.cut, known.obliged, known.recorded, known.population, known.printed, known.handed_over,
    known.ready_to_print, known.sent, known.duplicate, known.temporary_letters, known.blanks_in, known.blanks_used,
    known.blanks_left
) IS DISTINCT FROM (
    %(source)s, given.cut, given.obliged, given.recorded, given.population, given.printed, given.handed_over,
    given.ready_to_print, given.sent, given.duplicate, given.temporary_letters, given.blanks_in, given.blanks_used,
    given.blanks_left
)
ORDER BY given.line;

-- hold_now --
-- One import after the other: which figures hold is decided over all of them.
LOCK TABLE reported_now IN SHARE ROW EXCLUSIVE MODE;

-- renew_now --
-- Which figure holds for each of some places: of the latest day the one entered last.
INSERT INTO reported_now (place, as_of, cut, obliged, recorded, source, count_id)
SELECT DISTINCT ON (place) place, as_of, cut, obliged, recorded, source, count_id FROM reported_count
WHERE place = ANY(%(place)s) ORDER BY place, as_of DESC, count_id DESC
ON CONFLICT (place) DO UPDATE SET
    as_of = excluded.as_of, cut = excluded.cut, obliged = excluded.obliged, recorded = excluded.recorded,
    source = excluded.source, count_id = excluded.count_id;

-- renew_above --
-- Who stands under whom, after places reported for the first time.
UPDATE reported_now AS now SET nearest_above = found.nearest
FROM (
    SELECT below.place, coalesce(max(length(above.place)), -1) AS nearest
    FROM reported_now AS below LEFT JOIN reported_now AS above
        ON above.place IN ('', substr(below.place, 1, 2), substr(below.place, 1, 5), substr(below.place, 1, 8))
        AND length(above.place) < length(below.place)
    GROUP BY below.place
) AS found
WHERE found.place = now.place AND found.nearest <> now.nearest_above;

-- now_of --
-- The figure that holds for one place.
SELECT place, as_of, cut, obliged, recorded, population, printed, handed_over, ready_to_print, sent,
       duplicate, temporary_letters, blanks_in, blanks_used, blanks_left, source, kind, entered_at, version
FROM reported_now JOIN reported_count USING (count_id, place, as_of, cut, obliged, recorded, source)
WHERE place = %(place)s;

-- versions_of --
-- Everything ever reported of a place, newest day and version first.
SELECT place, as_of, cut, obliged, recorded, population, printed, handed_over, ready_to_print, sent, duplicate,
       temporary_letters, blanks_in, blanks_used, blanks_left, source, kind, entered_at, version
FROM reported_count WHERE place = %(place)s ORDER BY as_of DESC, count_id DESC LIMIT %(limit)s;

-- summed --
-- Reported figures of the territories of one width. A territory's own figure stands for it; where it has none, the
-- figures below it are summed, each place once at its highest own level. `cuts` > 1 = they are of several data cuts.
SELECT substr(place, 1, %(width)s) AS territory, count(*) AS places, min(length(place)) AS level_width,
       sum(obliged)::bigint AS obliged, sum(recorded)::bigint AS recorded, min(as_of) AS oldest,
       max(as_of) AS newest, min(cut) AS cut, count(DISTINCT cut) AS cuts, min(source) AS source,
       count(DISTINCT source) AS sources
FROM reported_now
WHERE place >= %(low)s AND place < %(high)s AND length(place) >= %(width)s AND nearest_above < %(width)s
GROUP BY 1 ORDER BY 1;
