"""How long signed metadata holds. A station may be cut off for months: times are long, versions never go back."""

ROOT_DAYS = 3 * 365
"""Days until root has to be signed again by its people."""

TARGETS_DAYS = 2 * 365
SNAPSHOT_DAYS = 400
"""Days. Both are signed again with everything that is published."""

TIMESTAMP_DAYS = 200
"""Days. Much longer than TUF's usual day: a disk may be on its way for weeks, an office cut off for months
(domain 1.11). What a shorter time would protect from, hiding new versions, is bounded by GRACE_DAYS below."""

GRACE_DAYS = 180
"""Days past its end for which metadata is still followed: an outdated rule is better at a cut-off station than
none, and an older version than the one it has is refused whatever the date."""

ROOT_SIGNERS, ROOT_THRESHOLD = 3, 2
"""Root keys that exist, and how many must sign."""

TARGET_BYTES_MOST = 200_000_000
"""Largest single target."""
