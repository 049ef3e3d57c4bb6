-- Requests that MOSIP put on the queue and that change or search the references. Once a row stands here, the queue
-- may forget the message; once it has an answer, what the request asked for is done, in the same transaction.
CREATE TABLE mosip_job (
    job        INTEGER PRIMARY KEY AUTOINCREMENT,   -- the order in which they are done
    request_id TEXT NOT NULL UNIQUE,
    body       BLOB NOT NULL,                       -- the message; names references and URLs, holds no biometrics
    is_text    INTEGER NOT NULL CHECK (is_text IN (0, 1)),   -- the answer goes out in the same kind of message
    answer     BLOB,
    sent       INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1)),
    changed    INTEGER NOT NULL
) STRICT;
CREATE INDEX mosip_job_open ON mosip_job (job) WHERE answer IS NULL;
CREATE INDEX mosip_job_unsent ON mosip_job (job) WHERE sent = 0;
