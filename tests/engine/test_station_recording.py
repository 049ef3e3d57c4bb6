"""One recording at the counter, without pages: find, capture, except, consent, seal."""

import hashlib
import threading

import pytest
from station_counter import START, make_counter, resident

from rekam.biometric import ExceptionReason, Modality
from rekam.biometric.drawn import signature
from rekam.edge.store.packet_files import PacketFiles
from rekam.packet import START as CHAIN_START
from rekam.packet import check_chain, decode_recording, open_packet, read_manifest
from rekam.problem import Problem
from rekam.recording import ITEMS_OF, Item, ItemState, Step, item_state, next_step
from rekam.station.use.draft import cancel, open_drafts
from rekam.station.use.sign_in import account_of, sign_in

WOMAN, SECOND = resident(1).nik, resident(2).nik


@pytest.fixture
def counter(tmp_path):
    return make_counter(tmp_path)


@pytest.fixture
def station(counter):
    opened = counter.open()
    yield opened
    opened.close()


@pytest.fixture
def operator(counter, station):
    return counter.operator(station)


def opened(counter, station, packet_id):
    """The recording as the centre reads it."""
    line = station.store.outbox.line(packet_id)
    manifest = read_manifest(line.manifest, lambda _station: station.signer.verifier)
    return decode_recording(open_packet(manifest, station.store.files.get(packet_id), counter.opener))


def test_a_whole_recording_reaches_the_centre_as_it_was_captured(counter, station, operator):
    sealed = operator.record(WOMAN, signature(1, "SULASTRI"))
    recording = opened(counter, station, sealed.packet_id)
    assert recording.biodata == resident(1)
    assert recording.original is None
    assert len(recording.samples) == 14
    assert {sample.media_type for sample in recording.samples} == {"image/x-wsq", "image/jp2", "image/png"}
    assert (recording.operator, recording.station) == ("rina", "JANGKAT-1")
    assert START < recording.started_at < recording.consented_at


def test_after_sealing_the_station_holds_neither_draft_nor_key(counter, station, operator):
    operator.record(WOMAN, signature(1, "SULASTRI"))
    assert station.store.drafts.open_lines() == []
    assert list((counter.folder / "station" / "drafts").iterdir()) == []
    assert station.store.database.all("draft_events", "x") == []


def test_packets_are_numbered_without_gaps_and_chained(station, operator):
    for number in range(1, 4):
        operator.record(resident(number).nik, signature(number, "SULASTRI"))
    lines = sorted(station.store.outbox.latest(10), key=lambda line: line.sequence)
    manifests = [read_manifest(line.manifest, lambda _: station.signer.verifier) for line in lines]
    assert [manifest.sequence for manifest in manifests] == [1, 2, 3]
    assert manifests[0].previous == CHAIN_START
    report = check_chain(manifests)
    assert (report.gaps, report.breaks, report.forks) == ((), (), ())


def test_two_operators_sealing_at_once_get_two_numbers(counter, station):
    sealed = []
    operators = [counter.operator(station, name) for name in ("rina", "budi")]

    def work(operator, number):
        sealed.append(operator.record(resident(number).nik, signature(number, "SULASTRI")))

    threads = [threading.Thread(target=work, args=(one, number)) for number, one in enumerate(operators, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.sequence for one in sealed) == [1, 2]


def test_the_receipt_code_leads_to_the_line(station, operator):
    sealed = operator.record(WOMAN, signature(1, "SULASTRI"))
    line = station.store.outbox.by_code(sealed.code)
    assert line is not None
    assert (line.packet_id, line.state, line.sequence) == (sealed.packet_id, "sealed", 1)


def test_a_resident_is_not_recorded_twice_here(operator):
    sealed = operator.record(WOMAN, signature(1, "SULASTRI"))
    with pytest.raises(Problem) as caught:
        operator.begin(WOMAN)
    assert caught.value == Problem("station.already_recorded", receipt=sealed.code)


def test_beginning_again_continues_the_open_recording(counter, station, operator):
    operator.begin(WOMAN)
    operator.confirm(Step.BIODATA)
    operator.capture(Step.PHOTO)
    other = counter.operator(station, "budi")
    assert next_step(other.begin(WOMAN)) is Step.PHOTO
    assert other.draft_id == operator.draft_id
    assert len(open_drafts(station)) == 1


def test_a_nik_that_is_not_on_the_roster_is_explained(operator):
    with pytest.raises(Problem, match="not_on_roster"):
        operator.begin("1502014503879999")


def test_a_nik_that_does_not_fit_is_refused_by_name_and_may_come_back(tmp_path):
    counter = make_counter(tmp_path, residents=[resident(1, sex="L")])
    station = counter.open()
    operator = counter.operator(station)
    operator.begin(WOMAN)
    with pytest.raises(Problem, match="nik_sex_mismatch"):
        operator.confirm(Step.BIODATA)
    assert [problem.code for problem in operator.refuse()] == ["person.nik_sex_mismatch"]
    line = station.store.roster.resident(WOMAN)
    assert (line.state, line.reason) == ("refused", "person.nik_sex_mismatch")
    assert station.store.drafts.open_lines() == []
    assert station.store.journal.counts("2017-10-17")["refused"] == 1

    operator.begin(WOMAN)
    operator.correct("sex", "P", "Akta kelahiran 1502-LT-1987-0001")
    assert operator.obstacles() == []
    sealed = operator.record(WOMAN, signature(1, "SULASTRI"))
    recording = opened(counter, station, sealed.packet_id)
    assert recording.original == resident(1, sex="L")
    assert recording.biodata == resident(1)
    assert recording.notes == ("corrected sex: Akta kelahiran 1502-LT-1987-0001",)
    assert station.store.roster.resident(WOMAN).biodata.sex == "P"
    station.close()


def test_biodata_in_order_is_not_refused(operator):
    operator.begin(WOMAN)
    assert operator.refuse() == []
    assert operator.draft.biodata.nik == WOMAN


def test_the_best_of_three_is_taken_with_a_note(counter, station, operator):
    counter.bench.quality[Item.RIGHT_INDEX] = 31
    operator.begin(WOMAN)
    operator.confirm(Step.BIODATA)
    for step in (Step.PHOTO,):
        operator.capture_until_good(step)
    operator.sign(signature(1, "SULASTRI"))
    operator.confirm(Step.SIGNATURE)
    states = [item_state(operator.capture(Step.RIGHT_FOUR), Item.RIGHT_INDEX) for _ in range(3)]
    assert states == [ItemState.POOR, ItemState.POOR, ItemState.BEST_OF_SEVERAL]
    operator.confirm(Step.RIGHT_FOUR)
    recording = opened(counter, station, operator.record(WOMAN, signature(1, "SULASTRI")).packet_id)
    assert recording.notes == ("best of 3: finger.2 quality 31",)


def test_a_poor_finger_comes_with_advice(counter, operator):
    counter.bench.quality[Item.RIGHT_INDEX] = 12
    operator.begin(WOMAN)
    held = operator.capture(Step.RIGHT_FOUR).of(Item.RIGHT_INDEX)
    assert held.cause is not None
    assert "ulangi" in held.cause.advice.say()


def test_a_print_that_the_engine_cannot_read_is_kept_as_poor(counter, tmp_path):
    from rekam.station import StationConfig, StationOperator, open_station

    def unreadable(_image):
        raise Problem("recording.signature_empty")

    station = open_station(
        StationConfig(counter.folder / "station"),
        clock=counter.clock,
        bench=counter.bench,
        finger_quality=unreadable,
    )
    operator = StationOperator(station, account_of(station, "rina"))
    operator.begin(WOMAN)
    held = operator.capture(Step.THUMBS).of(Item.LEFT_THUMB)
    assert held.best is not None
    assert (held.best.quality, held.cause.value) == (0, "finger_unreadable")
    station.close()


def test_a_hand_without_fingers_is_recorded_with_its_exceptions(counter, station, operator):
    hand = [*ITEMS_OF[Step.LEFT_FOUR], Item.LEFT_THUMB]
    sealed = operator.record(WOMAN, signature(1, "SULASTRI"), excepted=[(hand, ExceptionReason.MISSING)])
    recording = opened(counter, station, sealed.packet_id)
    assert {int(missing.place) for missing in recording.missing} == {6, 7, 8, 9, 10}
    assert sum(sample.modality is Modality.FINGER for sample in recording.samples) == 5
    assert station.store.journal.counts("2017-10-17") == {"recorded": 1, "with_exception": 1}


def test_an_unreadable_finger_needs_a_supervisor_who_is_somebody_else(operator):
    operator.begin(WOMAN)
    item, reason = [Item.LEFT_INDEX], ExceptionReason.UNREADABLE
    for supervisor, code in [
        (None, "recording.supervisor_needed"),
        (("budi", "salah"), "station.supervisor_wrong"),
        (("rina", "rahasia"), "station.supervisor_is_operator"),
        (("jauh", "rahasia"), "station.supervisor_wrong"),
    ]:
        with pytest.raises(Problem) as caught:
            operator.except_item(item, reason, supervisor)
        assert caught.value.code == code
    draft = operator.except_item(item, reason, ("budi", "rahasia"))
    assert draft.of(Item.LEFT_INDEX).exemption.supervisor == "budi"


def test_a_device_that_fails_changes_nothing(counter, operator):
    operator.begin(WOMAN)
    before = operator.capture(Step.IRIS)
    counter.bench.problem = Problem("device.not_found")
    with pytest.raises(Problem, match="not_found"):
        operator.capture(Step.IRIS)
    assert operator.draft == before


def test_a_cancelled_recording_is_gone(counter, station, operator):
    operator.begin(WOMAN)
    operator.capture(Step.PHOTO)
    draft_id = operator.draft_id
    cancel(station, operator.account, draft_id)
    with pytest.raises(Problem, match="draft_gone"):
        station.store.drafts.read(draft_id)
    assert list((counter.folder / "station" / "drafts").iterdir()) == []


def test_consent_waits_for_every_step(operator):
    operator.begin(WOMAN)
    with pytest.raises(Problem) as caught:
        operator.consent()
    assert caught.value == Problem("recording.step_not_reached", step=1)


def test_every_act_has_its_line_in_the_journal_and_none_names_the_resident(station, operator):
    operator.record(WOMAN, signature(1, "SULASTRI"))
    lines = station.store.journal.after(0)
    acts = [line.act for line in lines]
    assert acts.count("step_confirmed") == 7
    assert {"draft_begun", "items_captured", "consented", "sealed"} <= set(acts)
    text = repr(lines)
    assert WOMAN not in text
    assert "SULASTRI" not in text


# after a power cut


def agreed_but_not_sealed(counter):
    """A station whose resident agreed when the power went."""
    station = counter.open()
    operator = counter.operator(station)
    operator.begin(WOMAN)
    for step in list(Step)[:-1]:
        if step is Step.SIGNATURE:
            operator.sign(signature(1, "SULASTRI"))
        elif step is not Step.BIODATA:
            operator.capture(step)
        operator.confirm(step)
    operator.consent()
    station.store.close()


def test_what_was_agreed_is_sealed_at_the_next_start(counter):
    agreed_but_not_sealed(counter)
    station = counter.open()
    line = station.store.outbox.latest(1)[0]
    assert len(opened(counter, station, line.packet_id).samples) == 14
    assert [one.subject for one in station.store.journal.of("sealing_resumed")] == [line.code]
    station.close()


def test_a_full_disk_at_the_start_leaves_the_agreed_recording_open(counter, monkeypatch):
    agreed_but_not_sealed(counter)

    def full(_files, _packet_id, _body):
        raise Problem("delivery.no_space", path="packets")

    monkeypatch.setattr(PacketFiles, "put", full)
    station = counter.open()
    assert station.store.outbox.latest(1) == []
    assert [one.step for one in open_drafts(station)] == [Step.REVIEW]
    monkeypatch.undo()
    operator = counter.operator(station)
    operator.begin(WOMAN)
    operator.consent()
    assert operator.seal().sequence == 1
    assert len(list(station.store.files.ids())) == 1
    station.close()


def test_a_body_that_no_line_names_is_kept_and_reported(counter):
    station = counter.open()
    body = b"from a disk that was put back"
    packet_id = hashlib.sha256(body).digest()
    station.store.files.put(packet_id, body)
    station.close()
    again = counter.open()
    assert again.store.unknown_bodies() == [packet_id]
    assert again.store.files.get(packet_id) == body
    assert len(again.store.journal.of("unknown_bodies")) == 1
    again.close()


# signing in


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("rina", "salah", "account.wrong_password"),
        ("siapa", "rahasia", "account.wrong_password"),
        ("lama", "rahasia", "account.expired"),
        ("cabut", "rahasia", "account.revoked"),
        ("jauh", "rahasia", "account.not_permitted"),
    ],
)
def test_who_may_not_sign_in_hears_why(station, name, password, code):
    with pytest.raises(Problem) as caught:
        sign_in(station, name, password)
    assert caught.value.code == code


def test_wrong_passwords_make_the_next_try_wait(counter, station):
    for _ in range(5):
        with pytest.raises(Problem, match="wrong_password"):
            sign_in(station, "rina", "salah")
    with pytest.raises(Problem, match="too_many_tries"):
        sign_in(station, "rina", "rahasia")
    counter.clock.now += 60
    assert sign_in(station, "rina", "rahasia").full_name == "Rina Marlina"


def test_an_account_that_runs_out_is_signed_out(station):
    assert account_of(station, "rina") is not None
    assert account_of(station, "lama") is None


# power


def test_a_start_after_a_crash_notes_how_long_the_power_was_gone(counter):
    station = counter.open()
    station.heartbeat.beat(START + 100)
    station.store.close()  # the plug is pulled: nothing says goodbye
    counter.clock.now = START + 700
    again = counter.open()
    assert again.power_gap is not None
    assert 600 <= again.power_gap.until - again.power_gap.since <= 610
    assert [line.act for line in again.store.journal.of("power_gap")] == ["power_gap"]
    again.close()
    assert counter.open().power_gap is None
