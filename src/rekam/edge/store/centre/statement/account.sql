-- put --
-- Add or change an account.
INSERT INTO account (name, full_name, role, territory, password_hash, valid_until, active, revoked_at)
VALUES (%(name)s, %(full_name)s, %(role)s, %(territory)s, %(password_hash)s, %(valid_until)s, %(active)s,
        CASE WHEN %(active)s THEN NULL ELSE %(at)s::bigint END)
ON CONFLICT (name) DO UPDATE SET
    full_name = excluded.full_name, role = excluded.role, territory = excluded.territory,
    password_hash = excluded.password_hash, valid_until = excluded.valid_until, active = excluded.active,
    revoked_at = CASE WHEN excluded.active THEN NULL ELSE coalesce(account.revoked_at, excluded.revoked_at) END;

-- account --
-- One account.
SELECT name, full_name, role, territory, password_hash, valid_until, active FROM account WHERE name = %(name)s;

-- accounts --
-- Accounts of a territory.
SELECT name, full_name, role, territory, password_hash, valid_until, active FROM account
WHERE territory >= %(low)s AND territory < %(high)s ORDER BY territory, role, name;

-- for_station --
-- Who may sign in at a station: the counter's accounts of its place, above or below it.
SELECT name, full_name, role, territory, password_hash, valid_until, active FROM account
WHERE role IN ('operator', 'supervisor')
  AND (territory IN ('', %(region)s) OR starts_with(%(region)s, territory || '.')
       OR starts_with(territory, %(region)s || '.'))
ORDER BY name;

-- lock_head --
-- The last line of the audit, held until the transaction ends: lines get their numbers one after the other.
SELECT audit_id, hash FROM audit_head FOR UPDATE;

-- put_line --
-- One more line.
INSERT INTO audit (audit_id, at, actor, act, place, subject, details, previous, hash)
VALUES (%(audit_id)s, %(at)s, %(actor)s, %(act)s, %(place)s, %(subject)s, %(details)s, %(previous)s, %(hash)s);

-- set_head --
-- The last line after it.
UPDATE audit_head SET audit_id = %(audit_id)s, hash = %(hash)s;

-- head --
-- Number and hash of the last line.
SELECT audit_id, hash FROM audit_head;

-- lines --
-- Lines of a territory, newest first; NULL = any.
SELECT audit_id, at, actor, act, place, subject, details, previous, hash FROM audit
WHERE audit_id < %(before)s AND place >= %(low)s AND place < %(high)s
  AND (%(actor)s::text IS NULL OR actor = %(actor)s)
  AND (%(act)s::text IS NULL OR act = %(act)s)
  AND (%(subject)s::text IS NULL OR subject = %(subject)s)
ORDER BY audit_id DESC LIMIT %(limit)s;

-- chain --
-- Lines in their order from a number on.
SELECT audit_id, at, actor, act, place, subject, details, previous, hash FROM audit
WHERE audit_id > %(after)s ORDER BY audit_id LIMIT %(limit)s;
