"""Opened packets: biodata on one side, samples on the other."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from psycopg import Connection
from psycopg.types.json import Jsonb

from rekam.biometric import ExceptionReason, Eye, FingerPosition, MissingItem, Modality, Sample
from rekam.edge.store.centre.database import Database, one_row, run, run_many
from rekam.edge.store.centre.statements import statements
from rekam.packet import Recording
from rekam.person.biodata import Biodata

_SQL = statements("packet")
_PLACES: Mapping[Modality, type[FingerPosition] | type[Eye]] = {
    Modality.FINGER: FingerPosition,
    Modality.IRIS: Eye,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What stood in an opened packet, without the samples.

    Attributes:
        biodata: As the resident confirmed it.
        original: As the roster had it, when something was corrected.
        missing: Items excepted, with reasons.
        notes: What the station wrote beside it.
    """

    packet_id: bytes
    biodata: Biodata
    original: Biodata | None
    missing: tuple[MissingItem, ...]
    notes: tuple[str, ...]
    operator: str
    supervisor: str | None
    started_at: int
    consented_at: int

    @classmethod
    def of_row(
        cls,
        *,
        biodata: dict[str, Any],
        original: dict[str, Any] | None,
        missing: list[dict[str, Any]],
        notes: list[str],
        **rest: Any,
    ) -> "Content":
        """From the columns of a statement."""
        return cls(
            biodata=biodata_of(biodata),
            original=biodata_of(original) if original else None,
            missing=tuple(_missing(one) for one in missing),
            notes=tuple(notes),
            **rest,
        )


@dataclass(frozen=True, slots=True)
class _SampleRow:
    modality: str
    position: int
    media_type: str
    content: bytes
    quality: int
    attempts: int


class Contents:
    """Reads opened packets.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def content(self, packet_id: bytes) -> Content | None:
        """What stood in a packet; ``None`` while it is sealed."""
        return self._database.row(Content, _SQL["content"], packet_id=packet_id)

    def samples(self, packet_id: bytes, modality: Modality | None = None) -> list[Sample]:
        """The captured items of a packet, all or of one kind."""
        if modality is None:
            rows = self._database.rows(_SampleRow, _SQL["samples"], packet_id=packet_id)
        else:
            rows = self._database.rows(
                _SampleRow, _SQL["samples_of"], packet_id=packet_id, modality=modality.value
            )
        return [_sample(row) for row in rows]


def biodata_of(values: Mapping[str, Any]) -> Biodata:
    """Biodata from its stored form."""
    return Biodata(**{**values, "birth_date": date.fromisoformat(values["birth_date"])})


def content(connection: Connection, packet_id: bytes) -> Content | None:
    """What stood in a packet, inside a transaction."""
    return one_row(connection, Content, _SQL["content"], packet_id=packet_id)


def put_content(connection: Connection, packet_id: bytes, recording: Recording) -> None:
    """Keep what stood in a packet; doing it again changes nothing."""
    run(
        connection,
        _SQL["put_content"],
        packet_id=packet_id,
        biodata=Jsonb(_stored(recording.biodata)),
        original=Jsonb(_stored(recording.original)) if recording.original else None,
        missing=Jsonb([_stored_missing(one) for one in recording.missing]),
        notes=Jsonb(list(recording.notes)),
        operator=recording.operator,
        supervisor=recording.supervisor,
        started_at=recording.started_at,
        consented_at=recording.consented_at,
    )
    rows: list[Mapping[str, Any]] = [
        {
            "packet_id": packet_id,
            "modality": sample.modality.value,
            "position": int(sample.place or 0),
            "media_type": sample.media_type,
            "content": sample.content,
            "quality": sample.quality,
            "attempts": sample.attempts,
        }
        for sample in recording.samples
    ]
    run_many(connection, _SQL["put_sample"], rows)


def _stored(biodata: Biodata) -> dict[str, object]:
    return {**asdict(biodata), "birth_date": biodata.birth_date.isoformat()}


def _stored_missing(item: MissingItem) -> dict[str, object]:
    return {"modality": item.modality.value, "position": int(item.place or 0), "reason": item.reason.value}


def _missing(values: Mapping[str, Any]) -> MissingItem:
    modality = Modality(values["modality"])
    return MissingItem(modality, _place(modality, values["position"]), ExceptionReason(values["reason"]))


def _sample(row: _SampleRow) -> Sample:
    modality = Modality(row.modality)
    return Sample(
        modality, _place(modality, row.position), row.media_type, row.content, row.quality, row.attempts
    )


def _place(modality: Modality, position: int) -> FingerPosition | Eye | None:
    kind = _PLACES.get(modality)
    return None if kind is None else kind(position)
