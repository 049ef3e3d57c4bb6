from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """The paper that a resident takes home after recording.

    Attributes:
        receipt_code: Short code for asking where the card is.
        packet_id: First 16 hex digits of the packet's id.
        name: As on the biodata.
        nik_tail: Last four digits of the NIK; the rest stays off the paper.
        place: Where the recording was made.
        recorded_at: In words, with zone.
        operator: Name of the account that recorded.
        ask_at: Where to check: address of the portal or the office's telephone.
        notes: Further sentences, for example which items were excepted.
    """

    receipt_code: str
    packet_id: str
    name: str
    nik_tail: str
    place: str
    recorded_at: str
    operator: str
    ask_at: str
    notes: tuple[str, ...] = ()
