"""The draft as a fold: what counts, what is taken back, where the wizard opens again."""

from dataclasses import replace
from datetime import date

import pytest

from rekam.biometric import ExceptionReason
from rekam.person.biodata import Biodata
from rekam.problem import Problem
from rekam.recording import (
    ITEMS_OF,
    Begun,
    Consented,
    ExceptionLifted,
    FieldCorrected,
    Item,
    ItemCaptured,
    ItemDiscarded,
    ItemExcepted,
    ItemState,
    Step,
    StepConfirmed,
    check_consent,
    check_step,
    decode_event,
    encode_event,
    fold,
    item_state,
    may_go_on,
    next_step,
    to_recording,
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
BEGUN = Begun(at=100, operator="rina", station="S1", biodata=RESIDENT)


def shot(item, quality, at=200, content=b"picture"):
    return ItemCaptured(at, item, "image/x-wsq", content, quality, None, "device")


def whole_recording():
    events = [BEGUN]
    for step in Step:
        events += [shot(item, 80) for item in ITEMS_OF[step]]
        if step is not Step.REVIEW:
            events.append(StepConfirmed(300, step, "rina"))
    return events


def test_the_steps_come_in_the_order_of_the_counter():
    assert [step.name for step in Step] == [
        "BIODATA", "PHOTO", "SIGNATURE", "RIGHT_FOUR", "LEFT_FOUR", "THUMBS", "IRIS", "REVIEW",
    ]  # fmt: skip


def test_the_steps_share_out_all_fourteen_items_once():
    items = [item for step in Step for item in ITEMS_OF[step]]
    assert len(items) == len(set(items)) == len(Item) == 14


def test_the_best_attempt_is_kept_and_the_attempts_are_counted():
    draft = fold([BEGUN, shot(Item.RIGHT_INDEX, 35, content=b"a"), shot(Item.RIGHT_INDEX, 20, content=b"b")])
    held = draft.of(Item.RIGHT_INDEX)
    assert held.best is not None
    assert (held.best.content, held.best.quality, held.best.attempts) == (b"a", 35, 2)
    assert held.last_quality == 20


def test_a_poor_finger_holds_its_step_up_until_the_third_attempt():
    events = [
        BEGUN,
        *(shot(item, 90) for item in ITEMS_OF[Step.RIGHT_FOUR]),
        ItemDiscarded(1, Item.RIGHT_INDEX, "rina"),
    ]
    for attempt in range(2):
        events.append(shot(Item.RIGHT_INDEX, 10 + attempt))
        # the discarded capture counts as an attempt too
        expected = ItemState.POOR if attempt == 0 else ItemState.BEST_OF_SEVERAL
        assert item_state(fold(events), Item.RIGHT_INDEX) is expected
        assert may_go_on(fold(events), Step.RIGHT_FOUR) is (attempt == 1)


def test_an_index_finger_passes_at_forty_and_a_little_finger_at_twenty():
    draft = fold([BEGUN, shot(Item.RIGHT_INDEX, 40), shot(Item.LEFT_INDEX, 39), shot(Item.LEFT_LITTLE, 20)])
    assert item_state(draft, Item.RIGHT_INDEX) is ItemState.GOOD
    assert item_state(draft, Item.LEFT_INDEX) is ItemState.POOR
    assert item_state(draft, Item.LEFT_LITTLE) is ItemState.GOOD


def test_a_picture_of_unmeasured_quality_is_not_good():
    assert item_state(fold([BEGUN, shot(Item.RIGHT_IRIS, 254)]), Item.RIGHT_IRIS) is ItemState.POOR


def test_a_signature_drawn_again_replaces_the_first():
    first = ItemCaptured(1, Item.SIGNATURE, "image/png", b"wrong name", 254, None)
    second = ItemCaptured(2, Item.SIGNATURE, "image/png", b"right name", 254, None)
    best = fold([BEGUN, first, second]).of(Item.SIGNATURE).best
    assert best is not None
    assert best.content == b"right name"


def test_a_discarded_photo_is_gone():
    draft = fold([BEGUN, shot(Item.FACE, 90), ItemDiscarded(5, Item.FACE, "rina")])
    assert item_state(draft, Item.FACE) is ItemState.NOTHING


def test_an_excepted_item_lets_the_step_go_on_and_can_be_taken_back():
    events = [BEGUN, shot(Item.RIGHT_IRIS, 80)]
    events.append(ItemExcepted(5, Item.LEFT_IRIS, ExceptionReason.BLIND, "rina", None))
    assert may_go_on(fold(events), Step.IRIS)
    events.append(ExceptionLifted(6, Item.LEFT_IRIS, "rina"))
    assert not may_go_on(fold(events), Step.IRIS)


def test_the_wizard_opens_at_the_first_step_that_was_not_confirmed():
    assert next_step(fold([BEGUN])) is Step.BIODATA
    assert next_step(fold([BEGUN, StepConfirmed(1, Step.BIODATA, "rina")])) is Step.PHOTO
    assert next_step(fold(whole_recording())) is Step.REVIEW


def test_a_later_step_waits_for_the_earlier_ones():
    with pytest.raises(Problem) as caught:
        check_step(fold([BEGUN]), Step.IRIS)
    assert caught.value == Problem("recording.step_not_reached", step=1)


def test_a_step_with_an_open_item_is_not_confirmed():
    draft = fold([BEGUN, StepConfirmed(1, Step.BIODATA, "rina")])
    with pytest.raises(Problem) as caught:
        check_step(draft, Step.PHOTO)
    assert caught.value == Problem("recording.item_open", count=1)


def test_changing_an_item_takes_the_consent_and_its_step_back():
    draft = fold([*whole_recording(), Consented(400, "rina"), shot(Item.LEFT_THUMB, 99)])
    assert draft.consented_at is None
    assert next_step(draft) is Step.THUMBS
    with pytest.raises(Problem, match="step_not_reached"):
        check_consent(draft)


def test_a_correction_changes_the_biodata_and_keeps_the_original():
    draft = fold([BEGUN, FieldCorrected(150, "birth_date", "1987-03-05", "Akta 12", "rina")])
    changed = fold([BEGUN, FieldCorrected(150, "name", "SULASTRI DEWI", "Akta 12", "rina")])
    assert draft.biodata == RESIDENT
    assert changed.biodata == replace(RESIDENT, name="SULASTRI DEWI")
    assert changed.original == RESIDENT


def test_a_draft_without_a_beginning_is_unreadable():
    with pytest.raises(Problem, match="event_unreadable"):
        fold([Consented(1, "rina")])
    with pytest.raises(Problem, match="event_unreadable"):
        fold([BEGUN, BEGUN])


def test_events_survive_their_wire_form():
    events = [*whole_recording(), FieldCorrected(1, "rt", "003", "KK", "rina"), Consented(9, "rina")]
    assert [decode_event(encode_event(event)) for event in events] == events


def test_bytes_that_are_no_event_are_named():
    with pytest.raises(Problem, match="event_unreadable"):
        decode_event(b"\x00garbage")


def test_a_finished_draft_becomes_the_content_of_a_packet():
    events = whole_recording()
    events.insert(1, FieldCorrected(150, "rt", "004", "KK 1502010101100001", "rina"))
    recording = to_recording(fold([*events, Consented(400, "rina")]))
    assert recording.biodata.rt == "004"
    assert recording.original == RESIDENT
    assert len(recording.samples) == 14
    assert recording.missing == ()
    assert (recording.started_at, recording.consented_at) == (100, 400)
    assert recording.notes == ("corrected rt: KK 1502010101100001",)


def test_exceptions_and_weak_items_stand_in_the_content():
    hand = ITEMS_OF[Step.LEFT_FOUR]
    events = [BEGUN, StepConfirmed(1, Step.BIODATA, "rina")]
    for step in list(Step)[1:-1]:
        for item in ITEMS_OF[step]:
            if item in hand:
                events.append(ItemExcepted(2, item, ExceptionReason.MISSING, "rina", None))
            elif item is Item.RIGHT_INDEX:
                events += [shot(item, quality) for quality in (11, 31, 21)]
            elif item is Item.LEFT_IRIS:
                events.append(ItemExcepted(2, item, ExceptionReason.UNREADABLE, "rina", "budi"))
            else:
                events.append(shot(item, 70))
        events.append(StepConfirmed(3, step, "rina"))
    recording = to_recording(fold([*events, Consented(9, "rina")]))
    assert len(recording.samples) == 9
    assert {int(missing.place) for missing in recording.missing if missing.modality.value == "finger"} == {
        7,
        8,
        9,
        10,
    }
    assert recording.supervisor == "budi"
    assert recording.original is None
    assert recording.notes == ("best of 3: finger.2 quality 31",)


def test_nothing_is_sealed_without_consent():
    with pytest.raises(Problem, match="consent_needed"):
        to_recording(fold(whole_recording()))
