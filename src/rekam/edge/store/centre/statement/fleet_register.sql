-- counts --
-- Components by place of one width below a territory, kind and condition: one look for every table of the page;
-- retired ones are out of the register.
SELECT substr(home, 1, %(width)s) AS place, kind, condition, count(*) AS components
FROM component WHERE home >= %(low)s AND home < %(high)s AND holder_kind <> 'retired'
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

-- sets_by_place --
-- Sets of the places of one width below a territory, and those that can record.
SELECT substr(place, 1, %(width)s) AS place, count(*) AS sets, count(*) FILTER (WHERE works) AS working
FROM device_set WHERE place >= %(low)s AND place < %(high)s
GROUP BY 1 ORDER BY 1;

-- sets --
-- Sets of a territory, those that cannot record first.
SELECT set_id, device_set.place, station_id, owner, bought, source, works,
       (SELECT count(*) FROM component AS part WHERE part.set_id = device_set.set_id AND part.holder_kind <> 'retired') AS components,
       (SELECT count(*) FROM component AS part WHERE part.set_id = device_set.set_id AND part.holder_kind <> 'retired'
        AND part.condition <> 'good') AS broken
FROM device_set
WHERE device_set.place >= %(low)s AND device_set.place < %(high)s
ORDER BY works, device_set.place, set_id LIMIT %(limit)s OFFSET %(offset)s;

-- set --
-- One set.
SELECT set_id, place, station_id, owner, bought, source, works, 0 AS components, 0 AS broken
FROM device_set WHERE set_id = %(set_id)s;

-- components_of --
-- The components of a set, those that left the register too.
SELECT component_id, kind, label, serial, owner, bought, source, set_id, home, stage, condition, holder_kind,
       holder_place, bound_kind, bound_place, excepted, ticket_id, since, last_event
FROM component WHERE set_id = %(set_id)s ORDER BY holder_kind = 'retired', component_id;

-- component --
-- One component with its fold.
SELECT component_id, kind, label, serial, owner, bought, source, set_id, home, stage, condition, holder_kind,
       holder_place, bound_kind, bound_place, excepted, ticket_id, since, last_event
FROM component WHERE component_id = %(component_id)s;

-- moves_of --
-- What went out of a set into others, and what came in: swaps and parts taken.
SELECT component_event.component_id, kind, at, actor, coalesce(details->>'from_set', '') AS from_set,
       coalesce(details->>'set_id', '') AS to_set, coalesce(details->>'from_place', '') AS from_place,
       coalesce(details->>'place', '') AS to_place, coalesce((details->>'part')::boolean, false) AS part,
       coalesce(details->>'remark', '') AS remark
FROM component_event JOIN component USING (component_id)
WHERE step = 'move' AND (details->>'from_set' = %(set_id)s OR details->>'set_id' = %(set_id)s)
ORDER BY event_id DESC;

-- donors --
-- Good components of a kind in other sets of a territory, the nearest code first; spares before working sets.
SELECT component_id, kind, label, serial, owner, bought, source, set_id, home, stage, condition, holder_kind,
       holder_place, bound_kind, bound_place, excepted, ticket_id, since, last_event
FROM component
WHERE home >= %(low)s AND home < %(high)s AND kind = %(device)s AND stage = 'in_service' AND condition = 'good'
  AND holder_kind = 'office' AND holder_place = home AND set_id IS DISTINCT FROM %(set_id)s
ORDER BY home <> %(home)s, substr(home, 1, 5) <> substr(%(home)s, 1, 5), home, component_id LIMIT %(limit)s;

-- open_tickets --
-- Open repairs of a territory, the oldest first.
SELECT ticket.ticket_id, ticket.component_id, ticket.component, ticket.place, ticket.set_id, ticket.source,
       ticket.remark, ticket.opened_at, stage, condition, holder_kind, holder_place, bound_kind, bound_place,
       component.home, component.since, component.label
FROM ticket JOIN component USING (component_id)
WHERE closed_at IS NULL AND ticket.place >= %(low)s AND ticket.place < %(high)s
  AND (%(stage)s = '' OR stage = %(stage)s)
ORDER BY ticket.opened_at, ticket.ticket_id LIMIT %(limit)s;

-- held_tickets --
-- Open repairs that lie with a depot or the ministry or are on their way there, whosever they are.
SELECT ticket.ticket_id, ticket.component_id, ticket.component, ticket.place, ticket.set_id, ticket.source,
       ticket.remark, ticket.opened_at, stage, condition, holder_kind, holder_place, bound_kind, bound_place,
       component.home, component.since, component.label
FROM component JOIN ticket ON ticket.ticket_id = component.ticket_id
WHERE holder_kind IN ('depot', 'ministry', 'transit')
  AND ((bound_kind IN ('depot', 'ministry') AND bound_place = %(place)s)
       OR (holder_kind IN ('depot', 'ministry') AND holder_place = %(place)s))
ORDER BY component.since, ticket.ticket_id LIMIT %(limit)s;

-- stages --
-- Open repairs of a territory by stage and by who holds the component, with the oldest and the sum of their ages.
SELECT stage, holder_kind, coalesce(bound_kind, '') AS bound_kind, count(*) AS tickets,
       min(ticket.opened_at) AS oldest,
       count(*) FILTER (WHERE ticket.opened_at > %(week)s) AS week,
       count(*) FILTER (WHERE ticket.opened_at <= %(week)s AND ticket.opened_at > %(month)s) AS month,
       count(*) FILTER (WHERE ticket.opened_at <= %(month)s AND ticket.opened_at > %(quarter)s) AS quarter,
       count(*) FILTER (WHERE ticket.opened_at <= %(quarter)s) AS older
FROM component JOIN ticket USING (ticket_id)
WHERE component.ticket_id IS NOT NULL AND ticket.place >= %(low)s AND ticket.place < %(high)s
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

-- costs --
-- What repairs of a territory cost, by budget and action.
SELECT payer, action, sum(rupiah)::bigint AS rupiah, count(*) AS bills,
       count(*) FILTER (WHERE reason <> '') AS against
FROM repair_cost WHERE place >= %(low)s AND place < %(high)s GROUP BY 1, 2 ORDER BY 1, 2;

-- repair_times --
-- Finished repairs of a territory by kind: how many, and their mean time from the report to the use.
SELECT component AS kind, count(*) AS repairs, avg(closed_at - opened_at)::float8 AS mean_s
FROM ticket WHERE outcome = 'in_service' AND repaired_at IS NOT NULL AND place >= %(low)s AND place < %(high)s
GROUP BY 1 ORDER BY 1;

-- places_without --
-- Places with sets of which none can record, with the residents still missing there.
WITH still AS (
    SELECT place FROM device_set WHERE place >= %(low)s AND place < %(high)s
    GROUP BY place HAVING NOT bool_or(works)
)
SELECT place, coalesce((SELECT sum(obliged - recorded_before - received) FROM coverage
                        WHERE village >= still.place AND village < still.place || '/'), 0)::bigint AS missing
FROM still ORDER BY missing DESC, place LIMIT %(limit)s;

-- heaviest --
-- The open repairs of a needed kind at the places where most residents are still missing.
SELECT ticket.ticket_id, ticket.component, ticket.place, ticket.opened_at,
       coalesce((SELECT sum(obliged - recorded_before - received) FROM coverage
                 WHERE village >= ticket.place AND village < ticket.place || '/'), 0)::bigint AS missing
FROM ticket WHERE closed_at IS NULL AND ticket.place >= %(low)s AND ticket.place < %(high)s
  AND component = ANY(%(needed)s)
ORDER BY missing DESC, ticket.opened_at LIMIT 1;

-- places_with_sets --
-- Places with sets, and whether one of them can record; for residents who look for the nearest.
SELECT place, count(*) AS sets, count(*) FILTER (WHERE works) AS working FROM device_set
WHERE place >= %(low)s AND place < %(high)s GROUP BY 1;

-- cut_off --
-- Territories whose connection is cut now, single stations apart.
SELECT place FROM connection_cut WHERE station_id IS NULL AND since <= %(now)s AND (until IS NULL OR until > %(now)s);

-- broken_stations --
-- Stations where a needed device is broken or away, as tickets and they themselves tell.
SELECT DISTINCT station_id FROM device_downtime
WHERE station_id IS NOT NULL AND place >= %(low)s AND place < %(high)s AND component = ANY(%(needed)s)
  AND since <= %(now)s AND (until IS NULL OR until > %(now)s);

-- faults_unanswered --
-- Reports of stations that no ticket answers: components that the register does not know.
SELECT count(*) FROM device_fault JOIN station USING (station_id)
WHERE region >= %(low)s AND region < %(high)s
  AND NOT EXISTS (SELECT FROM ticket_fault AS link WHERE link.station_id = device_fault.station_id
                  AND link.entry_hash = device_fault.entry_hash);
