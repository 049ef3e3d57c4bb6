"""A recording without a visit: sealed and put into a real station's outbox at once, in milliseconds."""

from rekam.biometric import FingerPosition, Modality, Sample
from rekam.fault.bed.counter import DISTRICT, OPERATOR, resident
from rekam.packet import RECORDING, Recording, SealedPacket, encode_recording, seal
from rekam.station.station import Station

_PRINT_BYTES = 2_000


def seal_quickly(station: Station, number: int) -> SealedPacket:
    """One finger of an invented resident, sealed, durable and in the outbox.

    Args:
        station: An open station.
        number: Whose, from 1 to 9999.
    """
    store, now = station.store, station.now()
    sequence, previous = store.outbox.head()
    finger = Sample(
        Modality.FINGER, FingerPosition.RIGHT_THUMB, "image/x-wsq", station.random(_PRINT_BYTES), 60
    )
    recording = Recording(
        biodata=resident(number), samples=(finger,), consented_at=max(now, 0), started_at=max(now, 0),
        operator=OPERATOR, station=station.papers.station,
    )  # fmt: skip
    packet = seal(
        encode_recording(recording), station=station.papers.station, sequence=sequence + 1, previous=previous,
        kind=RECORDING, region=DISTRICT, captured_at=max(now, 0), sealed_at=max(now, 0), operator=OPERATOR,
        recipients=station.recipients, signer=station.signer, random=station.random,
    )  # fmt: skip
    store.files.put(packet.packet_id, packet.body)
    with store.database.write():
        store.outbox.add(packet, sequence=sequence + 1, captured_at=now, sealed_at=now, operator=OPERATOR)
    return packet
