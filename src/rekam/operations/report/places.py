"""Places of a sheet by code or name, inside one territory, with suggestions where nobody knows them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz, process

from rekam.operations.report import parameters
from rekam.place import Gazetteer, Level, Region
from rekam.problem import Problem

_KIND = re.compile(
    r"^(provinsi|propinsi|prov|kabupaten administrasi|kabupaten|kab|kota administrasi|kecamatan|kec|distrik|desa"
    r"|kelurahan|kel)\b[. ]*"
)
_SIGNS = re.compile(r"[^a-z0-9]+")
_CODE = re.compile(r"\d{2}(?:\.?\d{2}(?:\.?\d{2}(?:\.?\d{4})?)?)?")


def plain_name(name: str) -> str:
    """A name without its kind, signs and blanks; ``kota`` stays, for many share a name with their kabupaten."""
    letters = name.strip().lower()
    # A desa of Semarang is called "Kelurahan", a kelurahan of Klaten "Kabupaten".
    return _SIGNS.sub("", _KIND.sub("", letters)) or _SIGNS.sub("", letters)


@dataclass
class PlaceBook:
    """The regions of one territory by name.

    Args:
        gazetteer: All regions.
        territory: Where figures may be for; empty = the nation.
    """

    gazetteer: Gazetteer
    territory: str
    _suggested: int = field(default=0, init=False)

    @cached_property
    def _regions(self) -> tuple[Region, ...]:
        if self.territory:
            home = self.gazetteer.region(self.territory)
            levels = [level for level in Level if level >= home.level]
            return tuple(one for level in levels for one in self.gazetteer.within(home.code, level))
        provinces = self.gazetteer.provinces()
        below = [level for level in Level if level > Level.PROVINCE]
        return provinces + tuple(
            one for top in provinces for level in below for one in self.gazetteer.within(top.code, level)
        )

    @cached_property
    def _by_name(self) -> Mapping[str, list[Region]]:
        found: dict[str, list[Region]] = {}
        for region in self._regions:
            bare = plain_name(region.name)
            for key in {
                bare,
                _SIGNS.sub("", region.title.lower()),
                "kota" + bare if "Kota" in region.title else bare,
            }:
                found.setdefault(key, []).append(region)
        return found

    def by_code(self, text: str) -> Region:
        """The region of a code, dotted or digits only.

        Raises:
            Problem: ``report.place_unknown``, ``report.place_outside``.
        """
        digits = text.strip()
        if not _CODE.fullmatch(digits) or not self.gazetteer.knows(digits):
            raise Problem("report.place_unknown", value=text.strip()[: parameters.VALUE_LETTERS_MOST])
        region = self.gazetteer.region(digits)
        today = region if self.gazetteer.in_force(region.code) else self.gazetteer.forward(region.code)
        region = today or region
        if self.territory and not f"{region.code}.".startswith(f"{self.territory}."):
            raise Problem("report.place_outside", value=region.code, territory=self.territory)
        return region

    def by_names(self, names: Mapping[Level | None, str]) -> Region:
        """The region that the deepest name means, inside those that the others name.

        Args:
            names: Names by level; without a level the name may be of any.

        Raises:
            Problem: ``report.place_unknown``, ``report.place_unknown_near`` with what it may have been,
                ``report.place_ambiguous``.
        """
        within: Region | None = None
        for level in (*Level, None):
            if level in names:
                within = self._one(names[level], level, within)
        assert within is not None
        return within

    def likely(self, region: Region, name: str) -> bool:
        """Whether a name can be that of a region; the spelling of an office is not that of the ministry."""
        return fuzz.WRatio(plain_name(region.name), plain_name(name)) >= parameters.NAME_SCORE

    def _one(self, name: str, level: Level | None, within: Region | None) -> Region:
        found = self._named(name, level, within)
        if len(found) > 1 and level is None:
            # "Bangko" is a kecamatan and a kelurahan in it: without a level the higher one is meant.
            top = min(one.level for one in found)
            found = [one for one in found if one.level is top]
        if len(found) > 1 and "kota" not in name.lower():
            found = [one for one in found if "Kota" not in one.title] or found
        value = name.strip()[: parameters.VALUE_LETTERS_MOST]
        if not found:
            near = self._near(name, level, within)
            if near:
                raise Problem("report.place_unknown_near", value=value, near=near)
            raise Problem("report.place_unknown", value=value)
        if len(found) > 1:
            raise Problem("report.place_ambiguous", value=value, count=len(found))
        return found[0]

    def _named(self, name: str, level: Level | None, within: Region | None) -> list[Region]:
        letters = _SIGNS.sub("", name.strip().lower())
        for key in dict.fromkeys((letters, plain_name(name))):
            found = list(_fitting(self._by_name.get(key, ()), level, within))
            if found:
                return found
        return []

    def _near(self, name: str, level: Level | None, within: Region | None) -> str:
        """Names to choose from, as the sentence shows them; empty when there is none, or too many were asked for."""
        self._suggested += 1
        if self._suggested > parameters.SUGGESTED_MOST:
            return ""
        among = {one.code: plain_name(one.name) for one in _fitting(self._regions, level, within)}
        found = process.extract(
            plain_name(name), among, scorer=fuzz.WRatio, limit=parameters.SUGGESTIONS_MOST,
            score_cutoff=parameters.SUGGESTION_SCORE,
        )  # fmt: skip
        return ", ".join(f"{self.gazetteer.region(code).title} ({code})" for _, _, code in found)


def _fitting(regions: Iterable[Region], level: Level | None, within: Region | None) -> Iterable[Region]:
    inside = f"{within.code}." if within else ""
    return (one for one in regions if (level is None or one.level is level) and one.code.startswith(inside))
