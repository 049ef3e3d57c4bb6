from dataclasses import dataclass

from rekam.biometric.interchange.limits import Limits
from rekam.biometric.interchange.octets import Octets

_FIXED = 4 + 4 + 4 + 2


@dataclass(frozen=True, slots=True)
class Header:
    """First fields of every image record of edition 2011 (ISO/IEC 19794-1:2011).

    Attributes:
        identifier: Format identifier with the zero octet after it, for example ``FIR``.
        version: Version number with the zero octet after it, for example ``020``.
        standard: Name of the standard, for the problem.
    """

    identifier: bytes
    version: bytes
    standard: str

    def open(self, record: bytes, limits: Limits) -> tuple[Octets, int]:
        """The octets after the number of representations, and that number.

        Raises:
            Problem: ``biometric.record_unreadable`` if identifier, version, length or number is wrong.
        """
        octets = Octets.whole(record, self.standard, limits)
        if octets.take(4, "format identifier") != self.identifier:
            raise octets.unreadable("format identifier")
        if octets.take(4, "version number") != self.version:
            raise octets.unreadable("version number")
        if octets.unsigned(4, "record length") != len(record):
            raise octets.unreadable("record length")
        count = octets.unsigned(2, "number of representations")
        if not 1 <= count <= limits.representations:
            raise octets.unreadable("number of representations")
        return octets, count

    def close(self, count: int, rest: bytes) -> bytes:
        """The whole record; ``rest`` is everything after the number of representations."""
        length = (_FIXED + len(rest)).to_bytes(4, "big")
        return self.identifier + self.version + length + count.to_bytes(2, "big") + rest
