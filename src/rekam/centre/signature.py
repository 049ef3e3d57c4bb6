"""Did the people who stand on a recording sign it? Held against the keys that their station reported."""

from collections.abc import Sequence

from psycopg import Connection

from rekam.account import Sealed, sealed_when
from rekam.edge.key import Ed25519Verifier
from rekam.edge.store.centre import trust
from rekam.edge.store.centre.packets import PacketRow
from rekam.edge.store.centre.trust import SigningKey
from rekam.packet import Approval, OwnSignature, Recording, approval_statement, core_of, recorded_statement
from rekam.problem import Problem


def doubt(connection: Connection, packet: PacketRow, recording: Recording) -> Problem | None:
    """Why somebody should look at a packet before it is searched; ``None`` = nothing is against it.

    A person signs from the packet on that follows the making of their key. What was recorded before, by an older
    station or before the first sign-in, needs no signature: it stays as good as it was.

    Returns:
        ``account.signature_missing``, ``account.signature_wrong``, ``account.signing_key_unknown`` or
        ``account.signed_after_revocation``.
    """
    statement = recorded_statement(core_of(recording))
    found = _of_person(connection, packet, recording.operator, recording.signed, statement)
    if found is not None:
        return found
    for approval in recording.approvals:
        if recording.supervisor is None:
            return Problem("account.signature_wrong", account=approval.signed.account)
        statement = _approved(recording, approval)
        found = _of_person(connection, packet, approval.signed.account, approval.signed, statement)
        if found is not None:
            return found
    if recording.supervisor and recording.supervisor not in {
        one.signed.account for one in recording.approvals
    }:
        found = _of_person(connection, packet, recording.supervisor, None, b"")
        if found is not None:
            return found
    return _revoked(connection, packet, recording)


def _approved(recording: Recording, approval: Approval) -> bytes:
    return approval_statement(
        station=recording.station,
        nik=recording.biodata.nik,
        modality=approval.modality,
        place=approval.place,
        reason=approval.reason,
        operator=recording.operator,
        supervisor=approval.signed.account,
        at=approval.at,
    )


def _of_person(
    connection: Connection, packet: PacketRow, account: str, signed: OwnSignature | None, statement: bytes
) -> Problem | None:
    keys = trust.signing_keys(connection, packet.station_id, account)
    if signed is None:
        due = any(key.after_sequence < packet.sequence for key in keys)
        return Problem("account.signature_missing", account=account) if due else None
    if signed.account != account:
        return Problem("account.signature_wrong", account=account)
    return _checked(keys, signed, statement)


def _checked(keys: Sequence[SigningKey], signed: OwnSignature, statement: bytes) -> Problem | None:
    key = next((key for key in keys if key.key_id == signed.key_id), None)
    if key is None:
        return Problem("account.signing_key_unknown", account=signed.account, key=signed.key_id)
    if not Ed25519Verifier(key.public).verify(statement, signed.signature):
        return Problem("account.signature_wrong", account=signed.account)
    return None


def _revoked(connection: Connection, packet: PacketRow, recording: Recording) -> Problem | None:
    """Decided by what the centre had seen and by the trusted time in the seal, never by the station's clock."""
    for account in (recording.operator, recording.supervisor):
        revoked_at = trust.revoked_at(connection, account) if account else None
        if account is None or revoked_at is None:
            continue
        when = sealed_when(
            revoked_at=revoked_at,
            sequence=packet.sequence,
            seen_sequence=trust.seen_sequence(connection, packet.station_id, at=revoked_at),
            earliest=recording.clock.earliest if recording.clock else 0,
        )
        if when is Sealed.AFTER:
            return Problem("account.signed_after_revocation", account=account)
    return None
