import csv
import lzma
from importlib import resources

from rekam.edge.packed.column import Column, read_columns
from rekam.problem import Problem


def columns(name: str) -> dict[str, Column]:
    """The columns of a packed file.

    Raises:
        Problem: ``place.packed_unreadable`` if the file is missing or damaged.
    """
    file = f"{name}.col.xz"
    try:
        return read_columns(_content(file))
    except (lzma.LZMAError, EOFError, ValueError) as error:
        raise Problem("place.packed_unreadable", file=file) from error


def table(name: str) -> list[dict[str, str]]:
    """The rows of a packed table.

    Raises:
        Problem: ``place.packed_unreadable`` if the file is missing or damaged.
    """
    file = f"{name}.csv.xz"
    try:
        text = lzma.decompress(_content(file)).decode("utf-8-sig")
    except (lzma.LZMAError, EOFError, ValueError) as error:
        raise Problem("place.packed_unreadable", file=file) from error
    return list(csv.DictReader(text.splitlines()))


def _content(file: str) -> bytes:
    try:
        return (resources.files("rekam") / "data" / file).read_bytes()
    except FileNotFoundError as error:
        raise Problem("place.packed_unreadable", file=file) from error
