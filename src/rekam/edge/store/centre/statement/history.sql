-- put_point --
-- A published or reported figure; the same once more adds nothing.
INSERT INTO history_point (
    place, on_day, numerator, denominator, fraction_reported, approximate, cut, source, kind, remark, entered_at
)
SELECT %(place)s, %(on_day)s::date, %(numerator)s::bigint, %(denominator)s::bigint,
       %(fraction_reported)s::double precision, %(approximate)s::boolean, %(cut)s, %(source)s, %(kind)s, %(remark)s,
       %(at)s::bigint
WHERE NOT EXISTS (
    SELECT FROM history_point WHERE place = %(place)s AND on_day = %(on_day)s AND source = %(source)s
      AND kind = %(kind)s
      AND (numerator, denominator, fraction_reported) IS NOT DISTINCT FROM
          (%(numerator)s::bigint, %(denominator)s::bigint, %(fraction_reported)s::double precision)
);

-- points_of --
-- Everything known of a place's coverage up to a day: published, reported and counted here.
SELECT on_day, numerator, denominator, fraction_reported, approximate, cut, source, kind, remark,
       NULL::integer AS parts, entered_at AS at
FROM history_point WHERE place = %(place)s AND on_day <= %(today)s
UNION ALL
SELECT as_of, recorded, obliged, NULL, false, cut, source, kind, '', NULL, entered_at FROM (
    SELECT DISTINCT ON (as_of, kind) * FROM reported_count
    WHERE place = %(place)s AND as_of <= %(today)s AND obliged > 0 ORDER BY as_of, kind, version DESC
) AS newest
UNION ALL
SELECT day, recorded, obliged, NULL, false, cut, '', 'counted', '', parts, counted_at
FROM coverage_day WHERE place = %(place)s AND day <= %(today)s AND day >= %(since)s AND obliged > 0
ORDER BY 1, at;

-- put_day --
-- The live counters of a day by nation, province, kabupaten/kota and kecamatan; the first of a day stays.
INSERT INTO coverage_day (place, day, cut, obliged, recorded, received, "unique", printed, handed_over, parts, counted_at)
SELECT substr(district, 1, width), %(day)s, %(cut)s, sum(obliged), sum(recorded_before + received), sum(received),
       sum("unique"), sum(printed), sum(handed_over), count(*) FILTER (WHERE obliged > 0), %(at)s
FROM coverage_district CROSS JOIN unnest(ARRAY[0, 2, 5, 8]) AS width
GROUP BY width, 1
ON CONFLICT DO NOTHING;

-- day_kept --
-- Whether the counters of a day are kept.
SELECT EXISTS (SELECT FROM coverage_day WHERE place = '' AND day = %(day)s);

-- first_days --
-- The oldest kept counters of each of some places within a stretch of days.
SELECT DISTINCT ON (place) place, day, cut, obliged, recorded FROM coverage_day
WHERE place = ANY(%(places)s) AND day >= %(since)s AND day < %(until)s ORDER BY place, day;
