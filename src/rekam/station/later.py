"""What the first page does not wait for: begun in a thread behind it, or after a moment without one."""

import threading
from collections.abc import Callable, Iterable

PATIENCE_S = 3.0
"""Seconds after which it begins although nobody asked for a page: recordings are delivered by themselves too."""


class Later:
    """Steps that are taken once, one after the other, in a thread of their own.

    Args:
        steps: What is to be done.
    """

    def __init__(self, steps: Iterable[Callable[[], object]]) -> None:
        self._steps = steps
        self._answered = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="later", daemon=True)

    def start(self) -> None:
        """Waits for the first page."""
        self._thread.start()

    def first_page_answered(self) -> None:
        """Now; told again it changes nothing."""
        self._answered.set()

    def stop(self) -> None:
        """Takes no further step; the one that is being taken is waited for."""
        self._ended.set()
        self._answered.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        self._answered.wait(PATIENCE_S)
        for step in self._steps:
            if self._ended.is_set():
                return
            step()
