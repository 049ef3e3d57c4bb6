-- Coverage: sums by kecamatan, versions of data cuts, targets, history, figures of offices that only report.

-- The counters of the villages summed by kecamatan, written in the same transaction (a nation's page sums
-- 7,285 rows instead of 83,000). Not coarser: one row for a province would make all its stations wait in a line.
CREATE TABLE rekam.coverage_district (
    district text COLLATE "C" PRIMARY KEY,
    obliged bigint NOT NULL DEFAULT 0,
    recorded_before bigint NOT NULL DEFAULT 0,
    received bigint NOT NULL DEFAULT 0,
    "unique" bigint NOT NULL DEFAULT 0,
    duplicate bigint NOT NULL DEFAULT 0,
    printed bigint NOT NULL DEFAULT 0,
    handed_over bigint NOT NULL DEFAULT 0,
    early bigint NOT NULL DEFAULT 0
);
INSERT INTO rekam.coverage_district
SELECT substr(village, 1, 8), sum(obliged), sum(recorded_before), sum(received), sum("unique"), sum(duplicate),
       sum(printed), sum(handed_over), sum(early)
FROM rekam.coverage GROUP BY 1;

-- What every data cut said of a village when it was loaded: an older figure keeps its own denominator.
-- A cut loaded again is another version; the newest holds.
CREATE TABLE rekam.cut_count (
    cut_id integer NOT NULL REFERENCES rekam.cut,
    -- From 1 for each cut.
    version integer NOT NULL CHECK (version > 0),
    loaded_at bigint NOT NULL,
    village text COLLATE "C" NOT NULL,
    obliged bigint NOT NULL CHECK (obliged >= 0),
    -- Obliged residents with a recording at that moment: the numerator of that day.
    recorded bigint NOT NULL,
    PRIMARY KEY (cut_id, version, village)
);
INSERT INTO rekam.cut_count
SELECT cut_id, 1, loaded_at, village, obliged, recorded_before + received
FROM rekam.coverage, (SELECT cut_id, loaded_at FROM rekam.cut ORDER BY as_of DESC, cut_id DESC LIMIT 1) AS newest;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.cut_count
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- The same summed by kecamatan, for every page above a village.
CREATE TABLE rekam.cut_district (
    cut_id integer NOT NULL REFERENCES rekam.cut,
    version integer NOT NULL,
    district text COLLATE "C" NOT NULL,
    obliged bigint NOT NULL,
    recorded bigint NOT NULL,
    PRIMARY KEY (cut_id, version, district)
);
INSERT INTO rekam.cut_district
SELECT cut_id, version, substr(village, 1, 8), sum(obliged), sum(recorded) FROM rekam.cut_count GROUP BY 1, 2, 3;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.cut_district
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- Figures that Rekam did not count: of offices that do not use it, and published ones. A correction is a new
-- version; nothing is overwritten.
CREATE TABLE rekam.reported_count (
    count_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place text COLLATE "C" NOT NULL,
    as_of date NOT NULL,
    cut text NOT NULL,
    obliged bigint NOT NULL CHECK (obliged >= 0),
    recorded bigint NOT NULL CHECK (recorded >= 0),
    population bigint CHECK (population >= 0),
    printed bigint CHECK (printed >= 0),
    handed_over bigint CHECK (handed_over >= 0),
    ready_to_print bigint CHECK (ready_to_print >= 0),
    sent bigint CHECK (sent >= 0),
    duplicate bigint CHECK (duplicate >= 0),
    temporary_letters bigint CHECK (temporary_letters >= 0),
    blanks_in bigint CHECK (blanks_in >= 0),
    blanks_used bigint CHECK (blanks_used >= 0),
    blanks_left bigint CHECK (blanks_left >= 0),
    source text NOT NULL CHECK (source <> ''),
    kind text NOT NULL CHECK (kind IN ('imported', 'published', 'report')),
    entered_at bigint NOT NULL,
    -- From 1 for each place, day and kind.
    version integer NOT NULL CHECK (version > 0),
    UNIQUE (place, as_of, kind, version)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.reported_count
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- Which of them holds for a place: of the latest day the one entered last.
CREATE TABLE rekam.reported_now (
    place text COLLATE "C" PRIMARY KEY,
    as_of date NOT NULL,
    cut text NOT NULL,
    obliged bigint NOT NULL,
    recorded bigint NOT NULL,
    source text NOT NULL,
    count_id bigint NOT NULL REFERENCES rekam.reported_count,
    -- Letters of the code of the nearest place above that reports too; -1 = none. A sum leaves out whoever stands
    -- under a place that is in it already.
    nearest_above integer NOT NULL DEFAULT -1
);

-- Coverage as somebody published or reported it, also where only a percentage was printed.
CREATE TABLE rekam.history_point (
    point_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place text COLLATE "C" NOT NULL,
    on_day date NOT NULL,
    numerator bigint CHECK (numerator >= 0),
    denominator bigint CHECK (denominator > 0),
    -- 0.8850 as printed; NULL when only the two counts were.
    fraction_reported double precision CHECK (fraction_reported >= 0),
    -- The source says "about".
    approximate boolean NOT NULL DEFAULT false,
    -- Data cut behind the denominator; empty = the source does not say.
    cut text NOT NULL DEFAULT '',
    source text NOT NULL CHECK (source <> ''),
    kind text NOT NULL CHECK (kind IN ('imported', 'published', 'report')),
    remark text NOT NULL DEFAULT '',
    entered_at bigint NOT NULL,
    CHECK (fraction_reported IS NOT NULL OR (numerator IS NOT NULL AND denominator IS NOT NULL))
);
CREATE INDEX history_point_place ON rekam.history_point (place, on_day);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.history_point
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- The live counters of each day, at its first look: nation, province, kabupaten/kota and kecamatan.
CREATE TABLE rekam.coverage_day (
    place text COLLATE "C" NOT NULL,
    day date NOT NULL,
    cut text NOT NULL,
    obliged bigint NOT NULL,
    recorded bigint NOT NULL,
    received bigint NOT NULL,
    "unique" bigint NOT NULL,
    printed bigint NOT NULL,
    handed_over bigint NOT NULL,
    -- Kecamatan with obliged residents behind it: a sum of few of many is not the place's figure.
    parts integer NOT NULL,
    counted_at bigint NOT NULL,
    PRIMARY KEY (place, day)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.coverage_day
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- Targets: the newest of a place and step holds there, and below it where no nearer one is set.
CREATE TABLE rekam.target (
    target_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place text COLLATE "C" NOT NULL,
    step text NOT NULL CHECK (step IN ('recorded', 'unique', 'printed', 'handed_over')),
    fraction double precision NOT NULL CHECK (fraction > 0 AND fraction <= 1),
    by_day date NOT NULL,
    set_by text NOT NULL,
    basis text NOT NULL CHECK (basis <> ''),
    set_at bigint NOT NULL
);
CREATE INDEX target_place ON rekam.target (place, step, target_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.target
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();
