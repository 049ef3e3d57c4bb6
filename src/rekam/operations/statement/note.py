"""What a remark or a sentence says in numbers: pairs, lists, sums."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from rekam.operations.statement.mention import Mention, Role, mentions
from rekam.operations.statement.number import DIGITS, plain
from rekam.operations.statement.parameters import WHOLE_NEAR
from rekam.operations.statement.reading import Reading, exactly

_MONTHS = (
    "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
    "|January|February|March|May|June|July|August|October|December|Jan|Feb|Mar|Apr|Jun|Jul|Agu|Aug|Sep|Sept|Okt|Oct|Nov|Des|Dec"
)
_NO_FIGURES = re.compile(
    rf"\b\d{{4}}-\d{{2}}(?:-\d{{2}})?\b|\b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}\b|\(\d{{1,2}}/\d{{1,2}}\)|\b\d{{1,2}}/\d{{1,2}}\b"
    rf"|\b\d{{1,2}}\s+(?:{_MONTHS})\b(?:\s+\d{{4}})?|\b(?:{_MONTHS})\s+\d{{4}}\b"
    r"|\b(?:semester|triwulan|tahap|DKB|gelombang)\s+[IVX\d]+(?:\s+(?:tahun\s+)?\d{4})?|\b(?:pukul|jam)\s+\d{1,2}[.:]\d{2}"
    r"|\b(?:nomor|no\.|pasal|UU|PP|Perpres|Permendagri|Perda|ayat)\s+[\w./-]*\d[\w./-]*|\busia\s+\d+(?:\s?-\s?\d+)?(?:\s+tahun)?"
    r"|\b\d+\s?-\s?\d+\s+tahun\b|\be-?KTP\b(?=\s*-\s*\d)|\b(?:19|20)\d{2}\b(?!\s*(?:orang|jiwa|warga|unit|item|set|persen|%))",
    re.IGNORECASE,
)
"""Dates, times, data cuts, ages, numbers of rules: they count nobody."""

_RECOMPUTED = re.compile(
    r"\b(?:hitungan|hitung|dihitung|perhitungan|seharusnya|semestinya|sebenarnya|mestinya|turunan|recomputed|should be)\b",
    re.IGNORECASE,
)
"""Somebody's own arithmetic beside the printed figure: no evidence of what was printed."""

_CLAUSES = re.compile(
    r";|…|\.\s|,\s+(?!(?:atau|setara|yakni|yaitu|sama dengan|or)\b)|\n|\s-\s|\bdan\b|\bsedangkan\b|\bsementara\b|\bpadahal\b|\btetapi\b|\btapi\b|\bnamun\b"
    r"|\band\b|\bbut\b|\bwhile\b",
    re.IGNORECASE,
)
_EQUATION = re.compile(
    rf"({DIGITS}(?:\s*[+\u2212-]\s*{DIGITS})+)\s*=\s*({DIGITS})(?!\d|\s*(?:persen|%|juta|ribu))"
)
_LISTED = re.compile(
    rf"(?P<name>(?:Kab\.|Kabupaten|Kota|Kec\.|Kecamatan)?\s*[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){{0,3}})\s*[:=(]?\s*(?:sebanyak\s+)?(?P<number>{DIGITS})"
    r"(?!\s*(?:persen|%|juta|ribu|kecamatan|hari|bulan))"
)
_NOT_A_PLACE = frozenset({
    "ktp", "dkb", "rp", "total", "jumlah", "sisa", "wajib", "belum", "sudah", "perekaman", "penduduk", "laki-laki", "perempuan",
    "dari", "tinggal", "rakor", "prr", "sfe", "kia", "rekam", "realisasi", "capaian", "cakupan", "tercatat", "pria", "wanita", "target",
    "semester", "data", "angka", "keseluruhan", "seluruhnya", "pembagi", "penyebut", "baru", "sekitar", "dilaporkan", "jiwa", "rusak",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """A part, its whole, and the percentage said with them: "2,1 dari 2,4 juta atau 92 persen"."""

    part: Mention
    whole: Mention
    percent: Mention | None = None


@dataclass(frozen=True, slots=True)
class Equation:
    """A sum written out: its terms, signs and all, and the printed result."""

    terms: tuple[float, ...]
    result: float


@dataclass(frozen=True, slots=True)
class Note:
    """The numbers of a remark.

    Attributes:
        mentions: Every number that may count something.
        pairs: Parts of a whole.
        listed: Places and their numbers, where three or more are listed.
        total: The total said with the list.
        equations: Sums written out.
    """

    mentions: tuple[Mention, ...] = ()
    pairs: tuple[Pair, ...] = ()
    listed: tuple[tuple[str, Reading], ...] = ()
    total: Reading | None = None
    equations: tuple[Equation, ...] = ()

    def one(self, role: Role, *, percent: bool = False) -> Reading | None:
        """The number of a role, if the remark says exactly one."""
        found = [
            one.reading
            for one in self.mentions
            if one.role is role and one.percent == percent and not one.bare
        ]
        return found[0] if found and all(one == found[0] for one in found) else None


def read_note(text: str, own_names: Collection[str] = ()) -> Note:
    """The numbers of a remark.

    Args:
        text: As printed.
        own_names: Names of the place that the remark is about, in small letters: a number behind one of them
            is the total of a list.
    """
    text = _NO_FIGURES.sub(
        lambda match: "\u00b7" * len(match[0]), text.replace("\u2013", "-").replace("\u2014", " - ")
    )
    equations = tuple(filter(None, (_equation(match) for match in _EQUATION.finditer(text))))
    text = _EQUATION.sub("\u00b7", text)
    listed, total, rest = _list_of(text, own_names)
    found: list[Mention] = []
    pairs: list[Pair] = []
    for clause in _CLAUSES.split(rest):
        if clause and not _RECOMPUTED.search(clause):
            here = mentions(clause)
            found += here
            pairs += _pairs(clause, here)
    return Note(tuple(found), tuple(pairs), listed, total, equations)


def _equation(match: "re.Match[str]") -> Equation | None:
    parts = re.findall(rf"([+\u2212-]?)\s*({DIGITS})", match[1])
    terms = [(sign, plain(number, fraction=False)) for sign, number in parts]
    result = plain(match[2], fraction=False)
    if result is None or any(one is None for _, one in terms):
        return None
    return Equation(
        tuple((-one.value if sign in {"-", "\u2212"} else one.value) for sign, one in terms if one),
        result.value,
    )


def _list_of(
    text: str, own_names: Collection[str]
) -> tuple[tuple[tuple[str, Reading], ...], Reading | None, str]:
    listed: list[tuple[str, Reading]] = []
    total: Reading | None = None
    spans = []
    for match in _LISTED.finditer(text):
        number = plain(match["number"], fraction=False)
        name = " ".join(match["name"].split())
        if (
            number is None
            or number.decimals
            or name.split()[0].lower() in _NOT_A_PLACE
            or name.lower() in _NOT_A_PLACE
        ):
            continue
        if name.lower().removeprefix("provinsi ") in own_names:
            total = exactly(number.value)
        else:
            listed.append((name, exactly(number.value)))
        spans.append(match.span())
    if len(listed) < 3:
        return (), None, text
    for start, end in spans:
        text = text[:start] + "\u00b7" * (end - start) + text[end:]
    return tuple(listed), total or _total_of(text, sum(reading.value for _, reading in listed)), text


def _total_of(text: str, added: float) -> Reading | None:
    """The total beside a list: what is called so, else a number so near to the sum that it must be meant."""
    said = re.search(
        rf"\b(?:total|jumlah|seluruhnya|keseluruhan)\w*\D{{0,30}}?({DIGITS})", text, re.IGNORECASE
    )
    numbers = [plain(one, fraction=False) for one in ([said[1]] if said else re.findall(DIGITS, text))]
    counts = [one.value for one in numbers if one is not None and not one.decimals]
    near = [one for one in counts if said or abs(one / added - 1) <= WHOLE_NEAR] if added else []
    return exactly(min(near, key=lambda one: abs(one - added))) if near else None


def _pairs(clause: str, here: list[Mention]) -> list[Pair]:
    found = []
    for place, (part, whole) in enumerate(pairwise(here)):
        between = clause[part.end : whole.start].lower()
        if not re.search(r"\b(?:dari|of)\b", between) or part.percent or whole.percent:
            continue
        if part.role is Role.ASIDE or part.bare or whole.bare:
            continue
        after = here[place + 2] if place + 2 < len(here) else None
        before = here[place - 1] if place else None
        said = next(
            (one for one in (after, before) if one and one.percent and one.role is not Role.ASIDE), None
        )
        found.append(Pair(part, whole, said))
    return found
