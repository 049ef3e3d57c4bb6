-- Children, birth certificates, child identity cards.

-- The children of 0-18 of the newest data cut: the denominator, one by one. Renewed with each cut.
CREATE TABLE rekam.child (
    nik text COLLATE "C" PRIMARY KEY REFERENCES rekam.resident,
    village text COLLATE "C" NOT NULL,
    name_key text COLLATE "C" NOT NULL,
    birth_date date NOT NULL,
    -- As the family card tells it; empty = not known.
    mother text NOT NULL DEFAULT '',
    -- Had a certificate on the cut, before this system began to note them.
    certified_before boolean NOT NULL DEFAULT false,
    -- The certificate noted here that counts now.
    certificate_id bigint,
    -- Under 17 and never married on the cut: may hold a child identity card.
    card_base boolean NOT NULL DEFAULT false,
    -- Wajib KTP on the cut, beside `resident.obliged`, so that the queue of those turning 17 has an index of its own.
    obliged boolean NOT NULL
);
CREATE INDEX child_village ON rekam.child (village, name_key, nik);
CREATE INDEX child_missing ON rekam.child (village, name_key, nik)
    WHERE NOT certified_before AND certificate_id IS NULL;
CREATE INDEX child_turning ON rekam.child (birth_date, village) WHERE NOT obliged;

-- Certificates that offices noted. A wrong entry is withdrawn with a reason; it never disappears.
CREATE TABLE rekam.birth_certificate (
    certificate_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    nik text COLLATE "C" NOT NULL REFERENCES rekam.resident,
    village text COLLATE "C" NOT NULL,
    number text NOT NULL,
    -- Equal for all writings of one number.
    number_key text COLLATE "C" NOT NULL,
    issued_on date NOT NULL,
    office text NOT NULL,
    -- 'office' = an office entered it; 'contoh' = invented for a demonstration.
    source text NOT NULL CHECK (source IN ('office', 'contoh')),
    noted_at bigint NOT NULL,
    noted_by text NOT NULL,
    withdrawn_at bigint,
    withdrawn_by text,
    withdrawn_reason text,
    CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE UNIQUE INDEX birth_certificate_number ON rekam.birth_certificate (number_key) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX birth_certificate_child ON rekam.birth_certificate (nik) WHERE withdrawn_at IS NULL;
CREATE INDEX birth_certificate_village ON rekam.birth_certificate (village) WHERE withdrawn_at IS NULL;

-- Why a child has none, as somebody found out; the newest counts.
CREATE TABLE rekam.birth_reason (
    reason_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    nik text COLLATE "C" NOT NULL REFERENCES rekam.resident,
    reason text NOT NULL,
    remark text NOT NULL DEFAULT '',
    source text NOT NULL CHECK (source IN ('office', 'contoh')),
    noted_at bigint NOT NULL,
    noted_by text NOT NULL
);
CREATE INDEX birth_reason_child ON rekam.birth_reason (nik, reason_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.birth_reason
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- Child identity cards that were issued; each is valid until its own day.
CREATE TABLE rekam.child_card (
    card_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    nik text COLLATE "C" NOT NULL REFERENCES rekam.resident,
    village text COLLATE "C" NOT NULL,
    issued_on date NOT NULL,
    valid_until date NOT NULL,
    source text NOT NULL CHECK (source IN ('office', 'contoh')),
    noted_at bigint NOT NULL,
    noted_by text NOT NULL,
    CHECK (issued_on <= valid_until)
);
CREATE INDEX child_card_child ON rekam.child_card (nik, valid_until);
CREATE INDEX child_card_village ON rekam.child_card (village, valid_until);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.child_card
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- Counters of each village, moved with each entry and recounted from the tables above to prove them.
CREATE TABLE rekam.birth_count (
    village text COLLATE "C" PRIMARY KEY,
    children bigint NOT NULL DEFAULT 0,
    certified bigint NOT NULL DEFAULT 0,
    card_base bigint NOT NULL DEFAULT 0
);
