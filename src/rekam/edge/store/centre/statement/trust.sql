-- put_signing_key --
-- A person's own key as their station reported it; the first report counts.
INSERT INTO signing_key (station_id, account, key_id, public, after_sequence, reported_at)
VALUES (%(station_id)s, %(account)s, %(key_id)s, %(public)s, %(after_sequence)s, %(at)s) ON CONFLICT DO NOTHING;

-- signing_keys --
-- The own keys of a person at a station, oldest first.
SELECT account, key_id, public, after_sequence, reported_at FROM signing_key
WHERE station_id = %(station_id)s AND account = %(account)s ORDER BY after_sequence, reported_at;

-- revoked_at --
-- When an account was deactivated; NULL while it is active or unknown.
SELECT revoked_at FROM account WHERE name = %(account)s;

-- seen_sequence --
-- Highest number of a station that the centre had seen at a moment.
SELECT coalesce(max(sequence), 0) FROM packet WHERE station_id = %(station_id)s AND announced_at <= %(at)s;

-- doubted --
-- Packets of a station in quarantine for want of a key.
SELECT packet_id FROM recording
WHERE station_id = %(station_id)s AND status = 'quarantined' AND problem = 'account.signing_key_unknown'
ORDER BY packet_id;

-- lock_policy --
-- One writer at a time for the policy of a station.
SELECT FROM station WHERE station_id = %(station_id)s FOR UPDATE;

-- policy --
-- The policy of a station.
SELECT version, orders, signed, issued_at FROM station_policy WHERE station_id = %(station_id)s;

-- put_policy --
-- A changed policy.
INSERT INTO station_policy (station_id, version, orders, signed, issued_at)
VALUES (%(station_id)s, %(version)s, %(orders)s, %(signed)s, %(at)s)
ON CONFLICT (station_id) DO UPDATE SET
    version = excluded.version, orders = excluded.orders, signed = excluded.signed, issued_at = excluded.issued_at;

-- put_secret --
-- The recovery secret of a station; a laptop that was set up anew has another one.
INSERT INTO recovery_secret (station_id, wrapped, reported_at) VALUES (%(station_id)s, %(wrapped)s, %(at)s)
ON CONFLICT (station_id) DO UPDATE SET wrapped = excluded.wrapped, reported_at = excluded.reported_at;

-- secret --
-- The recovery secret of a station.
SELECT wrapped FROM recovery_secret WHERE station_id = %(station_id)s;

-- put_instruction --
-- A sentence for the stations of a territory.
INSERT INTO instruction (territory, words, since, until, by)
VALUES (%(territory)s, %(words)s, %(since)s, %(until)s, %(by)s) RETURNING instruction_id;

-- instructions --
-- Sentences that reach a station now.
SELECT instruction_id AS number, since, words FROM instruction
WHERE until > %(at)s AND (territory IN ('', %(region)s) OR starts_with(%(region)s, territory || '.'))
ORDER BY instruction_id;

-- moved_accounts --
-- Accounts that once signed at a station, wherever their territory is now.
SELECT name, full_name, role, territory, password_hash, valid_until, active FROM account
WHERE name IN (SELECT account FROM signing_key WHERE station_id = %(station_id)s) ORDER BY name;
