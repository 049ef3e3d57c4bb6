-- The station's store, first form. Times are unix seconds (INTEGER); days are YYYY-MM-DD of the station's zone.

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

-- Who is obliged but not recorded in the station's area. biodata is MessagePack of the roster line.
CREATE TABLE roster (
    nik        TEXT PRIMARY KEY,
    kk         TEXT NOT NULL,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL,
    words      TEXT NOT NULL,
    sex        TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    village    TEXT NOT NULL,
    biodata    BLOB NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('not_recorded', 'recorded', 'refused')),
    reason     TEXT NOT NULL DEFAULT '',
    packet_id  BLOB,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_by_name ON roster (name_key);
CREATE INDEX roster_by_kk ON roster (kk);
CREATE INDEX roster_by_village ON roster (village, state);
CREATE INDEX roster_by_packet ON roster (packet_id) WHERE packet_id IS NOT NULL;

CREATE TABLE roster_version (
    version   TEXT PRIMARY KEY,
    loaded_at INTEGER NOT NULL,
    residents INTEGER NOT NULL
) STRICT;

-- A recording at the counter. Everything about the person is in the encrypted events.
CREATE TABLE draft (
    draft_id   TEXT PRIMARY KEY,
    state      TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    operator   TEXT NOT NULL,
    begun_at   INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    packet_id  BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_event (
    draft_id TEXT    NOT NULL REFERENCES draft (draft_id),
    number   INTEGER NOT NULL CHECK (number >= 1),
    payload  BLOB    NOT NULL,
    PRIMARY KEY (draft_id, number)
) STRICT, WITHOUT ROWID;

-- One line per sealed recording, kept when the body is gone: numbers have no gaps.
-- code is the resident's receipt code; waiting and its details say why the packet does not move.
CREATE TABLE outbox (
    packet_id   BLOB PRIMARY KEY CHECK (length(packet_id) = 32),
    sequence    INTEGER NOT NULL UNIQUE CHECK (sequence >= 1),
    manifest    BLOB NOT NULL,
    size        INTEGER NOT NULL,
    captured_at INTEGER NOT NULL,
    sealed_at   INTEGER NOT NULL,
    operator    TEXT NOT NULL,
    code        TEXT NOT NULL UNIQUE,
    state       TEXT NOT NULL CHECK (state IN ('sealed', 'known', 'sent', 'receipted', 'refused')),
    since       INTEGER NOT NULL,
    known       INTEGER NOT NULL DEFAULT 0 CHECK (known IN (0, 1)),
    body_kept   INTEGER NOT NULL DEFAULT 1 CHECK (body_kept IN (0, 1)),
    waiting     TEXT NOT NULL DEFAULT '',
    details     TEXT NOT NULL DEFAULT '{}',
    attempts    INTEGER NOT NULL DEFAULT 0,
    next_try    INTEGER NOT NULL DEFAULT 0,
    receipt     BLOB,
    status      BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_by_state ON outbox (state, sequence);
CREATE INDEX outbox_unknown ON outbox (sequence) WHERE known = 0;
CREATE INDEX outbox_held ON outbox (sequence) WHERE body_kept = 1;

-- The head of this station's chain: changed in the transaction that adds the outbox line.
CREATE TABLE chain (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    sequence INTEGER NOT NULL,
    hash     BLOB NOT NULL
) STRICT;
INSERT INTO chain VALUES (1, 0, X'0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE account (
    name          TEXT PRIMARY KEY,
    full_name     TEXT NOT NULL,
    role          TEXT NOT NULL,
    territory     TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    valid_until   INTEGER NOT NULL,
    active        INTEGER NOT NULL CHECK (active IN (0, 1)),
    failures      INTEGER NOT NULL DEFAULT 0,
    failed_at     INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
    day   TEXT NOT NULL,
    name  TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, name)
) STRICT, WITHOUT ROWID;

-- What was done and what befell the station; never what a body looks like.
CREATE TABLE journal (
    number  INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    actor   TEXT NOT NULL,
    act     TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail  TEXT NOT NULL
) STRICT;

CREATE TABLE heartbeat (
    boot    TEXT PRIMARY KEY,
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    closed  INTEGER NOT NULL CHECK (closed IN (0, 1))
) STRICT, WITHOUT ROWID;
