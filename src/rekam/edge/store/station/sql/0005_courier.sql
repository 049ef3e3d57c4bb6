-- Disks, relayed packets of other stations, witnessed log heads.

-- One line per signed list that was made for a courier's disk. signed is emptied once the answer came back.
CREATE TABLE courier_batch (
    number      INTEGER PRIMARY KEY CHECK (number >= 1),
    disk        TEXT NOT NULL,
    made_at     INTEGER NOT NULL,
    nonce       BLOB NOT NULL UNIQUE CHECK (length(nonce) = 16),
    roster      TEXT NOT NULL,
    signed      BLOB NOT NULL,
    answered_at INTEGER
) STRICT;

CREATE TABLE courier_item (
    number    INTEGER NOT NULL REFERENCES courier_batch (number),
    packet_id BLOB NOT NULL CHECK (length(packet_id) = 32),
    size      INTEGER NOT NULL,
    copied_at INTEGER,
    PRIMARY KEY (number, packet_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX courier_item_by_packet ON courier_item (packet_id);

-- Heads of the centre's log as its signed answers told them. Two roots of one size = two histories: both stay.
CREATE TABLE log_head (
    size    INTEGER NOT NULL,
    root    BLOB NOT NULL CHECK (length(root) = 32),
    seen_at INTEGER NOT NULL,
    signed  BLOB,
    PRIMARY KEY (size, root)
) STRICT, WITHOUT ROWID;
