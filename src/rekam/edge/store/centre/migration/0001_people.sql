-- Residents as the register knows them, and the data cuts that they come from.
-- Times are Unix seconds (bigint) everywhere: the pure rooms and the station count the same way.

CREATE SCHEMA rekam;
CREATE SCHEMA biometric;

CREATE TABLE rekam.cut (
    cut_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    as_of date NOT NULL,
    loaded_at bigint NOT NULL
);

CREATE TABLE rekam.resident (
    nik text COLLATE "C" NOT NULL CHECK (length(nik) = 16),
    kk text COLLATE "C" NOT NULL,
    name text NOT NULL,
    name_key text COLLATE "C" NOT NULL,
    sex text NOT NULL CHECK (sex IN ('L', 'P')),
    birth_place text NOT NULL,
    birth_date date NOT NULL,
    blood_type text NOT NULL,
    address text NOT NULL,
    rt text NOT NULL,
    rw text NOT NULL,
    village text COLLATE "C" NOT NULL,
    religion text NOT NULL,
    marital_status text NOT NULL,
    occupation text NOT NULL,
    nationality text NOT NULL,
    obliged boolean NOT NULL,
    recorded_before boolean NOT NULL,
    cut_id integer NOT NULL REFERENCES rekam.cut,
    -- The recording that counts for this NIK now; a failed or withdrawn one lets go of it.
    packet_id bytea,
    -- Version of the kecamatan's roster in which this row last changed.
    version bigint NOT NULL DEFAULT 0
);

ALTER TABLE rekam.resident ADD CONSTRAINT resident_pkey PRIMARY KEY (nik);
CREATE INDEX resident_village ON rekam.resident (village, name_key);
CREATE INDEX resident_name ON rekam.resident (name_key, village);
CREATE INDEX resident_missing ON rekam.resident (village, name_key)
    WHERE obliged AND NOT recorded_before AND packet_id IS NULL;
CREATE INDEX resident_changed ON rekam.resident (substr(village, 1, 8), version) WHERE version > 0;

CREATE TABLE rekam.roster (
    district text COLLATE "C" PRIMARY KEY,
    version bigint NOT NULL
);

CREATE TABLE rekam.coverage (
    village text COLLATE "C" PRIMARY KEY,
    obliged bigint NOT NULL DEFAULT 0,
    recorded_before bigint NOT NULL DEFAULT 0,
    received bigint NOT NULL DEFAULT 0,
    "unique" bigint NOT NULL DEFAULT 0,
    duplicate bigint NOT NULL DEFAULT 0,
    printed bigint NOT NULL DEFAULT 0,
    handed_over bigint NOT NULL DEFAULT 0,
    -- Received recordings of residents who are not obliged yet: shown beside, never in the numerator.
    early bigint NOT NULL DEFAULT 0
);
