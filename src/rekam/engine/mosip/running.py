"""Keeps the adapter going over lines that break."""

import logging
from collections.abc import Callable

from rekam.engine.mosip.adapter import MosipAbis
from rekam.engine.mosip.parameters import AGAIN_S, QUEUE_WAIT_S
from rekam.engine.mosip.queue import MessageQueue
from rekam.engine.mosip.share import DataShare
from rekam.engine.service import IdentificationService
from rekam.problem import Problem

log = logging.getLogger("rekam.engine.mosip")


def run(
    service: IdentificationService,
    share: DataShare,
    connect: Callable[[], MessageQueue],
    *,
    now: Callable[[], float],
    sleep: Callable[[float], None],
    until_empty: bool = False,
) -> None:
    """Serves until it is stopped; may be killed at any moment.

    Args:
        service: Keeps and searches the references.
        share: Gives the biometrics behind a URL.
        connect: Makes a connection to the broker.
        now: Unix seconds.
        sleep: Waits before the next try of a connection.
        until_empty: Ends when the queue is empty and everything is answered.

    Raises:
        Problem: Of the store; ``mosip.queue_failed`` only with ``until_empty``.
    """
    tries = 0
    while True:
        try:
            queue = connect()
            try:
                adapter = MosipAbis(service, share, queue, now)
                tries = 0
                while adapter.turn(QUEUE_WAIT_S) or not until_empty:
                    pass
            finally:
                queue.close()
        except Problem as problem:
            if problem.code != "mosip.queue_failed" or until_empty:
                raise
            log.warning("the queue is away: %s", problem)
            sleep(AGAIN_S[min(tries, len(AGAIN_S) - 1)])
            tries += 1
        else:
            return
