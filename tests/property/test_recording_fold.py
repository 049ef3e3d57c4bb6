"""What holds for every order in which an operator can do things."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rekam.biometric import ExceptionReason
from rekam.person.biodata import Biodata
from rekam.recording import (
    ITEMS_OF,
    Begun,
    Consented,
    ExceptionLifted,
    Item,
    ItemCaptured,
    ItemDiscarded,
    ItemExcepted,
    ItemState,
    Step,
    StepConfirmed,
    decode_event,
    encode_event,
    fold,
    item_state,
    may_go_on,
    next_step,
    open_items,
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

ITEMS = st.sampled_from(Item)
QUALITIES = st.integers(0, 100)
EVENTS = st.lists(
    st.one_of(
        st.builds(
            ItemCaptured,
            st.integers(0, 9),
            ITEMS,
            st.just("image/jp2"),
            st.binary(max_size=4),
            QUALITIES,
            st.none(),
        ),
        st.builds(ItemDiscarded, st.integers(0, 9), ITEMS, st.just("rina")),
        st.builds(
            ItemExcepted,
            st.integers(0, 9),
            ITEMS,
            st.sampled_from(ExceptionReason),
            st.just("rina"),
            st.none(),
        ),
        st.builds(ExceptionLifted, st.integers(0, 9), ITEMS, st.just("rina")),
        st.builds(StepConfirmed, st.integers(0, 9), st.sampled_from(Step), st.just("rina")),
        st.builds(Consented, st.integers(0, 9), st.just("rina")),
    ),
    max_size=40,
)


@given(EVENTS)
def test_a_draft_read_back_from_its_wire_form_is_the_same_draft(events):
    history = [BEGUN, *events]
    assert fold([decode_event(encode_event(event)) for event in history]) == fold(history)


@given(EVENTS)
def test_the_number_of_the_draft_is_the_number_of_its_events(events):
    assert fold([BEGUN, *events]).last == len(events) + 1


@given(EVENTS, ITEMS, QUALITIES)
def test_one_more_capture_never_makes_the_kept_one_worse(events, item, quality):
    before = fold([BEGUN, *events]).of(item)
    shot = ItemCaptured(9, item, "image/jp2", b"new", quality, None)
    after = fold([BEGUN, *events, shot]).of(item)
    assert after.best is not None
    assert after.attempts == before.attempts + 1
    assert after.best.quality == max(quality, before.best.quality if before.best else 0)


@given(EVENTS)
def test_a_step_is_open_exactly_when_one_of_its_items_is(events):
    draft = fold([BEGUN, *events])
    for step in Step:
        if step is not Step.REVIEW:
            done = {ItemState.GOOD, ItemState.BEST_OF_SEVERAL, ItemState.EXCEPTED}
            assert may_go_on(draft, step) is all(item_state(draft, item) in done for item in ITEMS_OF[step])
            assert may_go_on(draft, step) is not bool(open_items(draft, step))


@given(EVENTS)
def test_every_step_before_the_next_one_is_confirmed(events):
    draft = fold([BEGUN, *events])
    assert all(step in draft.confirmed for step in Step if step < next_step(draft))


@given(EVENTS)
def test_consent_holds_only_until_the_next_change_of_content(events):
    draft = fold([BEGUN, *events])
    changes = [n for n, event in enumerate(events) if not isinstance(event, StepConfirmed | Consented)]
    consents = [n for n, event in enumerate(events) if isinstance(event, Consented)]
    valid = bool(consents) and (not changes or max(consents) > max(changes))
    assert (draft.consented_at is not None) is valid
