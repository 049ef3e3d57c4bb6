"""The residents of the station's area who are obliged and not recorded yet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from rekam.edge.store.station.database import Database, Row
from rekam.person import name_key, strip_titles, word_key
from rekam.person.biodata import Biodata

NOT_RECORDED, RECORDED, REFUSED = "not_recorded", "recorded", "refused"
_BATCH = 2000

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Biodata)


@dataclass(frozen=True, slots=True)
class Resident:
    """One line of the roster.

    Attributes:
        state: ``not_recorded``, ``recorded`` (sealed at this station) or ``refused``.
        reason: Code of the problem that the recording was refused for, else empty.
        packet_id: Packet of the recording made here.
        changed_at: Unix time of the last change.
    """

    biodata: Biodata
    state: str
    reason: str
    packet_id: bytes | None
    changed_at: int


class Roster:
    """Search and upkeep of the roster.

    Args:
        database: The station's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(
        self, version: str, residents: Iterable[Biodata], *, removed: Iterable[str] = (), at: int
    ) -> int:
        """Takes a roster or a delta; what this station did with a resident stays.

        Returns:
            Residents taken.
        """
        taken = 0
        with self._database.write():
            for batch in _batches(residents):
                self._database.do_many("put_resident", [self._line(biodata, at) for biodata in batch])
                taken += len(batch)
            for nik in removed:
                self._database.do("remove_resident", nik)
            self._database.do("put_roster_version", version, at, taken)
        return taken

    def _line(self, biodata: Biodata, at: int) -> tuple[str | int | bytes, ...]:
        return (
            biodata.nik,
            biodata.kk,
            biodata.name,
            name_key(biodata.name),
            f" {' '.join(_word_keys(biodata.name))} ",
            biodata.sex,
            biodata.birth_date.isoformat(),
            biodata.village,
            _encoder.encode(biodata),
            at,
        )

    def resident(self, nik: str) -> Resident | None:
        """The line of a NIK."""
        row = self._database.one("resident", nik)
        return _resident(row) if row else None

    def of_packet(self, packet_id: bytes) -> Resident | None:
        """Whose recording a packet of this station is, as far as the roster knows."""
        row = self._database.one("resident_of_packet", packet_id)
        return _resident(row) if row else None

    def search(self, text: str, *, limit: int = 20) -> list[Resident]:
        """Residents by NIK (or its beginning), family number, or name in any of its spellings."""
        digits = text.replace(" ", "").replace(".", "")
        if digits.isdigit():
            rows = self._database.all("residents_by_nik_start", digits, limit)
            rows += self._database.all("residents_by_kk", digits, limit)
            return _unique(rows, limit)
        key = name_key(text)
        words = _word_keys(text)
        if not key or not words:
            return []
        rows = self._database.all("residents_by_key", key, limit)
        rows += self._database.all("residents_by_key_start", key, limit)
        # A person may be known by the second word only: every word begins one of the name, in any order.
        longest = max(words, key=len)
        among = self._database.all("residents_by_word", f"% {_plain(longest)}%", limit * 20)
        rows += [row for row in among if all(f" {word}" in row["words"] for word in words)]
        return _unique(rows, limit)

    def household(self, kk: str, *, limit: int = 30) -> list[Resident]:
        """The residents of one family card."""
        return [_resident(row) for row in self._database.all("residents_by_kk", kk, limit)]

    def of_village(self, village: str, text: str = "", *, limit: int, offset: int = 0) -> list[Resident]:
        """Residents of a village, those to record first, then by name; all of them or those of a name."""
        return [
            _resident(row)
            for row in self._database.all("residents_of_village", village, _likeness(text), limit, offset)
        ]

    def count_of_village(self, village: str, text: str = "") -> int:
        """How many that are."""
        row = self._database.one("count_of_village", village, _likeness(text))
        return int(row["residents"]) if row else 0

    def set_state(
        self, nik: str, state: str, *, reason: str = "", packet_id: bytes | None = None, at: int
    ) -> None:
        """What this station did with the resident."""
        self._database.do("set_resident_state", state, reason, packet_id, at, nik)

    def set_recorded(self, biodata: Biodata, packet_id: bytes, *, at: int) -> None:
        """A recording of this resident was sealed; the line shows the biodata as corrected at the counter."""
        self._database.do("put_resident", *self._line(biodata, at))
        self.set_state(biodata.nik, RECORDED, packet_id=packet_id, at=at)

    def counts(self) -> dict[str, int]:
        """Residents by state."""
        return {row["state"]: row["residents"] for row in self._database.all("roster_counts")}

    def not_recorded(self, limit: int) -> list[Resident]:
        """The first residents still to record, by village and name."""
        return [_resident(row) for row in self._database.all("not_recorded", limit)]

    def version(self) -> tuple[str, int] | None:
        """Name of the newest roster and unix time of its loading."""
        row = self._database.one("roster_version")
        return (row["version"], row["loaded_at"]) if row else None


def _resident(row: Row) -> Resident:
    biodata = _decoder.decode(row["biodata"])
    return Resident(biodata, row["state"], row["reason"], row["packet_id"], row["changed_at"])


def _unique(rows: list[Row], limit: int) -> list[Resident]:
    return [_resident(row) for row in {row["nik"]: row for row in rows}.values()][:limit]


def _word_keys(name: str) -> list[str]:
    keys = (word_key(word) for word in re.split(r"[\s./-]+", strip_titles(name)))
    return [key for key in keys if key]


def _likeness(text: str) -> str:
    """Pattern of the longest word in any of its spellings; empty = everybody."""
    words = _word_keys(text)
    return f"% {_plain(max(words, key=len))}%" if words else ""


def _plain(word: str) -> str:
    for sign in "\\%_":
        word = word.replace(sign, "\\" + sign)
    return word


def _batches(residents: Iterable[Biodata]) -> Iterator[list[Biodata]]:
    batch: list[Biodata] = []
    for biodata in residents:
        batch.append(biodata)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
