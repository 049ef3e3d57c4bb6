"""What a child process says to the case that runs it."""

import socket

MESSAGE_BYTES = 4096
"""Longest message, bytes."""

READY, GO = "ready", "go"


class Line:
    """The child's end. Messages go by ``sendmsg``, so that no fault put on ``write`` or ``sendto`` meets them.

    Args:
        end: A connected socket that keeps messages apart.
    """

    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def say(self, word: str, *values: object) -> None:
        """One message: a word and its values, apart by spaces."""
        self._end.sendmsg([" ".join((word, *map(str, values))).encode()[:MESSAGE_BYTES]])

    def hold(self) -> None:
        """Waits until the case lets it go on."""
        self.say(READY)
        self._end.recv(MESSAGE_BYTES)
