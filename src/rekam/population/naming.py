"""Drawing names by sex, generation and religion."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.person import NameToken, Sex
from rekam.population import word
from rekam.population.draw import Pool, even, ranked

GENERATIONS = (1965, 1990)
"""Years of birth that part old, middle and young."""

WORD_COUNTS = ((0.62, 0.33, 0.05), (0.36, 0.52, 0.12), (0.10, 0.58, 0.32))
"""Share of names of one, two and three words by generation; plausible, see domain notes on names."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Pools of one kind of person: words that stand alone, first, and behind."""

    alone: Pool
    first: Pool
    behind: Pool


class Naming:
    """Names of made-up people.

    Args:
        tokens: Words of names by sex, from which the young are named.
    """

    def __init__(self, tokens: Sequence[NameToken]) -> None:
        old_men, old_women = ranked(word.OLD_MEN), ranked(word.OLD_WOMEN)
        self._muslim = {
            (Sex.MAN, 0): _Words(old_men, ranked(word.OLD_FIRST_MEN), old_men),
            (Sex.WOMAN, 0): _Words(old_women, ranked(word.OLD_FIRST_WOMEN), ranked(word.OLD_SECOND_WOMEN)),
            (Sex.MAN, 1): _Words(ranked(word.OLD_MEN), ranked(word.MIDDLE_MEN), ranked(word.MIDDLE_LAST_MEN)),
            (Sex.WOMAN, 1): _Words(
                ranked(word.OLD_WOMEN), ranked(word.MIDDLE_WOMEN), ranked(word.MIDDLE_LAST_WOMEN)
            ),
            (Sex.MAN, 2): _young([(one.token, one.men) for one in tokens]),
            (Sex.WOMAN, 2): _young([(one.token, one.women) for one in tokens]),
        }
        family = even(word.FAMILY_WORDS)
        self._christian = {
            Sex.MAN: _Words(even(word.CHRISTIAN_MEN), even(word.CHRISTIAN_MEN), family),
            Sex.WOMAN: _Words(even(word.CHRISTIAN_WOMEN), even(word.CHRISTIAN_WOMEN), family),
        }
        last = even(word.CHINESE_LAST)
        self._chinese = {
            Sex.MAN: _Words(even(word.CHINESE_MEN), even(word.CHINESE_MEN), last),
            Sex.WOMAN: _Words(even(word.CHINESE_WOMEN), even(word.CHINESE_WOMEN), last),
        }

    def draw(
        self,
        rng: np.random.Generator,
        sex: Sex,
        birth_years: NDArray[np.int64],
        religions: NDArray[np.int64],
    ) -> list[str]:
        """A name for each person of one sex.

        Args:
            rng: Random stream.
            sex: Of all of them.
            birth_years: (n,) years.
            religions: (n,) code of list ``agama``.

        Returns:
            n names, each word with a capital.
        """
        generation = np.searchsorted(GENERATIONS, birth_years, side="right")
        names = np.empty(len(birth_years), dtype=object)
        christian = (religions == 2) | (religions == 3)
        chinese = (religions == 5) | (religions == 6)
        muslim = ~christian & ~chinese
        for number in range(3):
            self._fill(rng, names, muslim & (generation == number), number, self._muslim[sex, number])
        self._fill(rng, names, christian, 1, self._christian[sex])
        self._fill(rng, names, chinese, 1, self._chinese[sex])
        return names.tolist()

    def _fill(
        self,
        rng: np.random.Generator,
        names: NDArray[np.object_],
        chosen: NDArray[np.bool_],
        generation: int,
        words: _Words,
    ) -> None:
        rows = np.flatnonzero(chosen)
        if not len(rows):
            return
        one, two, _ = WORD_COUNTS[generation]
        kind = np.searchsorted((one, one + two), rng.random(len(rows)), side="right")
        alone = words.alone.draw(rng, len(rows)).tolist()
        first = words.first.draw(rng, len(rows)).tolist()
        behind = words.behind.draw(rng, len(rows)).tolist()
        names[rows] = [
            a if k == 0 or f == a or (k == 1 and f == b) else f"{f} {b}" if k == 1 else _three(f, a, b)
            for k, a, f, b in zip(kind.tolist(), alone, first, behind, strict=True)
        ]


def _three(first: str, middle: str, last: str) -> str:
    return f"{first} {middle} {last}" if middle != last else f"{first} {middle}"


def _young(tokens: list[tuple[str, int]]) -> _Words:
    """Pools from the token list: a word weighs as many people of the sex as bear it."""
    usual = [
        (token.capitalize(), count)
        for token, count in tokens
        if count >= 25 and token not in word.NOT_NAMES and len(token) > 2
    ]
    later = {one.capitalize() for one in word.LATER}
    earlier = {one.capitalize() for one in word.EARLIER}
    first = [(one, count) for one, count in usual if one not in later]
    alone = [(one, count) for one, count in usual if one not in earlier]
    behind = [(one, count * (3 if one in later else 1)) for one, count in alone]
    return _Words(*(Pool([one for one, _ in pool], [n for _, n in pool]) for pool in (alone, first, behind)))
