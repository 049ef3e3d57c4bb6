-- name: add_encounter
INSERT INTO encounter (person, encounter, kind, active, template, extractor, said, created, updated)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)

-- name: change_encounter
UPDATE encounter SET kind = ?, active = ?, template = ?, extractor = ?, said = ?, updated = ? WHERE row = ?

-- name: delete_encounter
DELETE FROM encounter WHERE row = ?

-- name: give_encounter
UPDATE encounter SET person = ?, updated = ? WHERE row = ?

-- name: set_active
UPDATE encounter SET active = ?, updated = ? WHERE row = ?

-- name: touch
UPDATE encounter SET updated = ? WHERE row = ?

-- name: leave_galleries
DELETE FROM gallery_member WHERE row = ?

-- name: join_gallery
INSERT INTO gallery_member (gallery, row) VALUES (?, ?)

-- name: encounter
SELECT * FROM encounter WHERE person = ? AND encounter = ?

-- name: encounter_by_row
SELECT * FROM encounter WHERE row = ?

-- name: encounters_of
SELECT * FROM encounter WHERE person = ? ORDER BY row

-- name: every_encounter
SELECT * FROM encounter WHERE row > ? ORDER BY row LIMIT ?

-- name: galleries_of
SELECT gallery FROM gallery_member WHERE row = ? ORDER BY gallery

-- name: galleries
SELECT DISTINCT gallery FROM gallery_member ORDER BY gallery

-- name: gallery_known
SELECT 1 FROM gallery_member WHERE gallery = ? LIMIT 1

-- name: members
SELECT e.person, e.encounter FROM encounter AS e JOIN gallery_member AS m ON m.row = e.row
WHERE m.gallery = ? ORDER BY e.row LIMIT ? OFFSET ?

-- name: everybody
SELECT person, encounter FROM encounter ORDER BY row LIMIT ? OFFSET ?

-- name: count
SELECT count(*) AS encounters, count(DISTINCT person) AS persons FROM encounter

-- name: count_in
SELECT count(*) AS encounters, count(DISTINCT e.person) AS persons
FROM encounter AS e JOIN gallery_member AS m ON m.row = e.row WHERE m.gallery = ?
