"""An XLSX workbook (ECMA-376): its sheets, and the rows of one of them as a stream."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Self

from rekam.edge.sheet.guard import open_archive
from rekam.edge.sheet.parts import local, read_part
from rekam.edge.sheet.rows import SheetReader
from rekam.edge.sheet.strings import shared_strings
from rekam.operations.report.cell import Range, SheetRow
from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class SheetName:
    """A sheet of a workbook.

    Attributes:
        name: On its tab.
        part: Where it lies in the archive.
        hidden: Whether a person would see it.
    """

    name: str
    part: str
    hidden: bool


class Workbook:
    """An open workbook; macros and links to other files are never looked at.

    Args:
        file: The file, at its beginning.

    Raises:
        Problem: ``report.file_damaged``, ``report.file_bomb``, ``report.file_entities``, ``report.file_old``.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._archive = open_archive(file)
        try:
            self.sheets = _sheets(self._archive)
            self._strings = shared_strings(self._archive)
        except BaseException:
            self._archive.close()
            raise
        self.merged: list[Range] = []
        """Merged cells of the sheet read last, known once its last row has come."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def rows(self, sheet: SheetName) -> Iterator[SheetRow]:
        """The rows of a sheet that are not empty.

        Raises:
            Problem: ``report.too_many_rows``, ``report.too_many_columns``, ``report.cell_too_long``,
                ``report.file_damaged``, ``report.file_entities``.
        """
        reader = SheetReader(self._strings)
        self.merged = reader.merged
        for _ in read_part(self._archive, sheet.part, reader.start, reader.end, reader.text):
            yield from reader.take()


def _sheets(archive: zipfile.ZipFile) -> list[SheetName]:
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names:
        raise Problem("report.file_unknown")
    targets: dict[str, str] = {}
    found: list[tuple[str, str, bool]] = []

    def relation(name: str, values: dict[str, str]) -> None:
        if local(name) == "Relationship" and values.get("TargetMode") != "External":
            targets[values.get("Id", "")] = values.get("Target", "")

    def sheet(name: str, values: dict[str, str]) -> None:
        if local(name) == "sheet":
            key = next((value for key, value in values.items() if local(key) == "id"), "")
            found.append((values.get("name", ""), key, values.get("state", "visible") != "visible"))

    if "xl/_rels/workbook.xml.rels" in names:
        _read(archive, "xl/_rels/workbook.xml.rels", relation)
    _read(archive, "xl/workbook.xml", sheet)
    sheets = [SheetName(name, _part(targets.get(key, "")), hidden) for name, key, hidden in found]
    return [one for one in sheets if one.part in names]


def _read(archive: zipfile.ZipFile, part: str, start: object) -> None:
    assert callable(start)
    for _ in read_part(archive, part, start, lambda _: None, lambda _: None):
        pass


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
