-- Who may sign in until when, what was revoked, and how far the clock is believed.

-- name: put_policy_account
INSERT INTO account (name, full_name, role, territory, password_hash, valid_until, active) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (name) DO UPDATE SET full_name = excluded.full_name, role = excluded.role,
    territory = excluded.territory, valid_until = excluded.valid_until, active = excluded.active,
    password_hash = CASE WHEN superseded_hash = excluded.password_hash THEN password_hash ELSE excluded.password_hash END,
    superseded_hash = CASE WHEN superseded_hash = excluded.password_hash THEN superseded_hash ELSE '' END
-- name: recover_password
UPDATE account SET superseded_hash = CASE WHEN superseded_hash = '' THEN password_hash ELSE superseded_hash END,
    password_hash = ?, failures = 0, failed_at = 0
WHERE name = ?

-- name: own_key
SELECT * FROM own_key WHERE account = ?
-- name: put_own_key
INSERT OR REPLACE INTO own_key (account, key_id, public, sealed, made_at) VALUES (?, ?, ?, ?, ?)
-- name: remove_own_key
DELETE FROM own_key WHERE account = ?

-- name: trusted_time
SELECT boot, trusted_at, earliest FROM trusted_time WHERE one = 1
-- name: count_boot
UPDATE trusted_time SET boot = boot + 1 WHERE one = 1
-- name: trust_time
UPDATE trusted_time SET trusted_at = ?1, earliest = ?1 WHERE one = 1
-- name: trust_time_at_least
UPDATE trusted_time SET trusted_at = max(trusted_at, ?1), earliest = max(earliest, ?1) WHERE one = 1
-- name: keep_time
UPDATE trusted_time SET earliest = max(earliest, ?) WHERE one = 1

-- name: policy
SELECT version, signed, applied_at FROM policy WHERE one = 1
-- name: put_policy
INSERT OR REPLACE INTO policy (one, version, signed, applied_at) VALUES (1, ?, ?, ?)

-- name: recovery
SELECT * FROM recovery WHERE account = ?
-- name: put_recovery
INSERT OR REPLACE INTO recovery (account, challenge, made_at, tries) VALUES (?, ?, ?, 0)
-- name: count_recovery_try
UPDATE recovery SET tries = tries + 1 WHERE account = ?
-- name: remove_recovery
DELETE FROM recovery WHERE account = ?
