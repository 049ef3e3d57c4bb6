import pickle
import re
from string import Formatter

from rekam.problem import TABLE, Problem


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_problem_speaks_both_languages_with_the_same_details():
    for code, row in TABLE.items():
        assert row.id.strip(), code
        assert row.en.strip(), code
        assert places(row.id) == places(row.en), code


def test_every_sentence_ends_and_never_shows_only_a_code():
    for code, row in TABLE.items():
        for sentence in (row.id, row.en):
            assert sentence.rstrip()[-1] in ".!?", (code, sentence)
            assert len(sentence.split()) >= 3, (code, sentence)


def test_codes_are_stable_words():
    for code in TABLE:
        assert re.fullmatch(r"[a-z]+(\.[a-z0-9_]+)+", code), code


def test_http_status_is_a_refusal():
    assert all(400 <= row.http < 600 for row in TABLE.values())


def test_a_problem_survives_the_way_between_processes():
    problem = Problem("command.port_in_use", port=8080)

    assert pickle.loads(pickle.dumps(problem)) == problem
    assert (
        problem.as_json()["en"]
        == "Port 8080 is already in use. Stop the other program or choose another port with --port."
    )
