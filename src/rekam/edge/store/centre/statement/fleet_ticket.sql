-- put_ticket --
-- A repair begins; its number.
INSERT INTO ticket (component_id, set_id, place, station_id, component, source, remark, opened_at, opened_by)
VALUES (%(component_id)s, %(set_id)s, %(place)s, %(station_id)s, %(component)s, %(source)s, %(remark)s,
        %(opened_at)s, %(opened_by)s)
RETURNING ticket_id;

-- close_ticket --
-- A repair ends.
UPDATE ticket SET closed_at = %(at)s, outcome = %(outcome)s WHERE ticket_id = %(ticket_id)s AND closed_at IS NULL;

-- repaired --
-- The first telling that it is repaired.
UPDATE ticket SET repaired_at = %(at)s WHERE ticket_id = %(ticket_id)s AND repaired_at IS NULL;

-- link_fault --
-- Which report of a station a ticket answers; the same report again changes nothing.
INSERT INTO ticket_fault (station_id, entry_hash, ticket_id)
VALUES (%(station_id)s, %(entry_hash)s, %(ticket_id)s) ON CONFLICT DO NOTHING;

-- faults_without_ticket --
-- Reports of a station that no ticket answers, the oldest first.
SELECT station_id, station.region AS place, entry_hash, component, label, problem, remark, reported_at
FROM device_fault JOIN station USING (station_id)
WHERE station_id = %(station_id)s
  AND NOT EXISTS (SELECT FROM ticket_fault AS link WHERE link.station_id = device_fault.station_id
                  AND link.entry_hash = device_fault.entry_hash)
ORDER BY reported_at, entry_hash;

-- ticket --
-- One repair.
SELECT ticket_id, ticket.component_id, ticket.set_id, ticket.place, ticket.station_id, component,
       ticket.source, ticket.remark, ticket.opened_at, ticket.opened_by, ticket.closed_at, ticket.outcome,
       (SELECT count(*) FROM ticket_fault WHERE ticket_fault.ticket_id = ticket.ticket_id) AS reports
FROM ticket WHERE ticket_id = %(ticket_id)s;

-- tickets_of --
-- The repairs of one component, the newest first.
SELECT ticket_id, ticket.component_id, ticket.set_id, ticket.place, ticket.station_id, component,
       ticket.source, ticket.remark, ticket.opened_at, ticket.opened_by, ticket.closed_at, ticket.outcome,
       (SELECT count(*) FROM ticket_fault WHERE ticket_fault.ticket_id = ticket.ticket_id) AS reports
FROM ticket WHERE component_id = %(component_id)s ORDER BY ticket_id DESC;

-- begin_outage --
-- The place stands without it from now on.
INSERT INTO device_outage (ticket_id, station_id, place, component, since)
VALUES (%(ticket_id)s, %(station_id)s, %(place)s, %(component)s, %(at)s)
ON CONFLICT (ticket_id, since) DO UPDATE SET
    until = NULL, place = excluded.place, station_id = excluded.station_id;

-- move_ticket --
-- A swapped component takes its repair along.
UPDATE ticket SET place = %(place)s, set_id = %(set_id)s, station_id = %(station_id)s
WHERE ticket_id = %(ticket_id)s;

-- station_of_set --
-- The station that runs on a set.
SELECT station_id FROM device_set WHERE set_id = %(set_id)s;

-- end_outage --
-- The place has a working one again.
UPDATE device_outage SET until = greatest(since, %(at)s) WHERE ticket_id = %(ticket_id)s AND until IS NULL;

-- helped --
-- Open stretches of a place and kind that a component put there ends: the oldest one of the set, else of the place.
SELECT device_outage.ticket_id FROM device_outage JOIN ticket USING (ticket_id)
WHERE until IS NULL AND device_outage.place = %(place)s AND device_outage.component = %(component)s
  AND (%(set_id)s::text IS NULL OR ticket.set_id = %(set_id)s)
ORDER BY since LIMIT 1;

-- put_gap --
-- A station saw a device go away.
INSERT INTO device_gap (station_id, component, since)
SELECT %(station_id)s, %(component)s, %(at)s
WHERE NOT EXISTS (SELECT FROM device_gap WHERE station_id = %(station_id)s AND component = %(component)s
                  AND since <= %(at)s AND (until IS NULL OR until > %(at)s))
ON CONFLICT DO NOTHING;

-- end_gap --
-- It saw the device come back.
UPDATE device_gap SET until = %(at)s
WHERE station_id = %(station_id)s AND component = %(component)s AND until IS NULL AND since <= %(at)s;

-- put_cost --
-- What a repair cost; its number.
INSERT INTO repair_cost (ticket_id, place, action, rupiah, payer, rule, reason, receipt, paid_on, at, actor)
VALUES (%(ticket_id)s, %(place)s, %(action)s, %(rupiah)s, %(payer)s, %(rule)s, %(reason)s, %(receipt)s,
        %(paid_on)s, %(at)s, %(actor)s)
ON CONFLICT DO NOTHING RETURNING cost_id;

-- costs_of --
-- What a repair has cost so far.
SELECT cost_id, action, rupiah, payer, rule, reason, receipt, paid_on, actor
FROM repair_cost WHERE ticket_id = %(ticket_id)s ORDER BY cost_id;
