"""What is owed later, what still goes on when a device is broken, and what the packet says of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rekam.biometric import ExceptionReason, Modality
from rekam.person.biodata import Biodata
from rekam.problem import Problem
from rekam.recording import (
    DEGRADED,
    EXCEPTIONS,
    ITEMS_OF,
    Accommodated,
    Accommodation,
    Approver,
    Begun,
    Cause,
    FingerRechecked,
    Item,
    ItemCaptured,
    ItemExcepted,
    ItemState,
    SecondLook,
    Step,
    check_companion,
    decode_event,
    duty,
    encode_event,
    fold,
    item_state,
    notes,
    still_possible,
)

START = int(datetime(2017, 10, 17, 2, tzinfo=UTC).timestamp())
RESIDENT = Biodata(
    nik="1502014503870001", kk="1502010101100001", name="SULASTRI", sex="P", birth_place="BANGKO",
    birth_date=date(1987, 3, 5), blood_type="O", address="DUSUN BARU", rt="001", rw="002",
    village="15.02.01.2001", religion="1", marital_status="2", occupation="1",
)  # fmt: skip


def draft(*events):
    return fold([Begun(START, "rina", "JANGKAT-1", RESIDENT), *events])


def excepted(item, reason, supervisor=None):
    return ItemExcepted(START + 60, item, reason, "rina", supervisor)


def test_without_the_camera_nobody_is_recorded():
    assert DEGRADED[Modality.FACE].still == ()
    assert DEGRADED[Modality.FACE].approver is None


def test_every_broken_device_leaves_exactly_the_steps_of_the_others():
    for modality in (Modality.FINGER, Modality.IRIS, Modality.SIGNATURE):
        mode = DEGRADED[modality]
        assert mode.approver is Approver.SUPERVISOR
        assert all(item.modality is not modality for step in mode.still for item in ITEMS_OF[step])
        assert {item.modality for item in mode.later} == {modality}
        assert mode.within_days == EXCEPTIONS[modality][ExceptionReason.DEVICE_BROKEN].later_days


def test_with_two_devices_broken_what_both_leave_goes_on():
    assert still_possible([Modality.FINGER, Modality.IRIS]) == (
        Step.BIODATA, Step.PHOTO, Step.SIGNATURE, Step.REVIEW,
    )  # fmt: skip
    assert still_possible([Modality.IRIS, Modality.FACE]) == ()
    assert still_possible([]) == tuple(Step)


def test_a_bandaged_finger_is_owed_and_a_missing_one_is_not():
    one = draft(
        excepted(Item.LEFT_INDEX, ExceptionReason.BANDAGED), excepted(Item.LEFT_RING, ExceptionReason.MISSING)
    )
    owed = duty(one)
    assert owed is not None
    assert owed.items == (Item.LEFT_INDEX,)
    assert notes(one) == ("complete later until 2017-12-16: finger.7",)
    assert duty(draft(excepted(Item.LEFT_RING, ExceptionReason.MISSING))) is None


def test_the_shortest_time_of_several_duties_counts():
    one = draft(
        excepted(Item.LEFT_INDEX, ExceptionReason.BANDAGED),
        excepted(Item.SIGNATURE, ExceptionReason.DEVICE_BROKEN, "budi"),
    )
    assert notes(one) == ("complete later until 2017-10-31: signature finger.7",)


def test_a_companion_stands_in_the_notes_and_the_latest_word_counts():
    one = draft(
        Accommodated(START + 5, Accommodation.COMPANION, "rina", "SITI", "ibu"),
        Accommodated(START + 6, Accommodation.WHEELCHAIR, "rina"),
        Accommodated(START + 7, Accommodation.COMPANION, "rina", "SITI AMINAH", "ibu"),
    )
    assert notes(one) == ("accommodation wheelchair", "accommodation companion: SITI AMINAH (ibu)")


def test_a_poor_photo_of_somebody_in_a_wheelchair_is_taken_at_once_and_of_others_not():
    poor = ItemCaptured(START + 1, Item.FACE, "image/jp2", b"picture", 12, Cause.FACE_TILTED)
    seated = Accommodated(START + 2, Accommodation.WHEELCHAIR, "rina")
    assert item_state(draft(poor), Item.FACE) is ItemState.POOR
    assert item_state(draft(poor, seated), Item.FACE) is ItemState.BEST_OF_SEVERAL


def test_a_companion_needs_name_and_relationship():
    assert check_companion(Accommodation.WHEELCHAIR, "x", "") == ("", "")
    assert check_companion(Accommodation.COMPANION, " SITI  AMINAH ", "ibu") == ("SITI AMINAH", "ibu")
    for name, link in (("", "ibu"), ("SITI", ""), ("S" * 61, "ibu")):
        with pytest.raises(Problem, match="companion_needed"):
            check_companion(Accommodation.COMPANION, name, link)


def test_the_new_events_come_back_from_their_bytes():
    for event in (
        Accommodated(START, Accommodation.COMPANION, "rina", "SITI", "ibu"),
        FingerRechecked(START, Item.LEFT_INDEX, SecondLook.DIFFERENT, "rina"),
    ):
        assert decode_event(encode_event(event)) == event


def test_another_look_is_counted_and_takes_no_consent_back():
    once = draft(FingerRechecked(START, Item.LEFT_INDEX, SecondLook.DIFFERENT, "rina"))
    held = once.of(Item.LEFT_INDEX)
    assert (held.look, held.looks) == (SecondLook.DIFFERENT, 1)
    assert replace(once, last=1) != draft()
