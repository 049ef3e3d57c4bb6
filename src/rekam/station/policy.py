"""Following what the office orders, whichever way it came."""

from rekam.edge.key import HybridRecipient, import_public
from rekam.edge.store.station import Database, Journal, PolicyBook
from rekam.packet import Verifiers, read_policy
from rekam.problem import Problem
from rekam.station.trusted_time import TrustedTime

POLICY_FOLLOWED = "policy_followed"


def follow_policy(
    database: Database, time: TrustedTime, station: str, centre: Verifiers, signed: bytes, *, at: int
) -> bool:
    """Follows a signed policy from now on; whether it was new. The same one again changes nothing.

    Args:
        database: The station's database.
        time: What the station knows of the time; the policy's date adds to it.
        station: Id of the station.
        centre: The centre's public key or keys.
        signed: The policy, out of an answer or a file.
        at: Unix seconds.

    Raises:
        Problem: What `read_policy` says, ``packet.policy_older``, ``packet.public_key_unreadable``; the policy
            before stays in force, whole.
    """
    policy = read_policy(signed, centre, station=station)
    for data in policy.recipients:
        if not isinstance(import_public(data), HybridRecipient):
            raise Problem("packet.public_key_unreadable")
    with database.write():
        new = PolicyBook(database).follow(policy, signed, at=at)
        if new:
            Journal(database).write(
                at, "station", POLICY_FOLLOWED, str(policy.version), version=policy.version
            )
    time.trust_at_least(policy.issued_at)
    return new
