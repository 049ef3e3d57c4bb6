"""Sums of the monthly report, and figures that go out as a sheet and come back."""

import hashlib
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.edge.key.signing import Ed25519Signer
from rekam.edge.packed import gazetteer
from rekam.edge.sheet import open_sheet
from rekam.edge.sheet.report_sheet import report_xlsx
from rekam.edge.web import wording
from rekam.operations.report import (
    COUNTS,
    Came,
    Month,
    ReportLine,
    Signed,
    State,
    Statement,
    canonical,
    differences,
    envelope,
    open_envelope,
    punctuality,
    state_of,
    total,
)
from rekam.operations.report.cell import Cell, Content, address, place_of
from rekam.operations.report.check import check_sheet
from rekam.operations.report.number import read_day, read_whole
from rekam.operations.report.places import PlaceBook
from rekam.operations.report.statement import CONTEXT, read_statement
from rekam.problem import Problem

DISTRICTS = gazetteer().children("15.02")
PLACES = PlaceBook(gazetteer(), "15.02")
SIGNER = Ed25519Signer(b"1" * 32)
counts = st.one_of(st.none(), st.integers(0, 3_000_000))
people = st.integers(0, 3_000_000)


@st.composite
def lines(draw):
    chosen = draw(st.lists(st.sampled_from(DISTRICTS), min_size=1, max_size=5, unique=True))
    found = []
    for region in sorted(chosen, key=lambda one: one.code):
        values = {column: draw(counts) for column in COUNTS if column not in {"obliged", "recorded"}}
        obliged, recorded = draw(people), draw(people)
        words = "data DKB belum memuat pindahan" if recorded > obliged else ""
        found.append(ReportLine(region.code, region.title, obliged, recorded, **values, explanation=words))
    return tuple(found)


def statement_of(found):
    return Statement(
        "15.02", "Kabupaten Merangin", "2017-09", 1, 1_507_600_800, "DKB Semester I 2017", found, "rudi", "Rudi",
        1_507_600_900,
    )  # fmt: skip


def signed(statement):
    data = canonical(statement)
    return Signed(data, SIGNER.key_id, SIGNER.sign(CONTEXT + data))


@given(lines())
def test_the_sum_of_the_districts_is_the_regency(found):
    whole = total(found, place="15.02", name="Kabupaten Merangin")
    for column in COUNTS:
        known = [line.count(column) for line in found if line.count(column) is not None]
        assert whole.count(column) == (
            sum(known) if known else (0 if column in {"obliged", "recorded"} else None)
        )
    assert whole.not_recorded == whole.obliged - whole.recorded == sum(line.not_recorded for line in found)


@given(lines(), st.integers(0, 5))
def test_sums_of_parts_are_the_sum_of_the_whole(found, at):
    parts = [total(part, place="", name="") for part in (found[:at], found[at:])]
    assert total(parts, place="p", name="n") == total(found, place="p", name="n")


@settings(deadline=None, max_examples=25)
@given(lines())
def test_what_goes_out_as_a_sheet_comes_back_the_same(found):
    statement = statement_of(found)
    paper = signed(statement)
    content = report_xlsx(paper, hashlib.sha256(paper.statement).digest())
    with open_sheet(io.BytesIO(content)) as sheet:
        back = check_sheet(sheet.rows, sheet.merged, PLACES, Month(2017, 9))
    assert [(one.address, one.problem) for one in back.findings] == []
    assert tuple(back.lines) == found


@given(lines())
def test_a_statement_is_read_back_and_any_other_spelling_of_it_is_not(found):
    statement = statement_of(found)
    data = canonical(statement)
    assert read_statement(data) == statement
    assert open_envelope(envelope(signed(statement))) == signed(statement)
    with pytest.raises(Problem, match=r"report\.unreadable"):
        read_statement(data.replace(b":", b": ", 1))


@given(lines(), st.data())
def test_the_differences_are_exactly_what_was_changed(found, data):
    at = data.draw(st.integers(0, len(found) - 1))
    column = data.draw(st.sampled_from(sorted(COUNTS)))
    value = data.draw(people)
    after = (*found[:at], replace(found[at], **{column: value}), *found[at + 1 :])
    changed = differences(found, after)
    expected = (
        []
        if found[at].count(column) == value
        else [(found[at].place, column, found[at].count(column), value)]
    )
    assert [(one.place, one.column, one.before, one.after) for one in changed] == expected


@given(st.integers(0, 400_000_000))
def test_a_number_is_read_as_it_is_written_here(number):
    written = wording.number(number)
    for text in (written, str(number), written.replace(".", " "), f" {written} ", f"{number},00"):
        assert read_whole(Cell(1, 0, Content.TEXT, text)) == number
    assert read_whole(Cell(1, 0, Content.NUMBER, str(number))) == number


@given(st.text(max_size=30))
def test_any_text_is_a_count_or_a_named_problem(text):
    try:
        value = read_whole(Cell(1, 0, Content.TEXT, text))
    except Problem as problem:
        value, code = None, problem.code
    else:
        code = "report."
    assert value is None or 0 <= value <= 400_000_000
    assert code.startswith("report.")


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_a_day_is_read_in_every_form_that_offices_write(day):
    serial = (day - date(1899, 12, 30)).days
    forms = [wording.day(day), f"{day:%d-%m-%Y}", f"{day.day}/{day.month}/{day.year}", day.isoformat()]
    assert {read_day(Cell(1, 0, Content.TEXT, text)) for text in forms} == {day}
    assert read_day(Cell(1, 0, Content.NUMBER, str(serial))) == day


@given(st.integers(1990, 2060), st.integers(1, 12))
def test_a_month_is_read_in_every_form_and_its_report_is_due_in_the_next(year, number):
    month = Month(year, number)
    assert {
        Month.parse(text) for text in (str(month), month.words, f"{number:02}/{year}", month.words.upper())
    } == {month}
    assert month.next.before == month
    assert month.last < month.due() <= month.next.last
    assert month.first.day == 1


@given(st.integers(1, 1_048_576), st.integers(0, 16_383))
def test_an_address_names_one_cell(row, column):
    assert place_of(address(row, column)) == (row, column)


@given(
    st.lists(
        st.builds(
            Came, st.just("15.02"), st.just(date(2017, 10, 10)),
            st.one_of(st.none(), st.dates(date(2017, 10, 1), date(2017, 10, 31))), st.booleans(),
        )
    ),
    st.dates(date(2017, 10, 1), date(2017, 11, 30)),
)  # fmt: skip
def test_on_time_is_a_part_of_received_and_received_of_expected(reports, today):
    found = punctuality(reports)
    assert 0 <= found.on_time <= found.received <= found.expected <= len(reports)
    states = [state_of(one, today) for one in reports]
    assert found.on_time == states.count(State.ON_TIME)
    assert found.received == states.count(State.ON_TIME) + states.count(State.LATE)
    assert found.missing == states.count(State.AWAITED) + states.count(State.OVERDUE)
    assert found.expected == len(reports) - states.count(State.NOT_EXPECTED)
