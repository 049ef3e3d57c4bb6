"""Places named as "others" that were named before."""

import re
from collections.abc import Iterator

from rekam.operations.statement.finding import Finding, Kind
from rekam.operations.statement.sheet import Sheet

_OTHERS = re.compile(
    r"\b(?:(?:dua|tiga|empat|lima|beberapa|\d+)\s+)?(?:kabupaten|kota|daerah|kecamatan|desa|wilayah)(?:/kota)?\s+lain(?:nya)?\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][a-z']+(?:\s+[A-Z][a-z']+)*")
_NO_NAME = frozenset({
    "dua", "tiga", "empat", "kabupaten", "kota", "provinsi", "kecamatan", "kepala", "dinas", "menurut", "selain", "sementara", "kata",
    "yaitu", "yakni", "untuk", "jaringan", "perekaman", "bupati", "gubernur", "jambi", "arief", "arif", "indonesia", "keduanya", "adapun",
    "daerah", "namun", "beberapa", "realisasi", "di",
})  # fmt: skip


def check_names(sheet: Sheet) -> Iterator[Finding]:
    """``claim_conflict``: "Sarolangun dan Merangin … dua kabupaten lain, Merangin dan Tebo"."""
    for place, statement in enumerate(sheet.statements):
        words = statement.words
        matches = list(_OTHERS.finditer(words))
        for number, match in enumerate(matches):
            end = matches[number + 1].start() if number + 1 < len(matches) else len(words)
            before, after = _names(words[: match.start()]), words[match.end() : end]
            # "others" that are told about in general ("sudah maksimal") name nobody.
            introduced = re.search(r"\b(?:yaitu|yakni|adalah|ialah)\b|[:(]", after)
            named = _names(after[introduced.end() :]) if introduced else []
            twice = list(dict.fromkeys(name for name in named if name in before))
            if twice:
                values: dict[str, object] = {"names": ", ".join(twice), "claim": match[0]}
                yield Finding(Kind.CLAIM_CONFLICT, (place,), "other_named_twice", values)
                break


def _names(text: str) -> list[str]:
    found = []
    for match in _NAME.finditer(text):
        words = [word for word in match[0].split() if word.lower() not in _NO_NAME]
        if words:
            found.append(" ".join(words))
    return found
