-- put --
-- A term begins.
INSERT INTO official (post, place, name, acting, telephone, email, since, until, appointed_by, permission,
                      permission_on, source)
VALUES (%(post)s, %(place)s, %(name)s, %(acting)s, %(telephone)s, %(email)s, %(since)s, %(until)s,
        %(appointed_by)s, %(permission)s, %(permission_on)s, %(source)s)
RETURNING official_id;

-- lock_post --
-- One change of a post at a time, until the transaction ends.
SELECT pg_advisory_xact_lock(hashtextextended('official ' || %(post)s || ' ' || %(place)s, 0));

-- overlapping --
-- Terms of a post that share a day with another term.
SELECT official_id, post, place, name, acting, telephone, email, since, until, appointed_by, permission,
       permission_on, source
FROM official
WHERE place = %(place)s AND post = %(post)s
  AND daterange(since, until, '[]') && daterange(%(since)s, %(until)s::date, '[]')
ORDER BY since;

-- ever_held --
-- Whether anybody was ever entered for a post.
SELECT EXISTS (SELECT FROM official WHERE place = %(place)s AND post = %(post)s);

-- of_id --
-- One term.
SELECT official_id, post, place, name, acting, telephone, email, since, until, appointed_by, permission,
       permission_on, source
FROM official WHERE official_id = %(official_id)s;

-- end_term --
-- The last day of a holder.
UPDATE official SET until = %(until)s WHERE official_id = %(official_id)s;

-- set_contact --
-- Where a holder is reached.
UPDATE official SET telephone = %(telephone)s, email = %(email)s WHERE official_id = %(official_id)s;

-- holder --
-- Who holds a post on a day.
SELECT official_id, post, place, name, acting, telephone, email, since, until, appointed_by, permission,
       permission_on, source
FROM official
WHERE place = %(place)s AND post = %(post)s AND since <= %(on)s AND (until IS NULL OR until >= %(on)s);

-- holders --
-- Who holds posts on a day, at and below a place.
SELECT official_id, post, place, name, acting, telephone, email, since, until, appointed_by, permission,
       permission_on, source
FROM official
WHERE place >= %(low)s AND place < %(high)s AND post = ANY(%(posts)s)
  AND since <= %(on)s AND (until IS NULL OR until >= %(on)s)
ORDER BY place, post LIMIT %(limit)s;

-- terms --
-- Every term at one place, the newest of a post first.
SELECT official_id, post, place, name, acting, telephone, email, since, until, appointed_by, permission,
       permission_on, source
FROM official WHERE place = %(place)s ORDER BY post, since DESC;

-- put_office --
-- What an office is from a day on.
INSERT INTO office (place, since, name, type, merged_with, address, telephone, open_hours, basis, source, kept_by,
                    kept_at)
VALUES (%(place)s, %(since)s, %(name)s, %(type)s, %(merged_with)s, %(address)s, %(telephone)s, %(open_hours)s,
        %(basis)s, %(source)s, %(kept_by)s, %(kept_at)s)
RETURNING office_id;

-- offices_of --
-- What an office was and is, the newest first.
SELECT office_id, place, since, name, type, merged_with, address, telephone, open_hours, basis, source, kept_by,
       kept_at
FROM office WHERE place = %(place)s ORDER BY since DESC, office_id DESC;

-- offices --
-- What the offices at and below a place are on a day.
SELECT DISTINCT ON (place) office_id, place, since, name, type, merged_with, address, telephone, open_hours, basis,
       source, kept_by, kept_at
FROM office WHERE place >= %(low)s AND place < %(high)s AND since <= %(on)s
ORDER BY place, since DESC, office_id DESC;
