"""What the centre does once a day by itself: keep the day's figures, settle lost hours anew, remind, read bodies again."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from rekam.centre.centre import Centre, open_centre
from rekam.centre.days import WIB, keep_day
from rekam.centre.directive.round import make_round
from rekam.centre.scrub import scrub_share
from rekam.centre.settling import settle_recent

log = logging.getLogger("rekam.nightly")

LOOK_S = 600.0
"""Seconds between looks whether a new day has begun; a failed chore is tried again at the next look."""

CHORES: tuple[Callable[[Centre], object], ...] = (keep_day, settle_recent, make_round)
"""Each may be done twice, by two workers too: the second time finds nothing to do."""


def do_chores(centre: Centre, *, ending: Callable[[], bool] = lambda: False) -> None:
    """Everything that a new day asks for; reading bodies again, which may take hours, comes last.

    Args:
        centre: The open centre.
        ending: Whether the worker is to end.
    """
    for chore in CHORES:
        chore(centre)
    scrub_share(centre, ending=ending)


@contextmanager
def nights(folder: Path, url: str, now: Callable[[], int]) -> Iterator[None]:
    """A thread beside a worker that does the chores when it starts and whenever a day has begun.

    Args:
        folder: The centre's folder.
        url: Its database.
        now: Unix seconds.
    """
    over = threading.Event()
    thread = threading.Thread(target=_live, args=(folder, url, now, over), name="nightly")
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _live(folder: Path, url: str, now: Callable[[], int], over: threading.Event) -> None:
    done: date | None = None
    while not over.is_set():
        today = (datetime.fromtimestamp(now(), UTC) + WIB).date()
        if today != done:
            try:
                with open_centre(folder, url, now=now, sessions=2) as centre:
                    do_chores(centre, ending=over.is_set)
                done = today
            except Exception:
                # The night must not end the worker: recordings wait for it. It is tried again.
                log.exception("the round of %s broke off", today)
        over.wait(LOOK_S)
