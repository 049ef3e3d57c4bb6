"""Numbers inside a sentence, and what each of them counts."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from rekam.operations.statement.number import ABOUT, DIGITS, SCALES, Plain, plain
from rekam.operations.statement.reading import Reading, count, round_unit, share


class Role(StrEnum):
    """What a number in a sentence counts."""

    RECORDED = "recorded"
    MISSING = "missing"
    OBLIGED = "obliged"
    POPULATION = "population"
    MEN = "men"
    WOMEN = "women"
    TOTAL = "total"
    BROKEN = "broken"
    PRINT = "print"
    BIRTH = "birth"
    ASIDE = "aside"
    """Targets, changes, rates a day, recomputations: numbers that state no figure."""
    UNKNOWN = "unknown"


KEYWORDS: tuple[tuple[Role, str], ...] = (
    (Role.ASIDE, (r"\btarget\w*|\bditarget\w*|\bharus\b|\bkuota\b|\bnaik\b|\bturun\b|\bbertambah\b|\bberkurang\b"
                 r"|\bmeningkat\b|\btumbuh\b|\bkenaikan\b|\bpenurunan\b|\bpenambahan\b|\bper hari\b|\bsehari\b"
                 r"|\bper bulan\b|\bsebulan\b|\bsetiap hari\b|\bpemula\b|\bdi antaranya\b|\btermasuk\b|\bminimal\b"
                 r"|\bmaksimal\b|\bRp\b|\bselisih\b|\bkecuali\b")),
    (Role.PRINT, (r"\b(?:belum |sudah |siap |antre |antri )*(?:di|ter|men)?cetak\w*|\bblang?ko\b|\bPRR\b|\bsuket\b|\bribbon\b"
                 r"|\bprint ready\b|\bunprinted\b|\bketerangan\b")),
    (Role.BROKEN, r"\brusak\w*|\bkerusakan\b|\bbroken\b|\bdamaged\b"),
    (Role.BIRTH, r"\bakta\b|\bakte\b|\bKIA\b|\bcertificates?\b"),
    (Role.MISSING, (r"\b(?:yang )?belum(?: juga)?(?: \w+){0,2}? (?:rekam|merekam|direkam|terekam|perekaman)\b|\bbelum\b|\bsisa\w*"
                   r"|\btersisa\b|\btinggal\b|\bkekurangan\b|\bremain\w*|\bnot (?:yet )?recorded\b|\bmissing\b|\bleft\b")),
    (Role.OBLIGED, r"\bwajib (?:e-?|ber-?)?KTP(?:-?(?:el|e|elektronik))?\b|\bwajib rekam\b|\bpembagi\w*|\bpenyebut\w*|\bobliged\b"),
    (Role.RECORDED, (r"\b(?:sudah|telah|baru|yang|selesai|berhasil)?\s*(?:melakukan )?(?:merekam|direkam|terekam|perekaman|rekam)\b"
                    r"|\bcakupan\b|\bcapaian\b|\brealisasi\b|\brecorded\b|\bcoverage\b")),
    (Role.MEN, r"\blaki[- ]?laki\b|\bpria\b|\blelaki\b|\bmen\b"),
    (Role.WOMEN, r"\bperempuan\b|\bwanita\b|\bwomen\b"),
    (Role.TOTAL, r"\btotal\w*|\bjumlah\w*|\bseluruhnya\b|\bkeseluruhan\b|\bsemuanya\b|\bmenjadi\b"),
    (Role.POPULATION, r"\bpenduduk\b|\bpopulasi\b|\bpopulation\b"),
)  # fmt: skip
"""Words beside a number and what it then counts; where two begin at one place, the first listed wins."""

_KEYWORD = re.compile("|".join(f"(?P<{role.value}>{words})" for role, words in KEYWORDS), re.IGNORECASE)
PERCENT = frozenset({"persen", "%", "percent", "per cent"})
_OF = re.compile(r"\b(?:dari|of)\b", re.IGNORECASE)
PEOPLE = frozenset({"orang", "jiwa", "warga", "people", "residents", "anak", "children"})
ITEMS = frozenset({"item", "items", "komponen", "components"})
SETS = frozenset({"unit", "units", "set", "sets", "perangkat"})
_SKIPPED = (
    "kecamatan|desa|kelurahan|kabupaten|kota|provinsi|daerah|tempat|titik|hari|bulan|tahun|jam|menit|minggu|pekan|kali"
    "|kk|keluarga|petugas|operator|sekolah|kategori|poin|persen poin|percentage points|days|months|years|wib|wita|wit"
)
_UNITS = (
    "persen|%|percent|per cent|" + "|".join(sorted(PEOPLE | ITEMS | SETS)) + f"|buah|keping|alat|{_SKIPPED}"
)
_MENTION = re.compile(
    rf"(?<![\w.,/+-])(?:(?P<about>{'|'.join(sorted(map(re.escape, ABOUT), key=len, reverse=True))})\s+(?:dari\s+)?|±|~)?"
    rf"(?P<low>{DIGITS})(?:\s?(?:-|sampai|hingga)\s?(?P<high>{DIGITS}))?"
    rf"\s*(?P<an>-an\b)?\s*(?P<scale>{'|'.join(SCALES)})?\b(?:-?an\b)?\s*(?P<unit>(?:{_UNITS})(?!\w))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A number in a sentence.

    Attributes:
        reading: The number.
        role: What it counts.
        percent: Whether it is a percentage.
        unit: Word behind it in small letters; empty = none.
        start: Where it begins.
        end: Where it ends.
        scaled: "ribu" or "juta" stands behind it.
        bare: Printed with decimals, but neither "persen" nor "juta" stands behind it.
    """

    reading: Reading
    role: Role
    percent: bool
    unit: str
    start: int
    end: int
    scaled: bool
    bare: bool


def mentions(clause: str) -> list[Mention]:
    """The numbers of a clause from left to right."""
    keywords = list(_KEYWORD.finditer(clause))
    matches = list(_MENTION.finditer(clause))
    found: list[Mention] = []
    for place, match in enumerate(matches):
        left = matches[place - 1].end() if place else 0
        right = matches[place + 1].start() if place + 1 < len(matches) else len(clause)
        one = _read(match, _role(match, keywords, left, right), _scale_of_next(matches, place, clause))
        if one is not None:
            found.append(_with_its_count(clause, found[-1] if found else None, one))
    return found


_BESIDE = re.compile(
    r"\s*(?:orang|jiwa|warga|anak|unit|item)?\s*[(,]*\s*(?:atau|setara(?: dengan)?|yakni|yaitu|=|or|sebesar)?\s*(?:sekitar)?\s*[(]*\s*",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"(?:\bsudah|\btelah|\bbaru|\bmencapai|\bsebesar|\bdilaporkan|\btercatat|\btembus|^\s*atau|^\s*setara|\bdi angka|\bstands at)\s*(?:sekitar\s*|ada\s*)?$",
    re.IGNORECASE,
)


def _with_its_count(clause: str, before: Mention | None, one: Mention) -> Mention:
    """A percentage without a word of its own: what the count before it counts, or what is reached."""
    if not one.percent or one.role is not Role.UNKNOWN:
        return one
    if before and not before.percent and _BESIDE.fullmatch(clause[before.end : one.start]):
        return replace(one, role=before.role)
    return replace(one, role=Role.RECORDED) if _STATED.search(clause[: one.start]) else one


def _role(match: "re.Match[str]", keywords: "list[re.Match[str]]", left: int, right: int) -> Role:
    if (match["unit"] or "").lower() in _SKIPPED.split("|"):
        return Role.ASIDE
    near = [
        (distance, side, Role(word.lastgroup or Role.UNKNOWN))
        for word in keywords
        for distance, side in _gap(match, word, left, right)
    ]
    return min(near, key=lambda one: one[:2])[2] if near else Role.UNKNOWN


def _gap(match: "re.Match[str]", word: "re.Match[str]", left: int, right: int) -> list[tuple[int, int]]:
    if word.end() <= match.start() and word.start() >= left:
        return [(match.start() - word.end(), 0)]
    if word.start() >= match.end() and word.end() <= right:
        if (match["unit"] or "").lower() in PERCENT and _OF.search(match.string[match.end() : word.start()]):
            # "98 persen dari sisa": what follows "dari" is the whole, not what the percentage is of people.
            return []
        return [(word.start() - match.end(), 1)]
    return []


def _scale_of_next(matches: "list[re.Match[str]]", place: int, clause: str) -> str:
    """The scale that a number borrows: in "2,1 dari 2,4 juta" the first one is millions too."""
    if place + 1 < len(matches):
        between = clause[matches[place].end() : matches[place + 1].start()].strip().lower()
        if between in {"dari", "of", "dari total", "out of", "dari sekitar"}:
            return matches[place + 1]["scale"] or ""
    return ""


def _read(match: "re.Match[str]", role: Role, scale_of_next: str) -> Mention | None:
    unit = (match["unit"] or "").lower()
    percent = unit in PERCENT
    word = match["scale"] or ""
    values = [plain(match[end], fraction=percent or bool(word)) for end in ("low", "high") if match[end]]
    if not values or None in values:
        return None
    read = [one for one in values if one is not None]
    if not word and scale_of_next and read[0].decimals and not percent:
        word = scale_of_next
    scale = SCALES[word.lower()] if word else 1.0
    about = "about" if match[0].startswith(("±", "~")) else ABOUT.get((match["about"] or "").lower(), "")
    reading = _reading(read, scale, percent=percent, about=about, some=bool(match["an"]))
    bare = bool(read[0].decimals) and not percent and scale == 1
    return Mention(reading, role, percent, unit, match.start("low"), match.end(), scale > 1, bare)


def _reading(read: list[Plain], scale: float, *, percent: bool, about: str, some: bool) -> Reading:
    if len(read) == 2:
        ends = sorted(one.value * scale for one in read)
        return Reading(sum(ends) / 2, ends[0], ends[1], 1.0, "about")
    value, decimals = read[0].value, read[0].decimals
    if percent:
        return share(value, decimals, about)
    if some:
        return Reading(
            value * scale,
            value * scale,
            value * scale + 10 ** (len(str(round(value))) - 1) * scale,
            1.0,
            "over",
        )
    unit = scale / 10**decimals if scale > 1 else round_unit(value) if about else 1.0
    return count(value * scale, unit, about)
