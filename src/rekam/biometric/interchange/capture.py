"""The part that finger, iris and face representations share (ISO/IEC 19794-1:2011)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from struct import Struct

from rekam.biometric.interchange.octets import Octets

_MOMENT = Struct(">HBBBBBH")
_DEVICE = Struct(">BHH")
_QUALITY = Struct(">BHH")


@dataclass(frozen=True, slots=True)
class CaptureMoment:
    """When it was captured, UTC, as the nine octets have it; all bits set = not known."""

    year: int = 0xFFFF
    month: int = 0xFF
    day: int = 0xFF
    hour: int = 0xFF
    minute: int = 0xFF
    second: int = 0xFF
    millisecond: int = 0xFFFF

    @classmethod
    def of(cls, moment: datetime) -> "CaptureMoment":
        """From a time with a zone."""
        utc = moment.astimezone(UTC)
        return cls(utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second, utc.microsecond // 1000)

    def moment(self) -> datetime | None:
        """The time in UTC; ``None`` where the record does not hold a real one."""
        try:
            return datetime(
                self.year, self.month, self.day, self.hour, self.minute, self.second,
                self.millisecond * 1000, tzinfo=UTC,
            )  # fmt: skip
        except ValueError:
            return None

    def encode(self) -> bytes:
        """The nine octets."""
        return _MOMENT.pack(
            self.year, self.month, self.day, self.hour, self.minute, self.second, self.millisecond
        )


@dataclass(frozen=True, slots=True)
class CaptureDevice:
    """Technology, vendor and type of the sensor; zero = not specified."""

    technology: int = 0
    vendor: int = 0
    kind: int = 0


@dataclass(frozen=True, slots=True)
class QualityBlock:
    """One quality score: 0-100, 255 = could not be computed; vendor and algorithm as registered by IBIA."""

    score: int
    vendor: int = 0
    algorithm: int = 0


@dataclass(frozen=True, slots=True)
class CaptureHead:
    """Moment, sensor and quality of one representation."""

    moment: CaptureMoment = CaptureMoment()
    device: CaptureDevice = CaptureDevice()
    quality: tuple[QualityBlock, ...] = ()

    @classmethod
    def read(cls, octets: Octets) -> "CaptureHead":
        """Reads the head; the representation length before it has been read already."""
        moment = CaptureMoment(*octets.read(_MOMENT, "capture date and time"))
        device = CaptureDevice(*octets.read(_DEVICE, "capture device"))
        count = octets.unsigned(1, "number of quality blocks")
        quality = tuple(QualityBlock(*octets.read(_QUALITY, "quality block")) for _ in range(count))
        return cls(moment, device, quality)

    def encode(self) -> bytes:
        """The octets of the head, without the representation length."""
        return b"".join(
            (
                self.moment.encode(),
                _DEVICE.pack(self.device.technology, self.device.vendor, self.device.kind),
                len(self.quality).to_bytes(1, "big"),
                *(_QUALITY.pack(block.score, block.vendor, block.algorithm) for block in self.quality),
            )
        )
