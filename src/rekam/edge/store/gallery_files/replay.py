"""How a generation comes back after a close, a kill, a power cut or bit rot."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from rekam.edge.store.gallery_files import people as people_column
from rekam.edge.store.gallery_files.generation import Generation
from rekam.edge.store.gallery_files.head import Head
from rekam.edge.store.gallery_files.log import Hole
from rekam.edge.store.gallery_files.opening import Opening
from rekam.edge.store.gallery_files.parameters import BLOCK_ROWS
from rekam.edge.store.gallery_files.people import People
from rekam.edge.store.gallery_files.record import Kind, Record
from rekam.problem import Problem


def reopened(generation: Generation, head: Head) -> Opening:
    """Bring a generation to where its log ends.

    1. The people of the checkpoint from their column, or from the whole log if the column is damaged.
    2. The people who came later, and those who went, from the rest of the log.
    3. The columns of the search where they are damaged or of another form.
    """
    opening = Opening()
    for column in (generation.people.column, *generation.columns.values()):
        column.reserve(head.rows)
    dead = np.unpackbits(np.frombuffer(head.dead, np.uint8), count=head.rows).astype(np.bool_)
    for reference in head.damaged:
        generation.people.damaged[reference] = None
    if _wrong_blocks(generation, head, people_column.NAME):
        opening.mended[people_column.NAME] = head.rows
        _replay(generation, opening, 0, head, dead)
        for row in np.flatnonzero(dead):
            generation.people.go(int(row))
    else:
        _take_up(generation, head, dead)
        _replay(generation, opening, head.log_bytes, head, dead)
    _mend(generation, head, opening)
    if not opening.mended:
        generation.trust(head)
    opening.damaged = list(generation.people.damaged)
    return opening


def _take_up(generation: Generation, head: Head, dead: NDArray[np.bool_]) -> None:
    people = generation.people
    people.shelves = [frozenset(one) for one in head.shelves]
    people.extractors = list(head.extractors)
    table = people.column.rows(head.rows)
    ends = table["start"] + table["length"]
    for row, reference in enumerate(table["reference"].tolist()):
        if not dead[row]:
            people.come(row, reference.decode())
    people.reach(head.rows)
    for cut in np.flatnonzero(~dead & (ends > generation.log.size)):  # the log was cut short
        people.damage(int(cut))


def _replay(
    generation: Generation, opening: Opening, start: int, head: Head, dead: NDArray[np.bool_]
) -> None:
    people, log = generation.people, generation.log
    for one in log.scan(start):
        if isinstance(one, Hole):
            if one.last and one.start >= head.log_bytes:
                opening.torn_bytes = one.end - one.start
                log.cut(one.start)
            else:
                opening.lost_bytes += one.end - one.start
        elif one.kind is Kind.REMOVE:
            _skip(people, one.row + 1, dead)
            people.go(one.row)
            people.damaged.pop(people.reference(one.row), None)
        elif one.row >= people.count:
            _skip(people, one.row, dead)
            _come(generation, one)
            if one.row >= head.rows:
                opening.replayed += 1
                _derive(generation, one)
    _skip(people, head.rows, dead)


def _skip(people: People, count: int, dead: NDArray[np.bool_]) -> None:
    """Rows up to a number exist, though the log has nobody for them; who is not known to be dead is damaged."""
    for row in range(people.count, count):
        people.reach(row + 1)
        if row >= len(dead) or not dead[row]:
            people.damage(row)


def _come(generation: Generation, record: Record) -> None:
    put, people = record.put(), generation.people
    length = record.end - record.start
    people.column.write(record.row, people.written([put], [record.start], [length]))
    people.come(record.row, put.reference)


def _derive(generation: Generation, record: Record, names: tuple[str, ...] | None = None) -> None:
    try:
        template = record.put().enrolment().template
    except Problem:  # made by an engine that this one does not read
        generation.people.damage(record.row)
    else:
        generation.derive(record.row, [template], names)


def _mend(generation: Generation, head: Head, opening: Opening) -> None:
    forms = {str(form[0]): form for form in head.forms}
    for one in generation.features:
        same = forms.get(one.name) == one.form
        blocks = _wrong_blocks(generation, head, one.name) if same else range(-(-head.rows // BLOCK_ROWS))
        for row in _rows(blocks, head.rows):
            opening.mended[one.name] = opening.mended.get(one.name, 0) + 1
            if generation.people.alive[row]:
                record = generation.record(row)
                if record is None:
                    generation.people.damage(row)
                else:
                    _derive(generation, record, (one.name,))


def _wrong_blocks(generation: Generation, head: Head, name: str) -> list[int]:
    column = generation.people.column if name == people_column.NAME else generation.columns[name]
    expected = np.frombuffer(head.checks.get(name, b""), "<u4")
    found = column.checksums(head.rows)
    if len(expected) != len(found):
        return list(range(len(found)))
    return np.flatnonzero(expected != found).tolist()


def _rows(blocks: list[int] | range, count: int) -> Iterator[int]:
    for block in blocks:
        yield from range(block * BLOCK_ROWS, min((block + 1) * BLOCK_ROWS, count))
