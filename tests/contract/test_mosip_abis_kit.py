"""The thirteen cases of MOSIP's ABIS testing kit, read from its own file, played on drawn people in one ABIS."""

import json
import re

import pytest
from mosip_bed import CONTRACT, FINGER, KIT, SHARE, Bed, cbeff, check_answer, misfits, schema

CASES = json.loads((KIT / "test_cases.json").read_text("utf-8"))
PERSONAS = {
    one["name"]: one["reference_id"] for one in json.loads((KIT / "persona_data.json").read_text("utf-8"))
}
ASKED_FOR = "<cbeff reqd>"
MOMENT = "2017-10-17T02:03:04Z"  # the kit's form, without milliseconds

SAID_IN_WORDS = {
    "insert(person2_unknown)": [("returnValue", "2"), ("failureReason", "7")],
}
"""Expectations that stand in the kit's description (and its docs/testcases.md) but not in the step."""


def reference(persona):
    return PERSONAS[persona] if PERSONAS[persona] != ASKED_FOR else f"ref-{persona}"


def document(persona):
    """``person5_duplicate_1`` is person 5 captured once more."""
    number, _, capture = re.fullmatch(r"person(\d+)(_duplicate_(\d))?", persona).groups()
    return cbeff(int(number), int(capture or 0), fingers=FINGER if number == "5" else ())


def documents():
    known = (name for name in PERSONAS if re.fullmatch(r"person(1|4|5|6|7|9|10|11)(_duplicate_\d)?", name))
    return {SHARE + reference(name): document(name) for name in known}


def step(text):
    """``identify_ref(a, b).expect(count, 1)`` as method, personas and expectations."""
    method, personas = re.match(r"(\w+)\((.*?)\)", text).groups()
    expected = re.findall(r"\.expect\((!?\w+), (\w+)\)", text)
    assert text.count(".expect(") == len(expected)
    return method, [one.strip() for one in personas.split(",") if one.strip()], expected


def request(method, personas, number, flags):
    """As the kit's request_creator.py fills its templates."""
    template = "identify" if method.startswith("identify") else method
    text = (KIT / "requests" / f"{template}.json").read_text("utf-8")
    who = reference(personas[0]) if personas else ""
    fill = {
        "${requestId}": f"{number:032x}",
        "${requesttime}": MOMENT,
        "${referenceId}": "" if method == "identify_url" else who,
        "${referenceURL}": "" if method == "identify_ref" else SHARE + who,
    }
    for name, value in fill.items():
        text = text.replace(name, value)
    message = json.loads(text.replace('"${flags}"', json.dumps(flags)))
    if personas[1:]:
        message["gallery"] = {"referenceIds": [{"referenceId": reference(one)} for one in personas[1:]]}
    return message


def check_request(message):
    """Kit messages fit the toolkit's tolerant schemas; an insert with everything in it the strict one as well."""
    kind = message["id"].rpartition(".")[2].capitalize()
    if kind in ("Insert", "Identify"):
        assert misfits(f"{kind}InvalidRequestSchema", message) == []
    if kind == "Insert":
        assert misfits("InsertRequestSchema", message) == []


def met(answer, kind, value):
    if kind.startswith("!"):
        return not met(answer, kind[1:], value)
    if kind == "candidateListCount":
        return answer["candidateList"]["count"] == value
    if kind == "candidateReferenceId":
        return reference(value) in [one["referenceId"] for one in answer["candidateList"]["candidates"]]
    return answer.get(kind) == value


def play(bed, case, numbers):
    for text in case["steps"]:
        method, personas, expected = step(text)
        message = request(method, personas, next(numbers), case.get("flags", {}))
        check_request(message)
        answer = bed.say(message)
        check_answer(answer)
        assert answer["requestId"] == message["requestId"]
        expected = expected or SAID_IN_WORDS.get(text, [("returnValue", "1")])
        assert [one for one in expected if not met(answer, *one)] == [], (text, answer)


def test_the_kit_is_whole_and_fits_its_own_schemas():
    assert [case["testId"].strip("*#") for case in CASES] == [str(number) for number in range(1, 14)]
    assert list(schema("testcase.schema", "kit/schemas").iter_errors(CASES)) == []
    assert len(list((CONTRACT / "schemas").glob("*.json"))) == 8


def test_all_thirteen_cases_give_their_expected_answers(tmp_path):
    bed = Bed(tmp_path / "engine", documents())
    numbers = iter(range(1, 1000))

    for case in CASES:
        play(bed, case, numbers)

    inserted = sum(text.startswith("insert") for case in CASES for text in case["steps"])
    answer = bed.say(request("reference_count", [], next(numbers), {}))
    assert answer["count"] == str(inserted - 2 - 1)  # two inserts fail, one reference is deleted
    bed.service.close()


def test_a_reference_that_is_there_is_searched_without_asking_its_url(tmp_path):
    bed = Bed(tmp_path / "engine", {SHARE + "a": cbeff(6, 0), SHARE + "b": cbeff(6, 1)})
    for count, one in enumerate("ab"):
        bed.say(request_of(one, count))
    fetched = list(bed.share.fetched)

    answer = bed.say({**request_of("a", 9), "id": "mosip.abis.identify", "referenceURL": SHARE + "wrong"})

    assert [one["referenceId"] for one in answer["candidateList"]["candidates"]] == ["b"]
    assert bed.share.fetched == fetched
    bed.service.close()


def request_of(reference_id, number):
    return {
        "id": "mosip.abis.insert",
        "version": "1.1",
        "requestId": f"request-{number}",
        "requesttime": MOMENT,
        "referenceId": reference_id,
        "referenceURL": SHARE + reference_id,
    }


SHARED = CONTRACT.parents[2] / "shared" / "mosip-samples"


@pytest.mark.shared
@pytest.mark.skipif(
    not SHARED.exists(), reason="the outside samples (../shared/mosip-samples) are not beside the checkout"
)
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("schemas", "ctk-schemas/resources/schemas/abis/0.9.0"),
        ("kit", "abis-testing-kit/sample_data"),
        ("kit/requests", "abis-testing-kit/src/config"),
        ("kit/schemas", "abis-testing-kit/src/config/schemas"),
    ],
)
def test_the_contract_is_byte_for_byte_what_mosip_gives(ours, theirs):
    files = sorted((CONTRACT / ours).glob("*.json"))
    assert files
    for file in files:
        assert file.read_bytes() == (SHARED / theirs / file.name).read_bytes(), file.name


def test_the_licence_stands_beside_the_files():
    assert (CONTRACT / "LICENSE").read_text("utf-8").startswith("Mozilla Public License Version 2.0")
