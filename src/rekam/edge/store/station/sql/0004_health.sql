-- Devices, captures, power and line as the station saw them.

-- One line per captured item: how long the device took and how good it was; never what a body looks like.
CREATE TABLE capture_score (
    number   INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    device   TEXT NOT NULL,
    modality TEXT NOT NULL,
    item     TEXT NOT NULL,
    took_ms  INTEGER NOT NULL,
    quality  INTEGER NOT NULL
) STRICT;
CREATE INDEX capture_score_by_device ON capture_score (device, modality, number);
CREATE INDEX capture_score_by_time ON capture_score (at);
