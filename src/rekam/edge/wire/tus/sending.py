"""Whose bytes go into the line now, when several uploads share it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class SendingTurn:
    """One upload sends at a time; the next begins while the answer to the last byte is still on its way."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    @property
    def free(self) -> bool:
        """Whether nobody sends now."""
        return not self._lock.locked()

    @contextmanager
    def take(self) -> Iterator["Hold"]:
        """Waits for the turn; it ends with the block, or before, by :meth:`Hold.give`."""
        self._lock.acquire()
        hold = Hold(self._lock)
        try:
            yield hold
        finally:
            hold.give()


class Hold:
    """The turn of one request."""

    def __init__(self, lock: threading.Lock) -> None:
        self._lock: threading.Lock | None = lock

    def give(self) -> None:
        """The last byte is given to the line; more calls do nothing."""
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()
