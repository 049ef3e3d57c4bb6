"""Gates, exceptions, corrections, advice, signature and receipt code."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageDraw

from rekam.biometric import ExceptionReason, FingerImage, FingerPosition, Modality
from rekam.person.biodata import Biodata
from rekam.problem import Problem
from rekam.recording import (
    CORRECTABLE,
    EXCEPTIONS,
    Approver,
    Cause,
    Item,
    Word,
    approver_of,
    check_document,
    check_exception,
    corrected,
    finger_cause,
    hindrances,
    item_of,
    read_signature,
    word,
)

RESIDENT = Biodata(
    nik="1502014503870001",
    kk="1502010101100001",
    name="SULASTRI",
    sex="P",
    birth_place="BANGKO",
    birth_date=date(1987, 3, 5),
    blood_type="O",
    address="DUSUN BARU",
    rt="001",
    rw="002",
    village="15.02.01.2001",
    religion="1",
    marital_status="2",
    occupation="1",
)


def test_an_item_knows_its_finger_or_eye():
    assert item_of(Modality.FINGER, FingerPosition.LEFT_LITTLE) is Item.LEFT_LITTLE
    assert Item.LEFT_LITTLE.place is FingerPosition.LEFT_LITTLE
    assert Item.FACE.place is None


def test_the_photo_is_never_excepted():
    for reason in ExceptionReason:
        with pytest.raises(Problem, match="photo_is_the_minimum"):
            approver_of(Item.FACE, reason)


def test_a_missing_finger_needs_only_the_operator_and_an_unreadable_one_a_supervisor():
    assert approver_of(Item.LEFT_INDEX, ExceptionReason.MISSING) is Approver.OPERATOR
    assert approver_of(Item.LEFT_INDEX, ExceptionReason.UNREADABLE) is Approver.SUPERVISOR
    check_exception(Item.LEFT_INDEX, ExceptionReason.MISSING, supervisor=None)
    check_exception(Item.LEFT_INDEX, ExceptionReason.UNREADABLE, supervisor="budi")
    with pytest.raises(Problem, match="supervisor_needed"):
        check_exception(Item.LEFT_INDEX, ExceptionReason.UNREADABLE, supervisor=None)


def test_a_finger_is_not_blind():
    with pytest.raises(Problem, match="reason_not_allowed"):
        approver_of(Item.LEFT_INDEX, ExceptionReason.BLIND)


def test_every_item_but_the_photo_can_be_excepted_when_its_device_is_broken():
    broken = {
        modality for modality, reasons in EXCEPTIONS.items() if ExceptionReason.DEVICE_BROKEN in reasons
    }
    assert broken == {Modality.FINGER, Modality.IRIS, Modality.SIGNATURE}


def test_the_word_beside_the_bar():
    assert word(Item.RIGHT_INDEX, 80) is Word.GOOD
    assert word(Item.RIGHT_INDEX, 45) is Word.FAIR
    assert word(Item.RIGHT_INDEX, 39) is Word.POOR
    assert word(Item.SIGNATURE, 254) is Word.GOOD


def test_a_birth_date_is_corrected_as_a_date():
    assert corrected(RESIDENT, "birth_date", " 1986-12-31 ").birth_date == date(1986, 12, 31)
    assert corrected(RESIDENT, "birth_date", "31 Desember 1986").birth_date == date(1986, 12, 31)
    with pytest.raises(Problem, match="date_unreadable"):
        corrected(RESIDENT, "birth_date", "31 Februari 1986")


def test_nik_family_card_and_village_are_not_corrected_at_the_counter():
    assert not {"nik", "kk", "village"} & set(CORRECTABLE)
    with pytest.raises(Problem, match="field_not_correctable"):
        corrected(RESIDENT, "nik", "1502014503870002")


def known(code):
    return code.startswith("15.02")


def test_a_nik_that_fits_is_recorded():
    assert hindrances(RESIDENT, today=date(2017, 10, 17), known_region=known) == []


def test_a_nik_that_does_not_fit_sex_or_birth_date_is_refused_by_name():
    man = hindrances(replace(RESIDENT, sex="L"), today=date(2017, 10, 17), known_region=known)
    assert [problem.code for problem in man] == ["person.nik_sex_mismatch"]
    later = replace(RESIDENT, birth_date=date(1987, 3, 6))
    found = hindrances(later, today=date(2017, 10, 17), known_region=known)
    assert [problem.code for problem in found] == ["person.nik_birth_mismatch"]


def test_a_child_of_fifteen_is_not_recorded():
    found = hindrances(replace(RESIDENT, marital_status="1"), today=date(2003, 3, 4), known_region=known)
    assert [problem.code for problem in found] == ["recording.too_young"]
    assert hindrances(replace(RESIDENT, marital_status="1"), today=date(2003, 3, 5), known_region=known) == []


def test_an_empty_correction_is_refused():
    with pytest.raises(Problem, match="value_empty"):
        corrected(RESIDENT, "name", "   ")
    assert corrected(RESIDENT, "name", "SRI  DEWI") == replace(RESIDENT, name="SRI DEWI")


def test_a_correction_names_its_document():
    assert check_document("  Akta  1502-LT-2011 ") == "Akta 1502-LT-2011"
    for note in ("", "KK"[:1], "x" * 121):
        with pytest.raises(Problem, match="document_needed"):
            check_document(note)


def print_of(dark, light, share=1.0):
    """Vertical ridges nine pixels apart on white glass, on the left share of the picture."""
    columns = np.arange(320)
    ridges = np.where(columns % 9 < 5, dark, light).astype(np.uint8)
    pixels = np.full((480, 320), 255, np.uint8)
    edge = int(320 * share)
    pixels[:, :edge] = ridges[:edge]
    return FingerImage(FingerPosition.RIGHT_INDEX, pixels)


@pytest.mark.parametrize(
    ("image", "cause"),
    [
        (print_of(40, 200), Cause.FINGER_UNCLEAR),
        (print_of(150, 230), Cause.FINGER_PALE),
        (print_of(10, 90), Cause.FINGER_DARK),
        (print_of(40, 200, share=0.08), Cause.FINGER_SMALL),
    ],
    ids=["ordinary", "dry", "wet", "beside the glass"],
)
def test_the_advice_fits_what_is_seen(image, cause):
    assert finger_cause(image) is cause


def test_every_cause_has_an_advice_in_both_languages():
    for cause in Cause:
        assert cause.advice.say("id") != cause.advice.say("en")


def png(draw_line, mode="RGBA", size=(600, 200)):
    picture = Image.new(mode, size, (0, 0, 0, 0) if mode == "RGBA" else "white")
    if draw_line:
        ImageDraw.Draw(picture).line([(50, 150), (200, 40), (400, 160), (550, 60)], fill="black", width=5)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("mode", ["RGBA", "RGB"])
def test_a_drawn_signature_becomes_a_small_grey_picture(mode):
    with Image.open(BytesIO(read_signature(png(True, mode, (1800, 600))))) as kept:
        assert (kept.mode, kept.size) == ("L", (600, 200))
        assert kept.getpixel((2, 2)) == 255


def test_an_empty_pad_is_no_signature():
    with pytest.raises(Problem, match="signature_empty"):
        read_signature(png(False))


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff not a png", png(True)[:90], b"0" * 300_000])
def test_what_is_no_picture_is_no_signature(content):
    with pytest.raises(Problem, match="signature_unreadable"):
        read_signature(content)
