"""What can happen to a draft. A draft is the fold of these, in the order of their numbers.

The wire form is MessagePack with the event's name; unknown fields of a later version are ignored on reading.
"""

import msgspec

from rekam.biometric import ExceptionReason
from rekam.person.biodata import Biodata
from rekam.problem import Problem
from rekam.recording.accommodation import Accommodation
from rekam.recording.cause import Cause
from rekam.recording.item import Item
from rekam.recording.second_look import SecondLook
from rekam.recording.step import Step


class Begun(msgspec.Struct, frozen=True, tag="begun"):
    """The operator opened a recording for a resident of the roster.

    Attributes:
        at: Unix time in seconds.
        biodata: As the roster has it.
    """

    at: int
    operator: str
    station: str
    biodata: Biodata


class FieldCorrected(msgspec.Struct, frozen=True, tag="field_corrected"):
    """One biodata field was corrected against a document shown at the counter.

    Attributes:
        value: New value as text; dates as ``YYYY-MM-DD``.
        document: What was shown, for example ``Akta kelahiran 1502-LT-2011-0042``.
    """

    at: int
    field: str
    value: str
    document: str
    operator: str


class ItemCaptured(msgspec.Struct, frozen=True, tag="item_captured"):
    """One attempt at one item.

    Attributes:
        content: Encoded picture (WSQ, JPEG 2000, PNG).
        quality: 0-100, 254 = not measured.
        cause: What was wrong with this attempt; ``None`` when good enough.
    """

    at: int
    item: Item
    media_type: str
    content: bytes
    quality: int
    cause: Cause | None
    device: str = ""


class ItemDiscarded(msgspec.Struct, frozen=True, tag="item_discarded"):
    """The operator threw the kept attempt away (closed eyes in the photo, somebody else's hand)."""

    at: int
    item: Item
    operator: str


class ItemExcepted(msgspec.Struct, frozen=True, tag="item_excepted"):
    """The item will not be captured, for a reason of the table, approved by the one it names."""

    at: int
    item: Item
    reason: ExceptionReason
    operator: str
    supervisor: str | None
    key_id: str = ""
    signature: bytes = b""


class ExceptionLifted(msgspec.Struct, frozen=True, tag="exception_lifted"):
    """The exception was a mistake; the item is to be captured after all."""

    at: int
    item: Item
    operator: str


class FingerRechecked(msgspec.Struct, frozen=True, tag="finger_rechecked"):
    """The finger was put on the glass once more and compared with the kept print; the new picture is not kept."""

    at: int
    item: Item
    result: SecondLook
    operator: str


class Accommodated(msgspec.Struct, frozen=True, tag="accommodated"):
    """The station works differently for this resident.

    Attributes:
        companion: Who helps, empty where nobody is needed.
        relationship: Of the companion to the resident.
    """

    at: int
    kind: Accommodation
    operator: str
    companion: str = ""
    relationship: str = ""


class StepConfirmed(msgspec.Struct, frozen=True, tag="step_confirmed"):
    """The operator pressed Lanjut on a step that was in order."""

    at: int
    step: Step
    operator: str


class Consented(msgspec.Struct, frozen=True, tag="consented"):
    """The resident saw the review page and agreed; the draft may now be sealed.

    Attributes:
        key_id: The operator's own key; empty where the station had none to give.
        signature: Over `rekam.packet.recorded_statement`, made here so that sealing needs nobody.
    """

    at: int
    operator: str
    key_id: str = ""
    signature: bytes = b""


Event = (
    Begun
    | FieldCorrected
    | ItemCaptured
    | ItemDiscarded
    | ItemExcepted
    | ExceptionLifted
    | FingerRechecked
    | Accommodated
    | StepConfirmed
    | Consented
)

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[Event] = msgspec.msgpack.Decoder(Event)


def encode_event(event: Event) -> bytes:
    """The event as MessagePack; the caller encrypts it before it touches a disk."""
    return _encoder.encode(event)


def decode_event(content: bytes) -> Event:
    """The event that `encode_event` wrote.

    Raises:
        Problem: ``recording.event_unreadable`` when the bytes are no event of a draft.
    """
    try:
        return _decoder.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Problem("recording.event_unreadable") from error
