"""XML parts read as a stream; whatever could reach outside the part or multiply inside it is refused."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.parsers import expat

from rekam.edge.sheet.parameters import CHUNK
from rekam.problem import Problem

Start = Callable[[str, dict[str, str]], object]
End = Callable[[str], object]
Text = Callable[[str], object]


def local(name: str) -> str:
    """A name without its namespace prefix: ``x:row`` and ``row`` are the same element."""
    return name.rpartition(":")[2]


def read_part(archive: zipfile.ZipFile, name: str, start: Start, end: End, text: Text) -> Iterator[None]:
    """Read one part; after each piece the caller takes what its handlers have gathered.

    Raises:
        Problem: ``report.file_entities`` for a document type or an entity, ``report.file_damaged``.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    try:
        with archive.open(name) as part:
            while piece := part.read(CHUNK):
                parser.Parse(piece, False)
                yield
            parser.Parse(b"", True)
        yield
    except (
        expat.ExpatError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        OSError,
        NotImplementedError,
    ) as error:
        raise Problem("report.file_damaged") from error


def _refuse(*_: object) -> int:
    raise Problem("report.file_entities")
