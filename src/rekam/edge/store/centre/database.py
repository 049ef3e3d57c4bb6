"""Connections to the centre's PostgreSQL."""

import select
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Self, TypeVar

import psycopg
from psycopg import Connection
from psycopg.rows import BaseRowFactory, class_row, kwargs_row
from psycopg_pool import ConnectionPool

from rekam.problem import Problem

Row = TypeVar("Row")

SESSION = " ".join(
    f"-c {name}={value}"
    for name, value in (
        ("search_path", "rekam,biometric,public"),
        # A receipt promises what is on the disk, also where the server's own default was relaxed.
        ("synchronous_commit", "on"),
        ("default_transaction_isolation", "read\\ committed"),
        ("lock_timeout", "60s"),
        ("idle_in_transaction_session_timeout", "120s"),
        # A killed worker's session ends within this time even while it waits for a lock.
        ("client_connection_check_interval", "1s"),
        ("timezone", "UTC"),
    )
)
"""Settings of every session."""


class Database:
    """A pool of sessions; functions that write take the session of the transaction they belong to.

    Args:
        url: ``postgresql://…``.
        size: Most sessions open at once.
    """

    def __init__(self, url: str, *, size: int = 8) -> None:
        self.url = url
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            url,
            min_size=1,
            max_size=size,
            kwargs={"options": SESSION},
            open=False,
            name="rekam",
            check=_check,
        )

    def open(self, *, timeout: float = 15.0) -> Self:
        """Open the pool and wait for the first session.

        Raises:
            Problem: ``centre.database_unreachable``.
        """
        try:
            with psycopg.connect(self.url, options=SESSION, connect_timeout=int(timeout)):
                pass
            self._pool.open(wait=True, timeout=timeout)
        except (psycopg.OperationalError, TimeoutError) as error:
            raise Problem("centre.database_unreachable") from error
        return self

    def close(self) -> None:
        """Close every session."""
        self._pool.close()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """One session out of the pool; committed when the block ends well, rolled back when not."""
        with self._pool.connection() as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction: everything inside happens, or nothing."""
        with self._pool.connection() as connection, connection.transaction():
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One session for one statement that reads: it is its own transaction, one message instead of three."""
        with self._pool.connection() as connection:
            connection.autocommit = True
            try:
                yield connection
            finally:
                if not connection.closed:
                    connection.autocommit = False

    def rows(self, kind: type[Row], statement: bytes, **values: Any) -> list[Row]:
        """Rows of a reading statement, each as ``kind``: its columns are the fields, or what its ``of_row`` takes."""
        with self.reading() as connection:
            return all_rows(connection, kind, statement, **values)

    def row(self, kind: type[Row], statement: bytes, **values: Any) -> Row | None:
        """The first row, or ``None``."""
        with self.reading() as connection:
            return one_row(connection, kind, statement, **values)

    def value(self, statement: bytes, **values: Any) -> Any:
        """The first column of the first row, or ``None``."""
        with self.reading() as connection:
            return one_value(connection, statement, **values)


def all_rows(connection: Connection, kind: type[Row], statement: bytes, **values: Any) -> list[Row]:
    """Rows inside a transaction."""
    with connection.cursor(row_factory=_factory(kind)) as cursor:
        return cursor.execute(statement, values).fetchall()


def one_row(connection: Connection, kind: type[Row], statement: bytes, **values: Any) -> Row | None:
    """The first row inside a transaction, or ``None``."""
    with connection.cursor(row_factory=_factory(kind)) as cursor:
        return cursor.execute(statement, values).fetchone()


def one_value(connection: Connection, statement: bytes, **values: Any) -> Any:
    """The first column of the first row inside a transaction, or ``None``."""
    row = connection.execute(statement, values).fetchone()
    return None if row is None else row[0]


def run(connection: Connection, statement: bytes, **values: Any) -> int:
    """Run a writing statement inside a transaction; the number of rows it touched."""
    return connection.execute(statement, values).rowcount


def run_many(connection: Connection, statement: bytes, rows: Sequence[Mapping[str, Any]]) -> None:
    """Run a writing statement for each of several rows, sent together."""
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def _check(connection: Connection) -> None:
    """Whether a session that waited in the pool can be used.

    Nothing may stand in its socket: what does is the word of a server that has ended it, or a notice. Only then the
    server is asked, because a question costs as much as a small statement.
    """
    poll = select.poll()
    poll.register(connection.pgconn.socket, select.POLLIN)
    if poll.poll(0):
        ConnectionPool.check_connection(connection)


def _factory(kind: type[Row]) -> BaseRowFactory[Row]:
    of_row: Callable[..., Row] | None = getattr(kind, "of_row", None)
    return kwargs_row(of_row) if of_row else class_row(kind)
