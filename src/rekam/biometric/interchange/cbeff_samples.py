"""From the records of a CBEFF document to samples that an engine can read, and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rekam.biometric.interchange.cbeff import Bir, Cbeff
from rekam.biometric.interchange.cbeff_words import FORMAT_TYPE, TYPE, modality_of, place_of, subtype_of
from rekam.biometric.interchange.picture_record import read_pictures
from rekam.biometric.interchange.recorded_picture import RAW, RecordedPicture
from rekam.biometric.position import Eye, FingerPosition, Modality
from rekam.biometric.sample import Place, Sample
from rekam.problem import Problem

UNMEASURED = 254
"""Quality of a sample whose record says none, as in `Sample.quality`."""
_DPI = 500.0
_DPI_TOLERANCE = 0.01  # ISO/IEC 19794-4, level 30 and 31: 500 ppi within 1 %
_DPI_RANGE = (90.0, 2000.0)

_MEDIA: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xa0", "image/x-wsq"),
    (b"\x00\x00\x00\x0cjP", "image/jp2"),
    (b"\xff\x4f\xff\x51", "image/jp2"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8", "image/jpeg"),
)
"""First octets of a picture and what it is."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a document held for an engine.

    Attributes:
        samples: Fingers, eyes and face, one an item; of several captures of one item the best.
        unreadable: Name of each record that is no picture, ``Finger Right Thumb``, with its problem.
    """

    samples: tuple[Sample, ...]
    unreadable: tuple[tuple[str, Problem], ...] = ()


def read_samples(document: Cbeff) -> Read:
    """Every record that holds a picture; the others are named, exceptions and empty records passed over."""
    found: dict[tuple[Modality, Place], Sample] = {}
    unreadable: list[tuple[str, Problem]] = []
    for bir in document.birs:
        modality = modality_of(bir.type)
        if modality is None or bir.excepted or not (bir.bdb or bir.damaged):
            continue
        try:
            sample = _sample(bir, modality)
        except Problem as problem:
            unreadable.append((f"{bir.type} {bir.subtype}".strip(), problem))
            continue
        before = found.get((modality, sample.place))
        if before is None or _rank(sample) > _rank(before):
            found[modality, sample.place] = sample
    return Read(tuple(found.values()), tuple(unreadable))


def write_records(records: Sequence[tuple[Modality, Place, bytes, int]], moment: datetime) -> Cbeff:
    """A new document of image records.

    Args:
        records: Kind, place, ISO/IEC 19794 record (or picture) and quality 0-100 of each item.
        moment: When they were captured.
    """
    created = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"
    return Cbeff(
        tuple(
            Bir(
                type=TYPE[modality],
                subtype=subtype_of(place),
                bdb=record,
                format_type=FORMAT_TYPE[modality],
                created=created,
                quality=quality,
            )
            for modality, place, record, quality in records
        )
    )


def _rank(sample: Sample) -> int:
    return -1 if sample.quality == UNMEASURED else sample.quality


def _sample(bir: Bir, modality: Modality) -> Sample:
    if bir.damaged:
        raise Problem("biometric.cbeff_unreadable", part="BDB")
    said = place_of(modality, bir.subtype)
    place, content = _picture(bir.bdb, modality, said)
    if (place is None) != (modality is Modality.FACE) or (said is not None and said != place):
        raise Problem("biometric.cbeff_unreadable", part="Subtype")
    media = _media(content)
    if media is None:
        raise Problem("biometric.picture_unreadable")
    return Sample(modality, place, media, content, UNMEASURED if bir.quality is None else bir.quality)


def _picture(data: bytes, modality: Modality, said: Place) -> tuple[Place, bytes]:
    """The place that the record itself names, and its encoded picture; a bare picture takes the document's word."""
    if _media(data) is not None:
        return said, data
    (one, *_) = read_pictures(data)
    if one.modality is not modality:
        raise Problem("biometric.cbeff_unreadable", part="Type")
    usual = one.dpi is None or abs(one.dpi / _DPI - 1) <= _DPI_TOLERANCE
    if one.dpi is not None and not _DPI_RANGE[0] <= one.dpi <= _DPI_RANGE[1]:
        raise Problem("biometric.cbeff_unreadable", part="sampling rate")
    content = one.content
    if one.media_type == RAW or (one.dpi is not None and not usual):
        content = _png(one.grey(), 1.0 if one.dpi is None or usual else _DPI / one.dpi)
    return _place(one, said), content


def _place(one: RecordedPicture, said: Place) -> Place:
    """A record may leave the place open (0)."""
    kinds: dict[Modality, type[FingerPosition | Eye]] = {Modality.FINGER: FingerPosition, Modality.IRIS: Eye}
    kind = kinds.get(one.modality)
    if kind is None or one.place == 0:
        return said
    return next((place for place in kind if int(place) == one.place), None)


def _media(content: bytes) -> str | None:
    return next((media for start, media in _MEDIA if content.startswith(start)), None)


def _png(pixels: NDArray[np.uint8], scale: float) -> bytes:
    """Without loss; brought to 500 pixels an inch where the sensor had another rate."""
    picture = Image.fromarray(np.ascontiguousarray(pixels))
    if scale != 1.0:
        size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
        picture = picture.resize(size, Image.Resampling.BICUBIC)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
