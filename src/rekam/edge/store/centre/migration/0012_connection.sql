-- Lines, outages, cases of suspension with their events.

-- What the centre tells the stations of a cut in the second language; empty = as in the first.
ALTER TABLE rekam.suspension ADD COLUMN cause_en text NOT NULL DEFAULT '';
-- Unix seconds when an emergency cut ends by itself; NULL = by a decision only.
ALTER TABLE rekam.suspension ADD COLUMN lapses_at bigint;
CREATE INDEX suspension_lapsing ON rekam.suspension (lapses_at) WHERE lapses_at IS NOT NULL AND restored_at IS NULL;

-- A case of suspension: the process around a cut. The columns behind ``opened_at`` are the fold of its events.
CREATE TABLE rekam.connection_case (
    case_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    territory text COLLATE "C" NOT NULL,
    -- NULL = every station of the territory.
    station_id text COLLATE "C" REFERENCES rekam.station,
    ground text NOT NULL CHECK (ground IN ('officials', 'organisation', 'late_reports', 'conduct')),
    opened_at bigint NOT NULL,
    stage text NOT NULL,
    -- The open or last suspension of this case.
    suspension_id bigint REFERENCES rekam.suspension,
    -- Unix seconds until which somebody has to act: the letter's deadline, the end of an emergency cut, an appeal.
    due_at bigint,
    last_event integer NOT NULL,
    -- Entered afterwards from published reports: nobody ran it here.
    retold boolean NOT NULL DEFAULT false
);
CREATE INDEX connection_case_place ON rekam.connection_case (territory, stage);
-- One running case an office or station: who answers it must know which letter counts.
CREATE UNIQUE INDEX connection_case_running ON rekam.connection_case (territory, coalesce(station_id, ''))
    WHERE stage NOT IN ('restored', 'closed') AND NOT retold;
CREATE INDEX connection_case_suspension ON rekam.connection_case (suspension_id);

CREATE TABLE rekam.connection_event (
    case_id bigint NOT NULL REFERENCES rekam.connection_case,
    sequence integer NOT NULL,
    kind text NOT NULL,
    at bigint NOT NULL,
    actor text NOT NULL,
    details jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (case_id, sequence)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.connection_event
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- Who was cut off when, whatever the process was; until = NULL while it lasts.
CREATE VIEW rekam.connection_cut AS
SELECT suspension_id, station_id, territory AS place, since, restored_at AS until FROM rekam.suspension;

-- Times without a line, as stations saw them or as offices told them; not cuts by the centre.
CREATE TABLE rekam.line_outage (
    outage_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- NULL = every station of the place.
    station_id text COLLATE "C" REFERENCES rekam.station,
    place text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    until bigint CHECK (until IS NULL OR until >= since),
    cause text NOT NULL CHECK (cause IN ('provider', 'weather', 'cable', 'unpaid', 'unknown')),
    source text NOT NULL CHECK (source IN ('observed', 'reported')),
    note text NOT NULL DEFAULT ''
);
CREATE INDEX line_outage_place ON rekam.line_outage (place, since);
CREATE INDEX line_outage_open ON rekam.line_outage (place) WHERE until IS NULL;
-- A station's own words again change nothing.
CREATE UNIQUE INDEX line_outage_observed ON rekam.line_outage (station_id, since) WHERE source = 'observed';

-- One day of one line, in the time of Jakarta.
CREATE TABLE rekam.line_day (
    station_id text COLLATE "C" NOT NULL REFERENCES rekam.station,
    day date NOT NULL,
    -- Unix seconds of the measurement: kilobits a second. Keyed, so that the same entry again changes nothing.
    samples jsonb NOT NULL DEFAULT '{}',
    kbit_s_median real,
    -- Seconds of office hours without a line, by the observed outages.
    lost_s integer NOT NULL DEFAULT 0,
    -- Of the office hours of that day.
    available_share real NOT NULL DEFAULT 1,
    PRIMARY KEY (station_id, day)
);

-- How each line is now, kept beside its days and outages in the same transaction.
CREATE TABLE rekam.line_state (
    station_id text COLLATE "C" PRIMARY KEY REFERENCES rekam.station,
    -- Median of the last measured day.
    kbit_s real,
    -- Since when the station sees no line; NULL = it does.
    out_since bigint
);

-- What was recorded while an office was cut off, against the days before.
CREATE INDEX packet_region ON rekam.packet (region, captured_at) WHERE kind = 'recording';
CREATE INDEX event_quarantined ON rekam.event ((details ->> 'cause')) WHERE kind = 'put_in_quarantine';
