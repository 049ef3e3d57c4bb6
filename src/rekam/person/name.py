"""Names: one string, one word is normal, no first or last name."""

import re
import unicodedata

from rekam.person.spelling import word_key
from rekam.person.title import strip_titles, titles
from rekam.problem import Problem

LONGEST = 60
"""Letters with blanks (Permendagri 73/2022 art. 4)."""

_LONG_KEY = 12
"""Letters of a key from which one wrong letter does not make another name."""

_ALLOWED = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ .,'’`/()-]")


def tidy(name: str) -> str:
    """The name with single blanks, composed letters and nothing around it."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def name_key(name: str) -> str:
    """What the spellings of one name have in common; equal for Muhamad and Mohammad.

    Titles and blanks do not count: "Nur Hayati" and "Nurhayati" have one key.
    """
    return "".join(map(word_key, _words(name)))


def same_name(a: str, b: str) -> bool:
    """Whether two texts may be the same name: another spelling, a shortened word, a typing error.

    One wrong letter only counts as a typing error in a long name: Sunarti, Sumarti, Sunarni and
    Sumarni are four names.
    """
    key_a, key_b = name_key(a), name_key(b)
    if not key_a or not key_b:
        return False
    if key_a == key_b or _abbreviates(_words(a), _words(b)):
        return True
    if min(len(key_a), len(key_b)) < _LONG_KEY:
        return False
    from rapidfuzz.distance import OSA  # compiled for many processors, slow to load; most names never need it

    return OSA.distance(key_a, key_b, score_cutoff=1) <= 1


def check_name(name: str, *, newly_given: bool = False) -> list[Problem]:
    """What is wrong with a name.

    Args:
        name: As typed.
        newly_given: Whether the name is being given now, so that Permendagri 73/2022 asks for two
            words and letters only. Older names stay valid as they are.
    """
    name = tidy(name)
    if not name:
        return [Problem("person.name_missing")]
    found: list[Problem] = []
    if len(name) > LONGEST:
        found.append(Problem("person.name_too_long", length=len(name)))
    foreign = next((sign for sign in name if not _ALLOWED.fullmatch(sign)), None)
    if foreign is not None:
        found.append(Problem("person.name_character", character=foreign))
    elif not any(sign.isalpha() for sign in name):
        found.append(Problem("person.name_missing"))
    if newly_given:
        sign = next((one for one in name if not (one == " " or (one.isascii() and one.isalpha()))), None)
        if foreign is None and sign is not None:
            found.append(Problem("person.new_name_character", character=sign))
        if len(name.split()) < 2:
            found.append(Problem("person.new_name_one_word"))
    return found


def doubt_name(name: str) -> list[Problem]:
    """What to ask about a name that may be right: a title in it."""
    found = titles(name)
    return [Problem("person.name_has_title", title=" ".join(found))] if found else []


def _words(name: str) -> list[str]:
    plain = strip_titles(tidy(name))
    return [word for word in re.split(r"[\s./-]+", plain) if any(sign.isalpha() for sign in word)]


def _abbreviates(a: list[str], b: list[str]) -> bool:
    """Whether the words agree one by one, where one may be the first letter of the other."""
    if len(a) != len(b) or not any(len(word) > 1 for word in a) or not any(len(word) > 1 for word in b):
        return False
    agreed = 0
    for one, other in zip(a, b, strict=True):
        if word_key(one) == word_key(other):
            agreed += len(one) > 1
        elif not (min(len(one), len(other)) == 1 and one[0].lower() == other[0].lower()):
            return False
    return agreed > 0
