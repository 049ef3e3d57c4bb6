from base64 import b64encode
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Upload:
    """One partial upload as the server holds it; there is one for each packet.

    Attributes:
        packet_id: SHA-256 of the whole body.
        length: Bytes of the whole body.
        offset: Bytes that are durable from the start on.
        metadata: Header ``Upload-Metadata`` as it came with the creation.
    """

    packet_id: bytes
    length: int
    offset: int
    metadata: str


def metadata_of(packet_id: bytes) -> str:
    """Header ``Upload-Metadata`` of a packet as our own sender writes it."""
    return f"packet_id {b64encode(packet_id.hex().encode()).decode()}"
