"""Two stations of one office: one queue, nobody begun twice, and each works alone when the other is silent."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from sibling_bed import DAY, SECRET, make_pair, met, patient, rina

from rekam.edge.key import KeyFolder, import_public
from rekam.edge.wire.refusal import HEADER
from rekam.edge.wire.serving import bind
from rekam.fault.bed.counter import SIGNATURE, absent_centre, make_counter, resident
from rekam.packet.sibling import SiblingQuestion, read_word, sign_question
from rekam.problem import Problem
from rekam.station.sibling.door import SIBLING_PATH
from rekam.station.use.draft import cancel
from rekam.station.use.queue import take_number
from rekam.station.use.shared_queue import call_next_of_office, called_here, move_next_door, turns

SILENT_2 = Problem("station.sibling_silent", station="ST-2", letter="A")


@pytest.fixture(scope="module")
def provisioned(tmp_path_factory):
    return make_pair(tmp_path_factory.mktemp("office"))


@pytest.fixture
def pair(provisioned, tmp_path):
    return provisioned.copy_to(tmp_path)


@pytest.fixture
def one(pair):
    with pair.at_work("ST-1") as station:
        yield station


@pytest.fixture
def two(pair):
    with pair.at_work("ST-2") as station:
        yield station


def question(**changes):
    fields = {"station": "ST-2", "to": "ST-1", "nonce": b"n" * 16, "serial": 1, "sent_at": 1_508_205_600}
    return SiblingQuestion(**{**fields, **changes})


def refused_by(station, signed):
    """What a station answers over its own listener to bytes from outside."""
    url = f"http://{station.papers.office.listen}{SIBLING_PATH}"
    answer = httpx.post(url, content=signed, headers={"content-type": "application/cose"}, trust_env=False)
    assert (answer.status_code == 200) is (HEADER not in answer.headers)
    return answer.headers.get(HEADER)


def states(station):
    return {number.number: number.state for number in station.store.queue.numbers(DAY)}


def test_the_oldest_of_both_queues_is_next_and_special_needs_go_first(pair, one, two):
    for at, (station, name, need) in enumerate(
        [(one, "Asep", ""), (two, "Dewi", ""), (one, "Ujang", ""), (two, "Nenek Ijah", "elderly")]
    ):
        for clock in pair.clocks.values():
            clock.now += at
        take_number(station, rina(station), name, need)
    met(one, two)
    assert [turn.label for turn in turns(one)] == ["B2", "A1", "B1", "A2"]
    assert [turn.label for turn in turns(two)] == ["B2", "A1", "B1", "A2"]
    # The two counters call by turns, neither having looked at the other in between.
    counters = (one, two, one, two)
    assert [call_next_of_office(station, rina(station)).label for station in counters] == [
        "B2",
        "A1",
        "B1",
        "A2",
    ]
    with pytest.raises(Problem, match="queue_empty"):
        call_next_of_office(one, rina(one))
    assert {**states(one), **{-number: state for number, state in states(two).items()}} == {
        1: "called", 2: "called", -1: "called", -2: "called",
    }  # fmt: skip


def test_a_number_called_from_next_door_is_ended_there_and_only_by_who_called_it(one, two):
    take_number(two, rina(two), "Dewi", "")
    met(one, two)
    assert call_next_of_office(one, rina(one)).label == "B1"
    one.siblings.ask_all()
    assert [turn.label for turn in called_here(one)] == ["B1"]
    assert called_here(two) == []
    move_next_door(one, rina(one), "B", 1, "kembali")
    assert states(two) == {1: "waiting"}
    assert call_next_of_office(two, rina(two)).label == "B1"
    with pytest.raises(Problem) as caught:
        move_next_door(one, rina(one), "B", 1, "selesai")
    assert caught.value == Problem("station.queue_moved", number="B1")
    assert states(two) == {1: "called"}


def test_what_was_called_next_door_is_still_so_after_both_start_again(pair):
    with pair.at_work("ST-1") as one, pair.at_work("ST-2") as two:
        take_number(two, rina(two), "Dewi", "")
        met(one, two)
        call_next_of_office(one, rina(one))
    with pair.at_work("ST-1") as one, pair.at_work("ST-2") as two:
        one.siblings.ask_all()
        assert [turn.label for turn in called_here(one)] == ["B1"]
        move_next_door(one, rina(one), "B", 1, "selesai")
        assert states(two) == {1: "done"}


def test_a_silent_sibling_stops_nobody_and_the_page_has_the_words(pair, one):
    with pair.at_work("ST-2") as two:
        take_number(two, rina(two), "Dewi", "")
        one.siblings.ask_all()
        assert one.siblings.problems() == []
    take_number(one, rina(one), "Asep", "")
    assert call_next_of_office(one, rina(one)).label == "A1"
    assert one.siblings.problems() == [SILENT_2]
    assert "berawalan A" in SILENT_2.say()
    pair.counters["ST-1"].operator(one).begin(resident(1).nik)
    with pair.at_work("ST-2"):
        one.siblings.ask_all()
        assert one.siblings.problems() == []


def test_nobody_is_begun_or_recorded_at_both(pair, one, two):
    first, second = pair.counters["ST-1"].operator(one), pair.counters["ST-2"].operator(two)
    met(one, two)
    first.begin(resident(1).nik)
    with pytest.raises(Problem) as caught:
        second.begin(resident(1).nik)
    assert caught.value == Problem("station.begun_next_door", station="ST-1")
    # The way out that the sentence names.
    cancel(one, rina(one), first.draft_id)
    second.record(resident(1).nik, SIGNATURE)
    with pytest.raises(Problem) as caught:
        first.begin(resident(1).nik)
    assert caught.value == Problem("station.recorded_next_door", station="ST-2")
    # Somebody else is free, and an own draft is continued whatever the other says.
    assert first.begin(resident(2).nik) == first.begin(resident(2).nik)


def test_no_name_no_nik_and_no_key_goes_next_door(pair, one, two):
    take_number(two, rina(two), resident(3).nik, "")
    pair.counters["ST-2"].operator(two).begin(resident(4).nik)
    asked = question(station="ST-1", to="ST-2")
    signed = two.siblings.door.answer(sign_question(asked, one.signer))
    for hidden in (3, 4):
        assert resident(hidden).nik.encode() not in signed
        assert resident(hidden).name.encode() not in signed
    word = read_word(signed, import_public(pair.publics["ST-2"]), question=asked)
    assert [number.number for number in word.numbers] == [1]
    assert len(word.taken) == 1
    files = {
        name: {path.name for path in (pair.counters[name].folder / "keys").iterdir()}
        for name in pair.counters
    }
    assert files["ST-1"] == files["ST-2"]
    own = [KeyFolder(pair.counters[name].folder / "keys").signer("station").key_id for name in pair.counters]
    assert own[0] != own[1]
    assert SECRET not in signed


def test_forged_foreign_old_and_replayed_questions_are_refused_by_name(tmp_path, one, two):
    stranger = KeyFolder(tmp_path / "stranger").create_signer("station")
    good = sign_question(question(serial=50), two.signer)
    assert refused_by(one, good) is None
    # After the good one a lower serial is an old one, too.
    expected = {
        "packet.sibling_replayed": [good, sign_question(question(serial=49), two.signer)],
        "packet.key_unknown": [sign_question(question(serial=60), stranger)],
        "packet.station_unknown": [sign_question(question(serial=60, station="ST-9"), two.signer)],
        "packet.sibling_other_station": [sign_question(question(serial=60, to="ST-3"), two.signer)],
        "packet.signature_bad": [good[:-1] + bytes([good[-1] ^ 1])],
        "packet.envelope_unreadable": [b"", b"\xd2\x00"],
        "station.sibling_clock": [
            sign_question(question(serial=60, sent_at=question().sent_at + away), two.signer)
            for away in (-301, 301)
        ],
        "packet.sibling_unreadable": [sign_question(question(serial=61, number=1, act="hapus"), two.signer)],
        "delivery.too_large": [bytes(1_025)],
    }
    found = {code: [refused_by(one, signed) for signed in tried] for code, tried in expected.items()}

    assert found == {code: [code] * len(tried) for code, tried in expected.items()}


def test_a_move_replayed_after_a_restart_is_still_old(pair, two):
    call = sign_question(question(serial=7, number=1, act="panggil"), two.signer)
    with pair.at_work("ST-1") as one:
        take_number(one, rina(one), "Asep", "")
        one.siblings.door.answer(call)
        one.siblings.door.answer(sign_question(question(serial=8, number=1, act="kembali"), two.signer))
    with pair.at_work("ST-1") as one:
        with pytest.raises(Problem, match="sibling_replayed"):
            one.siblings.door.answer(call)
        assert states(one) == {1: "waiting"}


def test_an_answer_of_somebody_else_is_not_believed(pair, one, two):
    take_number(two, rina(two), "Dewi", "")
    asked = question(station="ST-1", to="ST-2", nonce=b"a" * 16)
    signed = two.siblings.door.answer(sign_question(asked, one.signer))
    key = import_public(pair.publics["ST-2"])
    with pytest.raises(Problem, match="sibling_other_question"):
        read_word(signed, key, question=question(station="ST-1", to="ST-2", nonce=b"b" * 16))
    with pytest.raises(Problem, match="key_unknown"):
        read_word(signed, import_public(pair.publics["ST-1"]), question=asked)
    with pytest.raises(Problem, match="message_type"):
        read_word(sign_question(asked, two.signer), key, question=asked)


def test_a_station_alone_has_no_listener(tmp_path):
    counter, _ = make_counter(tmp_path / "alone", absent_centre(tmp_path / "centre")[1])
    station = counter.open()
    try:
        assert station.siblings is None
        take_number(station, rina(station), "Asep", "")
        assert call_next_of_office(station, rina(station)).label == "1"
    finally:
        station.close()


def test_an_address_that_is_taken_is_told_and_tried_again(pair, one):
    other = patient(pair.counters["ST-2"].open())
    listen = other.papers.office.listen
    try:
        host, port = listen.split(":")
        with bind(int(port), host):
            other.siblings.listen()
            assert Problem("station.sibling_listener", address=listen) in other.siblings.problems()
        other.siblings.listen()
        other.siblings.ask_all()
        assert other.siblings.problems() == []
    finally:
        other.close()


def test_two_counters_that_call_at_the_same_time_never_call_one_number_twice(one, two):
    for name in ("Asep", "Ujang", "Dewi", "Wati", "Tono", "Rini"):
        for station in (one, two):
            take_number(station, rina(station), name, "")
    met(one, two)

    def call_all(station):
        labels = []
        try:
            while True:
                labels.append(call_next_of_office(station, rina(station)).label)
        except Problem as problem:
            return labels, problem.code

    with ThreadPoolExecutor() as pool:
        (first, end), (second, other_end) = pool.map(call_all, (one, two))
    waiting = [turn.label for turn in (met(one), turns(one))[1]]
    assert (end, other_end) == ("station.queue_empty", "station.queue_empty")
    assert sorted(first + second + waiting) == sorted(f"{letter}{n}" for letter in "AB" for n in range(1, 7))
