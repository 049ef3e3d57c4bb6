"""CBEFF documents of anyone: what was read is written as it was; what is hostile is named."""

import string
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from rekam.biometric import Eye, FingerPosition, Modality
from rekam.biometric.interchange import CaptureHead, FingerImageRecord, FingerRepresentation
from rekam.biometric.interchange.cbeff import Bir, Cbeff
from rekam.biometric.interchange.cbeff_limits import CbeffLimits
from rekam.biometric.interchange.cbeff_reader import read_cbeff
from rekam.biometric.interchange.cbeff_samples import UNMEASURED, read_samples
from rekam.biometric.interchange.cbeff_words import modality_of, place_of, subtype_of
from rekam.biometric.interchange.finger_image import Compression
from rekam.biometric.picture import decode_grey
from rekam.problem import Problem

NAMESPACE = "http://standards.iso.org/iso-iec/19785/-3/ed-2/"

words = st.text(string.ascii_letters + string.digits + "<>&'\"é-.: ", max_size=20).map(str.strip)
birs = st.builds(
    Bir,
    type=words,
    subtype=words,
    bdb=st.binary(max_size=200),
    format_owner=words,
    format_type=words,
    created=words,
    level=words,
    purpose=words,
    quality=st.none() | st.integers(0, 255),
    index=words,
    security=st.binary(max_size=40),
    others=st.dictionaries(words, words, max_size=3),
)
documents = st.lists(birs, max_size=4).map(lambda each: Cbeff(tuple(each)))

MOSIP = f"""<?xml version="1.0" encoding="UTF-8"?>
<BIR xmlns="{NAMESPACE}">
    <BIRInfo><Integrity>false</Integrity></BIRInfo>
    <!-- right index finger -->
    <BIR>
        <Version><Major>1</Major><Minor>1</Minor></Version>
        <BDBInfo>
            <Index>98293c98-7b64-4f9a-a209-9cadfd8e4a1e</Index>
            <Format><Organization>Mosip</Organization><Type>7</Type></Format>
            <CreationDate>2022-07-27T15:29:22.987808900Z</CreationDate>
            <Type>Finger</Type><Subtype>Right IndexFinger</Subtype><Level>Raw</Level><Purpose>Enroll</Purpose>
            <Quality><Algorithm><Organization>HMAC</Organization><Type>SHA-256</Type></Algorithm>
            <Score>94</Score></Quality>
        </BDBInfo>
        <BDB>-_-_<!-- in
          between -->AAA</BDB><SB>AQID</SB>
        <others><entry key="EXCEPTION">false</entry><entry key="RETRIES">1</entry></others>
        <Unknown xmlns="urn:other">kept</Unknown>
    </BIR>
    <BIR/>
</BIR>
<!-- after -->""".encode()
"""The form of MOSIP's documentation, with URL-safe base64 without padding, and things nobody asked for."""


@given(documents)
def test_what_is_written_is_read(document):
    again = read_cbeff(document.encode())

    assert again.birs == document.birs
    assert again.encode() == document.encode()


def test_mosips_form_is_read_and_written_byte_for_byte():
    read = read_cbeff(MOSIP)

    first, second = read.birs
    assert (first.type, first.subtype, first.format_type, first.quality) == (
        "Finger",
        "Right IndexFinger",
        "7",
        94,
    )
    assert (first.bdb, first.security) == (b"\xfb\xff\xbf\x00\x00", b"\x01\x02\x03")
    assert first.others == {"EXCEPTION": "false", "RETRIES": "1"}
    assert second == Bir(type="", format_owner="", level="", purpose="")
    assert read.encode() == MOSIP


@given(birs)
def test_a_record_that_is_exchanged_leaves_the_others_and_all_around_as_they_were(new):
    read = read_cbeff(MOSIP)

    changed = replace(read, birs=(new, *read.birs[1:])).encode()

    assert changed.startswith(MOSIP[: MOSIP.index(b"    <BIR>") + 4])
    assert changed.endswith(MOSIP[MOSIP.index(b"\n    <BIR/>") :])
    assert read_cbeff(changed).birs == (new, *read.birs[1:])


@given(st.sampled_from([MOSIP, Cbeff((Bir(type="Face", bdb=bytes(90)),)).encode()]), st.data())
@settings(max_examples=200)
def test_a_damaged_document_is_read_the_same_way_again_or_refused_with_a_name(document, data):
    at = data.draw(st.integers(0, len(document) - 1))
    cut = data.draw(st.integers(0, 40))
    damaged = document[:at] + data.draw(st.binary(max_size=4)) + document[at + cut :]
    try:
        read = read_cbeff(damaged)
        read_samples(read)
        outcome = read.encode()
    except Problem as problem:
        outcome = problem.code

    assert outcome in (damaged, "biometric.cbeff_unreadable")


@given(st.binary(max_size=60))
@example(b"<BIR>" * 40)
@example("<BIR/>".encode("utf-16"))
@example(b'<?xml version="1.0" encoding="utf-7"?><BIR/>')
@example(b'<?xml version="1.0" encoding="nonsense"?><BIR/>')
def test_what_is_no_document_is_refused_with_a_name(document):
    with pytest.raises(Problem, match="cbeff_unreadable"):
        read_cbeff(document)


@pytest.mark.parametrize(
    "prologue",
    [
        b"<!DOCTYPE BIR>",
        b'<!DOCTYPE BIR SYSTEM "file:///etc/passwd">',
        b'<!DOCTYPE BIR [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        b'<!DOCTYPE BIR [<!ENTITY % a SYSTEM "http://127.0.0.1/">%a;]>',
    ],
)
def test_no_document_type_and_no_entity_is_ever_followed(prologue):
    with pytest.raises(Problem) as refused:
        read_cbeff(prologue + b"<BIR/>")

    assert refused.value.details == {"part": "DOCTYPE"}


@pytest.mark.parametrize(
    ("document", "limits", "code", "details"),
    [
        (b"<BIR>" + b" " * 100 + b"</BIR>", CbeffLimits(octets=90), "cbeff_too_large", {"limit": 90}),
        (
            b"<BIR>" + b"<BIR/>" * 5 + b"</BIR>",
            CbeffLimits(records=4),
            "cbeff_unreadable",
            {"part": "number of BIRs"},
        ),
        (
            b"<BIR>" + b"<a/>" * 9 + b"</BIR>",
            CbeffLimits(elements=9),
            "cbeff_unreadable",
            {"part": "number of elements"},
        ),
        (
            b"<BIR><BIR><BDBInfo><Index>aaaaa</Index></BDBInfo></BIR></BIR>",
            CbeffLimits(text=4),
            "cbeff_unreadable",
            {"part": "Index"},
        ),
    ],
)
def test_limits_are_parameters(document, limits, code, details):
    with pytest.raises(Problem) as refused:
        read_cbeff(document, limits)

    assert (refused.value.code, refused.value.details) == (f"biometric.{code}", details)


def test_a_data_block_may_be_longer_than_other_texts():
    long = Cbeff((Bir(type="Face", bdb=bytes(900_000)),)).encode()

    assert len(read_cbeff(long).birs[0].bdb) == 900_000


@pytest.mark.parametrize("place", [*FingerPosition, *Eye, None])
def test_the_words_of_a_place_say_that_place(place):
    modality = {FingerPosition: Modality.FINGER, Eye: Modality.IRIS}.get(type(place), Modality.FACE)

    assert place_of(modality, subtype_of(place)) == place


@pytest.mark.parametrize(
    ("type_", "words", "place"),
    [
        ("FINGERPRINT", "Left Index Finger", FingerPosition.LEFT_INDEX),
        ("Finger", "Right Thumb", FingerPosition.RIGHT_THUMB),
        ("IRIS", "Left Eye", Eye.LEFT),
        ("Iris", "Right", Eye.RIGHT),
        ("Finger", "Right", None),
        ("Finger", "Left Right Thumb", None),
        ("Iris", "Left Thumb", None),
    ],
)
def test_the_words_of_the_testing_kit_are_understood_too(type_, words, place):
    assert place_of(modality_of(type_), words) == place


def test_a_record_that_names_no_finger_or_another_one_is_not_used():
    png = b"\x89PNG"
    read = read_samples(
        Cbeff(
            (
                Bir(type="Finger", subtype="", bdb=png),
                Bir(type="Finger", subtype="Left Thumb", bdb=png),
                Bir(type="Finger", subtype="Left Thumb", bdb=b"\xff\xd8", quality=40),
                Bir(type="Voice", bdb=b"x"),
                Bir(type="Iris", subtype="Left", bdb=png, others={"EXCEPTION": "true"}),
            )
        )
    )

    assert [(one.place, one.media_type, one.quality) for one in read.samples] == [
        (FingerPosition.LEFT_THUMB, "image/jpeg", 40)
    ]
    assert [(name, problem.code) for name, problem in read.unreadable] == [
        ("Finger", "biometric.cbeff_unreadable")
    ]
    assert UNMEASURED == 254


SHARED = Path(__file__).parents[3] / "shared" / "mosip-samples" / "cbeff"


@pytest.mark.shared
@pytest.mark.skipif(
    not SHARED.exists(),
    reason="MOSIP's own CBEFF files show people of unstated origin; they are read from ../shared/mosip-samples/cbeff",
)
def test_outside_documents_are_written_byte_for_byte():
    files = sorted(SHARED.glob("*.xml"))
    assert files
    for file in files:
        assert read_cbeff(file.read_bytes()).encode() == file.read_bytes()


def finger_record(**more):
    dpi = more.pop("dpi", 500)
    one = FingerRepresentation(
        head=CaptureHead(),
        position=more.pop("position", 6),
        image_rate=(dpi, dpi),
        scan_rate=(dpi, dpi),
        **more,
    )
    return FingerImageRecord((one,)).encode()


@pytest.mark.parametrize(("dpi", "shape"), [(500, (80, 60)), (1000, (40, 30)), (250, (160, 120))])
def test_raw_pixels_of_a_record_come_as_a_picture_of_500_pixels_an_inch(dpi, shape):
    pixels = np.arange(4800, dtype=np.uint32).reshape(80, 60).astype(np.uint8)
    record = finger_record(width=60, height=80, image=pixels.tobytes(), compression=Compression.NONE, dpi=dpi)

    (sample,) = read_samples(Cbeff((Bir(type="Finger", subtype="Left Thumb", bdb=record),))).samples

    assert sample.media_type == "image/png"
    if dpi == 500:
        assert np.array_equal(decode_grey(sample.content), pixels)
    else:
        with Image.open(BytesIO(sample.content)) as picture:
            assert picture.size == (shape[1], shape[0])


@pytest.mark.parametrize(
    ("type_", "subtype", "record", "part"),
    [
        ("Finger", "Right Thumb", finger_record(width=60, height=80, image=b"\xff\xa0"), "Subtype"),
        ("Iris", "Left", finger_record(width=60, height=80, image=b"\xff\xa0"), "Type"),
        (
            "Finger",
            "Left Thumb",
            finger_record(width=60, height=80, image=b"\xff\xa0", dpi=9),
            "sampling rate",
        ),
    ],
)
def test_a_record_that_contradicts_its_document_is_not_used(type_, subtype, record, part):
    read = read_samples(Cbeff((Bir(type=type_, subtype=subtype, bdb=record),)))

    assert read.samples == ()
    assert [problem.details for _, problem in read.unreadable] == [{"part": part}]
