-- Who may sign in until when, what was revoked, and how far the clock is believed.

-- A person's own signing key at this station; sealed opens only with their password.
CREATE TABLE own_key (
    account TEXT PRIMARY KEY,
    key_id  TEXT NOT NULL,
    public  BLOB NOT NULL,
    sealed  BLOB NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- boot counts the starts; trusted_at is the last time that the centre told; earliest goes on with the pulse.
CREATE TABLE trusted_time (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    boot       INTEGER NOT NULL,
    trusted_at INTEGER NOT NULL,
    earliest   INTEGER NOT NULL
) STRICT;
INSERT INTO trusted_time VALUES (1, 0, 0, 0);

-- The policy that the station follows, as it was signed.
CREATE TABLE policy (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    version    INTEGER NOT NULL CHECK (version >= 1),
    signed     BLOB NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;

-- A forgotten password that the office is asked about by telephone.
CREATE TABLE recovery (
    account   TEXT PRIMARY KEY,
    challenge TEXT NOT NULL,
    made_at   INTEGER NOT NULL,
    tries     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The office's hash that a recovery at this station has replaced; a policy that still has it changes nothing.
ALTER TABLE account ADD COLUMN superseded_hash TEXT NOT NULL DEFAULT '';
