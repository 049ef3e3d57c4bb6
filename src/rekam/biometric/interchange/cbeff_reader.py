"""Reads CBEFF XML of anyone: no document type, no entity, nothing outside is fetched, every size is limited."""

import binascii
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from rekam.biometric.interchange.cbeff import NAMESPACE, Bir, Cbeff, Kept
from rekam.biometric.interchange.cbeff_limits import USUAL, CbeffLimits
from rekam.problem import Problem

_RECORD_DEPTH = 2
_URL_SAFE = str.maketrans("-_", "+/")
_DATA = frozenset({("BDB",), ("SB",)})

Path = tuple[str, ...]


def read_cbeff(document: bytes, limits: CbeffLimits = USUAL) -> Cbeff:
    """A document of MOSIP or of the OASIS patron format; ``read_cbeff(x).encode() == x``.

    Args:
        document: XML in UTF-8 (or a subset of it).
        limits: What it may claim.

    Raises:
        Problem: ``biometric.cbeff_too_large`` or ``biometric.cbeff_unreadable`` with the part that is wrong.
    """
    if len(document) > limits.octets:
        raise Problem("biometric.cbeff_too_large", limit=limits.octets)
    if b"\0" in document[:4]:  # UTF-16 and UTF-32 begin so; places are counted in octets here
        raise unreadable("encoding")
    reading = _Reading(document, limits)
    try:
        parser = DefusedXMLParser(target=reading, forbid_dtd=True)
        reading.follow(lambda: int(parser.parser.CurrentByteIndex))
        parser.feed(document)
        parser.close()
    except DefusedXmlException as error:
        raise unreadable("DOCTYPE") from error
    except (ParseError, LookupError, ValueError) as error:
        raise unreadable("XML") from error
    return reading.document()


def unreadable(part: str) -> Problem:
    """The problem that names the part of the document."""
    return Problem("biometric.cbeff_unreadable", part=part)


@dataclass(slots=True)
class _Record:
    """What was seen of the record that is being read."""

    begin: int
    texts: dict[Path, list[str]] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)

    def text(self, *path: str) -> str:
        """The text of an element that stands at most once."""
        found = self.texts.get(path, [""])
        if len(found) > 1:
            raise unreadable("/".join(path))
        return found[0].strip()

    def data(self, name: str) -> bytes | None:
        """Octets in base64, standard or URL-safe, with any white space; ``None`` if the text is neither."""
        text = "".join(self.text(name).split()).translate(_URL_SAFE)
        try:
            return b64decode(text + "=" * (-len(text) % 4), validate=True)
        except binascii.Error:  # one damaged record is no reason to lose twelve; the caller names it
            return None

    def bir(self) -> Bir:
        """The record as a value."""
        score = self.text("BDBInfo", "Quality", "Score")
        if score and not (score.isascii() and score.isdigit() and len(score) <= 3):
            raise unreadable("Score")
        data, security = self.data("BDB"), self.data("SB")
        return Bir(
            type=self.text("BDBInfo", "Type"),
            subtype=self.text("BDBInfo", "Subtype"),
            bdb=data or b"",
            damaged=data is None,
            format_owner=self.text("BDBInfo", "Format", "Organization"),
            format_type=self.text("BDBInfo", "Format", "Type"),
            created=self.text("BDBInfo", "CreationDate"),
            level=self.text("BDBInfo", "Level"),
            purpose=self.text("BDBInfo", "Purpose"),
            quality=int(score) if score else None,
            index=self.text("BDBInfo", "Index"),
            security=security or b"",
            others=self.others,
        )


class _Reading:
    """Called by the parser; keeps the records and where each of them begins and ends."""

    def __init__(self, document: bytes, limits: CbeffLimits) -> None:
        self._document = document
        self._limits = limits
        self._path: list[str] = []
        self._text: list[str] = []
        self._length = 0
        self._elements = 0
        self._entry = ""
        self._record: _Record | None = None
        self._opened = -1
        self._kept: list[Kept] = []
        self._head_end = 0
        self._end = 0
        self._octet: Callable[[], int] = lambda: 0

    def follow(self, octet: Callable[[], int]) -> None:
        """Whom to ask where the parser stands, in octets."""
        self._octet = octet

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, name = tag.lstrip("{").rpartition("}")
        self._elements += 1
        if self._elements > self._limits.elements or len(self._path) >= self._limits.depth:
            raise unreadable("number of elements")
        if not self._path and (name != "BIR" or space not in ("", NAMESPACE)):
            raise unreadable("BIR")
        self._path.append(name)
        self._text.clear()
        self._length = 0
        self._opened = self._elements
        if name == "BIR" and len(self._path) == _RECORD_DEPTH:
            if len(self._kept) >= self._limits.records:
                raise unreadable("number of BIRs")
            self._record = _Record(self._octet())
        self._entry = attributes.get("key", "")

    def data(self, text: str) -> None:
        """A piece of text."""
        self._length += len(text)
        if self._length > self._limits.text and tuple(self._path[_RECORD_DEPTH:]) not in _DATA:
            raise unreadable(self._path[-1])
        self._text.append(text)

    def end(self, _tag: str) -> None:
        """An element ends."""
        path = tuple(self._path[_RECORD_DEPTH:])
        self._path.pop()
        text, leaf = "".join(self._text), self._opened == self._elements
        self._text.clear()
        self._length = 0
        if not self._path and not self._kept:
            self._head_end = self._end = self._octet()
        if self._record is None:
            return
        if path == ("others", "entry"):
            self._record.others[self._entry] = text
        elif path and leaf:
            self._record.texts.setdefault(path, []).append(text)
        if len(self._path) == _RECORD_DEPTH - 1:
            self._close(self._record, leaf=leaf)
        self._opened = -1

    def close(self) -> None:
        """The document ends."""

    def document(self) -> Cbeff:
        """What was read."""
        birs = tuple(one.bir for one in self._kept)
        head, tail = self._document[: self._head_end], self._document[self._end :]
        return Cbeff(birs, head, tail, tuple(self._kept))

    def _close(self, record: _Record, *, leaf: bool) -> None:
        at = self._octet()
        # An element without content, <BIR/>, ends where the parser stands; others end with their end tag.
        empty = leaf and self._document[at - 2 : at] == b"/>"
        end = at if empty else self._document.index(b">", at) + 1
        if not self._kept:
            self._head_end = self._end = record.begin
        self._kept.append(
            Kept(record.bir(), self._document[self._end : record.begin], self._document[record.begin : end])
        )
        self._end = end
        self._record = None
