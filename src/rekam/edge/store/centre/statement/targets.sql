-- put_target --
-- A target; the newest of its place and step holds.
INSERT INTO target (place, step, fraction, by_day, set_by, basis, set_at)
VALUES (%(place)s, %(step)s, %(fraction)s, %(by_day)s, %(set_by)s, %(basis)s, %(at)s)
RETURNING target_id;

-- valid_of --
-- The target that holds for a place: its own newest, else the newest of the nearest place above that has one.
SELECT target_id, place, step, fraction, by_day, set_by, basis, set_at FROM target
WHERE place = ANY(%(places)s) AND step = %(step)s ORDER BY length(place) DESC, target_id DESC LIMIT 1;

-- own_of --
-- The newest target of each of some places.
SELECT DISTINCT ON (place) target_id, place, step, fraction, by_day, set_by, basis, set_at FROM target
WHERE place = ANY(%(places)s) AND step = %(step)s ORDER BY place, target_id DESC;

-- all_of --
-- Every target ever set for a place or above it, newest first.
SELECT target_id, place, step, fraction, by_day, set_by, basis, set_at FROM target
WHERE place = ANY(%(places)s) ORDER BY target_id DESC LIMIT %(limit)s;
