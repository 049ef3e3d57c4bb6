"""The secret that this station and the centre share for a forgotten password: made here, sealed to the centre."""

import os

from rekam.account.recovery import SECRET_BYTES, recovery_context
from rekam.edge.key import HybridRecipient, import_public
from rekam.edge.store.station import StationStore
from rekam.packet import Recipient
from rekam.problem import Problem

RECOVERY_SECRET = "recovery_secret"  # noqa: S105 - the name of a setting and of an act
"""Setting that holds it, and the act of the journal that brings it to the centre."""


def share_recovery_secret(
    store: StationStore, recipients: tuple[bytes, ...], *, station: str, at: int
) -> None:
    """Makes the secret once and puts it, wrapped to the centre's sealing key, into the journal.

    Args:
        store: The station's store, inside a transaction.
        recipients: Public sealing keys of its papers; the first is the centre's.
        station: Its id.
        at: Unix seconds.
    """
    if store.settings.read(RECOVERY_SECRET, bytes) is not None or not recipients:
        return
    centre = import_public(recipients[0])
    if not isinstance(centre, HybridRecipient):
        raise Problem("packet.public_key_unreadable")
    secret = os.urandom(SECRET_BYTES)
    store.settings.write(RECOVERY_SECRET, secret)
    store.journal.write(
        at, "station", RECOVERY_SECRET, station, wrapped=wrap_secret(centre, secret, station).hex()
    )


def wrap_secret(centre: Recipient, secret: bytes, station: str) -> bytes:
    """The secret so that only the centre reads it."""
    return centre.wrap(secret, recovery_context(station))
