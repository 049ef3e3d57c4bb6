-- Device sets, components, tickets, custody, costs.
-- A component's state is a fold over its events; the fold stands beside them, written in the same transaction.

CREATE TABLE rekam.device_set (
    set_id text COLLATE "C" PRIMARY KEY,
    place text COLLATE "C" NOT NULL,
    -- The station that runs on it; NULL = a set that no Rekam station stands for.
    station_id text COLLATE "C" REFERENCES rekam.station,
    owner text NOT NULL CHECK (owner IN ('state', 'region', 'unknown')),
    -- Year; 0 = not known.
    bought integer NOT NULL,
    -- Where the line comes from: a file, an article, "contoh", "stasiun".
    source text NOT NULL,
    registered_at bigint NOT NULL,
    -- Whether it can record: every needed kind in service, in order and at its place; kept with each event.
    works boolean NOT NULL DEFAULT false
);
CREATE INDEX device_set_place ON rekam.device_set (place);
CREATE INDEX device_set_station ON rekam.device_set (station_id) WHERE station_id IS NOT NULL;

CREATE TABLE rekam.component (
    component_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    label text NOT NULL,
    serial text NOT NULL,
    owner text NOT NULL CHECK (owner IN ('state', 'region', 'unknown')),
    bought integer NOT NULL,
    source text NOT NULL,
    -- From here on the fold.
    set_id text COLLATE "C" REFERENCES rekam.device_set,
    home text COLLATE "C" NOT NULL,
    stage text NOT NULL,
    condition text NOT NULL,
    holder_kind text NOT NULL,
    holder_place text COLLATE "C" NOT NULL,
    -- Where it is bound for while it travels.
    bound_kind text,
    bound_place text COLLATE "C",
    excepted boolean NOT NULL DEFAULT false,
    ticket_id bigint,
    since bigint NOT NULL,
    last_event integer NOT NULL,
    CHECK ((holder_kind = 'transit') = (bound_kind IS NOT NULL))
);
CREATE INDEX component_home ON rekam.component (home, kind, condition);
CREATE INDEX component_set ON rekam.component (set_id);
CREATE INDEX component_ticket ON rekam.component (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX component_label ON rekam.component (label) WHERE label <> '';
CREATE INDEX component_travelling ON rekam.component (holder_kind, home) WHERE holder_kind <> 'office';

CREATE TABLE rekam.ticket (
    ticket_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    component_id bigint NOT NULL REFERENCES rekam.component,
    set_id text COLLATE "C",
    place text COLLATE "C" NOT NULL,
    station_id text COLLATE "C",
    component text NOT NULL,
    source text NOT NULL CHECK (source IN ('observed', 'reported')),
    remark text NOT NULL,
    opened_at bigint NOT NULL,
    opened_by text NOT NULL,
    closed_at bigint,
    -- in_service, replaced, written_off; NULL while open.
    outcome text,
    -- First telling "repaired", for the mean time to repair.
    repaired_at bigint,
    CHECK ((closed_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX ticket_open ON rekam.ticket (place, opened_at) WHERE closed_at IS NULL;
CREATE INDEX ticket_age ON rekam.ticket (opened_at, ticket_id) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX ticket_one_open ON rekam.ticket (component_id) WHERE closed_at IS NULL;
CREATE INDEX ticket_place ON rekam.ticket (place, closed_at);
CREATE INDEX ticket_component ON rekam.ticket (component_id);

-- Which reports of stations a ticket answers: the same report again changes nothing.
CREATE TABLE rekam.ticket_fault (
    station_id text COLLATE "C" NOT NULL,
    entry_hash bytea NOT NULL,
    ticket_id bigint NOT NULL REFERENCES rekam.ticket,
    PRIMARY KEY (station_id, entry_hash),
    FOREIGN KEY (station_id, entry_hash) REFERENCES rekam.device_fault
);
CREATE INDEX ticket_fault_ticket ON rekam.ticket_fault (ticket_id);

CREATE TABLE rekam.component_event (
    event_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    component_id bigint NOT NULL REFERENCES rekam.component,
    sequence integer NOT NULL,
    step text NOT NULL,
    at bigint NOT NULL,
    actor text NOT NULL,
    ticket_id bigint REFERENCES rekam.ticket,
    -- Whatever the fold needs: set, place, condition, holder; and what people wrote.
    details jsonb NOT NULL DEFAULT '{}',
    UNIQUE (component_id, sequence)
);
CREATE INDEX component_event_ticket ON rekam.component_event (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX component_event_moved ON rekam.component_event ((details->>'from_set')) WHERE step = 'move';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.component_event
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- Who handed what to whom, with the number of the letter; printed as berita acara serah terima.
CREATE TABLE rekam.handover (
    handover_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id bigint NOT NULL UNIQUE REFERENCES rekam.component_event,
    component_id bigint NOT NULL REFERENCES rekam.component,
    ticket_id bigint REFERENCES rekam.ticket,
    from_kind text NOT NULL,
    from_place text COLLATE "C" NOT NULL,
    from_person text NOT NULL,
    to_kind text NOT NULL,
    to_place text COLLATE "C" NOT NULL,
    to_person text NOT NULL,
    letter text NOT NULL,
    handed_on date NOT NULL,
    at bigint NOT NULL
);
CREATE INDEX handover_component ON rekam.handover (component_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.handover
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

CREATE TABLE rekam.repair_cost (
    cost_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id bigint NOT NULL REFERENCES rekam.ticket,
    place text COLLATE "C" NOT NULL,
    action text NOT NULL,
    rupiah bigint NOT NULL CHECK (rupiah > 0),
    payer text NOT NULL CHECK (payer IN ('apbn', 'apbd')),
    -- What the dated rule says on that day; empty = no rule is known. Beside it why it was paid otherwise.
    rule text NOT NULL,
    reason text NOT NULL,
    receipt text NOT NULL,
    paid_on date NOT NULL,
    at bigint NOT NULL,
    actor text NOT NULL
);
CREATE INDEX repair_cost_place ON rekam.repair_cost (place, payer);
CREATE UNIQUE INDEX repair_cost_receipt ON rekam.repair_cost (ticket_id, receipt);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rekam.repair_cost
    FOR EACH STATEMENT EXECUTE FUNCTION rekam.only_append();

-- When a ticket left its place without a working component: a loan ends a stretch, its return begins another.
CREATE TABLE rekam.device_outage (
    ticket_id bigint NOT NULL REFERENCES rekam.ticket,
    station_id text COLLATE "C",
    place text COLLATE "C" NOT NULL,
    component text NOT NULL,
    since bigint NOT NULL,
    until bigint,
    PRIMARY KEY (ticket_id, since),
    CHECK (until IS NULL OR until >= since)
);
CREATE INDEX device_outage_place ON rekam.device_outage (place, since);

-- When a station itself saw a device go away and come back.
CREATE TABLE rekam.device_gap (
    station_id text COLLATE "C" NOT NULL REFERENCES rekam.station,
    component text NOT NULL,
    since bigint NOT NULL,
    until bigint,
    PRIMARY KEY (station_id, component, since),
    CHECK (until IS NULL OR until >= since)
);

-- What other ledgers read: hours without a device. A gap that no ticket of that station and component covers
-- stands with ticket 0.
CREATE VIEW rekam.device_downtime AS
SELECT ticket_id, station_id, place, component, since, until FROM rekam.device_outage
UNION ALL
SELECT 0::bigint, gap.station_id, station.region, gap.component, gap.since, gap.until
FROM rekam.device_gap AS gap JOIN rekam.station USING (station_id)
WHERE NOT EXISTS (
    SELECT FROM rekam.device_outage AS outage
    WHERE outage.station_id = gap.station_id AND outage.component = gap.component
      AND outage.since < coalesce(gap.until, 9223372036854775807)
      AND coalesce(outage.until, 9223372036854775807) > gap.since
);
