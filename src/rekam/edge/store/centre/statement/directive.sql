-- put --
-- A directive begins.
INSERT INTO directive (letter, title, words, basis, issuer_post, issuer_place, issuer_name, responsible, deadline_on,
                       evidence, goal, station_words, source, issued_at, issued_by, parent_id, decision_id)
VALUES (%(letter)s, %(title)s, %(words)s, %(basis)s, %(issuer_post)s, %(issuer_place)s, %(issuer_name)s,
        %(responsible)s, %(deadline_on)s, %(evidence)s, %(goal)s, %(station_words)s, %(source)s, %(issued_at)s,
        %(issued_by)s, %(parent_id)s, %(decision_id)s)
RETURNING directive_id;

-- put_addressees --
-- Its lines, each with its first event, all in one statement.
WITH line AS (
    INSERT INTO addressee (directive_id, post, place, name, due_at, state, since, last_event)
    SELECT %(directive_id)s, post, place, name, due_at, 'sent', %(at)s, 1
    FROM unnest(%(posts)s::text[], %(places)s::text[], %(names)s::text[], %(dues)s::bigint[])
         AS given (post, place, name, due_at)
    RETURNING addressee_id
)
INSERT INTO directive_event (addressee_id, sequence, kind, at, actor)
SELECT addressee_id, 1, 'issued', %(at)s, %(actor)s FROM line;

-- put_readings --
-- Live figures of several lines as they stand; the first of a moment stays.
INSERT INTO directive_reading (addressee_id, moment, numerator, denominator, cut, counted_at)
SELECT addressee_id, %(moment)s, numerator, denominator, cut, %(counted_at)s
FROM unnest(%(addressees)s::bigint[], %(numerators)s::bigint[], %(denominators)s::bigint[], %(cuts)s::text[])
     AS given (addressee_id, numerator, denominator, cut)
ON CONFLICT DO NOTHING;

-- directive --
-- One directive.
SELECT directive_id, letter, title, words, basis, issuer_post, issuer_place, issuer_name, responsible, deadline_on,
       evidence, goal, station_words, source, issued_at, issued_by, parent_id, decision_id
FROM directive WHERE directive_id = %(directive_id)s;

-- addressees --
-- The lines of a directive with their figures at the issue and at the deadline.
SELECT addressee.addressee_id, addressee.directive_id, post, place, name, due_at, state, since, last_event,
       acknowledged_at, reminded_at, first.numerator AS start_numerator, first.denominator AS start_denominator,
       final.numerator AS end_numerator, final.denominator AS end_denominator
FROM addressee
LEFT JOIN directive_reading AS first
       ON first.addressee_id = addressee.addressee_id AND first.moment = 'issued'
LEFT JOIN directive_reading AS final
       ON final.addressee_id = addressee.addressee_id AND final.moment = 'deadline'
WHERE addressee.directive_id = %(directive_id)s
ORDER BY place, post;

-- line --
-- One line.
SELECT addressee_id, directive_id, post, place, name, due_at, state, since, last_event, acknowledged_at, reminded_at
FROM addressee WHERE addressee_id = %(addressee_id)s;

-- lock_line --
-- One line, held until the transaction ends.
SELECT addressee_id, directive_id, post, place, name, due_at, state, since, last_event, acknowledged_at, reminded_at
FROM addressee WHERE addressee_id = %(addressee_id)s FOR UPDATE;

-- events --
-- What happened to a line.
SELECT sequence, kind, at, actor, words FROM directive_event
WHERE addressee_id = %(addressee_id)s ORDER BY sequence;

-- events_of --
-- What happened to all lines of a directive, the newest first.
SELECT addressee_id, sequence, kind, at, actor, words
FROM directive_event JOIN addressee USING (addressee_id)
WHERE directive_id = %(directive_id)s AND kind <> 'issued'
ORDER BY at DESC, addressee_id, sequence DESC LIMIT %(limit)s;

-- put_event --
-- One more event of a line.
INSERT INTO directive_event (addressee_id, sequence, kind, at, actor, words, details)
VALUES (%(addressee_id)s, %(sequence)s, %(kind)s, %(at)s, %(actor)s, %(words)s, %(details)s);

-- permission --
-- The last permission that a line was given.
SELECT details->>'permission' AS permission, details->>'permission_on' AS permission_on FROM directive_event
WHERE addressee_id = %(addressee_id)s AND kind = 'replacement_permitted' ORDER BY sequence DESC LIMIT 1;

-- set_line --
-- The fold of a line's events, beside them.
UPDATE addressee SET state = %(state)s, since = %(since)s, last_event = %(last_event)s,
       acknowledged_at = %(acknowledged_at)s, reminded_at = %(reminded_at)s, name = %(name)s
WHERE addressee_id = %(addressee_id)s;

-- received --
-- Open and lately closed lines at a place, the nearest deadline first, with the directive of each.
SELECT addressee_id, directive_id, post, place, name, due_at, state, since, last_event, acknowledged_at, reminded_at,
       letter, title, issuer_post, issuer_place, issuer_name, evidence, goal, issued_at
FROM addressee JOIN directive USING (directive_id)
WHERE place = %(place)s AND issued_at <= %(now)s
ORDER BY state IN ('closed', 'excused', 'withdrawn'), due_at, addressee_id LIMIT %(limit)s;

-- issued --
-- Directives that a place issued, overdue ones first, with how many lines stand where.
SELECT directive_id, letter, title, issuer_post, issuer_place, issuer_name, deadline_on, evidence, goal, issued_at,
       count(*) AS lines,
       count(*) FILTER (WHERE acknowledged_at IS NOT NULL) AS acknowledged,
       count(*) FILTER (WHERE state NOT IN ('closed', 'excused', 'withdrawn')) AS open,
       count(*) FILTER (WHERE state NOT IN ('closed', 'excused', 'withdrawn') AND due_at < %(now)s) AS overdue,
       count(*) FILTER (WHERE state IN ('refused', 'warned', 'warned_again', 'replacement_proposed')) AS refused
FROM directive JOIN addressee USING (directive_id)
WHERE issuer_place = %(place)s
GROUP BY directive_id
ORDER BY count(*) FILTER (WHERE state NOT IN ('closed', 'excused', 'withdrawn') AND due_at < %(now)s) DESC,
         issued_at DESC, directive_id DESC LIMIT %(limit)s;

-- passed_on --
-- Directives that lines of a directive were passed on with, with how many lines of theirs stand where.
SELECT child.directive_id, parent.addressee_id AS parent_id, child.title, child.letter, child.issuer_post,
       child.issuer_place, child.issued_at, count(*) AS lines,
       count(*) FILTER (WHERE line.acknowledged_at IS NOT NULL) AS acknowledged,
       count(*) FILTER (WHERE line.state = 'closed') AS closed
FROM directive AS child
JOIN addressee AS parent ON parent.addressee_id = child.parent_id
JOIN addressee AS line ON line.directive_id = child.directive_id
WHERE parent.directive_id = %(directive_id)s
GROUP BY child.directive_id, parent.addressee_id
ORDER BY child.issuer_place, child.issued_at;

-- of_decision --
-- Directives that came out of a meeting's decisions.
SELECT directive_id, decision_id, title FROM directive
JOIN meeting_decision USING (decision_id) WHERE meeting_id = %(meeting_id)s ORDER BY directive_id;

-- touches --
-- Whether a directive has a line at or below a place.
SELECT EXISTS (SELECT FROM addressee
               WHERE directive_id = %(directive_id)s AND place >= %(low)s AND place < %(high)s);

-- due_lines --
-- Open lines for the round of reminders, held: unheard, near the end or past it. A line that somebody moves right now
-- is left to the next round.
SELECT addressee_id, directive_id, post, place, name, due_at, state, since, last_event, acknowledged_at, reminded_at
FROM addressee
WHERE state IN ('sent', 'acknowledged', 'passed_on')
  AND (due_at <= %(near)s OR (state = 'sent' AND since <= %(unheard)s))
  AND (reminded_at IS NULL OR reminded_at <= %(again)s)
ORDER BY addressee_id LIMIT %(limit)s FOR UPDATE SKIP LOCKED;

-- events_of_lines --
-- What happened to some lines.
SELECT addressee_id, sequence, kind, at, actor, words FROM directive_event
WHERE addressee_id = ANY(%(addressees)s) ORDER BY addressee_id, sequence;

-- put_reminders --
-- One reminder into each of some locked lines, the fold beside it.
WITH given AS (
    SELECT * FROM unnest(%(addressees)s::bigint[], %(sequences)s::integer[]) AS one (addressee_id, sequence)
), written AS (
    INSERT INTO directive_event (addressee_id, sequence, kind, at, actor)
    SELECT addressee_id, sequence, 'reminded', %(at)s, %(actor)s FROM given
)
UPDATE addressee SET last_event = given.sequence, reminded_at = %(at)s
FROM given WHERE addressee.addressee_id = given.addressee_id;

-- past_unread --
-- Lines past their deadline whose figure at the deadline was not kept yet.
SELECT addressee_id, addressee.place, evidence
FROM addressee JOIN directive USING (directive_id)
WHERE due_at < %(now)s AND evidence <> 'document' AND state NOT IN ('closed', 'excused', 'withdrawn')
  AND NOT EXISTS (SELECT FROM directive_reading AS kept
                  WHERE kept.addressee_id = addressee.addressee_id AND kept.moment = 'deadline')
ORDER BY addressee_id LIMIT %(limit)s;

-- urgent_received --
-- What waits at a place: lines not acknowledged, and lines past the deadline, with the people still missing by the
-- figure of the issue, the time that passed unheard, and whom to ask.
SELECT count(*) FILTER (WHERE state = 'sent') AS unheard,
       count(*) FILTER (WHERE due_at < %(now)s) AS overdue,
       min(addressee.addressee_id) FILTER (WHERE state = 'sent') AS unheard_line,
       min(addressee.addressee_id) FILTER (WHERE due_at < %(now)s) AS overdue_line,
       coalesce(max((denominator - numerator) * least(1.0, greatest(0, %(now)s - issued_at)::float8
                    / greatest(1, due_at - issued_at))) FILTER (WHERE state = 'sent'), 0) AS unheard_people,
       coalesce(max(denominator - numerator) FILTER (WHERE due_at < %(now)s), 0) AS overdue_people,
       (array_agg(issuer_post ORDER BY due_at))[1] AS issuer_post,
       (array_agg(issuer_place ORDER BY due_at))[1] AS issuer_place
FROM addressee JOIN directive USING (directive_id)
LEFT JOIN directive_reading AS first
       ON first.addressee_id = addressee.addressee_id AND first.moment = 'issued'
WHERE place = %(place)s AND state IN ('sent', 'acknowledged', 'passed_on', 'refused', 'warned', 'warned_again');

-- urgent_issued --
-- What others owe a place, each directive by itself: refused, past the deadline, answered; with the people still
-- missing there by the figure of the issue, and the worst line.
SELECT directive_id, title,
       count(*) FILTER (WHERE state IN ('refused', 'warned', 'warned_again')) AS refused,
       count(*) FILTER (WHERE due_at < %(now)s AND state <> 'answered') AS overdue,
       count(*) FILTER (WHERE state = 'answered') AS answered,
       coalesce(max(denominator - numerator) FILTER (WHERE state IN ('refused', 'warned', 'warned_again')), 0)
           AS refused_people,
       coalesce(sum(denominator - numerator) FILTER (WHERE due_at < %(now)s AND state <> 'answered'
                AND length(place) = widest), 0) AS overdue_people,
       (array_agg(post ORDER BY state IN ('refused', 'warned', 'warned_again') DESC, due_at,
                  denominator - numerator DESC NULLS LAST))[1] AS post,
       (array_agg(place ORDER BY state IN ('refused', 'warned', 'warned_again') DESC, due_at,
                  denominator - numerator DESC NULLS LAST))[1] AS place
FROM (
    SELECT directive_id, title, state, due_at, post, place, first.numerator, first.denominator,
           max(length(place)) OVER (PARTITION BY directive_id) AS widest
    FROM addressee JOIN directive USING (directive_id)
    LEFT JOIN directive_reading AS first
           ON first.addressee_id = addressee.addressee_id AND first.moment = 'issued'
    WHERE issuer_place = %(place)s AND state NOT IN ('closed', 'excused', 'withdrawn')
) AS line
GROUP BY directive_id, title
HAVING count(*) FILTER (WHERE state IN ('refused', 'warned', 'warned_again', 'answered') OR due_at < %(now)s) > 0
ORDER BY refused_people DESC, overdue_people DESC LIMIT 3;

-- starts --
-- Places of some directives with their figures at the issue.
SELECT directive_id, place, max(first.numerator) AS numerator, max(first.denominator) AS denominator
FROM addressee LEFT JOIN directive_reading AS first
       ON first.addressee_id = addressee.addressee_id AND first.moment = 'issued'
WHERE directive_id = ANY(%(directives)s)
GROUP BY directive_id, place;

-- awaiting_minister --
-- Proposals that only the minister answers.
SELECT count(*) FROM addressee WHERE state = 'replacement_proposed';
