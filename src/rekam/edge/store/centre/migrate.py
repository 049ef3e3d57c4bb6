"""Brings a database to the schema of this version; each numbered file runs once, in its own transaction."""

import re
import time
from importlib.resources import files
from typing import LiteralString

from procrastinate.schema import SchemaManager
from psycopg import Connection, sql

from rekam.edge.store.centre.database import Database
from rekam.problem import Problem

LOCK_TIMEOUT = "10s"
"""A migration that cannot get its table locks gives up instead of stopping the whole centre behind it."""

STATEMENT_TIMEOUT = "15min"
"""Longest single statement of a migration."""

_TURN = 7_201_001
"""Advisory lock: one migrating process at a time."""

_NAME = re.compile(r"(\d{4})_[a-z_]+\.sql")


def _numbered() -> list[tuple[int, str]]:
    folder = files("rekam.edge.store.centre") / "migration"
    found = [
        (int(match[1]), file.read_text("utf-8"))
        for file in folder.iterdir()
        if (match := _NAME.fullmatch(file.name))
    ]
    return sorted(found)


def migrate(database: Database) -> list[int]:
    """Apply what is missing; returns the numbers applied now.

    Raises:
        Problem: ``centre.database_newer`` when the database is ahead of this program.
    """
    with database.connection() as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", (_TURN,))
        connection.commit()
        try:
            return _apply(connection)
        finally:
            connection.rollback()
            connection.execute("SELECT pg_advisory_unlock(%s)", (_TURN,))
            connection.commit()


def _apply(connection: Connection) -> list[int]:
    with connection.transaction():
        connection.execute(
            "CREATE TABLE IF NOT EXISTS public.rekam_migration (number integer PRIMARY KEY, applied_at bigint NOT NULL)"
        )
    steps = [(0, SchemaManager.get_schema()), *_numbered()]
    done = {row[0] for row in connection.execute("SELECT number FROM public.rekam_migration")}
    connection.commit()
    if done - {number for number, _ in steps}:
        raise Problem("centre.database_newer", number=max(done))
    missing = [(number, text) for number, text in steps if number not in done]
    for number, text in missing:
        with connection.transaction():
            connection.execute(_set("lock_timeout", LOCK_TIMEOUT))
            connection.execute(_set("statement_timeout", STATEMENT_TIMEOUT))
            # The queue's own schema (number 0) names no schema: it belongs into public.
            connection.execute("SET LOCAL search_path = public")
            connection.execute(text.encode())
            connection.execute(
                "INSERT INTO public.rekam_migration VALUES (%s, %s)", (number, int(time.time()))
            )
    return [number for number, _ in missing]


def _set(name: LiteralString, value: LiteralString) -> sql.Composed:
    return sql.SQL("SET LOCAL {} = {}").format(sql.Identifier(name), sql.Literal(value))
