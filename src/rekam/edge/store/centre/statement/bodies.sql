-- received --
-- Packets whose bodies the centre has receipted and must hold, with the region of their station.
SELECT packet_id, region FROM packet WHERE received_at IS NOT NULL ORDER BY packet_id;
