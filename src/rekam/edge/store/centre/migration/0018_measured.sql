-- What stations measured of their days.

-- A station started or was closed properly.
CREATE TABLE rekam.station_run (
    station_id text COLLATE "C" NOT NULL,
    -- SHA-256 of the journal entry that brought it: the same entry again changes nothing.
    entry_hash bytea NOT NULL,
    at bigint NOT NULL,
    started boolean NOT NULL,
    arrived_at bigint NOT NULL,
    PRIMARY KEY (station_id, entry_hash)
);
CREATE INDEX station_run_time ON rekam.station_run (station_id, at);

-- Counts of a day as its closing told them; a day may be closed again, the highest version holds.
CREATE TABLE rekam.day_fact (
    station_id text COLLATE "C" NOT NULL,
    entry_hash bytea NOT NULL,
    place text COLLATE "C" NOT NULL,
    day date NOT NULL,
    version integer NOT NULL,
    recorded integer NOT NULL CHECK (recorded >= 0),
    refused integer NOT NULL CHECK (refused >= 0),
    turned_away integer CHECK (turned_away >= 0),
    blanks_used integer CHECK (blanks_used >= 0),
    blanks_left integer CHECK (blanks_left >= 0),
    source text NOT NULL CHECK (source IN ('station', 'office', 'contoh')),
    arrived_at bigint NOT NULL,
    PRIMARY KEY (station_id, entry_hash)
);
CREATE INDEX day_fact_day ON rekam.day_fact (station_id, day, version);
CREATE INDEX day_fact_place ON rekam.day_fact (place, day);

-- Posts of offices that record without Rekam: their days are told by the office.
CREATE TABLE rekam.reporting_post (
    station_id text COLLATE "C" PRIMARY KEY,
    place text COLLATE "C" NOT NULL,
    name text NOT NULL,
    source text NOT NULL,
    kept_at bigint NOT NULL
);
CREATE INDEX reporting_post_place ON rekam.reporting_post (place);
