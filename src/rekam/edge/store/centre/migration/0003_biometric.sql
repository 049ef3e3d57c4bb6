-- Biometrics stand in a schema of their own, apart from the biodata, joined by the packet only.

CREATE TABLE biometric.sample (
    packet_id bytea NOT NULL REFERENCES rekam.packet,
    modality text NOT NULL,
    -- Finger position or eye; 0 for face and signature.
    position smallint NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    quality smallint NOT NULL,
    attempts smallint NOT NULL,
    PRIMARY KEY (packet_id, modality, position)
);
-- Pictures are compressed already.
ALTER TABLE biometric.sample ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE biometric.template (
    packet_id bytea PRIMARY KEY REFERENCES rekam.packet,
    engine text NOT NULL,
    content bytea NOT NULL
);

-- What happened to the gallery, in the order in which searches saw it; written under one advisory lock only.
CREATE TABLE biometric.gallery_change (
    change_id bigint PRIMARY KEY,
    packet_id bytea NOT NULL REFERENCES rekam.packet,
    added boolean NOT NULL
);
CREATE INDEX gallery_change_packet ON biometric.gallery_change (packet_id, change_id);
