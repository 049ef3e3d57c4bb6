"""Finding regions by name, with typing errors."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from rekam.place.fold import tight
from rekam.place.level import Level
from rekam.place.query import Query, readings
from rekam.place.region import Region

LEAST = 64.0
"""Least similarity (per cent) of a name to be worth showing; "bnagko" to "bangko" has 83."""

SURE = 92.0
"""From this score on no other reading of the text is tried."""

NAMES = 60
"""Similar names looked at for one reading; each may belong to many regions."""


@dataclass(frozen=True, slots=True)
class Found:
    """One answer of a search.

    Attributes:
        region: The region, as it is today.
        score: 0-100; 100 is the exact name.
        matched: The name that matched; a former name where it differs from the region's.
        path: The region with everything above it, for reading.
    """

    region: Region
    score: float
    matched: str
    path: str


@dataclass(frozen=True, slots=True)
class _Hit:
    score: float
    code: str
    matched: str


class NameIndex:
    """Names of regions, each distinct name once.

    Args:
        names: (name, code) of every region and of every former name.
        region: Builds a region of today from its code.
        path: Writes a region with everything above it.
    """

    def __init__(
        self, names: Sequence[tuple[str, str]], region: Callable[[str], Region], path: Callable[[str], str]
    ) -> None:
        bearers: dict[str, list[tuple[str, str]]] = {}
        for name, code in names:
            bearers.setdefault(tight(name), []).append((name, code))
        self._bearers = bearers
        self._keys = list(bearers)
        self._region = region
        self._path = path

    def search(self, text: str, level: Level | None, limit: int) -> list[Found]:
        """The best regions for a text, best first; on equal scores the higher level first."""
        best: dict[str, _Hit] = {}
        for query in readings(text):
            for hit in self._hits(query, level):
                if hit.code not in best or hit.score > best[hit.code].score:
                    best[hit.code] = hit
            if any(hit.score >= SURE for hit in best.values()):
                break
        ranked = sorted(best.values(), key=lambda hit: (-hit.score, len(hit.code), hit.code))
        return [
            Found(self._region(hit.code), hit.score, hit.matched, self._path(hit.code))
            for hit in ranked[:limit]
        ]

    def _hits(self, query: Query, level: Level | None) -> list[_Hit]:
        hits = []
        for key, score in self._similar(query.name):
            for name, code in self._bearers[key]:
                here = Level(code.count(".") + 1)
                if level is not None and here is not level:
                    continue
                weighed = score * self._agreement(query, code, here)
                if weighed >= LEAST:
                    hits.append(_Hit(round(weighed, 1), code, name))
        return hits

    def _similar(self, name: str) -> list[tuple[str, float]]:
        """Distinct names similar to a folded name, with their score."""
        scores: dict[str, float] = {}
        if len(name) >= 2:
            for key in self._keys:
                if name in key:
                    share = len(name) / len(key)
                    scores[key] = 78 + 22 * share if key.startswith(name) else 60 + 30 * share
        for key, score, _ in process.extract(
            name, self._keys, scorer=fuzz.ratio, processor=None, score_cutoff=LEAST, limit=NAMES
        ):
            scores[key] = max(score, scores.get(key, 0))
        return sorted(scores.items(), key=lambda item: -item[1])[: 4 * NAMES]

    def _agreement(self, query: Query, code: str, here: Level) -> float:
        """Factor 0-1: how well level word and context of a query fit a region."""
        factor = 1.0 if query.level is None or query.level is here else 0.9
        for part in query.context:
            above = [code[:length] for length in (2, 5, 8) if length < len(code)]
            likeness = max((fuzz.ratio(part, tight(self._region(one).name)) for one in above), default=0.0)
            factor *= 0.4 + 0.6 * likeness / 100
        return factor
