-- worked --
-- Sums of days of each place of a width.
SELECT place, sum(posts)::bigint AS post_days, sum(open_s)::bigint AS open_s, sum(worked_s)::bigint AS worked_s,
       sum(recorded)::bigint AS recorded, sum(refused)::bigint AS refused, sum(turned_away)::bigint AS turned_away,
       min(day) AS first_day, max(day) AS last_day
FROM worked_sum WHERE width = %(width)s AND place >= %(low)s AND place < %(high)s AND day BETWEEN %(first)s AND %(last)s
GROUP BY place ORDER BY place;

-- lost --
-- What each cause took of each place of a width.
SELECT place, cause, source, sum(lost_s)::bigint AS lost_s, sum(hindered_s)::bigint AS hindered_s,
       sum(claimed_s)::bigint AS claimed_s
FROM lost_sum WHERE width = %(width)s AND place >= %(low)s AND place < %(high)s AND day BETWEEN %(first)s AND %(last)s
GROUP BY place, cause, source ORDER BY place, cause, source;

-- day --
-- One settled day of one post.
SELECT station_id, day, place, open_s, worked_s, recorded, refused, turned_away, blanks_used, blanks_left, source, settled_at
FROM station_day WHERE station_id = %(station_id)s AND day = %(day)s;

-- days --
-- Settled days of a territory, the newest and the worst first.
SELECT station_id, day, place, open_s, worked_s, recorded, refused, turned_away, blanks_used, blanks_left, source, settled_at
FROM station_day WHERE place >= %(low)s AND place < %(high)s AND day BETWEEN %(first)s AND %(last)s
ORDER BY day DESC, worked_s - open_s, station_id LIMIT %(limit)s;

-- parts --
-- What each cause took of one day of one post.
SELECT cause, source, lost_s, hindered_s, claimed_s, evidence FROM lost_time
WHERE station_id = %(station_id)s AND day = %(day)s ORDER BY lost_s DESC, cause, source;

-- evidence --
-- The pieces of evidence behind each cause of a territory, those of the most hours first.
SELECT cause, source, piece, sum(lost_s)::bigint AS lost_s, count(*) AS days FROM (
    SELECT cause, lost_time.source, lost_s, unnest(evidence) AS piece
    FROM lost_time JOIN station_day USING (station_id, day)
    WHERE place >= %(low)s AND place < %(high)s AND day BETWEEN %(first)s AND %(last)s
) AS found GROUP BY cause, source, piece ORDER BY lost_s DESC, piece LIMIT %(limit)s;

-- unbalanced --
-- Station-days whose worked and lost hours are not their opening hours; none unless broken.
SELECT count(*) FROM station_day
WHERE open_s <> worked_s + (SELECT coalesce(sum(lost_s), 0) FROM lost_time
                             WHERE lost_time.station_id = station_day.station_id AND lost_time.day = station_day.day);

-- silent --
-- Stations of a territory whose last word is older than a moment.
SELECT count(*) FROM station
WHERE state = 'active' AND region >= %(low)s AND region < %(high)s AND coalesce(last_contact, 0) < %(before)s;

-- put_report --
-- Lost hours that somebody reports.
INSERT INTO loss_report (place, station_id, cause, first_day, last_day, seconds_a_day, turned_away, note, evidence, source,
                         reported_by, reported_at)
VALUES (%(place)s, %(station_id)s, %(cause)s, %(first_day)s, %(last_day)s, %(seconds_a_day)s, %(turned_away)s, %(note)s,
        %(evidence)s, %(source)s, %(reported_by)s, %(reported_at)s)
RETURNING report_id;

-- put_review --
-- Somebody else looked at a report.
INSERT INTO loss_review (report_id, accepted, note, reviewed_by, reviewed_at)
VALUES (%(report_id)s, %(accepted)s, %(note)s, %(reviewed_by)s, %(reviewed_at)s);

-- reports --
-- Reports that touch a territory and a stretch of days, with their newest review.
SELECT loss_report.report_id, place, station_id, cause, first_day, last_day, seconds_a_day, turned_away,
       loss_report.note, evidence, source, reported_by, reported_at,
       review.accepted, review.note AS review_note, review.reviewed_by, review.reviewed_at
FROM loss_report LEFT JOIN LATERAL (
    SELECT accepted, note, reviewed_by, reviewed_at FROM loss_review
    WHERE loss_review.report_id = loss_report.report_id ORDER BY review_id DESC LIMIT 1) AS review ON true
WHERE (place >= %(low)s AND place < %(high)s OR place = ANY(%(above)s))
  AND first_day <= %(last)s AND last_day >= %(first)s
  AND (%(report_id)s::bigint IS NULL OR loss_report.report_id = %(report_id)s)
ORDER BY review.accepted IS NOT NULL, first_day DESC, loss_report.report_id DESC LIMIT %(limit)s;

-- cover --
-- Observed and claimed seconds of a cause in a place and stretch, to set a report against.
SELECT coalesce(sum(lost_s + hindered_s) FILTER (WHERE lost_time.source = 'observed'), 0)::bigint AS observed_s,
       coalesce(sum(claimed_s) FILTER (WHERE lost_time.source = 'reported'), 0)::bigint AS claimed_s
FROM lost_time JOIN station_day USING (station_id, day)
WHERE cause = %(cause)s AND place >= %(low)s AND place < %(high)s AND day BETWEEN %(first)s AND %(last)s
  AND (%(station_id)s::text IS NULL OR lost_time.station_id = %(station_id)s);
