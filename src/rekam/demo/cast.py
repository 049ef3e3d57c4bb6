"""Who comes to the counter in the scripted journey: drawn from the register by the seed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rekam.biometric.drawn import body_of
from rekam.demo.sitting import sitter_number, sitting
from rekam.demo.visit import Kind, Visit
from rekam.person.biodata import Biodata
from rekam.population import Population, second_identity, with_wrong_nik
from rekam.problem import Problem

REGENCY = "15.03"
"""Sarolangun: among the lowest coverage of October 2017, so its rosters are the longest."""

SECOND_IDENTITIES = 3
YEAR = 2017


@dataclass(frozen=True, slots=True)
class Cast:
    """The district of the station, who comes, and register lines that the population did not have.

    Attributes:
        district: Code of the kecamatan.
        visits: In the order of coming.
        extra: Second identities and a wrong NIK, as they stand on the register.
    """

    district: str
    visits: tuple[Visit, ...]
    extra: tuple[Biodata, ...]

    @property
    def bodies(self) -> dict[str, int]:
        """The person behind each NIK: the same number for all identities of one person."""
        return {
            visit.nik: sitting(visit.person)[0] if visit.kind.startswith("finger") else visit.person
            for visit in self.visits
        }


def choose_cast(population: Population, seed: int, people: int) -> Cast:
    """The people of the journey.

    Of ``people`` recordings three are second identities of people recorded before them and one is of a person
    without fingers on the left hand; one more visitor, whose NIK fits neither sex nor birth, is refused.

    Args:
        population: The register.
        seed: Of the choice.
        people: Recordings.

    Raises:
        Problem: ``command.bad_option`` when the register has too few missing people in any district.
    """
    district, missing = longest_roster(population)
    wanted = people - SECOND_IDENTITIES + 1
    if len(missing) < wanted:
        raise Problem(
            "command.bad_option", option="--people", reason=f"≤ {len(missing) + SECOND_IDENTITIES - 1}"
        )
    random = np.random.default_rng([seed, 17])
    chosen = [missing[place] for place in random.choice(len(missing), wanted, replace=False)]
    wrong = with_wrong_nik(chosen[-1], random)
    ordinary = chosen[:-1]
    villages = sorted({one.village for one in missing})
    again: list[Biodata] = []
    for first in ordinary[:SECOND_IDENTITIES]:
        village = villages[int(random.integers(len(villages)))]
        again.append(second_identity(first, random, village=village))
    visits = [
        _visit(one, "one_hand" if place == SECOND_IDENTITIES else "ordinary")
        for place, one in enumerate(ordinary)
    ]
    # They come back later in the day, among the others, never right after their first visit.
    for number, (first, second) in enumerate(zip(ordinary, again, strict=False)):
        visits.insert(
            len(ordinary) // 2 + 2 * number,
            _visit(second, "second_identity", body=body_of(first.nik), capture=11),
        )
    visits.insert(2, _visit(wrong, "wrong_nik"))
    return Cast(district, tuple(visits), (*again, wrong))


def longest_roster(population: Population) -> tuple[str, list[Biodata]]:
    """The kecamatan of the regency with the most missing people, and those people."""
    by_district: dict[str, list[Biodata]] = {}
    for resident in population.residents(REGENCY):
        if not resident.recorded:
            by_district.setdefault(resident.biodata.village[:8], []).append(resident.biodata)
    return max(by_district.items(), key=lambda entry: (len(entry[1]), entry[0]))


def finger_cast(population: Population, seed: int, impressions: Sequence[Sequence[int]]) -> Cast:
    """People with real prints: each comes once with impression 1, then as somebody else with each further one.

    Args:
        population: The register.
        seed: Of the choice.
        impressions: For each person the numbers of the impressions at hand, the first enrolled.

    Raises:
        Problem: ``command.bad_option`` when the register is too small.
    """
    district, missing = longest_roster(population)
    if len(missing) < len(impressions):
        raise Problem("command.bad_option", option="--scale", reason=f"{len(missing)} < {len(impressions)}")
    random = np.random.default_rng([seed, 18])
    chosen = [missing[place] for place in random.choice(len(missing), len(impressions), replace=False)]
    villages = sorted({one.village for one in missing})
    firsts = [
        _visit(one, "finger_first", body=sitter_number(number, numbers[0]))
        for number, (one, numbers) in enumerate(zip(chosen, impressions, strict=True))
    ]
    extra: list[Biodata] = []
    again: list[Visit] = []
    for number, (one, numbers) in enumerate(zip(chosen, impressions, strict=True)):
        for impression in numbers[1:]:
            known = {other.nik for other in extra}
            other = second_identity(one, random, village=villages[int(random.integers(len(villages)))])
            while other.nik in known:
                other = second_identity(one, random, village=villages[int(random.integers(len(villages)))])
            extra.append(other)
            again.append(_visit(other, "finger_again", body=sitter_number(number, impression)))
    return Cast(district, (*firsts, *again), tuple(extra))


def _visit(biodata: Biodata, kind: Kind, *, body: int | None = None, capture: int = 1) -> Visit:
    return Visit(
        nik=biodata.nik,
        person=body_of(biodata.nik) if body is None else body,
        kind=kind,
        sex="L" if biodata.sex == "L" else "P",
        age=max(0, min(110, YEAR - biodata.birth_date.year)),
        birth_year=biodata.birth_date.year,
        capture=capture,
    )
