-- put --
-- A file that begins its way; the same content for the same territory and month is the same row, checked anew
-- unless it has been loaded.
INSERT INTO figure_file (content_hash, territory, month, name, size, state, source, put_by, put_at)
VALUES (%(content_hash)s, %(territory)s, %(month)s, %(name)s, %(size)s, 'checking', %(source)s, %(by)s, %(at)s)
ON CONFLICT (content_hash, territory, month) DO UPDATE
    SET state = CASE WHEN figure_file.state = 'loaded' THEN 'loaded' ELSE 'checking' END,
        name = CASE WHEN figure_file.state = 'loaded' THEN figure_file.name ELSE excluded.name END,
        source = CASE WHEN figure_file.state = 'loaded' THEN figure_file.source ELSE excluded.source END,
        put_by = CASE WHEN figure_file.state = 'loaded' THEN figure_file.put_by ELSE excluded.put_by END,
        put_at = CASE WHEN figure_file.state = 'loaded' THEN figure_file.put_at ELSE excluded.put_at END
RETURNING file_id;

-- note_checked --
-- What the check found; a file that was loaded meanwhile stays as it is.
UPDATE figure_file SET state = %(state)s, rows_read = %(rows_read)s, bad_cells = %(bad_cells)s, rows = %(rows)s,
       findings = %(findings)s, problem = %(problem)s, problem_details = %(problem_details)s
WHERE file_id = %(file_id)s AND state <> 'loaded';

-- lock --
-- A file, held until the transaction ends.
SELECT file_id, content_hash, territory, month, name, size, state, source, rows_read, bad_cells, rows, findings,
       problem, problem_details, put_by, put_at, loaded_by, loaded_at
FROM figure_file WHERE file_id = %(file_id)s FOR UPDATE;

-- of_id --
-- A file.
SELECT file_id, content_hash, territory, month, name, size, state, source, rows_read, bad_cells, rows, findings,
       problem, problem_details, put_by, put_at, loaded_by, loaded_at
FROM figure_file WHERE file_id = %(file_id)s;

-- note_loaded --
-- All of its rows are in the figures now.
UPDATE figure_file SET state = 'loaded', loaded_by = %(by)s, loaded_at = %(at)s WHERE file_id = %(file_id)s;

-- latest --
-- The files of a territory, newest first, without what stands in them.
SELECT file_id, content_hash, territory, month, name, size, state, source, rows_read, bad_cells, NULL::bytea AS rows,
       NULL::bytea AS findings, problem, problem_details, put_by, put_at, loaded_by, loaded_at
FROM figure_file WHERE territory >= %(low)s AND territory < %(high)s ORDER BY put_at DESC, file_id DESC LIMIT %(limit)s;
