"""What a case is given to run with."""

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_SAY_EVERY_S = 10.0


@dataclass(slots=True)
class Trials:
    """One run of a case.

    Attributes:
        wanted: Trials to run.
        seed: Source of all chance in the run.
        folder: Scratch folder, empty at the start; the caller removes it.
        control: Name of the protection to switch off; empty = none. Each case lists its controls.
        quiet: No progress on standard error.
        load: Work within a trial where a case has a choice (long-cut: recordings of a station a day; lines: stations on
            lines of each profile); 0 = the case's own.
    """

    wanted: int
    seed: int
    folder: Path
    control: str = ""
    quiet: bool = False
    load: int = 0
    _said: float = field(default_factory=time.monotonic)

    def each(self, case: str) -> Iterator[tuple[int, random.Random]]:
        """Number of each trial from 0 with its own source of chance, which depends on seed, case and number alone."""
        for number in range(self.wanted):
            yield number, random.Random(f"{self.seed} {case} {number}")  # noqa: S311 - chance, not secrets
            self.say(f"{case}: {number + 1} / {self.wanted}")

    def say(self, text: str) -> None:
        """Progress for the person who waits, now and then."""
        if not self.quiet and time.monotonic() - self._said > _SAY_EVERY_S:
            self._said = time.monotonic()
            sys.stderr.write(f"rekam: {text}\n")
            sys.stderr.flush()
