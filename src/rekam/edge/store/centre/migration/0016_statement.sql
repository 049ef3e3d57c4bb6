-- Published statements: figures and claims as they were printed, with who said them and where.

CREATE TABLE rekam.statement (
    statement_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Day that the figure speaks of; NULL = not said.
    day date,
    -- Empty = the nation.
    place text COLLATE "C" NOT NULL,
    -- Figures as printed, by the check's column names: "2,1 juta" stays "2,1 juta".
    cells jsonb NOT NULL,
    -- The exact words; empty where only figures were handed on.
    wording text NOT NULL,
    remark text NOT NULL,
    speaker text NOT NULL,
    source text NOT NULL CHECK (source <> ''),
    -- SHA-256 of all above: the same statement is entered once.
    fingerprint bytea NOT NULL UNIQUE CHECK (length(fingerprint) = 32),
    entered_by text NOT NULL,
    entered_at bigint NOT NULL
);
CREATE INDEX statement_place ON rekam.statement (place, day);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.statement
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();
