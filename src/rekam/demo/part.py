"""One process of the demo tree: started, watched, started again when it dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

STOP_SECONDS = 12.0
"""A part that has not ended this long after being asked is ended by force."""

PARENT = "REKAM_PARENT"
"""Environment variable with the process id of the demo; a part ends when that process is gone."""


class Part:
    """A child process ``rekam NAME ...`` whose output goes to a file.

    Args:
        name: Shown in reports, ``centre``.
        arguments: Words after ``rekam``.
        log: File that takes its output; appended to over restarts.
        environment: Variables beside those of this process.
    """

    def __init__(
        self, name: str, arguments: Sequence[str], log: Path, environment: Mapping[str, str]
    ) -> None:
        self.name = name
        self.arguments = tuple(arguments)
        self.log = log
        self.environment = dict(environment)
        self.starts = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._output: IO[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """Process id while it runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    @property
    def exit_code(self) -> int | None:
        """How it ended, ``None`` while it runs."""
        return self._process.poll() if self._process else None

    def start(self) -> None:
        """Start it (again)."""
        self._close_output()
        self._output = self.log.open("ab")
        self.starts += 1
        self._process = subprocess.Popen(  # noqa: S603 - our own command with our own words
            [sys.executable, "-m", "rekam.command", *self.arguments],
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **self.environment, PARENT: str(os.getpid())},
            start_new_session=True,
        )

    def stop(self) -> None:
        """Ask it to end, wait, then force."""
        process = self._process
        if process is not None and process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._close_output()

    def last_words(self, lines: int = 12) -> str:
        """End of its output, for a person who must find out why it died."""
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def _close_output(self) -> None:
        if self._output is not None:
            self._output.close()
            self._output = None
