"""Claims without a number, and what speaks against each of them."""

import re
from dataclasses import dataclass, field
from enum import StrEnum


class Topic(StrEnum):
    """What a claim is about."""

    DEVICES = "devices"
    LINE = "line"
    POWER = "power"
    BLANKS = "blanks"
    OBSTACLES = "obstacles"
    EVERYBODY = "everybody"
    MAXIMAL = "maximal"
    OTHERS_MAXIMAL = "others_maximal"
    HIGHEST = "highest"
    LOWEST = "lowest"


_DEVICE = r"(?:alat|peralatan|mesin|perangkat|unit|item|komponen|equipment|devices?|units?)"
_MENDED = r"(?:diperbaiki|perbaikan|berfungsi|beroperasi|normal|baik|teratasi|diatasi|diganti|repaired|fixed|working|mended)"
_ALL = r"(?:semua(?:nya)?|seluruh(?:nya)?|segala|seratus persen|100 ?(?:persen|%)|all)"
_RECORDED = r"(?:me|di|te)?(?:rekam|perekaman)\w*"

WELL: dict[Topic, str] = {
    Topic.DEVICES: rf"\b{_ALL}\b[^.;]{{0,60}}\b{_DEVICE}\b[^.;]{{0,60}}\b{_MENDED}\b"
                   rf"|\b{_DEVICE}\b[^.;]{{0,60}}\b{_ALL}\b[^.;]{{0,60}}\b{_MENDED}\b"
                   rf"|\b{_ALL}\s+(?:sudah|telah|were|have been|has been|are)?\s*(?:dilakukan\s+)?{_MENDED}\b"
                   rf"|\btidak ada(?: lagi)? (?:satu pun )?(?:{_DEVICE}\s+)?(?:perekam\w*\s+)?(?:yang )?(?:rusak|kerusakan)\b"
                   rf"|\b{_DEVICE}\b[^.;]{{0,30}}\btidak ada (?:lagi )?(?:yang )?rusak\b|\bno broken\b",
    Topic.LINE: r"\bjaringan\b[^.;]{0,40}\b(?:lancar|normal|stabil|tidak (?:pernah )?(?:di)?putus\w*|tidak ada (?:masalah|kendala|gangguan))"
                r"|\btidak (?:pernah |ada )?(?:diputus|pemutusan)",
    Topic.POWER: r"\blistrik\b[^.;]{0,30}\b(?:stabil|normal|aman|tidak (?:pernah )?padam)|\btidak (?:ada|pernah ada|terjadi) pemadaman",
    Topic.BLANKS: r"\b(?:stok )?blang?ko\b[^.;]{0,30}\b(?:cukup|tersedia|aman|mencukupi|melimpah)|\btidak (?:kekurangan|kehabisan) blang?ko",
    Topic.OBSTACLES: r"\btidak ada(?: lagi)? (?:kendala|hambatan|masalah|persoalan)|\btanpa (?:kendala|hambatan)"
                     r"|\bno (?:obstacles?|problems?)\b",
    Topic.EVERYBODY: rf"\b(?:semua|seluruh)(?:nya)?(?: \w+){{0,4}}? (?:sudah|telah) (?:melakukan )?{_RECORDED}"
                     r"|\bperekaman\b[^.;]{0,30}\b(?:sudah|telah) (?:tuntas|rampung|selesai|(?:mencapai )?100 ?(?:persen|%))|\b(?:sudah|telah) (?:tuntas|rampung)\b"
                     rf"|\btidak ada(?: lagi)? (?:warga |penduduk |orang )?(?:yang )?belum {_RECORDED}"
                     r"|\b(?:all|everyone|everybody)(?: \w+){0,3} recorded",
    Topic.MAXIMAL: r"\b(?:sudah|telah|is already|already)\s+(?:sangat )?(?:maksimal|optimal|maximal)",
    Topic.HIGHEST: r"\b(?:tertinggi|paling tinggi|highest)\b",
    Topic.LOWEST: r"\b(?:terendah|paling rendah|lowest)\b",
}  # fmt: skip
"""Words with which all is said to be well (or to stand first or last)."""

AGAINST: dict[Topic, str] = {
    Topic.DEVICES: rf"\b\d[\d.,]*\s*(?:persen |% )?(?:\w+ ){{0,2}}?(?:{_DEVICE}|kecamatan|buah|set)\b[^.;]{{0,50}}\b(?:rusak|broken|damaged)"
                   rf"|\b(?:rusaknya|kerusakan)\s+(?:\w+ )?\d|\brusak\w*\s+(?:ada\s+)?(?:sebanyak |sekitar |mencapai )?\d"
                   rf"|\b\d[\d.,]*\s*(?:persen|%)[^.;]{{0,40}}\brusak|\b(?:{_DEVICE}|server|kamera|printer|laptop)\b[^.;]{{0,40}}"
                   r"\b(?:masih|banyak|semua(?:nya)?|seluruhnya)?\s*rusak|\b(?:broken|out of order)\b",
    Topic.LINE: r"\bjaringan\w*\b[^.;]{0,40}\b(?:diputus\w*|terputus|putus|mati|terganggu|gangguan|bermasalah|permasalahan|lambat|lemah)"
                r"|\b(?:diputus|pemutusan) (?:jaringan|oleh pusat)",
    Topic.POWER: r"\bpemadaman\b|\blistrik\b[^.;]{0,20}\b(?:padam|mati)\b|\bmati lampu\b",
    Topic.BLANKS: r"\bblang?ko\b[^.;]{0,25}\b(?:habis|kosong|kurang|langka|menipis|tidak (?:ada|tersedia))|\b(?:kehabisan|kekurangan) blang?ko",
    Topic.OBSTACLES: r"\b(?:kendala|hambatan|terkendala|terhambat|kendalanya)\b",
}  # fmt: skip
"""Words that speak against it."""

_NOT_SAID = re.compile(
    r"\b(?:belum|target\w*|ditarget\w*|harus|akan|diharapkan|agar|supaya|menuju|diminta|jika|kalau|bila|rencana\w*|berupaya|upaya|sebagian"
    r"|sebelum|should|must|will|not yet)\b",
    re.IGNORECASE,
)
"""Words that make a wish or an order of it."""

_DENIED = re.compile(
    r"\btidak ada(?: lagi)?\b|\btanpa\b|\btidak (?:pernah|terjadi|ada|kekurangan|kehabisan|diputus)|\bno\b|\bsudah (?:teratasi|diatasi|selesai)"
    r"|\bsudah (?:diperbaiki|diganti|normal)|\btidak rusak",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r";|…|\.\s|\n|,\s|\bsedangkan\b|\bpadahal\b|\btetapi\b|\btapi\b|\bnamun\b|\bbut\b")
_OTHERS = re.compile(r"\b(?:lain(?:nya)?|others?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claims:
    """What a remark claims, each topic with the words it used.

    Attributes:
        well: Topics said to be well.
        against: Topics with something against.
    """

    well: dict[Topic, str] = field(default_factory=dict)
    against: dict[Topic, str] = field(default_factory=dict)


def read_claims(text: str) -> Claims:
    """The claims of a remark, sentence by sentence; wishes, orders and "not yet" are none."""
    found = Claims()
    for sentence in _SENTENCES.split(text):
        words = " ".join(sentence.split())
        for topic, pattern in WELL.items():
            match = re.search(pattern, sentence, re.IGNORECASE)
            if match and not _wished(sentence, match, topic):
                found.well.setdefault(_who(topic, sentence), words)
        for topic, pattern in AGAINST.items():
            match = re.search(pattern, sentence, re.IGNORECASE)
            if match and not _DENIED.search(sentence):
                found.against.setdefault(topic, words)
    return found


def _wished(sentence: str, match: "re.Match[str]", topic: Topic) -> bool:
    said = _NOT_SAID.search(sentence)
    if said is None:
        return False
    if topic in {Topic.HIGHEST, Topic.LOWEST}:
        return True
    # "tidak ada yang belum rekam" holds the word inside the claim itself.
    return not (match.start() <= said.start() and said.end() <= match.end() and topic is Topic.EVERYBODY)


def _who(topic: Topic, sentence: str) -> Topic:
    return Topic.OTHERS_MAXIMAL if topic is Topic.MAXIMAL and _OTHERS.search(sentence) else topic
