-- put_set --
-- One set of the register.
INSERT INTO device_set (set_id, place, station_id, owner, bought, source, registered_at)
VALUES (%(set_id)s, %(place)s, %(station_id)s, %(owner)s, %(bought)s, %(source)s, %(at)s)
ON CONFLICT (set_id) DO NOTHING;

-- put_station --
-- Which station runs on a set.
UPDATE device_set SET station_id = %(station_id)s WHERE set_id = %(set_id)s;

-- put_component --
-- One component with its beginning.
INSERT INTO component (kind, label, serial, owner, bought, source, set_id, home, stage, condition, holder_kind,
                       holder_place, since, last_event)
VALUES (%(kind)s, %(label)s, %(serial)s, %(owner)s, %(bought)s, %(source)s, %(set_id)s, %(home)s, %(stage)s,
        %(condition)s, %(holder_kind)s, %(holder_place)s, %(since)s, 1)
RETURNING component_id;

-- lock --
-- One component with its fold, held until the transaction ends.
SELECT component_id, kind, label, serial, owner, bought, source, set_id, home, stage, condition, holder_kind,
       holder_place, bound_kind, bound_place, excepted, ticket_id, since, last_event
FROM component WHERE component_id = %(component_id)s FOR UPDATE;

-- keep_fold --
-- The fold after one more event.
UPDATE component SET set_id = %(set_id)s, home = %(home)s, stage = %(stage)s, condition = %(condition)s,
    holder_kind = %(holder_kind)s, holder_place = %(holder_place)s, bound_kind = %(bound_kind)s,
    bound_place = %(bound_place)s, excepted = %(excepted)s, ticket_id = %(ticket_id)s, since = %(since)s,
    last_event = %(last_event)s
WHERE component_id = %(component_id)s;

-- put_event --
-- One fact; its number.
INSERT INTO component_event (component_id, sequence, step, at, actor, ticket_id, details)
VALUES (%(component_id)s, %(sequence)s, %(step)s, %(at)s, %(actor)s, %(ticket_id)s, %(details)s)
RETURNING event_id;

-- put_handover --
-- A paper: who handed what to whom.
INSERT INTO handover (event_id, component_id, ticket_id, from_kind, from_place, from_person, to_kind, to_place,
                      to_person, letter, handed_on, at)
VALUES (%(event_id)s, %(component_id)s, %(ticket_id)s, %(from_kind)s, %(from_place)s, %(from_person)s,
        %(to_kind)s, %(to_place)s, %(to_person)s, %(letter)s, %(handed_on)s, %(at)s)
RETURNING handover_id;

-- events --
-- The life of a component.
SELECT event_id, component_event.component_id, sequence, step, component_event.at, actor,
       component_event.ticket_id, details, handover_id
FROM component_event LEFT JOIN handover USING (event_id)
WHERE component_event.component_id = %(component_id)s ORDER BY sequence;

-- handover --
-- One paper.
SELECT handover_id, handover.component_id, ticket_id, from_kind, from_place, from_person, to_kind, to_place,
       to_person, letter, handed_on, at
FROM handover WHERE handover_id = %(handover_id)s;

-- known_sets --
-- Which of some sets are registered already.
SELECT set_id FROM device_set WHERE set_id = ANY(%(sets)s) ORDER BY set_id;

-- seen_component --
-- The component that a station means: of its label, else of its kind at its set or its place; broken ones first,
-- so that a second report finds the open ticket. One that is away is meant only when no other answers.
SELECT component_id FROM component LEFT JOIN device_set USING (set_id)
WHERE kind = %(kind)s AND holder_kind <> 'retired'
  AND (device_set.station_id = %(station_id)s OR holder_place = %(place)s OR home = %(place)s)
  AND (holder_kind = 'office' OR %(label)s IN ('', label))
ORDER BY label = %(label)s AND label <> '' DESC, coalesce(device_set.station_id = %(station_id)s, false) DESC,
         holder_kind = 'office' DESC, condition = 'good', component_id
LIMIT 1;

-- lent_by --
-- Which repair a loan helps: said by the last loan of a component.
SELECT (details->>'helps')::bigint FROM component_event
WHERE component_id = %(component_id)s AND step = 'lend' ORDER BY sequence DESC LIMIT 1;

-- keep_works --
-- Whether sets can record, after what happened to their components.
UPDATE device_set SET works = (
    SELECT count(DISTINCT kind) = %(kinds)s FROM component
    WHERE component.set_id = device_set.set_id AND stage = 'in_service' AND condition = 'good'
      AND holder_kind = 'office' AND holder_place = home AND kind = ANY(%(needed)s))
WHERE set_id = ANY(%(sets)s);
