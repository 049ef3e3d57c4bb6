-- What people at the centre and the offices do: adjudicate, print, hand over, sign in.

CREATE TABLE rekam.account (
    name text COLLATE "C" PRIMARY KEY,
    full_name text NOT NULL,
    role text NOT NULL,
    territory text COLLATE "C" NOT NULL,
    password_hash text NOT NULL,
    valid_until bigint NOT NULL DEFAULT 0,
    active boolean NOT NULL DEFAULT true
);
CREATE INDEX account_territory ON rekam.account (territory);

CREATE TABLE rekam.adjudication (
    case_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    packet_id bytea NOT NULL UNIQUE REFERENCES rekam.packet,
    opened_at bigint NOT NULL,
    closed_at bigint,
    outcome text
);
CREATE INDEX adjudication_open ON rekam.adjudication (opened_at) WHERE closed_at IS NULL;

CREATE TABLE rekam.candidate (
    case_id bigint NOT NULL REFERENCES rekam.adjudication,
    rank smallint NOT NULL,
    packet_id bytea NOT NULL REFERENCES rekam.packet,
    score double precision NOT NULL,
    zone text NOT NULL,
    parts jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (case_id, rank)
);

CREATE TABLE rekam.verdict (
    verdict_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES rekam.adjudication,
    adjudicator text NOT NULL,
    verdict text NOT NULL,
    same_as text[] NOT NULL DEFAULT '{}',
    reason text NOT NULL,
    at bigint NOT NULL
);
CREATE INDEX verdict_case ON rekam.verdict (case_id);

CREATE TABLE rekam.card (
    card_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    packet_id bytea NOT NULL REFERENCES rekam.packet,
    nik text COLLATE "C" NOT NULL,
    place text COLLATE "C" NOT NULL,
    printed_at bigint NOT NULL,
    printed_by text NOT NULL,
    handed_over_at bigint,
    handed_over_by text,
    received_by text,
    void boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX card_live ON rekam.card (packet_id) WHERE NOT void;

CREATE TABLE rekam.stock (
    place text COLLATE "C" NOT NULL,
    item text NOT NULL,
    quantity bigint NOT NULL CHECK (quantity >= 0),
    changed_at bigint NOT NULL,
    PRIMARY KEY (place, item)
);
