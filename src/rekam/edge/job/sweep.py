"""Gives the jobs of dead workers back to the queue, within seconds of their death."""

from psycopg import AsyncConnection

from rekam.edge.job import parameters

_SUSPECTS = """
SELECT id FROM procrastinate_workers
WHERE id <> %(own)s AND last_heartbeat < now() - make_interval(secs => %(grace)s)
"""
_REQUEUE = """
SELECT procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL) FROM procrastinate_jobs
WHERE status = 'doing' AND worker_id = %(worker)s
"""
_ORPHANS = """
SELECT procrastinate_retry_job_v2(id, now(), NULL, NULL, NULL) FROM procrastinate_jobs
WHERE status = 'doing' AND worker_id IS NULL
"""
_FORGET = "DELETE FROM procrastinate_workers WHERE id = %(worker)s"


async def hold_life(connection: AsyncConnection, worker_id: int) -> None:
    """Take the lock that shows this worker to be alive as long as the connection is."""
    await connection.execute("SELECT pg_advisory_lock(%s, %s)", (parameters.LOCK_CLASS, worker_id))


async def requeue_dead(connection: AsyncConnection, own: int) -> int:
    """Requeue the jobs of workers whose lock is free: their process is gone.

    Two sweeps at once, or a sweep that is wrong, only make a job run twice: every stage is idempotent.

    Args:
        connection: In autocommit.
        own: The sweeping worker.

    Returns:
        Jobs given back.
    """
    given_back = 0
    suspects = await connection.execute(_SUSPECTS, {"own": own, "grace": parameters.GRACE_S})
    for (worker,) in await suspects.fetchall():
        tried = await connection.execute(
            "SELECT pg_try_advisory_lock(%s, %s)", (parameters.LOCK_CLASS, worker)
        )
        answer = await tried.fetchone()
        if answer is None or not answer[0]:
            continue
        try:
            async with connection.transaction():
                given_back += (await connection.execute(_REQUEUE, {"worker": worker})).rowcount
                await connection.execute(_FORGET, {"worker": worker})
        finally:
            await connection.execute("SELECT pg_advisory_unlock(%s, %s)", (parameters.LOCK_CLASS, worker))
    # Workers that the library's own heartbeat rule forgot first.
    given_back += (await connection.execute(_ORPHANS)).rowcount
    return given_back
