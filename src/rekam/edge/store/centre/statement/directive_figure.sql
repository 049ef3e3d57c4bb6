-- unsent --
-- Recordings that stations announced and whose bodies have not come, by the place of recording.
SELECT substr(region, 1, %(width)s) AS place, count(*) AS n FROM packet
WHERE received_at IS NULL AND region >= %(low)s AND region < %(high)s
GROUP BY 1;

-- devices --
-- Components that are out of service now.
SELECT substr(place, 1, %(width)s) AS place, count(*) AS n FROM device_downtime
WHERE until IS NULL AND device_downtime.place >= %(low)s AND device_downtime.place < %(high)s
GROUP BY 1;

-- suspensions --
-- Connections that are cut off now.
SELECT substr(territory, 1, %(width)s) AS place, count(*) AS n FROM suspension
WHERE restored_at IS NULL AND territory >= %(low)s AND territory < %(high)s
GROUP BY 1;
