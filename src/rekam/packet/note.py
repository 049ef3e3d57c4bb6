"""A short note about a person, sealed so that it can travel in a station's journal: only the centre reads it.

A note is no recording: it has no number in the chain. Its origin is the signed exchange that carries it, and
it opens only as a note of that station.
"""

import base64
import re
from collections.abc import Callable, Sequence
from hashlib import sha256

from rekam.packet import cbor
from rekam.packet.chunk import commitment, open_body, seal_body
from rekam.packet.fields import PRINTABLE, Fields
from rekam.packet.key import Opener, Recipient
from rekam.packet.parameters import (
    CHUNK_BYTES,
    JOURNAL_ENTRY_BYTES_MOST,
    NOTE_PADDING_BYTES,
    RECIPIENTS_MOST,
    WRAPPED_BYTES_MOST,
)
from rekam.packet.seal import wrapping_context
from rekam.person.absence import REMARK_CHARACTERS_MOST, Absence, AbsenceNote
from rekam.problem import Problem

NOTE_FORMAT = 1
"""Version of the sealed form; another number is refused by name."""
_UNREADABLE = "packet.note_unreadable"
_ONE_LINE = re.compile(r"[^\x00-\x1f\x7f]*")
_NIK = re.compile(r"[0-9]{16}")


def seal_note(
    note: AbsenceNote, *, station: str, recipients: Sequence[Recipient], random: Callable[[int], bytes]
) -> str:
    """Seals a note against a name.

    Args:
        note: What was noted.
        station: Id of the station, to which the note is bound.
        recipients: Centre and recovery keys.
        random: Gives that many unpredictable bytes.

    Returns:
        Text of letters, digits and signs that JSON leaves as they are.

    Raises:
        Problem: ``packet.content_too_large`` for a remark that does not fit.
    """
    content = _encode(note)
    if len(content) >= NOTE_PADDING_BYTES:
        raise Problem("packet.content_too_large", size=len(content), limit=NOTE_PADDING_BYTES - 1)
    digest, key = _digest(station), random(32)
    wrapped = [
        [r.key_id, r.suite, r.wrap(key, wrapping_context(digest, r.key_id, r.suite))] for r in recipients
    ]
    body = bytes(seal_body(content, key, digest, CHUNK_BYTES, padding=NOTE_PADDING_BYTES))
    sealed = {"format": NOTE_FORMAT, "keys": wrapped, "commitment": commitment(key, digest), "body": body}
    return base64.b85encode(cbor.encode(sealed)).decode("ascii")


def open_note(sealed: str, *, station: str, opener: Opener) -> AbsenceNote:
    """The note.

    Args:
        sealed: What :func:`seal_note` gave.
        station: Id of the station whose signed exchange brought it.
        opener: Private key of one of the recipients.

    Raises:
        Problem: ``packet.note_unreadable``, ``packet.format_unknown``, ``packet.recipient_unknown``,
            ``packet.unwrap_failed``, ``packet.content_key_other``, and ``packet.*`` of an altered body.
    """
    fields = _fields(sealed)
    found = fields.whole("format", high=2**32)
    if found != NOTE_FORMAT:
        raise Problem("packet.format_unknown", format=found, known=NOTE_FORMAT)
    digest = _digest(station)
    suite, wrapped = _wrapped_for(fields, opener.key_id)
    key = opener.unwrap(wrapped, wrapping_context(digest, opener.key_id, suite))
    if commitment(key, digest) != fields.hash("commitment"):
        raise Problem("packet.content_key_other")
    body = fields.octets("body", most=JOURNAL_ENTRY_BYTES_MOST)
    return _decode(open_body(body, key, digest, CHUNK_BYTES, padding=NOTE_PADDING_BYTES))


def _digest(station: str) -> bytes:
    return sha256(b"rekam note\x00" + station.encode()).digest()


def _fields(sealed: str) -> Fields:
    try:
        content = base64.b85decode(sealed)
    except ValueError as error:
        raise Problem(_UNREADABLE, field="-") from error
    return Fields.of(content, _UNREADABLE)


def _wrapped_for(fields: Fields, key_id: str) -> tuple[str, bytes]:
    for entry in fields.list("keys", most=RECIPIENTS_MOST):
        match entry:
            case [str(name), str(suite), bytes(wrapped)] if len(wrapped) <= WRAPPED_BYTES_MOST:
                if name == key_id:
                    return suite, wrapped
            case _:
                fields.refuse("keys")
    raise Problem("packet.recipient_unknown", key=key_id)


def _encode(note: AbsenceNote) -> bytes:
    return cbor.encode(
        {
            "nik": note.nik,
            "reason": note.absence.value if note.absence else "",
            "remark": note.remark,
            "at": note.at,
            "by": note.by,
        }
    )


def _decode(content: bytes) -> AbsenceNote:
    fields = Fields.of(content, _UNREADABLE)
    reason = fields.text("reason")
    if reason and reason not in {absence.value for absence in Absence}:
        fields.refuse("reason")
    return AbsenceNote(
        nik=fields.text("nik", shape=_NIK),
        absence=Absence(reason) if reason else None,
        remark=fields.text("remark", limit=REMARK_CHARACTERS_MOST, shape=_ONE_LINE),
        at=fields.time("at"),
        by=fields.text("by", shape=PRINTABLE),
    )
