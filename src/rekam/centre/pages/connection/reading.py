"""Lines of a territory as a person reads them: one word each, the worst first."""

from typing import NamedTuple

from rekam.centre.pages.desk import Desk
from rekam.edge.store.centre.lines import StationLine
from rekam.operations.connection import LineWord, line_word

WIDTHS = (0, 2, 5, 8)
"""Letters of the codes that a kecamatan lies in: the nation, its province, its regency, itself."""

RANK = {word: rank for rank, word in enumerate(LineWord)}


class Reading(NamedTuple):
    """One station's line.

    Attributes:
        line: What is known of it.
        word: How it is now.
        since: Unix seconds since when; ``None`` where that says nothing.
    """

    line: StationLine
    word: LineWord
    since: int | None

    @property
    def region(self) -> str:
        """The kecamatan."""
        return self.line.region


def read_lines(desk: Desk, territory: str) -> list[Reading]:
    """Every working station of a territory, the worst line first."""
    now, cuts = desk.now(), desk.store.lines.cuts()
    places = {one.place: one.since for one in cuts if one.station_id is None}
    alone = {one.station_id: one.since for one in cuts if one.station_id is not None}
    found = []
    for line in desk.store.lines.lines(territory):
        above = next((since for width in WIDTHS if (since := places.get(line.region[:width]))), None)
        cut = alone.get(line.station_id, above)
        word = line_word(
            cut=cut is not None,
            out=line.out_since is not None,
            last_contact=line.last_contact,
            kbit_s=line.kbit_s,
            now=now,
        )
        since = None
        if word is LineWord.CUT:
            since = cut
        elif word is LineWord.OUT:
            since = line.out_since
        elif word is LineWord.SILENT:
            since = line.last_contact
        found.append(Reading(line, word, since))
    return sorted(found, key=lambda one: (RANK[one.word], one.line.kbit_s or 0, one.line.station_id))
