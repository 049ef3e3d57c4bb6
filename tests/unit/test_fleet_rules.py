"""Rules of the fleet that are data: who pays when, what was published, how a register file is read."""

from datetime import date

import pytest

from rekam.centre.fleet.writing import day_of, line_of, paper_of, reason_of, rupiah_of
from rekam.operations.fleet import RULES, CostAction, Payer, Standing, payer
from rekam.operations.fleet.published import PUBLISHED, published_at
from rekam.operations.fleet.repair_time import days_out, repair_time
from rekam.operations.fleet.set_file import COLUMNS, read_sets
from rekam.problem import Problem

HEAD = ",".join(COLUMNS)


@pytest.mark.parametrize(
    ("action", "on", "named", "standing", "rules"),
    [
        ("repair", date(2012, 6, 1), "apbn", "clear", 1),
        ("repair", date(2015, 12, 31), "apbn", "clear", 1),
        ("repair", date(2016, 1, 1), None, "unknown", 0),
        ("repair", date(2017, 9, 18), None, "unknown", 0),
        ("repair", date(2017, 9, 19), "apbn", "clear", 1),
        ("repair", date(2017, 10, 9), "apbn", "clear", 2),
        ("repair", date(2017, 10, 16), "apbn", "clear", 2),
        ("repair", date(2017, 10, 17), "apbd", "conflicting", 3),
        ("repair", date(2019, 1, 1), "apbd", "clear", 1),
        ("replace", date(2017, 9, 19), "apbd", "clear", 1),
        ("replace", date(2020, 5, 1), "apbd", "clear", 1),
        ("purchase", date(2011, 1, 1), "apbn", "clear", 1),
        ("purchase", date(2017, 10, 17), "apbn", "clear", 1),
        ("purchase", date(2019, 7, 1), "apbd", "clear", 1),
        ("ribbon", date(2017, 12, 31), None, "unknown", 0),
        ("ribbon", date(2018, 1, 1), "apbd", "clear", 1),
        ("line", date(2017, 10, 17), "apbn", "clear", 1),
    ],
)
def test_who_pays_depends_on_the_day_and_contradictions_are_shown(action, on, named, standing, rules):
    ruling = payer(CostAction(action), on)

    assert ruling.payer == (Payer(named) if named else None)
    assert ruling.standing is Standing(standing)
    assert len(ruling.rules) == rules


def test_a_rule_of_one_region_holds_there_only():
    on = date(2026, 1, 1)
    assert payer(CostAction.LINE, on, "15.04.02").payer is Payer.APBD
    assert payer(CostAction.LINE, on, "15.04.02").standing is Standing.CONFLICTING
    assert payer(CostAction.LINE, on, "15.02").payer is Payer.APBN
    assert payer(CostAction.LINE, on, "15.041").payer is Payer.APBN


def test_every_rule_says_who_said_it_and_ends_after_it_begins():
    assert len({rule.key for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.words.strip(), rule.key
        assert rule.source.strip(), rule.key
        assert rule.until is None or rule.since <= rule.until, rule.key


def test_the_published_share_is_of_its_own_denominator():
    """1.248 of 6.465 is 19,30 %; of 12.000 it would be 10,40 %."""
    first = PUBLISHED[0]
    assert round(100 * first.broken / first.total, 2) == first.percent == 19.30
    assert [one.total for one in PUBLISHED if one.percent == 19.3] == [6_465, 12_000]
    assert [one.broken for one in published_at("15.02")] == [185, 0]
    assert published_at("16") == ()


def test_a_register_file_is_read_line_by_line():
    text = f"{HEAD}\nJ-1,15.02.01,camera,Canon,K1,2011,negara,rusak ringan\n\nJ-1,15.02.01,laptop,,,,,baik\n"
    lines, problems = read_sets(text, lambda code: code == "15.02.01")

    assert problems == []
    assert [
        (line.line, line.kind.value, line.condition.value, line.bought, line.owner) for line in lines
    ] == [
        (2, "camera", "light", 2011, "state"),
        (4, "laptop", "good", 0, "unknown"),
    ]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("J-1,15.99.01,camera,,,,,baik", "fleet.file_value", "wilayah"),
        ("J-1,15.02.01,kamera,,,,,baik", "fleet.file_value", "jenis"),
        (",15.02.01,camera,,,,,baik", "fleet.file_value", "set"),
        ("J-1,15.02.01,camera,,,1899,,baik", "fleet.file_value", "tahun"),
        ("J-1,15.02.01,camera,,,٢٠١١,,baik", "fleet.file_value", "tahun"),
        ("J-1,15.02.01,camera,,,,siapa,baik", "fleet.file_value", "pemilik"),
        ("J-1,15.02.01,camera,,,,,bagus", "fleet.file_value", "kondisi"),
        ("J-1,15.02.01,camera", "fleet.file_cells", None),
        ("J-0,15.02.02,camera,,,,,baik", "fleet.file_set_twice", None),
    ],
)
def test_a_bad_line_is_named_and_the_good_ones_are_not_hidden_by_it(row, code, column):
    text = f"{HEAD}\nJ-0,15.02.01,laptop,,,,,baik\n{row}\nJ-0,15.02.01,camera,,,,,baik\n"
    lines, problems = read_sets(text, lambda place: place in {"15.02.01", "15.02.02"})

    assert [(one.code, one.details["line"]) for one in problems] == [(code, 3)]
    assert problems[0].details.get("column") == column
    assert [line.line for line in lines] == [2, 4]


@pytest.mark.parametrize("text", ["", "a,b\n", "\0", HEAD.replace("set", "nomor"), '"'])
def test_a_file_without_its_heading_is_refused_whole(text):
    assert read_sets(text, lambda _: True)[1][0].code == "fleet.file_heading"


def test_a_file_with_a_heading_only_is_empty():
    assert read_sets(HEAD, lambda _: True)[1] == [Problem("fleet.file_empty")]


@pytest.mark.parametrize(
    ("typed", "rupiah"), [("3.600.000", 3_600_000), ("3600000", 3_600_000), ("Rp 450.000,-", 450_000)]
)
def test_rupiah_are_read_as_people_write_them(typed, rupiah):
    assert rupiah_of(typed) == rupiah


@pytest.mark.parametrize("typed", ["", "0", "-5", "3.60", "1,5", "dua juta", "9" * 30, "٣", "3.600.00"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(Problem, match=r"fleet\.rupiah_bad"):
        rupiah_of(typed)


def test_papers_and_reasons_must_say_something():
    today = date(2017, 10, 17)
    assert paper_of(" Rudi ", "Sari", "12/DKC", "2017-10-17", today).from_person == "Rudi"
    for fields in (("", "b", "c", "2017-10-17"), ("a", "b", " ", "2017-10-17"), ("a", "b", "c", "")):
        with pytest.raises(Problem, match=r"fleet\.paper_needed"):
            paper_of(*fields, today)
    for bad in ("2017-10-18", "17-10-2017", "2017-02-30", "x"):
        with pytest.raises(Problem, match=r"fleet\.date_bad"):
            day_of(bad, today)
    with pytest.raises(Problem, match=r"fleet\.reason_needed"):
        reason_of("tua")
    with pytest.raises(Problem, match=r"fleet\.text_too_long"):
        line_of("x" * 201)


def test_days_out_and_mean_time_to_repair():
    day = 86_400
    assert (days_out(0, day - 1), days_out(0, 3 * day), days_out(9, 0)) == (0, 3, 0)
    assert repair_time([(0, 2 * day), (day, 5 * day)]).mean_days == 3
    assert repair_time([]).mean_days == 0
