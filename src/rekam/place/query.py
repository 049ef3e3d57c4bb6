from dataclasses import dataclass

from rekam.place.fold import fold
from rekam.place.level import Level

WORDS: dict[str, Level] = {
    "prov": Level.PROVINCE,
    "provinsi": Level.PROVINCE,
    "kab": Level.REGENCY,
    "kabupaten": Level.REGENCY,
    "kota": Level.REGENCY,
    "kec": Level.DISTRICT,
    "kecamatan": Level.DISTRICT,
    "kel": Level.VILLAGE,
    "kelurahan": Level.VILLAGE,
    "desa": Level.VILLAGE,
    "ds": Level.VILLAGE,
}
"""Words before a name that tell its level; "Kota Baru" is also a name, so they only add weight."""


@dataclass(frozen=True, slots=True)
class Query:
    """A search text, taken apart.

    Attributes:
        name: Folded name without blanks.
        level: Level that a word before the name tells; None without one.
        context: Folded names, without blanks, of regions above it.
    """

    name: str
    level: Level | None
    context: tuple[str, ...]


def readings(text: str) -> list[Query]:
    """The ways in which a search text can be meant, most literal first.

    "kec. bangko, merangin" names its context after a comma; "bangko merangin" may be one name or
    a name and its context.
    """
    parts = [folded for part in text.split(",") if (folded := fold(part))]
    if not parts:
        return []
    context = tuple(_without_word(part)[0] for part in parts[1:])
    found = [Query(parts[0].replace(" ", ""), None, context)]
    name, level = _without_word(parts[0])
    if level is not None:
        found.append(Query(name, level, context))
    words = parts[0].split()
    if level is not None:
        words = words[1:]
    if not context:
        found.extend(
            Query("".join(words[:cut]), level, ("".join(words[cut:]),))
            for cut in range(len(words) - 1, max(0, len(words) - 3), -1)
        )
    return found


def _without_word(folded: str) -> tuple[str, Level | None]:
    first, _, rest = folded.partition(" ")
    if rest and first in WORDS:
        return rest.replace(" ", ""), WORDS[first]
    return folded.replace(" ", ""), None
