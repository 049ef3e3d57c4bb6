-- Who may sign in until when, what was revoked, and how far the clock is believed.

-- Unix seconds of the centre's clock when an account was deactivated; NULL while it is active.
ALTER TABLE rekam.account ADD COLUMN revoked_at bigint;
UPDATE rekam.account SET revoked_at = extract(epoch FROM now())::bigint WHERE NOT active;

-- Own keys of operators and supervisors as their stations reported them; never removed: old packets need them.
CREATE TABLE rekam.signing_key (
    station_id text COLLATE "C" NOT NULL REFERENCES rekam.station,
    account text NOT NULL,
    key_id text NOT NULL,
    public bytea NOT NULL CHECK (length(public) = 32),
    -- Head of the station's chain when the key was made: what comes behind it is signed.
    after_sequence bigint NOT NULL,
    reported_at bigint NOT NULL,
    PRIMARY KEY (station_id, account, key_id)
);

-- The policy that a station is to follow; its version rises with every change of its orders.
CREATE TABLE rekam.station_policy (
    station_id text COLLATE "C" PRIMARY KEY REFERENCES rekam.station,
    version bigint NOT NULL CHECK (version >= 1),
    orders bytea NOT NULL,
    signed bytea NOT NULL,
    issued_at bigint NOT NULL
);

-- The secret that a station shares for forgotten passwords, wrapped to the centre's sealing key.
CREATE TABLE rekam.recovery_secret (
    station_id text COLLATE "C" PRIMARY KEY REFERENCES rekam.station,
    wrapped bytea NOT NULL,
    reported_at bigint NOT NULL
);

-- Sentences of an office for the first page of its stations.
CREATE TABLE rekam.instruction (
    instruction_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    territory text COLLATE "C" NOT NULL,
    words text NOT NULL,
    since bigint NOT NULL,
    until bigint NOT NULL,
    by text NOT NULL
);
CREATE INDEX instruction_territory ON rekam.instruction (territory);
