"""What a broker may do to us: messages again, lines that break, a process that is killed, several at a time."""

import json
import logging

import pytest
from mosip_bed import NOW, SHARE, Bed, cbeff, identify, insert, request

from rekam.console.abis_mosip import MosipOptions, serve_mosip
from rekam.edge.wire.stomp import StompLine
from rekam.edge.wire.stomp.broker import StompBroker
from rekam.engine.mosip.adapter import MosipAbis
from rekam.engine.mosip.running import run
from rekam.engine.mosip.stomp_queue import StompQueue
from rekam.problem import Problem

DOCUMENTS = {SHARE + "a": cbeff(1, 0), SHARE + "a2": cbeff(1, 1)}


@pytest.fixture
def bed(tmp_path):
    bed = Bed(tmp_path / "engine", DOCUMENTS)
    yield bed
    bed.service.close()


def values(answers):
    return [one["returnValue"] for one in answers]


def test_a_request_that_comes_again_is_not_done_again_and_gets_its_answer(bed):
    first = bed.say(insert(1, "a"))
    deleted = bed.say(request("delete", 2, referenceId="a"))

    assert bed.say(insert(1, "a")) == first
    assert bed.say(request("delete", 2, referenceId="a")) == deleted
    assert bed.say({**insert(1, "a"), "requesttime": "2017-10-17T09:00:00.000Z"}) == first
    assert bed.share.fetched == [SHARE + "a"]
    assert bed.say(request("referenceCount", 3))["count"] == "0"


def test_the_name_of_a_request_cannot_be_used_for_another(bed):
    bed.say(insert(1, "a"))

    answer = bed.say(insert(1, "a2"))

    assert (answer["returnValue"], answer["failureReason"]) == ("2", "4")
    assert bed.say(request("referenceCount", 2))["count"] == "1"


def test_every_insert_before_an_identify_is_searched_by_it(bed):
    for message in (
        insert(1, "a"),
        insert(2, "a2"),
        identify(3, "a2"),
        request("delete", 4, referenceId="a"),
    ):
        bed.put(message)
    bed.put(identify(5, "a2"))
    bed.work()

    answers = bed.answers()

    assert [one["requestId"][-1] for one in answers] == ["1", "2", "3", "4", "5"]
    counts = [one["candidateList"]["count"] for one in answers if "candidateList" in one]
    assert counts == ["1", "0"]


def test_an_answer_goes_out_in_the_kind_its_request_came_in(bed):
    for is_text in (True, False):
        bed.put(request("ping", 1), is_text=is_text)
        bed.put(insert(2 + is_text, "a"), is_text=is_text)
    bed.work()

    assert len(bed.queue.kinds) == 4
    assert bed.queue.kinds.count(True) == 2


@pytest.mark.parametrize("fails_at", range(1, 7))
def test_a_line_that_breaks_anywhere_loses_nothing_and_does_nothing_twice(bed, fails_at):
    for message in (insert(1, "a"), insert(2, "a2"), identify(3, "a2")):
        bed.put(message)
    seen, calls = [], 0

    def fragile():
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise Problem("mosip.queue_failed", reason="cut")

    bed.queue._perhaps_fail = fragile
    for _ in range(10):
        try:
            bed.work()
            break
        except Problem as problem:
            if problem.code != "mosip.queue_failed":
                raise
            bed.restart()
    seen = bed.answers()

    last = {one["requestId"]: one for one in seen}
    assert values(last.values()) == ["1", "1", "1"]
    assert [one["returnValue"] for one in seen] == ["1"] * len(seen)
    assert last[identify(3, "a2")["requestId"]]["candidateList"]["count"] == "1"
    assert bed.say(request("referenceCount", 9))["count"] == "2"


def test_a_job_that_was_taken_over_is_done_after_a_restart(bed):
    bed.put(insert(1, "a"))
    bed.put(insert(2, "a2"))
    bed.put(request("pendingJobs", 3))
    assert bed.abis.turn()
    assert [one["id"].rpartition(".")[2] for one in bed.answers()] == ["pendingJobs", "insert"]

    bed.restart()
    bed.work()

    (answer,) = bed.answers()
    assert answer["requestId"] == insert(2, "a2")["requestId"]
    assert answer["returnValue"] == "1"


def test_a_full_disk_is_no_answer(bed, monkeypatch):
    bed.put(insert(1, "a"))

    def full(*_):
        raise Problem("delivery.no_space", path="engine")

    with monkeypatch.context() as patch:
        patch.setattr(bed.service.encounters, "add", full)
        with pytest.raises(Problem, match="no_space"):
            bed.work()
    assert bed.answers() == []

    bed.restart()
    bed.work()
    assert values(bed.answers()) == ["1"]


def test_a_mistake_of_ours_is_answered_and_told_in_the_log(bed, monkeypatch, caplog):
    monkeypatch.setattr(bed.share, "fetch", lambda url: 1 / 0)
    with caplog.at_level(logging.ERROR, logger="rekam.engine.mosip"):
        answer = bed.say(insert(1, "a"))

    assert (answer["returnValue"], answer["failureReason"]) == ("2", "3")
    assert "ZeroDivisionError" in caplog.text
    assert bed.say(request("ping", 2))["returnValue"] == "1"


def test_answers_are_kept_a_month(bed):
    bed.say(insert(1, "a"))
    for days, known in ((29, True), (31, False)):
        MosipAbis(bed.service, bed.share, bed.queue, lambda days=days: NOW + days * 86_400)
        assert (bed.abis._journal.of(insert(1, "a")["requestId"]) is not None) is known


@pytest.fixture
def broker():
    broker = StompBroker()
    yield broker
    broker.close()


def connected(broker):
    return StompQueue(StompLine(broker.address), "mosip-to-abis", "abis-to-mosip")


def test_the_whole_way_over_a_broker(bed, broker):
    for message in (insert(1, "a"), insert(2, "a2")):
        broker.put("mosip-to-abis", json.dumps(message).encode())
    broker.put("mosip-to-abis", json.dumps(identify(3, "a2")).encode(), is_text=False)
    run(
        bed.service,
        bed.share,
        lambda: connected(broker),
        now=lambda: NOW,
        sleep=pytest.fail,
        until_empty=True,
    )

    came = [broker.get("abis-to-mosip") for _ in range(3)]
    answers = [json.loads(body) for body, _ in came]
    assert values(answers) == ["1", "1", "1"]
    assert [is_text for _, is_text in came] == [True, True, False]
    assert answers[2]["candidateList"]["count"] == "1"
    assert not broker.queue("mosip-to-abis").waiting


def test_a_lost_broker_is_asked_again_after_growing_pauses(bed):
    naps = []

    class StopError(Exception):
        pass

    def nap(seconds):
        naps.append(seconds)
        if len(naps) == 6:
            raise StopError

    def away():
        raise Problem("mosip.queue_failed", reason="refused")

    with pytest.raises(StopError):
        run(bed.service, bed.share, away, now=lambda: NOW, sleep=nap)
    assert naps == [1.0, 2.0, 5.0, 15.0, 15.0, 15.0]


def test_what_was_not_acknowledged_is_delivered_again(broker):
    broker.put("mosip-to-abis", b"{}")
    first = connected(broker)
    assert first.take(10.0).body == b"{}"
    broker.cut()
    first.close()

    second = connected(broker)
    delivery = second.take(10.0)

    assert delivery.body == b"{}"
    second.done(delivery)
    second.send(b"answer", is_text=True)  # its receipt comes after the acknowledgement was read
    second.close()
    assert broker.get("abis-to-mosip") == (b"answer", True)
    assert not broker.queue("mosip-to-abis").waiting


@pytest.mark.parametrize("address", ["http://a:1", "stomp://", "stomp://a", "a:61613", "stomp://a:b"])
def test_an_address_that_is_none_is_named(address):
    with pytest.raises(Problem, match="queue_address"):
        StompLine(address)


def test_a_password_in_an_address_is_refused_and_not_repeated():
    with pytest.raises(Problem) as refused:
        StompLine("stomp://admin:secret@127.0.0.1:61613")

    assert refused.value.details == {"address": "127.0.0.1:61613"}


def options(folder, **more):
    usual = {
        "queue": "stomp://127.0.0.1:1",
        "inbound": "mosip-to-abis",
        "outbound": "abis-to-mosip",
        "shares": ("https://api.example",),
        "key": None,
        "manager": "",
        "client": "",
        "faces": False,
        "once": True,
    }
    return MosipOptions(folder=folder / "engine", **(usual | more))


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"shares": ()}, "command.bad_option"),
        ({"shares": ("api.example",)}, "command.bad_option"),
        ({"manager": "https://[::1"}, "command.bad_option"),
        ({"queue": "amqp://a:5672"}, "mosip.queue_address"),
        ({}, "mosip.queue_failed"),
    ],
)
def test_what_the_command_is_told_wrong_is_named(tmp_path, capsys, more, code):
    with pytest.raises(Problem, match=code):
        serve_mosip(options(tmp_path, **more), {})


def test_the_command_answers_what_waits_and_ends(tmp_path, broker, capsys):
    broker.put("mosip-to-abis", json.dumps(request("ping", 1)).encode())

    assert serve_mosip(options(tmp_path, queue=broker.address), {}) == 0

    assert json.loads(broker.get("abis-to-mosip")[0])["returnValue"] == "1"
    assert capsys.readouterr().out.startswith("MOSIP ABIS 0.9 · stomp://127.0.0.1:")
