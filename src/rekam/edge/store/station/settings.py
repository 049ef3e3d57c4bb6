"""Small values that the station keeps: its provisioning, the state of its line."""

from typing import TypeVar

import msgspec

from rekam.edge.store.station.database import Database

T = TypeVar("T")


class Settings:
    """Values by name, kept as MessagePack of their type."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, name: str, kind: type[T]) -> T | None:
        """The value, or ``None`` when it was never set."""
        row = self._database.one("setting", name)
        return msgspec.msgpack.decode(row["value"], type=kind) if row else None

    def write(self, name: str, value: object) -> None:
        """Sets the value."""
        self._database.do("set_setting", name, msgspec.msgpack.encode(value))
