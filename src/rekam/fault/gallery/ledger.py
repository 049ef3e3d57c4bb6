from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from rekam.abis import Engine
from rekam.edge.store.gallery_files import FileStock, GalleryFiles
from rekam.edge.store.gallery_files.feature import FEATURES
from rekam.fault.bed.audit import Finding
from rekam.fault.gallery.people import GALLERIES, enrolment_of, reference_of, template_of

Capture = int | None
"""Which capture of a person is enrolled; ``None`` = the person is not."""


@dataclass(slots=True)
class GalleryLedger:
    """What a gallery must hold after all that was said of it.

    Attributes:
        here: Capture of each person who is enrolled.
        open: What the last change may have made of a person, done or not; the kill decided.
        acknowledged: Changes said to be done.
    """

    here: dict[int, int] = field(default_factory=dict)
    open: dict[int, Capture] = field(default_factory=dict)
    acknowledged: int = 0

    def hear(self, messages: Iterable[list[str]]) -> None:
        """Take down what a child said."""
        for word, *values in messages:
            if word == "will":
                self.open = _meant(values)
            elif word == "did":
                for number, capture in self.open.items():
                    self._settle(number, capture)
                self.acknowledged += len(self.open)
                self.open = {}

    def audit(self, folder: Path, finding: Finding) -> None:
        """Open the folder as after any kill and hold it against what was said."""
        with GalleryFiles(folder) as files:
            found = dict(files.people())
            for number in self.here.keys() | self.open.keys() | _numbers(found):
                got, may = found.get(reference_of(number)), [self.here.get(number)]
                if number in self.open:
                    may.append(self.open[number])
                match = [one for one in may if _same(got, number, one)]
                if match:
                    self._settle(number, match[0])
                elif got is None:
                    finding.lost += 1
                elif may == [None]:
                    finding.duplicated += 1  # somebody who was removed is back
                else:
                    finding.lost += 1  # the change to an older capture was undone, or half a person is there
            self.open = {}
            finding.unknown += _strange(files) + (not files.opening.complete)
            finding.unknown += _searches_apart(files, self.here)

    def _settle(self, number: int, capture: Capture) -> None:
        if capture is None:
            self.here.pop(number, None)
        else:
            self.here[number] = capture


def _meant(values: list[str]) -> dict[int, Capture]:
    if values[0] == "put":
        return {int(number): int(capture) for number, capture in (one.split(":") for one in values[1:])}
    return {int(values[1]): None} if values[0] == "remove" else {}


def _numbers(found: Iterable[str]) -> set[int]:
    return {int(reference.rpartition("-")[2]) for reference in found}


def _same(got: object, number: int, capture: Capture) -> bool:
    if got is None or capture is None:
        return got is None and capture is None
    wanted = enrolment_of(number, capture)
    return _plain(got) == _plain(wanted)


def _plain(enrolment: object) -> tuple[bytes, frozenset[str], str]:
    template, galleries, extractor = (
        getattr(enrolment, name) for name in ("template", "galleries", "extractor")
    )
    return template.to_bytes(), galleries, extractor


def _strange(files: GalleryFiles) -> int:
    """Living rows whose columns are not those of their template."""
    alive = files.among()
    return sum(
        not np.array_equal(
            files.column(one.name)[row], one.of(files.enrolment(files.reference(int(row))).template)
        )
        for row in np.flatnonzero(alive)
        for one in FEATURES
    )


def _searches_apart(files: GalleryFiles, here: dict[int, int]) -> int:
    """Searches that the opened gallery answers otherwise than one that was never closed."""
    kept = Engine(stock=FileStock(files))
    ever = Engine((reference_of(number), enrolment_of(number, capture)) for number, capture in here.items())
    probes = [
        (number, gallery) for number in sorted(here)[:1] for gallery in (None, GALLERIES[len(here) % 3])
    ]
    return sum(_answer(kept, *probe) != _answer(ever, *probe) for probe in probes)


def _answer(engine: Engine, number: int, gallery: str | None) -> list[tuple[float, str]]:
    found = engine.search(template_of(number, 1_000_000), gallery, limit=100)
    return sorted((round(one.score, 6), one.ref) for one in found)
