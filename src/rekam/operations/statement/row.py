"""One row of cells as a statement."""

import re
from collections.abc import Mapping
from dataclasses import replace

from rekam.operations.statement.cell import NotANumberError, count_cell, percent_cell
from rekam.operations.statement.column import COUNTS, title_of
from rekam.operations.statement.day import NotADayError, day_of
from rekam.operations.statement.note import Note, read_note
from rekam.operations.statement.parameters import ROUND_ZEROS, ROUND_ZEROS_TOGETHER
from rekam.operations.statement.reading import Reading, about_count, about_word, in_steps, round_unit
from rekam.operations.statement.statement import Statement
from rekam.operations.statement.subject import subject_of
from rekam.problem import Problem

SHOWN = 40
"""Letters of a bad cell that are repeated in its problem."""


def statement_of(cells: Mapping[str, str], identity: str | int, line: int) -> Statement:
    """The statement of a row.

    Args:
        cells: Text by our column names; missing ones are empty.
        identity: What the row is called.
        line: Line of the file.

    Raises:
        Problem: ``statement.bad_cell`` or ``statement.bad_day``, naming line and column.
    """
    counts = {name: _count(cells.get(name, ""), name, line) for name in COUNTS}
    percent = _percent(cells.get("percent", ""), line)
    try:
        day = day_of(cells.get("day", ""))
    except NotADayError as error:
        raise Problem(
            "statement.bad_day", row=line, column=title_of("day"), text=_shown(cells["day"])
        ) from error
    name = " ".join(cells.get("name", "").split())
    code = _code(cells.get("code", ""))
    words = "; ".join(filter(None, (cells.get("note", "").strip(), cells.get("wording", "").strip())))
    note = read_note(words, {name.lower(), name.lower().removeprefix("provinsi ")} - {""})
    counts = _as_printed(counts, note)
    return Statement(
        id=identity, line=line, day=day, code=code, place=code or ("" if _nation(cells) else f"~{name.lower()}"),
        name=name or code, **counts, percent=_about_percent(percent, note), source=" ".join(cells.get("source", "").split()), words=words,
        note=note, subject=subject_of(f"{name}; {words}", code, counts["obliged"], percent, note),
    )  # fmt: skip


def _nation(cells: Mapping[str, str]) -> bool:
    return cells.get("code", "").strip() in {"0", "00"} or cells.get("name", "").strip().lower() in {
        "indonesia",
        "nasional",
    }


def _code(text: str) -> str:
    """``15.02`` for "15.02", "1502" and "15.2" of a spreadsheet never: a lost zero cannot be told from another place."""
    text = text.strip().removesuffix(".0") if text.strip().count(".") == 1 else text.strip()
    if text in {"", "0", "00"}:
        return ""
    if re.fullmatch(r"\d{2}|\d{4}|\d{6}|\d{10}", text):
        parts = (text[:2], text[2:4], text[4:6], text[6:10])
        return ".".join(part for part in parts if part)
    return text


def _count(text: str, column: str, line: int) -> Reading | None:
    try:
        return count_cell(text)
    except NotANumberError as error:
        raise Problem("statement.bad_cell", row=line, column=title_of(column), text=_shown(text)) from error


def _percent(text: str, line: int) -> Reading | None:
    try:
        return percent_cell(text)
    except NotANumberError as error:
        raise Problem(
            "statement.bad_cell", row=line, column=title_of("percent"), text=_shown(text)
        ) from error


def _shown(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else "?" for letter in text).split())[:SHOWN]


def _as_printed(counts: dict[str, Reading | None], note: Note) -> dict[str, Reading | None]:
    """Round numbers with the bounds they deserve: 2400000 beside 2100000 is "2,4 juta"."""
    present = [one for one in counts.values() if one is not None and one.value and one.value.is_integer()]
    zeros = [_zeros(one) for one in present]
    every = bool(zeros) and min(zeros) >= ROUND_ZEROS_TOGETHER
    together = min((round_unit(one.value) for one in present), default=1.0)
    found: dict[str, Reading | None] = {}
    for name, one in counts.items():
        found[name] = one
        if one is None or not one.exact or not one.value or not one.value.is_integer():
            continue
        others_rounded = any(
            zeros[place] >= ROUND_ZEROS for place, other in enumerate(present) if other is not one
        )
        if every:
            found[name] = in_steps(one, together)
        elif _zeros(one) >= ROUND_ZEROS or (_zeros(one) >= ROUND_ZEROS_TOGETHER and others_rounded):
            found[name] = in_steps(one, round_unit(one.value))
        about = next(
            (
                said.reading.about
                for said in note.mentions
                if not said.percent and said.reading.about and said.reading.value == one.value
            ),
            "",
        )
        kept = found[name]
        if about and kept is not None:
            found[name] = about_count(kept, about)
    return found


def _zeros(reading: Reading) -> int:
    text = str(reading.whole)
    return len(text) - len(text.rstrip("0"))


def _about_percent(percent: Reading | None, note: Note) -> Reading | None:
    if percent is None:
        return None
    about = next(
        (
            one.reading.about
            for one in note.mentions
            if one.percent and one.reading.about and one.reading.value == percent.value
        ),
        "",
    )
    return about_word(replace(percent), about) if about and not percent.about else percent
