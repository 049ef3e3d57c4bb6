-- put_cut --
-- A data cut; loading it again under the same name renews it.
INSERT INTO cut (name, as_of, loaded_at) VALUES (%(name)s, %(as_of)s, %(loaded_at)s)
ON CONFLICT (name) DO UPDATE SET as_of = excluded.as_of, loaded_at = excluded.loaded_at
RETURNING cut_id;

-- latest_cut --
-- The cut that figures stand on.
SELECT cut_id, name, as_of, loaded_at FROM cut ORDER BY as_of DESC, cut_id DESC LIMIT 1;

-- any_resident --
-- Whether the register is empty.
SELECT EXISTS (SELECT FROM resident);

-- copy_residents --
-- Bulk load; the columns stand in the order that the loader writes.
COPY resident (
    nik, kk, name, name_key, sex, birth_place, birth_date, blood_type, address, rt, rw, village,
    religion, marital_status, occupation, nationality, obliged, recorded_before, cut_id
) FROM STDIN;

-- make_staging --
-- Where a later cut is put before it renews the register.
CREATE TEMPORARY TABLE staging (LIKE resident INCLUDING DEFAULTS) ON COMMIT DROP;

-- copy_staging --
-- The same columns into the staging table.
COPY staging (
    nik, kk, name, name_key, sex, birth_place, birth_date, blood_type, address, rt, rw, village,
    religion, marital_status, occupation, nationality, obliged, recorded_before, cut_id
) FROM STDIN;

-- merge_staging --
-- Renew residents from the staging table; what was recorded since stays.
INSERT INTO resident SELECT * FROM staging
ON CONFLICT (nik) DO UPDATE SET
    kk = excluded.kk, name = excluded.name, name_key = excluded.name_key, sex = excluded.sex,
    birth_place = excluded.birth_place, birth_date = excluded.birth_date, blood_type = excluded.blood_type,
    address = excluded.address, rt = excluded.rt, rw = excluded.rw, village = excluded.village,
    religion = excluded.religion, marital_status = excluded.marital_status, occupation = excluded.occupation,
    nationality = excluded.nationality, obliged = excluded.obliged,
    -- A recording that came since the last cut is in the new cut too; it is counted once, as ours.
    recorded_before = excluded.recorded_before AND resident.packet_id IS NULL,
    cut_id = excluded.cut_id;

-- retire_absent --
-- Residents whom the new cut no longer has are not counted as obliged.
UPDATE resident SET obliged = false
WHERE obliged AND NOT EXISTS (SELECT FROM staging WHERE staging.nik = resident.nik);

-- follow_obliged --
-- Recordings count under the flag of the new cut.
UPDATE recording SET obliged = resident.obliged
FROM resident WHERE resident.nik = recording.nik AND recording.obliged IS DISTINCT FROM resident.obliged;

-- bump_all_rosters --
-- After a cut every station takes its roster anew.
UPDATE roster SET version = version + 1;

-- make_listed_before --
-- Who stands on a roster before a new cut: only they can leave it.
CREATE TEMPORARY TABLE listed ON COMMIT DROP AS
SELECT nik FROM resident WHERE obliged AND NOT recorded_before AND packet_id IS NULL;

-- bump_listed_residents --
-- Who stands on a roster or stood on it before the cut belongs to its newest version. Nobody else does: a station
-- hears of no child and of nobody recorded long ago.
UPDATE resident SET version = roster.version FROM roster
WHERE roster.district = substr(resident.village, 1, 8)
  AND ((obliged AND NOT recorded_before AND packet_id IS NULL) OR nik IN (SELECT nik FROM listed));

-- add_rosters --
-- One roster for each kecamatan that has residents.
INSERT INTO roster (district, version)
SELECT DISTINCT substr(village, 1, 8), 1 FROM resident
ON CONFLICT (district) DO NOTHING;

-- resident --
-- One resident.
SELECT nik, kk, name, name_key, sex, birth_place, birth_date, blood_type, address, rt, rw, village, religion,
       marital_status, occupation, nationality, obliged, recorded_before, packet_id
FROM resident WHERE nik = %(nik)s;

-- lock_resident --
-- One resident, held until the transaction ends.
SELECT nik, kk, name, name_key, sex, birth_place, birth_date, blood_type, address, rt, rw, village, religion,
       marital_status, occupation, nationality, obliged, recorded_before, packet_id
FROM resident WHERE nik = %(nik)s FOR UPDATE;

-- residents_by_name --
-- Residents whose name has the same key, in a territory.
SELECT nik, kk, name, name_key, sex, birth_place, birth_date, blood_type, address, rt, rw, village, religion,
       marital_status, occupation, nationality, obliged, recorded_before, packet_id
FROM resident
WHERE name_key >= %(key)s AND name_key < %(key)s || '~' AND village >= %(low)s AND village < %(high)s
ORDER BY name_key, village, nik LIMIT %(limit)s;

-- missing_people --
-- Obliged residents without a recording, by village and name.
SELECT nik, kk, name, name_key, sex, birth_place, birth_date, blood_type, address, rt, rw, village, religion,
       marital_status, occupation, nationality, obliged, recorded_before, packet_id
FROM resident
WHERE obliged AND NOT recorded_before AND packet_id IS NULL
  AND village >= %(low)s AND village < %(high)s
  AND (village, name_key, nik) > (%(after_village)s, %(after_key)s, %(after_nik)s)
ORDER BY village, name_key, nik LIMIT %(limit)s;

-- missing_count --
-- How many obliged residents have no recording.
SELECT count(*) FROM resident
WHERE obliged AND NOT recorded_before AND packet_id IS NULL AND village >= %(low)s AND village < %(high)s;

-- set_claim --
-- The recording that counts for a resident now, or none.
UPDATE resident SET packet_id = %(packet_id)s, version = %(version)s WHERE nik = %(nik)s;

-- bump_roster --
-- A new version of the kecamatan's roster; the row lock puts its changes in one order.
INSERT INTO roster (district, version) VALUES (%(district)s, 1)
ON CONFLICT (district) DO UPDATE SET version = roster.version + 1
RETURNING version;

-- roster_version --
-- The newest version of a kecamatan's roster.
SELECT version FROM roster WHERE district = %(district)s;

-- roster_residents --
-- Residents of a kecamatan who are obliged and not recorded, changed since a version.
SELECT nik, kk, name, name_key, sex, birth_place, birth_date, blood_type, address, rt, rw, village, religion,
       marital_status, occupation, nationality, obliged, recorded_before, packet_id
FROM resident
WHERE village >= %(low)s AND village < %(high)s AND obliged AND NOT recorded_before AND packet_id IS NULL
  AND version > %(since)s
ORDER BY nik;

-- roster_removed --
-- NIKs of a kecamatan that left the roster since a version.
SELECT nik FROM resident
WHERE village >= %(low)s AND village < %(high)s AND NOT (obliged AND NOT recorded_before AND packet_id IS NULL)
  AND version > %(since)s
ORDER BY nik;
