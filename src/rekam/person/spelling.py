"""The spelling families of Indonesian names: one word, many ways of writing it.

The rules fold the spelling of before 1947 (oe) and 1972 (dj, tj, sj, nj, ch), the many ways of
writing Arabic sounds, doubled letters and the y/i and v/f/p that offices write as they hear them.
They are our own, made from how the same name is written in the published rankings and in the
token list; they decide what may be one name, never who is one person.
"""

import re
import unicodedata
from functools import lru_cache

_ABBREVIATIONS = {
    "muh": "muhamad", "muhd": "muhamad", "mhd": "muhamad", "mohd": "muhamad", "moh": "muhamad",
    "moch": "muhamad", "mochd": "muhamad", "much": "muhamad", "md": "muhamad", "mohamad": "muhamad",
    "abd": "abdul", "abdl": "abdul", "akh": "ahmad", "achm": "ahmad",
}  # fmt: skip
"""Short forms written instead of the word."""

_MUHAMMAD = re.compile(r"m[uo](h|ch|kh|kk|k)am+[ae](d+|t|dh)")
_AHMAD = re.compile(r"a(h|ch|kh|kk|k)m+[ae](d+|t|dh)")

_WHOLE = {
    "jusuf": "yusup", "jusup": "yusup", "yusup": "yusup", "yusuf": "yusup", "jahja": "yahya", "jahya": "yahya",
    "jani": "yani", "yoko": "joko", "nor": "nur", "sitti": "siti", "st": "siti", "topik": "taupik",
    "romadon": "ramadan", "ramadon": "ramadan", "romadan": "ramadan",
}  # fmt: skip
"""Words whose spellings no rule joins without joining others."""

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"[^a-z]", ""),
        (r"oe", "u"),
        (r"oo|ou", "u"),
        (r"dj", "j"),
        (r"tj", "c"),
        (r"nj(?=[aiueo])", "ny"),
        (r"sj", "sy"),
        (r"ch(?=[^aiueo])|kh|q(?=h)", "h"),
        (r"^ch(?=(air|oir|ol|otim|usn|oti|udor|odij|adij|umai|amim|umair))", "h"),
        (r"ch", "c"),
        (r"(?<=^h)oi", "ai"),
        (r"(?<=i)j(?=[aeou])", "y"),
        (r"(?<=ha)j(?=ati)|(?<=wah)j", "y"),
        (r"ph|f|v", "p"),
        (r"q|ck|c(?=t)", "k"),
        (r"x", "ks"),
        (r"sy|sh|ts|dz|z", "s"),
        (r"dh(?=[aiueo])", "d"),
        (r"th", "t"),
        (r"dl(?=[aiueo])", "d"),
        (r"ie(?=[pk]?$)|ee", "i"),
        (r"([iy])y(?=[aeou])", "i"),
        (r"(?<=[aiueo])w(?=[bcdghjklmnprst]|$)", "u"),
        (r"(?<=u)w(?=[aeio])", ""),
        (r"(?<=[^aiueon])y(?=[aeiou])", "i"),
        (r"(?<=[^aiueo])y", "i"),
        (r"(?<=[aeou])y(?![aiueo])", "i"),
        (r"(?<=i)y(?=[aeou])", ""),
        (r"(?<=[aiueo])h$", ""),
        (r"(.)\1+", r"\1"),
        (r"^([bcdgjkpst])e(?=[lr][aiueo])", r"\1"),
        (r"(?<=[aiueo])dt?$|(?<=[aiueo])t$", "t"),
    )
)


@lru_cache(maxsize=50_000)
def word_key(word: str) -> str:
    """What the spellings of one word of a name have in common.

    >>> word_key("Sumiyati") == word_key("Soemiati")
    True
    """
    letters = _letters(word)
    whole = _ABBREVIATIONS.get(letters, letters)
    if _MUHAMMAD.fullmatch(whole):
        whole = "muhamad"
    elif _AHMAD.fullmatch(whole):
        whole = "ahmad"
    whole = _WHOLE.get(whole, whole)
    for pattern, by in _RULES:
        whole = pattern.sub(by, whole)
    return _WHOLE.get(whole, whole)


def _letters(word: str) -> str:
    lower = word.lower()
    if not lower.isascii():
        lower = unicodedata.normalize("NFKD", lower)
    return re.sub(r"[^a-z]", "", lower)
