-- Power: cuts as stations saw them and offices reported them, the backup register.

-- A station that stopped without being closed: from its last heartbeat until it started again.
CREATE TABLE rekam.power_gap (
    -- A Rekam station, or the post of an office that works without Rekam.
    station_id text COLLATE "C" NOT NULL,
    -- SHA-256 of the journal entry that brought it: the same entry again changes nothing.
    entry_hash bytea NOT NULL,
    place text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    until bigint NOT NULL,
    arrived_at bigint NOT NULL,
    PRIMARY KEY (station_id, entry_hash),
    CHECK (since < until)
);
CREATE INDEX power_gap_place ON rekam.power_gap (place, since);

-- The mains went or came while the station ran on: its battery carried it.
CREATE TABLE rekam.mains_change (
    -- A Rekam station, or the post of an office that works without Rekam.
    station_id text COLLATE "C" NOT NULL,
    entry_hash bytea NOT NULL,
    place text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    away boolean NOT NULL,
    -- Percent, as the laptop told it.
    battery integer,
    arrived_at bigint NOT NULL,
    PRIMARY KEY (station_id, entry_hash)
);
CREATE INDEX mains_change_place ON rekam.mains_change (place, at);

-- Cuts that an office or an operator reports, with where they were told.
CREATE TABLE rekam.power_report (
    report_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place text COLLATE "C" NOT NULL,
    station_id text COLLATE "C",
    since bigint NOT NULL,
    until bigint,
    source text NOT NULL,
    note text NOT NULL DEFAULT '',
    reported_by text NOT NULL,
    reported_at bigint NOT NULL,
    CHECK (until IS NULL OR since < until)
);
CREATE INDEX power_report_place ON rekam.power_report (place, since);

-- What carries an office through a cut; lines are only added, the newest of a place holds.
CREATE TABLE rekam.power_backup (
    backup_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place text COLLATE "C" NOT NULL,
    ups integer NOT NULL CHECK (ups >= 0),
    generators integer NOT NULL CHECK (generators >= 0),
    -- Litres in store, and what the generators burn in an hour.
    fuel_litres numeric(8, 1) NOT NULL CHECK (fuel_litres >= 0),
    litres_per_hour numeric(6, 1) NOT NULL CHECK (litres_per_hour >= 0),
    -- Minutes that the UPS carry the set.
    ups_minutes integer NOT NULL CHECK (ups_minutes >= 0),
    source text NOT NULL,
    note text NOT NULL DEFAULT '',
    kept_by text NOT NULL,
    kept_at bigint NOT NULL
);
CREATE INDEX power_backup_place ON rekam.power_backup (place, backup_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.power_backup
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- Every cut that somebody saw; read by the obstacle ledger and by the rooms of lines and devices.
CREATE VIEW rekam.power_cut (station_id, place, since, until, source) AS
SELECT station_id, place, since, until, 'observed' FROM rekam.power_gap
UNION ALL
SELECT station_id, place, at, back, 'observed' FROM (
    SELECT station_id, place, at, away,
           lead(at) OVER (PARTITION BY station_id ORDER BY at, entry_hash) AS back
      FROM rekam.mains_change
) AS change WHERE away
UNION ALL
SELECT station_id, place, since, until, 'reported' FROM rekam.power_report;
