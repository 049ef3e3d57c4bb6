"""A worker process: takes jobs from the queue until it is told to stop."""

import asyncio
import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress

from procrastinate import App, JobContext, PsycopgConnector, RetryStrategy
from procrastinate.worker import Worker
from psycopg import AsyncConnection

from rekam.edge.job import parameters
from rekam.edge.job.queue import QUEUE
from rekam.edge.job.sweep import hold_life, requeue_dead

log = logging.getLogger("rekam.worker")

Task = Callable[[bytes, bool], None]
"""Does one job: packet id, and whether this is the last attempt."""


def work(
    url: str,
    tasks: Mapping[str, Task],
    *,
    concurrency: int = 1,
    stop: threading.Event | None = None,
    ready: Callable[[], None] | None = None,
) -> None:
    """Work until SIGTERM or SIGINT, or until ``stop`` is set; jobs in hand are finished first.

    A worker that is killed loses nothing: its jobs go back to the queue as soon as another worker, or itself
    after a restart, sees that its lock is free.

    Args:
        url: The centre's database.
        tasks: What to do for each name of task.
        concurrency: Jobs at once, each in a thread.
        stop: Another way to stop, for a worker that is not the main thread of its process.
        ready: Called when the worker has taken up its work.
    """
    asyncio.run(_work(url, tasks, concurrency, stop or threading.Event(), ready))


async def _work(
    url: str,
    tasks: Mapping[str, Task],
    concurrency: int,
    stop: threading.Event,
    ready: Callable[[], None] | None,
) -> None:
    app = App(connector=PsycopgConnector(conninfo=url, min_size=1, max_size=concurrency + 3))
    for name, task in tasks.items():
        _register(app, name, task)
    async with app.open_async(), await AsyncConnection.connect(url, autocommit=True) as connection:
        # Before the first job is looked for: what dead workers left belongs to the queue again.
        await requeue_dead(connection, own=0)
        worker = Worker(
            app,
            queues=[QUEUE],
            concurrency=concurrency,
            install_signal_handlers=threading.current_thread() is threading.main_thread(),
            fetch_job_polling_interval=parameters.POLL_S,
            update_heartbeat_interval=parameters.HEARTBEAT_S,
            delete_jobs="successful",
        )
        beside = asyncio.create_task(_live_and_sweep(connection, worker, stop, ready))
        # A worker that cannot show that it lives any more must not go on.
        beside.add_done_callback(lambda _: worker.stop())  # type: ignore[no-untyped-call]
        try:
            await worker.run()  # type: ignore[no-untyped-call]
        finally:
            beside.cancel()
            with suppress(asyncio.CancelledError):
                await beside


def _register(app: App, name: str, task: Task) -> None:
    def do(context: JobContext, packet: str) -> None:
        last = context.job.attempts + 1 >= parameters.ATTEMPTS
        task(bytes.fromhex(packet), last)

    retry = RetryStrategy(max_attempts=parameters.ATTEMPTS - 1, exponential_wait=parameters.FIRST_RETRY_S)
    app.task(name=name, queue=QUEUE, pass_context=True, retry=retry)(do)


async def _live_and_sweep(
    connection: AsyncConnection, worker: Worker, stop: threading.Event, ready: Callable[[], None] | None
) -> None:
    own = await _number(worker)
    await hold_life(connection, own)
    if ready:
        ready()
    swept = 0.0
    while not stop.is_set():
        if (now := asyncio.get_running_loop().time()) - swept >= parameters.SWEEP_S:
            swept = now
            given_back = await requeue_dead(connection, own)
            if given_back:
                log.warning("gave %d jobs of dead workers back to the queue", given_back)
        await asyncio.sleep(0.1)


async def _number(worker: Worker) -> int:
    while worker.worker_id is None:  # noqa: ASYNC110 - the library gives no event for it
        await asyncio.sleep(0.01)
    return worker.worker_id
