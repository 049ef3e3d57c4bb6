"""Correcting biodata against a document and confirming it."""

from rekam.account import Account, Act, require
from rekam.recording import Draft, FieldCorrected, check_document, corrected
from rekam.station.station import Station
from rekam.station.use.draft import append


def correct(
    station: Station, account: Account | None, draft_id: str, field: str, value: str, document: str
) -> Draft:
    """Corrects one field; the register's value stays in the recording beside it.

    Raises:
        Problem: ``recording.*`` of the field, its value or the document.
    """
    operator = require(account, Act.CORRECT_BIODATA, station.papers.region)
    draft = station.store.drafts.read(draft_id)
    shown = check_document(document)
    corrected(draft.biodata, field, value)
    event = FieldCorrected(station.now(), field, " ".join(value.split()), shown, operator.name)
    return append(station, operator, draft_id, draft, [event], "biodata_corrected", field)
