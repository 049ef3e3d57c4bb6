-- A station is told what changed, oldest first, from where it was told last.
CREATE INDEX recording_changed ON rekam.recording (station_id, since, packet_id);
