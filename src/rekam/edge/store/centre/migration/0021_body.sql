-- Bodies of which the centre has no good copy: receipted before it came back from an older copy of itself and nowhere
-- since, or rotten in every folder. A line ends when the body is found.
CREATE TABLE rekam.body_gone (
    packet_id bytea PRIMARY KEY REFERENCES rekam.packet,
    found_at bigint NOT NULL,
    problem text NOT NULL
);
INSERT INTO rekam.body_gone
SELECT packet_id, min(at), 'delivery.body_missing'
FROM rekam.audit JOIN rekam.packet ON encode(packet_id, 'hex') = subject
WHERE act = 'body_missing' AND received_at IS NULL
GROUP BY packet_id;

-- Rounds in which every copy of every body is read again; at most one is under way.
CREATE TABLE rekam.scrub_round (
    round_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    began_at bigint NOT NULL,
    ended_at bigint,
    -- The last packet whose copies were read; packets are read in the order of their ids.
    reached bytea NOT NULL DEFAULT '',
    bodies bigint NOT NULL DEFAULT 0,
    mended bigint NOT NULL DEFAULT 0,
    lost bigint NOT NULL DEFAULT 0,
    -- Why it stands still, until it goes on.
    problem text,
    problem_details jsonb NOT NULL DEFAULT '{}'
);
CREATE UNIQUE INDEX scrub_round_open ON rekam.scrub_round ((true)) WHERE ended_at IS NULL;
