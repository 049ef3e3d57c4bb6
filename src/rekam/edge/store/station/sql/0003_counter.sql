-- The counter: queue, appointments, reasons against names, closing of the day.

-- Why somebody of the roster has not come. Lines are only added: the newest of a NIK holds, an empty reason lifts.
CREATE TABLE absence (
    number INTEGER PRIMARY KEY,
    nik    TEXT NOT NULL,
    reason TEXT NOT NULL,
    remark TEXT NOT NULL,
    at     INTEGER NOT NULL,
    actor  TEXT NOT NULL
) STRICT;
CREATE INDEX absence_by_nik ON absence (nik, number);

-- Numbers of a day, given in the order of arrival. need: special need that goes first, empty = none.
CREATE TABLE queue_number (
    day        TEXT NOT NULL,
    number     INTEGER NOT NULL CHECK (number >= 1),
    nik        TEXT NOT NULL DEFAULT '',
    name       TEXT NOT NULL,
    need       TEXT NOT NULL CHECK (need IN ('', 'elderly', 'pregnant', 'disabled')),
    hour       INTEGER,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'done', 'left')),
    taken_at   INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (day, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_by_nik ON queue_number (nik) WHERE nik <> '';

-- Promised hours. number_given: the queue number when the person came.
CREATE TABLE appointment (
    number       INTEGER PRIMARY KEY,
    day          TEXT NOT NULL,
    hour         INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
    nik          TEXT NOT NULL DEFAULT '',
    name         TEXT NOT NULL,
    need         TEXT NOT NULL CHECK (need IN ('', 'elderly', 'pregnant', 'disabled')),
    state        TEXT NOT NULL CHECK (state IN ('booked', 'arrived', 'cancelled')),
    number_given INTEGER,
    made_at      INTEGER NOT NULL,
    actor        TEXT NOT NULL
) STRICT;
CREATE INDEX appointment_by_day ON appointment (day, hour);

-- A day on which the team goes to a village.
CREATE TABLE visit (
    village TEXT NOT NULL,
    day     TEXT NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('planned', 'cancelled')),
    at      INTEGER NOT NULL,
    actor   TEXT NOT NULL,
    PRIMARY KEY (village, day)
) STRICT, WITHOUT ROWID;

-- A closed day as it was signed; one that is closed again after more recordings gets a further line.
CREATE TABLE day_report (
    day        TEXT NOT NULL,
    version    INTEGER NOT NULL CHECK (version >= 1),
    at         INTEGER NOT NULL,
    operator   TEXT NOT NULL,
    supervisor TEXT NOT NULL,
    report     TEXT NOT NULL,
    PRIMARY KEY (day, version)
) STRICT, WITHOUT ROWID;
