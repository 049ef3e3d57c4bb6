"""Titles in names: religious, academic, of office. They are no part of the name."""

import re

_BEFORE = frozenset(
    [
        "h",
        "hj",
        "hjh",
        "haji",
        "hajjah",
        "kh",
        "kyai",
        "kiai",
        "nyai",
        "ust",
        "ustad",
        "ustadz",
        "ustadzah",
        "tgk",
        "tgku",
        "buya",
        "dr",
        "drg",
        "drh",
        "drs",
        "dra",
        "ir",
        "prof",
        "apt",
        "ns",
    ]
)
"""Folded words that may stand before a name."""

_AFTER = re.compile(
    r"""(
    s(h|e|t|p|si|ag|ip|pd|pdi|pdsd|pdk|kom|sos|kep|km|gz|hi|hut|pi|pt|psi|ked|farm|th|sn|ds|ptk|sy|ei|tp|stp|trkeb|tr|iip|hum|stat|ikom|kg|fil)
    |m(m|h|e|t|a|si|ag|pd|pdi|kes|kom|sos|kep|hum|eng|sc|ap|ip|ba|kn|th|ph|epid|ikom|ds|farm|pt|p)
    |a(md|mdkeb|mdkep|mdkom|mdpd|mkeb|mkg|mkl|ma|mapd|k)
    |spd|ba|bsc|phd|lc|se|sh|mpd|ners|ns|dess|ma|apt|ca|cpa
    |sp(a|b|og|pd|an|m|s|jp|kj|kk|ot|p|pk|rad|tht|tht-kl|u|bs)
    )""",
    re.VERBOSE,
)
"""Folded degree after a name: S.Pd.I. becomes ``spdi``."""

_BARE = frozenset(
    {
        "sh",
        "se",
        "mm",
        "mh",
        "spd",
        "spdi",
        "mpd",
        "skom",
        "mkom",
        "msi",
        "mkes",
        "amd",
        "skep",
        "sag",
        "ssos",
        "stp",
        "skm",
    }
)
"""Degrees recognised after a name even without a full stop or comma."""


def strip_titles(name: str) -> str:
    """The name without titles: "Hj. Siti Aminah, S.Pd.I" becomes "Siti Aminah".

    Something always remains: a name made only of titles is given back as it is.
    """
    return " ".join(_split(name)[1]) or " ".join(name.split())


def titles(name: str) -> tuple[str, ...]:
    """The titles in a name, in order."""
    found, kept = _split(name)
    return tuple(found) if kept else ()


def _split(name: str) -> tuple[list[str], list[str]]:
    before, comma, after = name.partition(",")
    words = re.sub(r"\.(?=\w{3})", ". ", before).split() if "." in before else before.split()
    words = _join_degrees(words)
    leading: list[str] = []
    while len(words) > 1 and _folded(words[0]) in _BEFORE:
        leading.append(words.pop(0))
    trailing: list[str] = []
    while len(words) > 1 and _is_degree(words[-1]):
        trailing.insert(0, words.pop())
    rest = [word for word in after.replace(",", " ").split() if word] if comma else []
    if rest and not all(_AFTER.fullmatch(_folded(word)) or _folded(word) in _BEFORE for word in rest):
        words, rest = words + rest, []
    if len(words) == 1 and _folded(words[0]) in _BEFORE:
        return [], words
    return leading + trailing + rest, words


def _join_degrees(words: list[str]) -> list[str]:
    """Puts "S. Pd. I" back together, which was written with blanks."""
    joined: list[str] = []
    for word in words:
        last = joined[-1] if joined else ""
        if (
            len(joined) > 1
            and re.fullmatch(r"(s|m|a|amd)\.(\w{1,4}\.)*", last.lower())
            and _AFTER.fullmatch(_folded(last + word))
        ):
            joined[-1] = last + word
        else:
            joined.append(word)
    return joined


def _is_degree(word: str) -> bool:
    folded = _folded(word)
    return folded in _BARE or ("." in word and _AFTER.fullmatch(folded) is not None and len(folded) > 1)


def _folded(word: str) -> str:
    return word.replace(".", "").lower()
