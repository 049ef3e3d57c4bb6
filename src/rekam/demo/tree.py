"""The process tree of the demo: keeps its parts alive and says who they are."""

import json
import os
import threading
from pathlib import Path

from rekam.demo.part import Part
from rekam.problem import Problem

WATCH_SECONDS = 0.1
QUICK_DEATHS = 8
"""A part that dies this often without ever being asked to is not started again; something is wrong with it."""


class Tree:
    """Starts parts and restarts those that are killed.

    Args:
        folder: Where ``parts.json`` names the living processes, for those who want to kill them.
        restarts_allowed: Total number of restarts before giving up.
    """

    def __init__(self, folder: Path, *, restarts_allowed: int = 1000) -> None:
        self.folder = folder
        self.restarts_allowed = restarts_allowed
        self.parts: list[Part] = []
        self.failure: Problem | None = None
        self._lock = threading.Lock()
        self._ending = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="tree", daemon=True)

    def grow(self, part: Part) -> Part:
        """Start a part and keep it alive from now on."""
        with self._lock:
            part.start()
            self.parts.append(part)
            self._publish()
        if not self._watcher.is_alive() and not self._ending.is_set():
            self._watcher.start()
        return part

    @property
    def restarts(self) -> int:
        """How often a part had to be started again."""
        return sum(part.starts - 1 for part in self.parts)

    def check(self) -> None:
        """Raises the failure that the watcher met, if it met one."""
        if self.failure is not None:
            raise self.failure

    def fell(self) -> None:
        """Stop everything, the youngest first."""
        self._ending.set()
        if self._watcher.is_alive():
            self._watcher.join()
        with self._lock:
            for part in reversed(self.parts):
                part.stop()
            self._publish()

    def _watch(self) -> None:
        while not self._ending.wait(WATCH_SECONDS):
            with self._lock:
                for part in self.parts:
                    if part.exit_code is None:
                        continue
                    killed = part.exit_code < 0
                    if (not killed and part.starts >= QUICK_DEATHS) or self.restarts >= self.restarts_allowed:
                        self.failure = Problem("command.part_died", name=part.name, log=str(part.log))
                        return
                    self._note(part)
                    part.start()
                    self._publish()

    def _note(self, part: Part) -> None:
        """One line for each death, so that a restart nobody asked for can be explained."""
        with (self.folder / "restarts.log").open("a") as notes:
            notes.write(f"{part.name} ended with {part.exit_code}\n{part.last_words()}\n")

    def _publish(self) -> None:
        living = {part.name: part.pid for part in self.parts if part.pid is not None}
        rough = self.folder / "parts.json.new"
        rough.write_text(json.dumps(living))
        os.replace(rough, self.folder / "parts.json")  # noqa: PTH105 - the atomic rename is the point
