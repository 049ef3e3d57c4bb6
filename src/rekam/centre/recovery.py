"""The office's side of a forgotten password: the code for a station's question."""

from rekam.account import heard, reaches, recovery_code
from rekam.account.parameters import RECOVERY_LETTERS
from rekam.account.recovery import recovery_context
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit, trust
from rekam.packet import Opener
from rekam.problem import Problem


def read_out_code(
    centre: Centre, station_id: str, account: str, challenge: str, *, actor: str, territory: str
) -> str:
    """The code to read out, eight letters; who asked for it stands in the audit, the code does not.

    Args:
        centre: The open centre.
        station_id: The station that calls.
        account: Whose password it is.
        challenge: The question as it was heard.
        actor: Who answers the telephone.
        territory: Theirs; the station lies in it.

    Raises:
        Problem: ``packet.station_unknown``, ``account.unknown``, ``account.revoked``,
            ``account.recovery_challenge_bad``, ``account.recovery_no_secret``, ``packet.unwrap_failed``.
    """
    station = centre.store.stations.station(station_id)
    if station is None or not reaches(territory, station.region):
        raise Problem("packet.station_unknown", station=station_id)
    known = {one.name: one for one in centre.store.accounts.for_station(station.region)}.get(account)
    if known is None:
        raise Problem("account.unknown", account=account)
    if not known.active:
        raise Problem("account.revoked")
    if len(heard(challenge)) != RECOVERY_LETTERS:
        raise Problem("account.recovery_challenge_bad")
    with centre.store.database.transaction() as connection:
        wrapped = trust.recovery_secret(connection, station_id)
        if wrapped is None:
            raise Problem("account.recovery_no_secret", station=station_id)
        secret = _unwrapped(centre, wrapped, recovery_context(station_id))
        audit.write(
            connection, actor, "recover_account", station.region, account, at=centre.now(),
            details={"station": station_id},
        )  # fmt: skip
    return recovery_code(secret, station=station_id, account=account, challenge=challenge)


def _unwrapped(centre: Centre, wrapped: bytes, context: bytes) -> bytes:
    openers: tuple[Opener, ...] = (centre.keys.opener, *centre.keys.former)
    for opener in openers[:-1]:
        try:
            return opener.unwrap(wrapped, context)
        except Problem as problem:
            if problem.code != "packet.unwrap_failed":
                raise
    return openers[-1].unwrap(wrapped, context)
