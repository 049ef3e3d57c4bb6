from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """Where a demo keeps everything.

    Attributes:
        folder: Its folder.
    """

    folder: Path

    @property
    def centre(self) -> Path:
        """The centre's folder: keys, bodies, database."""
        return self.folder / "centre"

    @property
    def station(self) -> Path:
        """The station's state folder."""
        return self.folder / "station"

    @property
    def plan(self) -> Path:
        """The scripted operator's plan."""
        return self.folder / "plan.json"

    @property
    def done(self) -> Path:
        """Written by the scripted operator when the last resident has left the counter."""
        return self.folder / "recorded.json"

    @property
    def founded(self) -> Path:
        """Marks a home whose register and station stand."""
        return self.folder / "founded.json"

    @property
    def clock(self) -> Path:
        """How many seconds the demo's clock is ahead of the machine's."""
        return self.folder / "clock"

    def log(self, part: str) -> Path:
        """Output of one part."""
        return self.folder / f"{part}.log"
