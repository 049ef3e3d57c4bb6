"""The problem table: the rows of all rooms in one place, each code once."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from rekam.problem.row import Row

ROOMS = (
    "abis", "account", "biometric", "birth", "card", "centre", "command", "connection", "courier", "coverage", "delivery", "device",
    "directive", "engine", "fault", "fleet", "mosip", "obstacle", "packet", "person", "place", "population", "portal", "power", "recording", "registry", "report", "station", "statement", "trust",
)  # fmt: skip
"""One file of rows a room, in ``rekam.problem.rows``."""


def _all_rows() -> Mapping[str, Row]:
    table: dict[str, Row] = {}
    for room in ROOMS:
        rows: dict[str, Row] = import_module(f"rekam.problem.rows.{room}").ROWS
        for code, row in rows.items():
            if not code.startswith(f"{room}."):
                message = f"problem {code} stands in the rows of {room}"
                raise ValueError(message)
            table[code] = row
    return MappingProxyType(table)


TABLE: Mapping[str, Row] = _all_rows()
