"""Puts jobs on the queue inside the caller's transaction: the event and its next job happen together or not."""

from collections.abc import Sequence

from procrastinate import App, SyncPsycopgConnector
from procrastinate.types import JSONDict
from psycopg import Connection

QUEUE = "centre"
"""One queue: every worker of the centre can do every stage."""


class JobQueue:
    """Defers jobs by name; the tasks themselves are registered by the worker only."""

    def __init__(self) -> None:
        # Never opened: every statement runs on the connection that the caller brings.
        self._app = App(connector=SyncPsycopgConnector())

    def defer(self, connection: Connection, task: str, packet_id: bytes, *, delay_s: int = 0) -> int:
        """Put a job for a packet on the queue; it exists when the connection's transaction commits.

        Args:
            connection: The transaction.
            task: Name of the task.
            packet_id: Its only argument.
            delay_s: Seconds to wait before it is done.

        Returns:
            Number of the job.
        """
        wait = {"seconds": delay_s} if delay_s else None
        job = self._app.configure_task(task, queue=QUEUE, connection=connection, schedule_in=wait)
        return job.defer(packet=packet_id.hex())

    def defer_all(self, connection: Connection, task: str, packet_ids: Sequence[bytes]) -> None:
        """Put a job for each of several packets on the queue, in one statement."""
        if packet_ids:
            deferrer = self._app.configure_task(task, queue=QUEUE, connection=connection)
            arguments: list[JSONDict] = [{"packet": packet_id.hex()} for packet_id in packet_ids]
            deferrer.batch_defer(*arguments)


def unfinished(connection: Connection) -> int:
    """Jobs that wait or are being done."""
    row = connection.execute(
        "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
    ).fetchone()
    assert row is not None
    return int(row[0])


def failed(connection: Connection) -> int:
    """Jobs that failed every attempt."""
    row = connection.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'").fetchone()
    assert row is not None
    return int(row[0])


def retry_failed(connection: Connection) -> int:
    """Put jobs that failed every attempt on the queue again; how many."""
    return connection.execute(
        "SELECT procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL) FROM procrastinate_jobs"
        " WHERE status = 'failed'"
    ).rowcount
