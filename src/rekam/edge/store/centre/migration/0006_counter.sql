-- The counter: why people have not come, as stations noted it against their names.

-- Lines are only added; the newest of a NIK holds, an empty reason lifts what was before.
CREATE TABLE rekam.absence (
    station_id text COLLATE "C" NOT NULL REFERENCES rekam.station,
    -- SHA-256 of the journal entry that brought it: the same entry again changes nothing.
    entry_hash bytea NOT NULL,
    nik text COLLATE "C" NOT NULL,
    reason text NOT NULL,
    remark text NOT NULL,
    noted_at bigint NOT NULL,
    noted_by text NOT NULL,
    arrived_at bigint NOT NULL,
    PRIMARY KEY (station_id, entry_hash)
);
CREATE INDEX absence_nik ON rekam.absence (nik, noted_at);
