-- put --
-- One statement; nothing when it is known already.
INSERT INTO statement (day, place, cells, wording, remark, speaker, source, fingerprint, entered_by, entered_at)
VALUES (%(day)s, %(place)s, %(cells)s, %(wording)s, %(remark)s, %(speaker)s, %(source)s, %(fingerprint)s, %(entered_by)s,
        %(entered_at)s)
ON CONFLICT (fingerprint) DO NOTHING
RETURNING statement_id;

-- within --
-- Statements of a territory, newest first; those without a day stand last.
SELECT statement_id, day, place, cells, wording, remark, speaker, source, entered_by, entered_at
FROM statement WHERE place >= %(low)s AND place < %(high)s
ORDER BY day DESC NULLS LAST, statement_id DESC LIMIT %(limit)s;

-- one --
-- One statement.
SELECT statement_id, day, place, cells, wording, remark, speaker, source, entered_by, entered_at
FROM statement WHERE statement_id = %(statement_id)s;

-- number_within --
-- How many statements a territory has.
SELECT count(*) FROM statement WHERE place >= %(low)s AND place < %(high)s;
