"""SQL by name: each ``-- name: x`` in a ``statements*.sql`` begins one statement."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_MARK = "-- name:"


_FOLDER = Path(__file__).parent / "sql"


@cache
def statements(folder: Path = _FOLDER) -> Mapping[str, str]:
    """Every statement of a store by its name; the station's own unless another folder is given."""
    files = sorted(folder.glob("statements*.sql"))
    parts = (part for file in files for part in file.read_text(encoding="utf-8").split(_MARK)[1:])
    named = (part.partition("\n") for part in parts)
    return MappingProxyType({name.strip(): sql.strip() for name, _, sql in named})
