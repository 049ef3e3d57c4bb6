-- put --
-- A meeting.
INSERT INTO meeting (title, held_on, called_by, place, venue, region_group, invited_post, chair, source, kept_by, kept_at)
VALUES (%(title)s, %(held_on)s, %(called_by)s, %(place)s, %(venue)s, %(region_group)s, %(invited_post)s, %(chair)s,
        %(source)s, %(kept_by)s, %(kept_at)s)
RETURNING meeting_id;

-- put_attendance --
-- Who came; a second word about the same post replaces the first.
INSERT INTO meeting_attendance (meeting_id, post, place, name, presence)
VALUES (%(meeting_id)s, %(post)s, %(place)s, %(name)s, %(presence)s)
ON CONFLICT (meeting_id, place, post) DO UPDATE SET name = excluded.name, presence = excluded.presence;

-- lock --
-- One meeting, held until the transaction ends.
SELECT meeting_id FROM meeting WHERE meeting_id = %(meeting_id)s FOR UPDATE;

-- put_decision --
-- One more decision of a meeting.
INSERT INTO meeting_decision (meeting_id, number, words, owner_post, owner_place, owner_name, deadline_on)
SELECT %(meeting_id)s, coalesce(max(number), 0) + 1, %(words)s, %(owner_post)s, %(owner_place)s, %(owner_name)s,
       %(deadline_on)s
FROM meeting_decision WHERE meeting_id = %(meeting_id)s
RETURNING decision_id;

-- meetings --
-- Meetings that a place called, took part in, or that were held there.
SELECT meeting_id, title, held_on, called_by, place, venue, region_group, invited_post, chair, source, kept_by, kept_at
FROM meeting
WHERE (called_by >= %(low)s AND called_by < %(high)s) OR (place >= %(low)s AND place < %(high)s)
   OR EXISTS (SELECT FROM meeting_attendance AS one
              WHERE one.meeting_id = meeting.meeting_id AND one.place >= %(low)s AND one.place < %(high)s)
ORDER BY held_on DESC, meeting_id DESC LIMIT %(limit)s;

-- meeting --
-- One meeting.
SELECT meeting_id, title, held_on, called_by, place, venue, region_group, invited_post, chair, source, kept_by, kept_at
FROM meeting WHERE meeting_id = %(meeting_id)s;

-- attendance --
-- Who was asked and who came.
SELECT post, place, name, presence FROM meeting_attendance WHERE meeting_id = %(meeting_id)s ORDER BY place, post;

-- decisions --
-- What was decided.
SELECT decision_id, meeting_id, number, words, owner_post, owner_place, owner_name, deadline_on
FROM meeting_decision WHERE meeting_id = %(meeting_id)s ORDER BY number;

-- decision --
-- One decision.
SELECT decision_id, meeting_id, number, words, owner_post, owner_place, owner_name, deadline_on
FROM meeting_decision WHERE decision_id = %(decision_id)s;
