-- Stations, packets, and the ledger of events from which everything else can be read again.

CREATE TABLE rekam.station (
    station_id text COLLATE "C" PRIMARY KEY,
    region text COLLATE "C" NOT NULL,
    name text NOT NULL,
    -- Each as the text that people exchange; two while a key is being changed.
    public_keys bytea[] NOT NULL,
    state text NOT NULL CHECK (state IN ('active', 'retired')),
    enrolled_at bigint NOT NULL,
    last_contact bigint,
    roster_version text NOT NULL DEFAULT '',
    -- Bodies that the station said it still holds at its last contact.
    held integer NOT NULL DEFAULT 0
);

CREATE TABLE rekam.packet (
    packet_id bytea PRIMARY KEY CHECK (length(packet_id) = 32),
    station_id text COLLATE "C" NOT NULL REFERENCES rekam.station,
    sequence bigint NOT NULL CHECK (sequence > 0),
    manifest bytea NOT NULL,
    manifest_hash bytea NOT NULL,
    previous bytea NOT NULL,
    body_size bigint NOT NULL,
    region text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    operator text NOT NULL,
    captured_at bigint NOT NULL,
    sealed_at bigint NOT NULL,
    announced_at bigint NOT NULL,
    received_at bigint,
    -- 'fork' = another manifest has this number; 'break' = does not follow the one before.
    link text NOT NULL DEFAULT 'sound' CHECK (link IN ('sound', 'fork', 'break'))
);
CREATE INDEX packet_chain ON rekam.packet (station_id, sequence);
CREATE INDEX packet_awaited ON rekam.packet (station_id, sequence) WHERE received_at IS NULL;

CREATE TABLE rekam.event (
    event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    packet_id bytea NOT NULL REFERENCES rekam.packet,
    sequence integer NOT NULL,
    kind text NOT NULL,
    at bigint NOT NULL,
    actor text NOT NULL,
    details jsonb NOT NULL DEFAULT '{}',
    UNIQUE (packet_id, sequence)
);

-- The fold of the events, kept beside them in the same transaction.
CREATE TABLE rekam.recording (
    packet_id bytea PRIMARY KEY REFERENCES rekam.packet,
    receipt_code text COLLATE "C" NOT NULL,
    station_id text COLLATE "C" NOT NULL,
    nik text COLLATE "C",
    village text COLLATE "C",
    -- The village once the packet is opened, until then the place of recording.
    place text COLLATE "C" NOT NULL,
    obliged boolean,
    -- Whether this is the recording that counts for its NIK: it holds the resident's claim.
    counted boolean NOT NULL DEFAULT false,
    status text NOT NULL,
    since bigint NOT NULL,
    owner text,
    due_at bigint,
    last_event integer NOT NULL,
    problem text,
    problem_details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX recording_place ON rekam.recording (place, status);
CREATE INDEX recording_code ON rekam.recording (receipt_code);
CREATE INDEX recording_nik ON rekam.recording (nik) WHERE nik IS NOT NULL;
CREATE INDEX recording_station ON rekam.recording (station_id, status);
CREATE INDEX recording_due ON rekam.recording (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX recording_queue ON rekam.recording (place, since) WHERE status = 'print_ready_record';

-- What stood in an opened packet, without the samples.
CREATE TABLE rekam.content (
    packet_id bytea PRIMARY KEY REFERENCES rekam.packet,
    biodata jsonb NOT NULL,
    original jsonb,
    missing jsonb NOT NULL DEFAULT '[]',
    notes jsonb NOT NULL DEFAULT '[]',
    operator text NOT NULL,
    supervisor text,
    started_at bigint NOT NULL,
    consented_at bigint NOT NULL
);

CREATE TABLE rekam.log_leaf (
    leaf_index bigint PRIMARY KEY,
    leaf bytea NOT NULL,
    packet_id bytea NOT NULL UNIQUE REFERENCES rekam.packet,
    -- Root of the log that ends with this leaf.
    root bytea NOT NULL,
    at bigint NOT NULL
);

CREATE TABLE rekam.log_edge (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    size bigint NOT NULL,
    peaks bytea NOT NULL
);
INSERT INTO rekam.log_edge (size, peaks) VALUES (0, '');

CREATE TABLE rekam.receipt (
    packet_id bytea PRIMARY KEY REFERENCES rekam.packet,
    signed bytea NOT NULL,
    issued_at bigint NOT NULL
);

CREATE TABLE rekam.suspension (
    suspension_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    territory text COLLATE "C" NOT NULL,
    -- NULL = every station of the territory.
    station_id text COLLATE "C" REFERENCES rekam.station,
    cause text NOT NULL,
    letter text NOT NULL,
    condition text NOT NULL,
    decided_by text NOT NULL,
    since bigint NOT NULL,
    until bigint,
    restored_at bigint,
    restored_by text,
    restored_note text
);
CREATE INDEX suspension_open ON rekam.suspension (territory) WHERE restored_at IS NULL;

CREATE TABLE rekam.journal (
    station_id text COLLATE "C" NOT NULL REFERENCES rekam.station,
    entry bytea NOT NULL,
    entry_hash bytea NOT NULL,
    arrived_at bigint NOT NULL,
    PRIMARY KEY (station_id, entry_hash)
);

CREATE TABLE rekam.audit (
    audit_id bigint PRIMARY KEY,
    at bigint NOT NULL,
    actor text NOT NULL,
    act text NOT NULL,
    place text COLLATE "C" NOT NULL,
    subject text NOT NULL,
    details jsonb NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL
);
CREATE INDEX audit_subject ON rekam.audit (subject);
CREATE INDEX audit_actor ON rekam.audit (actor, audit_id);

CREATE TABLE rekam.audit_head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    audit_id bigint NOT NULL,
    hash bytea NOT NULL
);
INSERT INTO rekam.audit_head (audit_id, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

CREATE FUNCTION rekam.only_append() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END;
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.event
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.log_leaf
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.receipt
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.audit
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();
