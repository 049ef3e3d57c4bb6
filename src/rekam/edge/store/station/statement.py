"""SQL by name: each ``-- name: x`` in ``statements.sql`` begins one statement."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_MARK = "-- name:"


@cache
def statements() -> Mapping[str, str]:
    """Every statement of the station's store by its name."""
    text = (Path(__file__).parent / "sql" / "statements.sql").read_text(encoding="utf-8")
    named = (part.partition("\n") for part in text.split(_MARK)[1:])
    return MappingProxyType({name.strip(): sql.strip() for name, _, sql in named})
