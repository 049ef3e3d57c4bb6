"""How long each capture took and how good it was."""

from dataclasses import dataclass

from rekam.edge.store.station.database import Database


@dataclass(frozen=True, slots=True)
class CaptureScore:
    """One captured item.

    Attributes:
        device: Make, model and serial number.
        modality: Kind of device.
        item: Which finger or eye.
        took_ms: Milliseconds from asking to having, of everything that was captured at once.
        quality: 0-100.
    """

    at: int
    device: str
    modality: str
    item: str
    took_ms: int
    quality: int


@dataclass(frozen=True, slots=True)
class DeviceSum:
    """Captures of one device in a stretch of time, with mean quality and mean duration."""

    device: str
    modality: str
    captures: int
    quality: float
    took_ms: float


class Captures:
    """Lines are only added."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, score: CaptureScore) -> None:
        """One capture; joins the transaction around it."""
        self._database.do(
            "put_capture_score",
            score.at,
            score.device,
            score.modality,
            score.item,
            score.took_ms,
            score.quality,
        )

    def devices(self) -> list[tuple[str, str]]:
        """Every device that captured here, with its modality."""
        return [(row["device"], row["modality"]) for row in self._database.all("scored_devices")]

    def qualities(self, device: str, modality: str, limit: int) -> list[int]:
        """Its newest qualities, in the order of time."""
        rows = self._database.all("latest_scores", device, modality, limit)
        return [row["quality"] for row in reversed(rows)]

    def sums(self, since: int, until: int) -> list[DeviceSum]:
        """By device, in a stretch of unix seconds."""
        return [
            DeviceSum(row["device"], row["modality"], row["captures"], row["quality"], row["took_ms"])
            for row in self._database.all("scores_between", since, until)
        ]
