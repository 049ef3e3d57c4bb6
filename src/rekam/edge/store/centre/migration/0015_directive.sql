-- Directives, officials, meetings.

-- Who holds which post, term by term. A line is only ever closed (its last day set), never rewritten.
CREATE TABLE rekam.official (
    official_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    post text NOT NULL CHECK (post IN (
        'minister', 'director_general', 'governor', 'regent', 'mayor', 'head_of_province_office',
        'head_of_office', 'camat', 'head_of_unit', 'depot')),
    place text COLLATE "C" NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    -- Plt: does the work of the post without being appointed to it.
    acting boolean NOT NULL DEFAULT false,
    telephone text NOT NULL DEFAULT '',
    email text NOT NULL DEFAULT '',
    since date NOT NULL,
    -- Last day in the post.
    until date,
    appointed_by text NOT NULL,
    -- Number and day of the minister's permission (UU 24/2013 art. 83A); empty = none was shown.
    permission text NOT NULL DEFAULT '',
    permission_on date,
    source text NOT NULL DEFAULT '',
    CHECK (until IS NULL OR until >= since),
    -- One post, one person at a time. The post and its place are one point of a line of numbers.
    EXCLUDE USING gist (
        int8range(hashtextextended(post || ' ' || place, 0), hashtextextended(post || ' ' || place, 0), '[]') WITH &&,
        daterange(since, until, '[]') WITH &&)
);
CREATE INDEX official_post ON rekam.official (place, post, since);

-- What an office is: a new line each time it changes, the newest of a day holds from that day.
CREATE TABLE rekam.office (
    office_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place text COLLATE "C" NOT NULL,
    since date NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    -- PP 18/2016: A is the largest; empty = not known.
    type text NOT NULL CHECK (type IN ('A', 'B', 'C', '')),
    -- The task it shares a roof with, as "sosial"; empty = none.
    merged_with text NOT NULL DEFAULT '',
    address text NOT NULL DEFAULT '',
    telephone text NOT NULL DEFAULT '',
    open_hours text NOT NULL DEFAULT '',
    basis text NOT NULL DEFAULT '',
    source text NOT NULL DEFAULT '',
    kept_by text NOT NULL,
    kept_at bigint NOT NULL
);
CREATE INDEX office_place ON rekam.office (place, since, office_id);

CREATE TABLE rekam.meeting (
    meeting_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title text NOT NULL CHECK (title <> ''),
    held_on date NOT NULL,
    -- Whose meeting it is: the region that called it; empty = the nation.
    called_by text COLLATE "C" NOT NULL,
    place text COLLATE "C" NOT NULL,
    venue text NOT NULL,
    -- Who was asked to come: key of a group of regions and a post.
    region_group text NOT NULL,
    invited_post text NOT NULL,
    chair text NOT NULL,
    source text NOT NULL DEFAULT '',
    kept_by text NOT NULL,
    kept_at bigint NOT NULL
);
CREATE INDEX meeting_day ON rekam.meeting (held_on);

CREATE TABLE rekam.meeting_attendance (
    meeting_id bigint NOT NULL REFERENCES rekam.meeting,
    post text NOT NULL,
    place text COLLATE "C" NOT NULL,
    name text NOT NULL DEFAULT '',
    presence text NOT NULL CHECK (presence IN ('present', 'represented', 'absent', 'unknown')),
    PRIMARY KEY (meeting_id, place, post)
);

CREATE TABLE rekam.meeting_decision (
    decision_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting_id bigint NOT NULL REFERENCES rekam.meeting,
    number integer NOT NULL,
    words text NOT NULL CHECK (words <> ''),
    owner_post text NOT NULL,
    owner_place text COLLATE "C" NOT NULL,
    owner_name text NOT NULL DEFAULT '',
    deadline_on date,
    UNIQUE (meeting_id, number)
);

CREATE TABLE rekam.directive (
    directive_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter text NOT NULL,
    title text NOT NULL CHECK (title <> ''),
    words text NOT NULL CHECK (words <> ''),
    basis text NOT NULL,
    issuer_post text NOT NULL,
    issuer_place text COLLATE "C" NOT NULL,
    issuer_name text NOT NULL,
    -- Who said "this is my responsibility".
    responsible text NOT NULL,
    deadline_on date NOT NULL,
    -- What counts as done: key of a live figure and its goal, or 'document'.
    evidence text NOT NULL,
    goal double precision,
    -- Sentence for the first page of the addressees' stations; empty = none.
    station_words text NOT NULL DEFAULT '',
    source text NOT NULL DEFAULT '',
    issued_at bigint NOT NULL,
    issued_by text NOT NULL,
    -- The line of the cascade that passed it on; NULL = it begins here.
    parent_id bigint,
    decision_id bigint REFERENCES rekam.meeting_decision
);
CREATE INDEX directive_issuer ON rekam.directive (issuer_place, issued_at);
CREATE INDEX directive_decision ON rekam.directive (decision_id) WHERE decision_id IS NOT NULL;

-- One line for each post that a directive is for; the fold of its events is kept beside them.
CREATE TABLE rekam.addressee (
    addressee_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    directive_id bigint NOT NULL REFERENCES rekam.directive,
    post text NOT NULL,
    place text COLLATE "C" NOT NULL,
    -- The holder as the directive was issued, and after a replacement the successor; empty = nobody is entered.
    name text NOT NULL,
    -- End of the deadline's day in the place's own time zone, Unix seconds.
    due_at bigint NOT NULL,
    state text NOT NULL,
    since bigint NOT NULL,
    last_event integer NOT NULL,
    acknowledged_at bigint,
    reminded_at bigint,
    UNIQUE (directive_id, place, post)
);
CREATE INDEX addressee_place ON rekam.addressee (place, state);
CREATE INDEX addressee_due ON rekam.addressee (due_at) WHERE state NOT IN ('closed', 'excused', 'withdrawn');
ALTER TABLE rekam.directive ADD FOREIGN KEY (parent_id) REFERENCES rekam.addressee;
CREATE INDEX directive_parent ON rekam.directive (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE rekam.directive_event (
    addressee_id bigint NOT NULL REFERENCES rekam.addressee,
    sequence integer NOT NULL CHECK (sequence > 0),
    kind text NOT NULL,
    at bigint NOT NULL,
    actor text NOT NULL,
    words text NOT NULL DEFAULT '',
    details jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (addressee_id, sequence)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.directive_event
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- The live figure of an addressee's place as it stood when the directive was issued, at the deadline, at the close.
CREATE TABLE rekam.directive_reading (
    addressee_id bigint NOT NULL REFERENCES rekam.addressee,
    moment text NOT NULL CHECK (moment IN ('issued', 'deadline', 'closed')),
    numerator bigint NOT NULL,
    -- NULL = a plain count.
    denominator bigint,
    cut text NOT NULL,
    counted_at bigint NOT NULL,
    PRIMARY KEY (addressee_id, moment)
);
