"""The table of texts of a workbook, to which its cells point."""

import zipfile

from rekam.edge.sheet.parameters import STRINGS_MOST, TEXT_MOST
from rekam.edge.sheet.parts import local, read_part
from rekam.problem import Problem

_PART = "xl/sharedStrings.xml"


class _Table:
    """Each text cut to the most letters of a cell and one more, so that a longer one is still told apart."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._piece: list[str] = []
        self._inside = False
        self._phonetic = 0
        self._letters = 0

    def start(self, name: str, _: dict[str, str]) -> None:
        match local(name):
            case "si":
                self._piece = []
            case "rPh":
                self._phonetic += 1
            case "t":
                self._inside = not self._phonetic

    def end(self, name: str) -> None:
        match local(name):
            case "si":
                text = "".join(self._piece)[: TEXT_MOST + 1]
                self.texts.append(text)
                self._letters += len(text) + 50
                if self._letters > STRINGS_MOST:
                    raise Problem("report.file_bomb")
            case "rPh":
                self._phonetic -= 1
            case "t":
                self._inside = False

    def text(self, text: str) -> None:
        if self._inside and sum(map(len, self._piece)) <= TEXT_MOST:
            self._piece.append(text)


def shared_strings(archive: zipfile.ZipFile) -> list[str]:
    """The texts in order; none when the workbook has no table.

    Raises:
        Problem: ``report.file_damaged``, ``report.file_entities``, ``report.file_bomb``.
    """
    table = _Table()
    if _PART in archive.namelist():
        for _ in read_part(archive, _PART, table.start, table.end, table.text):
            pass
    return table.texts
