"""Correcting one biodata field against a document."""

from dataclasses import replace
from typing import Any

from rekam.person import read_date
from rekam.person.biodata import Biodata
from rekam.problem import Problem
from rekam.recording import parameters

CORRECTABLE = (
    "name",
    "sex",
    "birth_place",
    "birth_date",
    "blood_type",
    "address",
    "rt",
    "rw",
    "religion",
    "marital_status",
    "occupation",
)
"""Fields that a document at the counter can correct. NIK and family card come from the register and a
change of village is a move, each with its own procedure."""


def corrected(biodata: Biodata, field: str, value: str) -> Biodata:
    """The biodata with one field changed.

    Args:
        biodata: Before the correction.
        field: One of ``CORRECTABLE``.
        value: As typed; a date in any form that `read_date` takes.

    Raises:
        Problem: ``recording.field_not_correctable``, ``recording.value_empty`` or ``person.date_unreadable``.
    """
    if field not in CORRECTABLE:
        raise Problem("recording.field_not_correctable", field=field)
    text = " ".join(value.split())
    if not text:
        raise Problem("recording.value_empty")
    if field == "birth_date":
        return replace(biodata, birth_date=read_date(text))
    change: dict[str, Any] = {field: text}
    return replace(biodata, **change)


def check_document(document: str) -> str:
    """The document note, trimmed.

    Raises:
        Problem: ``recording.document_needed`` when there is none or it is too long to be a note.
    """
    text = " ".join(document.split())
    if not 3 <= len(text) <= parameters.NOTE_MAX_CHARACTERS:
        raise Problem("recording.document_needed", longest=parameters.NOTE_MAX_CHARACTERS)
    return text
