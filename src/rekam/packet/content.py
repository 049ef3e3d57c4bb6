"""What a sealed packet holds: one recording, as deterministic CBOR."""

from dataclasses import dataclass
from dataclasses import fields as fields_of
from datetime import date

from rekam.biometric import ExceptionReason, Eye, FingerPosition, MissingItem, Modality, Sample
from rekam.packet import cbor
from rekam.packet.evidence import (
    Approval,
    OwnSignature,
    SealClock,
    clock_map,
    read_clock,
    read_signature,
    signature_map,
)
from rekam.packet.fields import IDENTIFIER, KIND, PRINTABLE, Fields
from rekam.packet.parameters import (
    CONTENT_BYTES_MOST,
    CONTENT_FORMATS,
    NOTE_CHARACTERS_MOST,
    NOTES_MOST,
    SAMPLE_BYTES_MOST,
    SAMPLES_MOST,
)
from rekam.person.biodata import Biodata
from rekam.problem import Problem

RECORDING = "recording"
"""``kind`` of a packet that holds one recording."""

_UNREADABLE = "packet.content_unreadable"
_PLACES: dict[Modality, type[FingerPosition] | type[Eye]] = {
    Modality.FINGER: FingerPosition,
    Modality.IRIS: Eye,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """Everything one visit gave.

    Attributes:
        biodata: As confirmed by the resident.
        original: As the roster had it, when something was corrected; else ``None``.
        samples: Captured items.
        missing: Items excepted, with reasons.
        consented_at: Unix seconds of the resident's consent.
        started_at: Unix seconds of the first step.
        operator: Account that recorded.
        supervisor: Account that approved an exception, if one was needed.
        station: Id of the station.
        notes: What the operator wrote.
        signed: The operator's own signature; ``None`` where the station had none to give.
        approvals: Signed words of supervisors, one an item.
        clock: What the station knew of the time when it sealed; ``None`` = format 1, which did not say.
    """

    biodata: Biodata
    original: Biodata | None = None
    samples: tuple[Sample, ...] = ()
    missing: tuple[MissingItem, ...] = ()
    consented_at: int
    started_at: int
    operator: str
    supervisor: str | None = None
    station: str
    notes: tuple[str, ...] = ()
    signed: OwnSignature | None = None
    approvals: tuple[Approval, ...] = ()
    clock: SealClock | None = None


def core_of(recording: Recording) -> bytes:
    """The recording without signatures and clock, in its one spelling: what its operator signs."""
    return cbor.encode(_core(recording))


def encode_recording(recording: Recording) -> bytes:
    """The one spelling of a recording: format 2, or format 1 for one without a clock.

    Raises:
        Problem: ``packet.content_unreadable`` with the field that no reader would take;
            ``packet.content_too_large``.
    """
    values: dict[str, object] = {"format": 1, **_core(recording)}
    if recording.clock is not None:
        values |= {
            "format": 2,
            "signed": signature_map(recording.signed) if recording.signed else None,
            "approvals": [_approval_map(one) for one in recording.approvals],
            "clock": clock_map(recording.clock),
        }
    content = cbor.encode(values)
    decode_recording(content)
    return content


def content_kind(content: bytes) -> str:
    """What some content is, ``recording`` for instance.

    Raises:
        Problem: ``packet.content_unreadable``, ``packet.content_too_large``, ``packet.format_unknown``.
    """
    return _fields(content).text("kind", shape=KIND)


def decode_recording(content: bytes) -> Recording:
    """Reads a recording from opened content; never trusts it.

    Raises:
        Problem: ``packet.content_unreadable`` with the field, ``packet.content_too_large``,
            ``packet.content_kind``, ``packet.format_unknown``.
    """
    fields = _fields(content)
    kind = fields.text("kind", shape=KIND)
    if kind != RECORDING:
        raise Problem("packet.content_kind", kind=kind, expected=RECORDING)
    second = fields.whole("format") >= 2
    return Recording(
        biodata=_biodata(fields.inner("biodata")),
        original=_biodata(fields.inner("original")) if fields.has("original") else None,
        samples=tuple(_sample(one) for one in fields.inners("samples", most=SAMPLES_MOST)),
        missing=tuple(_missing(one) for one in fields.inners("missing", most=SAMPLES_MOST)),
        consented_at=fields.time("consented_at"),
        started_at=fields.time("started_at"),
        operator=fields.text("operator", shape=PRINTABLE),
        supervisor=fields.text("supervisor", shape=PRINTABLE) if fields.has("supervisor") else None,
        station=fields.text("station", shape=IDENTIFIER),
        notes=fields.text_list("notes", items=NOTES_MOST, limit=NOTE_CHARACTERS_MOST),
        signed=read_signature(fields.inner("signed")) if second and fields.has("signed") else None,
        approvals=tuple(_approval(one) for one in fields.inners("approvals", most=SAMPLES_MOST))
        if second
        else (),
        clock=read_clock(fields.inner("clock")) if second else None,
    )


def _core(recording: Recording) -> dict[str, object]:
    return {
        "kind": RECORDING,
        "biodata": _biodata_map(recording.biodata),
        "original": _biodata_map(recording.original) if recording.original else None,
        "samples": [
            {
                "modality": sample.modality.value,
                "place": _place_number(sample.place),
                "media_type": sample.media_type,
                "content": sample.content,
                "quality": sample.quality,
                "attempts": sample.attempts,
            }
            for sample in recording.samples
        ],
        "missing": [
            {"modality": m.modality.value, "place": _place_number(m.place), "reason": m.reason.value}
            for m in recording.missing
        ],
        "consented_at": recording.consented_at,
        "started_at": recording.started_at,
        "operator": recording.operator,
        "supervisor": recording.supervisor,
        "station": recording.station,
        "notes": list(recording.notes),
    }


def _approval_map(approval: Approval) -> dict[str, object]:
    return {
        "modality": approval.modality.value,
        "place": _place_number(approval.place),
        "reason": approval.reason.value,
        "at": approval.at,
        "signed": signature_map(approval.signed),
    }


def _approval(fields: Fields) -> Approval:
    item = _missing(fields)
    return Approval(
        item.modality, item.place, item.reason, fields.time("at"), read_signature(fields.inner("signed"))
    )


def _fields(content: bytes) -> Fields:
    if len(content) > CONTENT_BYTES_MOST:
        raise Problem("packet.content_too_large", size=len(content), limit=CONTENT_BYTES_MOST)
    fields = Fields.of(content, _UNREADABLE)
    fields.format(CONTENT_FORMATS)
    return fields


def _place_number(place: FingerPosition | Eye | None) -> int | None:
    return None if place is None else int(place)


def _biodata_map(biodata: Biodata) -> dict[str, object]:
    values = {one.name: getattr(biodata, one.name) for one in fields_of(biodata)}
    return {**values, "birth_date": biodata.birth_date.isoformat()}


def _biodata(fields: Fields) -> Biodata:
    text = fields.text("birth_date", limit=10)
    try:
        birth_date = date.fromisoformat(text)
    except ValueError:
        fields.refuse("birth_date")
    if birth_date.isoformat() != text:  # ISO 8601 knows other spellings; content has one
        fields.refuse("birth_date")
    names = (one.name for one in fields_of(Biodata) if one.name != "birth_date")
    return Biodata(birth_date=birth_date, **{name: fields.text(name) for name in names})


def _modality(fields: Fields) -> Modality:
    try:
        return Modality(fields.text("modality"))
    except ValueError:
        fields.refuse("modality")


def _place(fields: Fields, modality: Modality) -> FingerPosition | Eye | None:
    places = _PLACES.get(modality)
    if places is None:
        if fields.has("place"):
            fields.refuse("place")
        return None
    try:
        return places(fields.whole("place"))
    except ValueError:
        fields.refuse("place")


def _sample(fields: Fields) -> Sample:
    modality = _modality(fields)
    return Sample(
        modality=modality,
        place=_place(fields, modality),
        media_type=fields.text("media_type", limit=100),
        content=fields.octets("content", most=SAMPLE_BYTES_MOST),
        quality=fields.whole("quality", high=255),
        attempts=fields.whole("attempts", high=1_000),
    )


def _missing(fields: Fields) -> MissingItem:
    modality = _modality(fields)
    place = _place(fields, modality)
    try:
        reason = ExceptionReason(fields.text("reason"))
    except ValueError:
        fields.refuse("reason")
    return MissingItem(modality, place, reason)
