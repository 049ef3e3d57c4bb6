"""What the last delivery rounds said of the line to the centre."""

from collections.abc import Mapping

import msgspec

from rekam.problem import Detail, Problem


class LineState(msgspec.Struct, frozen=True):
    """The line.

    Attributes:
        code: Code of the problem with it, empty when it holds.
        since: Unix time since when that is so.
        asked_at: Unix time of the last round, 0 = none yet.
        kbit_s: Last measured speed, kilobits a second, 0 = not measured.
        measured_at: Unix time of that measurement.
    """

    code: str = ""
    details: dict[str, str | int | float] = {}
    since: int = 0
    asked_at: int = 0
    kbit_s: float = 0.0
    measured_at: int = 0

    @property
    def problem(self) -> Problem | None:
        """What is wrong with the line."""
        return Problem(self.code, **self.details) if self.code else None

    def with_speed(self, kbit_s: float, at: int) -> "LineState":
        """The same with a new measurement."""
        return msgspec.structs.replace(self, kbit_s=kbit_s, measured_at=at)

    def with_code(self, code: str, details: Mapping[str, Detail], at: int) -> "LineState":
        """The same after a round; ``since`` stays while nothing changes."""
        same = self.asked_at and bool(code) == bool(self.code)
        since = self.since if same else at
        return msgspec.structs.replace(self, code=code, details=dict(details), since=since, asked_at=at)
