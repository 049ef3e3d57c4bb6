"""What the text of the API and the compliance toolkit ask of an ABIS, message by message, on drawn people."""

import pytest
from mosip_bed import EYE, FINGER, SHARE, Bed, cbeff, check_answer, identify, insert, misfits, request

from rekam.biometric.interchange.cbeff import Bir, Cbeff
from rekam.problem import Problem


@pytest.fixture
def bed(tmp_path):
    bed = Bed(
        tmp_path / "engine", {SHARE + "a": cbeff(1, 0), SHARE + "a2": cbeff(1, 1), SHARE + "b": cbeff(2, 0)}
    )
    yield bed
    bed.service.close()


@pytest.fixture(scope="module")
def calm(tmp_path_factory):
    """For messages that change nothing: holds one reference, ``known``."""
    bed = Bed(
        tmp_path_factory.mktemp("mosip") / "engine", {SHARE + "a": cbeff(1, 0), SHARE + "known": cbeff(2, 0)}
    )
    assert bed.say(insert(1_000, "known"))["returnValue"] == "1"
    yield bed
    bed.service.close()


@pytest.fixture
def number(calm):
    calm.numbers = getattr(calm, "numbers", 0) + 1
    return calm.numbers


def without(message, key):
    return {name: value for name, value in message.items() if name != key}


def reason(answer):
    assert answer["returnValue"] == "2"
    return answer["failureReason"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("id", "14"),
        ("version", "13"),
        ("requestId", "6"),
        ("requesttime", "9"),
        ("referenceId", "5"),
        ("referenceURL", "8"),
    ],
)
@pytest.mark.parametrize("gone", [without, lambda m, key: {**m, key: None}], ids=["absent", "null"])
def test_an_insert_that_lacks_something_is_refused_with_its_reason(calm, number, key, expected, gone):
    assert reason(calm.say(gone(insert(number, "a"), key))) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [("id", "14"), ("version", "13"), ("requestId", "6"), ("requesttime", "9"), ("referenceURL", "8")],
)
def test_what_is_empty_is_missing(calm, number, key, expected):
    assert reason(calm.say({**insert(number, "a"), key: ""})) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"newUnknownValue": "x"}, "4"),
        ({"version": "2.0"}, "13"),
        ({"id": "mosip.abis.enrol"}, "14"),
        ({"requesttime": "17-10-2017 02:03"}, "15"),
        ({"requesttime": "2017-13-17T02:03:04.567Z"}, "15"),
        ({"referenceURL": 5}, "8"),
    ],
)
def test_an_insert_with_something_wrong_is_refused_with_its_reason(calm, number, more, expected):
    assert reason(calm.say({**insert(number, "a"), **more})) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"referenceId": ""}, "5"),
        ({"newUnknownValue": "x"}, "4"),
        ({"gallery": {"references": []}}, "4"),
        ({"gallery": {"referenceIds": [{"referenceId": ""}]}}, "4"),
        ({"gallery": {"referenceIds": [{"referenceId": "nobody"}]}}, "12"),
        ({"flags": {"maxResults": "all"}}, "4"),
        ({"flags": {"maxResults": "0"}}, "4"),
        ({"flags": {"targetFPIR": "-30"}}, "4"),
        ({"flags": "none"}, "4"),
        ({"requestId": "", "referenceId": ""}, "6"),
        ({"referenceId": "nobody"}, "12"),
        ({"referenceId": "", "referenceURL": SHARE + "nothing"}, "7"),
    ],
)
def test_an_identify_with_something_wrong_is_refused_with_its_reason(calm, number, more, expected):
    assert reason(calm.say({**identify(number, "known"), **more})) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (None, "7"),
        (Problem("mosip.share_not_allowed", origin="http://127.0.0.1:22"), "7"),
        (Problem("mosip.share_expired"), "17"),
        (Problem("mosip.not_opened"), "11"),
        (b"no XML at all", "16"),
        (b"<!DOCTYPE BIR [<!ENTITY a 'b'>]><BIR>&a;</BIR>", "16"),
        (Cbeff(()).encode(), "11"),
        (Cbeff((Bir(type="Finger", subtype="Left Thumb"),)).encode(), "11"),
        (Cbeff((Bir(type="Iris", subtype="Left", bdb=b"noise"),)).encode(), "11"),
        (Cbeff((Bir(type="Face", bdb=b"\x89PNG"),)).encode(), "11"),
        (Cbeff((Bir(type="Iris", subtype="Left", bdb=b"\x89PNG torn"),)).encode(), "18"),
    ],
    ids=[
        "missing",
        "forbidden",
        "expired",
        "sealed",
        "text",
        "entity",
        "empty",
        "no-bdb",
        "noise",
        "face",
        "torn",
    ],
)
def test_biometrics_that_cannot_be_used_are_refused_with_their_reason(calm, number, document, expected):
    calm.share.documents.pop(SHARE + "x", None)
    if document is not None:
        calm.share.documents[SHARE + "x"] = document

    assert reason(calm.say(insert(number, "x"))) == expected
    assert calm.say(request("referenceCount", 0))["count"] == "1"


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"not JSON",
        b"[]",
        b"\xff\xfe",
        b'{"id": "mosip.abis.insert"',
        b"[" * 100_000,
        b"{" + b" " * 5_000_000,
    ],
)
def test_what_is_no_message_is_answered_and_stops_nobody(calm, message):
    answer = calm.say(message)

    assert (answer["id"], answer["requestId"], reason(answer)) == ("", "", "4")
    assert calm.say(request("ping", 0))["returnValue"] == "1"


def test_an_empty_reference_is_found_missing_only_after_its_biometrics_were_found(calm):
    assert reason(calm.say(insert(2_001, "", SHARE + "a"))) == "5"
    assert reason(calm.say(insert(2_002, "", SHARE + "nothing"))) == "7"


def test_a_reference_is_inserted_once_deleted_once_and_may_come_again(bed):
    assert bed.say(insert(1, "a"))["returnValue"] == "1"
    assert reason(bed.say(insert(2, "a"))) == "10"
    assert bed.say(request("delete", 3, referenceId="a"))["returnValue"] == "1"
    assert reason(bed.say(request("delete", 4, referenceId="a"))) == "12"
    assert bed.say(insert(5, "a"))["returnValue"] == "1"
    assert bed.say(request("referenceCount", 6))["count"] == "1"


def test_a_duplicate_is_found_with_evidence_for_each_modality_and_the_others_are_not(bed):
    bed.share.documents |= {
        SHARE + "c": cbeff(5, 0, fingers=FINGER),
        SHARE + "c2": cbeff(5, 1, fingers=FINGER),
    }
    for number, reference in enumerate(("a", "b", "c", "c2")):
        bed.say(insert(number, reference))

    answer = bed.say(identify(9, "c2"))

    assert answer["candidateList"]["count"] == "1"
    (found,) = answer["candidateList"]["candidates"]
    assert found["referenceId"] == "c"
    assert {one["biometricType"] for one in found["modalities"]} == {"FIR", "IIR"}
    scores = [float(one["analytics"]["internalScore"]) for one in found["modalities"]]
    assert sum(scores) == pytest.approx(float(found["analytics"]["internalScore"]), abs=0.02)
    assert 60 < int(found["analytics"]["confidence"]) <= 100  # the kit's threshold is 60


def test_the_gallery_and_the_flags_of_a_request_narrow_its_answer(bed):
    for number, reference in enumerate(("a", "a2", "b")):
        bed.say(insert(number, reference))
    flags = {"targetFPIR": "30", "maxResults": "1", "flag1": "", "flag2": ""}

    def found(number, *gallery, **more):
        message = identify(number, "a2", *gallery, **more)
        assert misfits("IdentifyRequestSchema", message) == []
        return [one["referenceId"] for one in bed.say(message)["candidateList"]["candidates"]]

    assert found(10) == ["a"]
    assert found(11, "b") == []
    assert found(12, "a", "b", "a2") == ["a"]
    assert found(13, "a2") == []
    assert found(14, flags=flags) == ["a"]
    assert found(15, "a", flags=flags) == ["a"]


def test_a_stricter_target_rate_asks_for_more_evidence(bed):
    """One eye is worth 18 nats at most: enough for one wrong candidate in 1 000 searches, not for one in 10^9."""
    for number, reference in enumerate(("a", "a2")):
        bed.say(insert(number, reference))

    loose = bed.say(identify(8, "a2", flags={"targetFPIR": "30"}))
    strict = bed.say(identify(9, "a2", flags={"targetFPIR": "90"}))

    assert (loose["candidateList"]["count"], strict["candidateList"]["count"]) == ("1", "0")


def test_somebody_who_was_never_inserted_is_searched_by_url_and_not_kept(bed):
    bed.say(insert(1, "a"))

    answer = bed.say(identify(2, "", referenceUrl=SHARE + "a2"))

    assert [one["referenceId"] for one in answer["candidateList"]["candidates"]] == ["a"]
    assert bed.say(request("referenceCount", 3))["count"] == "1"


def test_the_first_person_of_all_is_unique(bed):
    assert bed.say(identify(1, "", referenceURL=SHARE + "a"))["candidateList"] == {
        "count": "0",
        "candidates": [],
    }
    bed.say(insert(2, "a"))
    assert bed.say(identify(3, "a"))["candidateList"]["count"] == "0"


def test_one_damaged_picture_does_not_lose_the_others(bed):
    whole = cbeff(1, 0)
    damaged = (
        b"<BIR><BDBInfo><Type>Finger</Type><Subtype>Left Thumb</Subtype></BDBInfo><BDB>####</BDB></BIR></BIR>"
    )
    bed.share.documents[SHARE + "x"] = whole.replace(b"</BIR>\n</BIR>", b"</BIR>" + damaged)
    assert b"####" in bed.share.documents[SHARE + "x"]

    assert bed.say(insert(1, "x"))["returnValue"] == "1"
    kept = bed.service.read("x", "mosip")
    assert kept.said == {"unreadable": ["Finger Left Thumb"]}
    assert set(kept.template.irises) == set(EYE)


def test_the_probes_answer_at_once_and_count(bed):
    for number, reference in enumerate(("a", "b")):
        bed.put(insert(number, reference))
    bed.put(without(request("pendingJobs", 7), "version") | {"ver": "1.1"})
    bed.put(request("ping", 8))
    bed.put(request("referenceCount", 9))

    assert bed.abis.turn()
    answers = bed.answers()
    bed.work()
    later = [*bed.answers(), bed.say(request("pendingJobs", 10)), bed.say(request("referenceCount", 11))]

    for answer in (*answers, *later):
        check_answer(answer)
    assert [answer["id"].rpartition(".")[2] for answer in answers] == [
        "pendingJobs",
        "ping",
        "referenceCount",
        "insert",
    ]
    assert (answers[0]["jobscount"], answers[2]["count"]) == ("2", "0")
    assert (later[-2]["jobscount"], later[-1]["count"]) == ("0", "2")


@pytest.mark.parametrize("kind", ["ping", "pendingJobs", "referenceCount", "delete"])
def test_a_refused_message_of_every_kind_fits_the_kits_schema(calm, kind):
    assert reason(calm.say({**request(kind, 0), "newUnknownValue": "x", "referenceId": "a"})) == "4"


def test_the_requests_of_this_test_fit_the_toolkits_schemas():
    assert misfits("InsertRequestSchema", insert(1, "a")) == []
    assert misfits("InsertInvalidRequestSchema", without(insert(1, "a"), "referenceId")) == []
    flags = {"maxResults": "1", "targetFPIR": "30", "flag1": "", "flag2": ""}
    assert misfits("IdentifyRequestSchema", identify(1, "a", "b", "c", flags=flags, referenceUrl="")) == []
    assert misfits("IdentifyInvalidRequestSchema", without(identify(1, "a"), "referenceId")) == []
    assert misfits("IdentifyRequestSchema", identify(1, "a", newUnknownValue="x")) != []
