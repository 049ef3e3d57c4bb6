-- The obstacle ledger: opening hours of each station-day, split over what was worked and what each cause took.

-- One day of one post, settled from what was observed and reported. Settling it again replaces it.
CREATE TABLE rekam.station_day (
    station_id text COLLATE "C" NOT NULL,
    day date NOT NULL,
    place text COLLATE "C" NOT NULL,
    open_s integer NOT NULL CHECK (open_s >= 0),
    worked_s integer NOT NULL CHECK (worked_s BETWEEN 0 AND open_s),
    recorded integer NOT NULL,
    refused integer NOT NULL,
    -- NULL = nobody counted.
    turned_away integer,
    blanks_used integer,
    blanks_left integer,
    -- Who told the counts: the station, its packets alone, an office, or the demonstration.
    source text NOT NULL CHECK (source IN ('station', 'packets', 'office', 'contoh')),
    settled_at bigint NOT NULL,
    PRIMARY KEY (station_id, day)
);
CREATE INDEX station_day_place ON rekam.station_day (place, day);

-- What a cause took of a station-day. worked_s and all lost_s of a day are its open_s.
CREATE TABLE rekam.lost_time (
    station_id text COLLATE "C" NOT NULL,
    day date NOT NULL,
    cause text NOT NULL,
    source text NOT NULL CHECK (source IN ('observed', 'reported')),
    lost_s integer NOT NULL CHECK (lost_s >= 0),
    -- Worked in spite of it: recording went on without a line, on a battery, while suspended.
    hindered_s integer NOT NULL CHECK (hindered_s >= 0),
    -- What was reported before anything observed was set against it.
    claimed_s integer NOT NULL CHECK (claimed_s >= 0),
    evidence text[] NOT NULL,
    PRIMARY KEY (station_id, day, cause, source),
    FOREIGN KEY (station_id, day) REFERENCES rekam.station_day ON DELETE CASCADE
);

-- Sums of days by province (width 2), kabupaten/kota (5) and kecamatan (8), kept with each settling.
CREATE TABLE rekam.worked_sum (
    width smallint NOT NULL,
    place text COLLATE "C" NOT NULL,
    day date NOT NULL,
    posts integer NOT NULL,
    open_s bigint NOT NULL,
    worked_s bigint NOT NULL,
    recorded bigint NOT NULL,
    refused bigint NOT NULL,
    turned_away bigint NOT NULL,
    PRIMARY KEY (width, place, day)
);
CREATE TABLE rekam.lost_sum (
    width smallint NOT NULL,
    place text COLLATE "C" NOT NULL,
    day date NOT NULL,
    cause text NOT NULL,
    source text NOT NULL,
    lost_s bigint NOT NULL,
    hindered_s bigint NOT NULL,
    claimed_s bigint NOT NULL,
    PRIMARY KEY (width, place, day, cause, source)
);

-- Lost hours that an office or a supervisor reports. A report is never changed; it is reviewed by somebody else.
CREATE TABLE rekam.loss_report (
    report_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place text COLLATE "C" NOT NULL,
    -- NULL = every post of the place.
    station_id text COLLATE "C",
    cause text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL CHECK (last_day >= first_day),
    -- Of each opening day; NULL = the source names the cause and no hours.
    seconds_a_day integer CHECK (seconds_a_day > 0),
    -- Residents who came and left without a recording; NULL = nobody counted.
    turned_away integer CHECK (turned_away >= 0),
    note text NOT NULL,
    -- Letter, photograph, link: where it can be looked up.
    evidence text NOT NULL,
    source text NOT NULL,
    reported_by text NOT NULL,
    reported_at bigint NOT NULL
);
CREATE INDEX loss_report_place ON rekam.loss_report (place, first_day);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.loss_report
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- The newest review of a report holds.
CREATE TABLE rekam.loss_review (
    review_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    report_id bigint NOT NULL REFERENCES rekam.loss_report,
    accepted boolean NOT NULL,
    note text NOT NULL,
    reviewed_by text NOT NULL,
    reviewed_at bigint NOT NULL
);
CREATE INDEX loss_review_report ON rekam.loss_review (report_id, review_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.loss_review
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();
-- The needs list of power looks at one cause of all kecamatan.
CREATE INDEX lost_sum_power ON rekam.lost_sum (day, place) INCLUDE (source, lost_s, hindered_s)
    WHERE width = 8 AND cause = 'power';
