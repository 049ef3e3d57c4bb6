"""What a statement counts: the recording of people unless its words say otherwise."""

import re

from rekam.operations.statement.mention import ITEMS, SETS, Role
from rekam.operations.statement.note import Note
from rekam.operations.statement.parameters import DEVICES_MOST
from rekam.operations.statement.reading import Reading
from rekam.operations.statement.subjects import Subject

_BIRTH = re.compile(r"\bakta\b|\bakte\b|\bbirth certificates?\b", re.IGNORECASE)
_CHILD_CARD = re.compile(r"\bKIA\b|\bkartu identitas anak\b", re.IGNORECASE)
_PRINT = re.compile(
    r"\b(?:belum |sudah )?(?:di|ter)?cetak\b|\bbelum dicetak\b|\bunprinted\b|\bprint ready\b", re.IGNORECASE
)
_RECORDING = re.compile(r"rekam", re.IGNORECASE)
_WAITING = re.compile(r"\b(?:antre|antri|siap) cetak\b", re.IGNORECASE)

_BROKEN = re.compile(
    r"\b(?:alat|peralatan|perangkat|mesin|devices?)\b[^.;]{0,40}\b(?:rusak|broken)\b", re.IGNORECASE
)
_REGENCY = 5
"""Letters of a regency's code: no regency has so few obliged residents as a province has devices."""


def subject_of(text: str, code: str, obliged: Reading | None, percent: Reading | None, note: Note) -> Subject:
    """The subject of a statement.

    Args:
        text: Its name and words.
        code: Its place.
        obliged: The whole, as typed.
        percent: The printed percentage.
        note: What the words say in numbers.
    """
    if _BIRTH.search(text):
        return Subject.BIRTH
    if _CHILD_CARD.search(text):
        return Subject.CHILD_CARD
    if _of_devices(text, code, obliged, percent, note):
        return Subject.DEVICE
    printing = _PRINT.search(_WAITING.sub("", text)) and not _RECORDING.search(text)
    return Subject.PRINTING if printing else Subject.RECORDING


def _of_devices(text: str, code: str, obliged: Reading | None, percent: Reading | None, note: Note) -> bool:
    if obliged and len(code) <= _REGENCY and obliged.value < DEVICES_MOST and _BROKEN.search(text):
        return True
    for one in note.mentions:
        counted = obliged and not one.percent and one.reading.value == obliged.value
        shared = percent and one.percent and one.reading.value == percent.value
        if (counted and one.unit in ITEMS | SETS) or (shared and one.role is Role.BROKEN):
            return True
    return False
