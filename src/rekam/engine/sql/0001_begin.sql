-- The engine's store, first form. Times are unix seconds. No picture is kept: they are the registry's.

CREATE TABLE encounter (
    row        INTEGER PRIMARY KEY AUTOINCREMENT,   -- the engine's reference; never used twice
    person     TEXT NOT NULL,
    encounter  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    active     INTEGER NOT NULL CHECK (active IN (0, 1)),
    template   BLOB,                                -- NULL = nothing that could be compared
    extractor  TEXT NOT NULL,
    said       TEXT NOT NULL,                       -- JSON: what the client gave beside the pictures
    created    INTEGER NOT NULL,
    updated    INTEGER NOT NULL,
    UNIQUE (person, encounter)
) STRICT;

CREATE TABLE gallery_member (
    gallery TEXT NOT NULL,
    row     INTEGER NOT NULL REFERENCES encounter (row) ON DELETE CASCADE,
    PRIMARY KEY (gallery, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX gallery_member_by_row ON gallery_member (row);

-- Work that was promised with 202. The request goes when it is done, the result when it is delivered.
CREATE TABLE task (
    task        TEXT PRIMARY KEY,
    transaction_id TEXT NOT NULL,
    operation   TEXT NOT NULL,
    callback    TEXT NOT NULL,
    priority    INTEGER NOT NULL,
    state       TEXT NOT NULL
                CHECK (state IN ('PENDING', 'RESPONSE_SCHEDULED', 'RESPONSE_ERROR', 'RESPONSE_RETRY', 'COMPLETED')),
    request     BLOB,
    result      BLOB,
    media_type  TEXT NOT NULL DEFAULT '',
    attempts    INTEGER NOT NULL DEFAULT 0,
    changed     INTEGER NOT NULL
) STRICT;
CREATE INDEX task_by_state ON task (state);
