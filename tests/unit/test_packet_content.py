"""A recording as content: the same after reading, and named refusals for anything hostile."""

from dataclasses import replace
from datetime import date

import cbor2
import pytest

from rekam.biometric import ExceptionReason, Eye, FingerPosition, MissingItem, Modality, Sample
from rekam.packet import Recording, content_kind, decode_recording, encode_recording
from rekam.person.biodata import Biodata
from rekam.problem import Problem

BIODATA = Biodata(
    nik="1502014101900001",
    kk="1502010101200001",
    name="SITI",
    sex="P",
    birth_place="BANGKO",
    birth_date=date(1990, 1, 1),
    blood_type="-",
    address="DUSUN TENGAH",
    rt="001",
    rw="002",
    village="15.02.01.2001",
    religion="1",
    marital_status="1",
    occupation="1",
)
RECORDING = Recording(
    biodata=BIODATA,
    original=replace(BIODATA, name="SITTI"),
    samples=(
        Sample(Modality.FINGER, FingerPosition.LEFT_LITTLE, "image/x-wsq", b"wsq", 81, 2),
        Sample(Modality.IRIS, Eye.LEFT, "image/jp2", b"jp2", 254),
        Sample(Modality.FACE, None, "image/jp2", b"jp2", 90),
        Sample(Modality.SIGNATURE, None, "image/png", b"png", 254),
    ),
    missing=(
        MissingItem(Modality.FINGER, FingerPosition.RIGHT_THUMB, ExceptionReason.BANDAGED),
        MissingItem(Modality.IRIS, Eye.RIGHT, ExceptionReason.BLIND),
    ),
    consented_at=1_780_000_000,
    started_at=1_780_000_001,
    operator="budi",
    supervisor="ani",
    station="S-1",
    notes=("Ibu jari diperban.",),
)


def hostile(**changes: object) -> bytes:
    return cbor2.dumps({**cbor2.loads(encode_recording(RECORDING)), **changes}, canonical=True)


def test_a_recording_comes_back_as_it_was() -> None:
    assert decode_recording(encode_recording(RECORDING)) == RECORDING
    bare = replace(RECORDING, original=None, samples=(), missing=(), supervisor=None, notes=())
    assert decode_recording(encode_recording(bare)) == bare


def test_a_recording_has_one_spelling_which_cbor2_reads() -> None:
    content = encode_recording(RECORDING)
    assert content == encode_recording(decode_recording(content))
    seen = cbor2.loads(content)
    assert seen["biodata"]["birth_date"] == "1990-01-01"
    assert seen["samples"][0] == {
        "modality": "finger",
        "place": 10,
        "media_type": "image/x-wsq",
        "content": b"wsq",
        "quality": 81,
        "attempts": 2,
    }


def test_the_kind_is_known_without_reading_the_rest() -> None:
    assert content_kind(encode_recording(RECORDING)) == "recording"
    assert content_kind(cbor2.dumps({"format": 1, "kind": "journal"}, canonical=True)) == "journal"


def test_a_later_field_is_ignored() -> None:
    assert decode_recording(hostile(zz_later=1)) == RECORDING


HOSTILE = {
    "biodata": hostile(biodata=None),
    "name": hostile(biodata={**cbor2.loads(encode_recording(RECORDING))["biodata"], "name": 5}),
    "nik": hostile(biodata={**cbor2.loads(encode_recording(RECORDING))["biodata"], "nik": "9" * 501}),
    "samples": hostile(samples={}),
    "missing": hostile(missing=[{}] * 65),
    "modality": hostile(samples=[{"modality": "ear"}]),
    "reason": hostile(missing=[{"modality": "face", "place": None, "reason": "lazy"}]),
    "consented_at": hostile(consented_at=-1),
    "started_at": hostile(started_at="now"),
    "operator": hostile(operator=""),
    "station": hostile(station="../.."),
    "notes": hostile(notes=["x" * 2001]),
    "supervisor": hostile(supervisor=b"ani"),
    "kind": hostile(kind="RECORDING"),
}


@pytest.mark.parametrize("field", HOSTILE)
def test_a_hostile_field_is_named(field: str) -> None:
    with pytest.raises(Problem) as caught:
        decode_recording(HOSTILE[field])
    # A map that is missing altogether is named by the map's own problem, without a field.
    expected = "-" if field == "biodata" else field
    assert caught.value == Problem("packet.content_unreadable", field=expected)


@pytest.mark.parametrize("place", [0, 11, None, "1", True])
def test_a_finger_that_does_not_exist_is_refused(place: object) -> None:
    sample = {
        "modality": "finger",
        "place": place,
        "media_type": "x",
        "content": b"",
        "quality": 1,
        "attempts": 1,
    }
    with pytest.raises(Problem) as caught:
        decode_recording(hostile(samples=[sample]))
    assert caught.value == Problem("packet.content_unreadable", field="place")


def test_a_face_has_no_place() -> None:
    sample = {"modality": "face", "place": 1, "media_type": "x", "content": b"", "quality": 1, "attempts": 1}
    with pytest.raises(Problem) as caught:
        decode_recording(hostile(samples=[sample]))
    assert caught.value == Problem("packet.content_unreadable", field="place")


@pytest.mark.parametrize("text", ["1990-1-1", "19900101", "1990-W01-1", "1990-02-30", "x", ""])
def test_a_birth_date_has_one_spelling(text: str) -> None:
    biodata = {**cbor2.loads(encode_recording(RECORDING))["biodata"], "birth_date": text}
    with pytest.raises(Problem) as caught:
        decode_recording(hostile(biodata=biodata))
    assert caught.value == Problem("packet.content_unreadable", field="birth_date")


def test_content_beyond_the_limit_is_not_read() -> None:
    with pytest.raises(Problem) as caught:
        decode_recording(bytes(16 * 1024 * 1024 + 1))
    assert caught.value.code == "packet.content_too_large"


def test_a_recording_that_no_centre_would_read_is_not_written() -> None:
    with pytest.raises(Problem) as caught:
        encode_recording(replace(RECORDING, notes=("x" * 2001,)))
    assert caught.value == Problem("packet.content_unreadable", field="notes")
