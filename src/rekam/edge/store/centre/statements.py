"""SQL in named statements: one file a subject, parsed once.

A file holds ``-- name --`` lines, each followed by a comment that says what the statement is for and by the
statement itself with ``%(value)s`` places.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_HEAD = re.compile(r"^-- ([a-z][a-z0-9_]*) --$", re.MULTILINE)


def parse(text: str) -> Mapping[str, bytes]:
    """The statements of one file by name.

    Args:
        text: Content of the file.

    Raises:
        ValueError: If a name stands twice or a statement is empty.
    """
    parts = _HEAD.split(text)
    found: dict[str, bytes] = {}
    for name, body in zip(parts[1::2], parts[2::2], strict=True):
        statement = body.strip().removesuffix(";")
        if name in found or not statement:
            message = f"statement {name} is empty or stands twice"
            raise ValueError(message)
        found[name] = statement.encode()
    return MappingProxyType(found)


@cache
def statements(subject: str) -> Mapping[str, bytes]:
    """The statements of ``statement/SUBJECT.sql``."""
    return parse((files("rekam.edge.store.centre") / "statement" / f"{subject}.sql").read_text("utf-8"))
