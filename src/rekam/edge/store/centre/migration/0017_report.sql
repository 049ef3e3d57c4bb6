-- Monthly reports of offices: what was expected, what came, what it said.

-- Who has to report, from which month to which; nothing is expected of anybody else.
CREATE TABLE rekam.report_duty (
    place text COLLATE "C" PRIMARY KEY,
    -- First days of months.
    since date NOT NULL,
    until date,
    source text NOT NULL
);

-- What came. A correction is a further version that names the one before; nothing is ever changed.
CREATE TABLE rekam.report (
    report_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place text COLLATE "C" NOT NULL,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    version integer NOT NULL CHECK (version > 0),
    -- 'signed' = composed and signed here; 'imported' = figures of an office that does not use Rekam;
    -- 'noted' = only that it came, and when.
    kind text NOT NULL CHECK (kind IN ('signed', 'imported', 'noted')),
    received_at bigint NOT NULL,
    received_by text NOT NULL,
    source text NOT NULL,
    -- The canonical bytes, their SHA-256 and the signature of the centre's key over them; of signed ones only.
    statement bytea,
    digest bytea CHECK (length(digest) = 32),
    key_id text,
    signature bytea CHECK (length(signature) = 64),
    reason text NOT NULL DEFAULT '',
    UNIQUE (place, month, version),
    CHECK ((kind = 'signed') = (statement IS NOT NULL AND digest IS NOT NULL AND key_id IS NOT NULL
                                AND signature IS NOT NULL))
);
CREATE INDEX report_month ON rekam.report (month, place);
CREATE INDEX report_digest ON rekam.report (digest) WHERE digest IS NOT NULL;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.report
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

CREATE TABLE rekam.report_reminder (
    place text COLLATE "C" NOT NULL,
    month date NOT NULL,
    at bigint NOT NULL,
    by text NOT NULL,
    note text NOT NULL,
    PRIMARY KEY (place, month, at)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.report_reminder
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- A file of figures on its way in: checked, looked at, loaded. The same file for the same month is one row.
CREATE TABLE rekam.figure_file (
    file_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
    territory text COLLATE "C" NOT NULL,
    month date NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('checking', 'bad', 'good', 'loaded')),
    source text NOT NULL,
    rows_read integer NOT NULL DEFAULT 0,
    bad_cells integer NOT NULL DEFAULT 0,
    -- Packed: the good rows, or every bad cell.
    rows bytea,
    findings bytea,
    -- Why the file as a whole was not read; a problem with its details.
    problem text,
    problem_details jsonb NOT NULL DEFAULT '{}',
    put_by text NOT NULL,
    put_at bigint NOT NULL,
    loaded_by text,
    loaded_at bigint,
    UNIQUE (content_hash, territory, month)
);
CREATE INDEX figure_file_place ON rekam.figure_file (territory, put_at);
