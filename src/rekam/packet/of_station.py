"""What a station signed: the station that it names is known, and one of its keys made the signature."""

from rekam.packet.envelope import Envelope
from rekam.packet.fields import IDENTIFIER, Fields
from rekam.packet.key import VerifierOf
from rekam.problem import Problem


def fields_of_station(taken: Envelope, verifier_of: VerifierOf, unreadable: str) -> Fields:
    """The payload of a message that was taken apart, once it is true.

    Args:
        taken: The message; its payload names its ``station``.
        verifier_of: Public key, or keys, of a station.
        unreadable: Code of the problem when the payload is none of the format.

    Raises:
        Problem: ``unreadable``, ``packet.station_unknown``, ``packet.key_unknown``, ``packet.signature_bad``.
    """
    fields = Fields.of(taken.payload, unreadable)
    station = fields.text("station", shape=IDENTIFIER)
    verifiers = verifier_of(station)
    if not verifiers:
        raise Problem("packet.station_unknown", station=station)
    taken.check(verifiers)
    return fields
