-- Devices, captures, power and line as the stations saw them.

-- Faults that operators reported; a ticket of the fleet's ledger will point here.
CREATE TABLE rekam.device_fault (
    station_id text COLLATE "C" NOT NULL REFERENCES rekam.station,
    -- SHA-256 of the journal entry that brought it: the same entry again changes nothing.
    entry_hash bytea NOT NULL,
    component text NOT NULL,
    -- Make, model and serial number as the device told them; empty = it did not answer.
    label text NOT NULL,
    problem text NOT NULL,
    remark text NOT NULL,
    reported_at bigint NOT NULL,
    arrived_at bigint NOT NULL,
    PRIMARY KEY (station_id, entry_hash)
);
CREATE INDEX device_fault_time ON rekam.device_fault (arrived_at);
