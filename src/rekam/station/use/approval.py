"""A supervisor's word for an item left out, signed with their own key."""

import msgspec

from rekam.edge.key import Ed25519Signer
from rekam.packet import approval_statement
from rekam.recording import Draft, ItemExcepted


def approved(draft: Draft, event: ItemExcepted, signer: Ed25519Signer) -> ItemExcepted:
    """The event with the supervisor's signature.

    Args:
        draft: The recording that it belongs to.
        event: What the supervisor approved; their name stands in it.
        signer: Their key.
    """
    assert event.supervisor is not None
    statement = approval_statement(
        station=draft.station,
        nik=draft.original.nik,
        modality=event.item.modality,
        place=event.item.place,
        reason=event.reason,
        operator=event.operator,
        supervisor=event.supervisor,
        at=event.at,
    )
    return msgspec.structs.replace(event, key_id=signer.key_id, signature=signer.sign(statement))
