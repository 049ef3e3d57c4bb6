"""A file of figures: checked as a whole, shown, and loaded as a whole or not at all."""

import hashlib
import threading
from io import BytesIO
from typing import IO

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.centre.monthly import parameters
from rekam.centre.monthly.compose import day_of
from rekam.edge.sheet import open_sheet
from rekam.edge.sheet.parameters import CHUNK, FILE_MB_MOST
from rekam.edge.store.centre import audit, figure_files
from rekam.edge.store.centre.figure_files import FigureFile
from rekam.operations.report import Month
from rekam.operations.report.check import Checked, check_sheet
from rekam.operations.report.places import PlaceBook
from rekam.place import Gazetteer
from rekam.problem import Problem

_running = threading.BoundedSemaphore(parameters.CHECKS_MOST)


def check_figures(file: IO[bytes], gazetteer: Gazetteer, territory: str, month: Month) -> Checked:
    """What a file says of the places of a territory, or every cell of it that is wrong.

    Raises:
        Problem: ``report.*`` where there is no cell to blame.
    """
    with open_sheet(file) as sheet:
        return check_sheet(sheet.rows, sheet.merged, PlaceBook(gazetteer, territory), month)


def put_figures(
    centre: Centre,
    gazetteer: Gazetteer,
    account: Account,
    territory: str,
    month: Month,
    *,
    file: IO[bytes],
    name: str,
    source: str,
    wait: bool = False,
) -> int:
    """Take a file in and check it; its number. The same file again is the same number.

    A large file is checked behind the pages, unless the caller waits.

    Args:
        centre: The open centre.
        gazetteer: Regions.
        account: Whose act it is.
        territory: Where its figures may be for.
        month: What they are of.
        file: The file; it is read before this returns, or copied.
        name: As it was called.
        source: Whose figures they are.
        wait: Check large files at once too.

    Raises:
        Problem: ``account.not_permitted``, ``report.month_future``, ``report.source_missing``,
            ``report.file_missing``, ``report.file_too_large``, ``report.checks_busy``.
    """
    require(account, Act.IMPORT_FIGURES, territory)
    words = " ".join(source.split())[: parameters.TEXT_MOST]
    if month.first > day_of(centre.now()):
        raise Problem("report.month_future", month=month.words)
    if len(words) < parameters.SOURCE_LETTERS_LEAST:
        raise Problem("report.source_missing")
    digest, size = _measured(file)
    behind = size > parameters.CHECK_AT_ONCE_BYTES and not wait
    if behind and not _running.acquire(blocking=False):
        raise Problem("report.checks_busy")
    try:
        with centre.store.database.transaction() as connection:
            number = figure_files.put_file(
                connection, territory, month.first, content_hash=digest, name=name[-100:] or "-", size=size,
                source=words, by=account.name, at=centre.now(),
            )  # fmt: skip
            audit.write(
                connection, account.name, "put_figures", territory, f"{territory} {month}", at=centre.now(),
                details={"file": number, "sha256": digest.hex()},
            )  # fmt: skip
    except BaseException:
        if behind:
            _running.release()
        raise
    if behind:
        file.seek(0)
        copy = BytesIO(file.read())
        work = (centre, gazetteer, number, copy, territory, month)
        threading.Thread(target=_behind, args=work, name=f"figures {number}", daemon=True).start()
    else:
        _check(centre, gazetteer, number, file, territory, month)
    return number


def _behind(
    centre: Centre, gazetteer: Gazetteer, number: int, file: IO[bytes], territory: str, month: Month
) -> None:
    try:
        _check(centre, gazetteer, number, file, territory, month)
    finally:
        _running.release()


def _check(
    centre: Centre, gazetteer: Gazetteer, number: int, file: IO[bytes], territory: str, month: Month
) -> None:
    found, problem = Checked(), None
    try:
        found = check_figures(file, gazetteer, territory, month)
    except Problem as trouble:
        problem = trouble
    with centre.store.database.transaction() as connection:
        figure_files.note_checked(
            connection,
            number,
            lines=found.lines,
            findings=found.findings,
            rows_read=found.rows,
            problem=problem,
        )


def _measured(file: IO[bytes]) -> tuple[bytes, int]:
    """SHA-256 and bytes of a file."""
    file.seek(0)
    digest, size = hashlib.sha256(), 0
    while piece := file.read(CHUNK):
        digest.update(piece)
        size += len(piece)
        if size > FILE_MB_MOST * 1_000_000:
            raise Problem("report.file_too_large", most=FILE_MB_MOST)
    if not size:
        raise Problem("report.file_missing")
    return digest.digest(), size


def figure_file(centre: Centre, account: Account, file_id: int) -> FigureFile:
    """A file, for somebody who may see it.

    Raises:
        Problem: ``report.file_not_here``, ``account.not_permitted``.
    """
    found = centre.store.figure_files.file(file_id)
    if found is None:
        raise Problem("report.file_not_here")
    require(account, Act.IMPORT_FIGURES, found.territory)
    return found
