"""STOMP 1.2 frames: octets in, values out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

MOST_HEAD = 64_000
"""Octets of command and headers; ActiveMQ allows 10 kB a header line and 1 000 lines, MOSIP sends a dozen."""
MOST_BODY = 8_000_000
"""Octets of a body."""

_ESCAPES = {"\\": "\\\\", "\r": "\\r", "\n": "\\n", ":": "\\c"}
_PLAIN = {"\\\\": "\\", "\\r": "\r", "\\n": "\n", "\\c": ":"}
_UNESCAPED = frozenset({"CONNECT", "CONNECTED"})
"""Their headers are written as they are, for servers of version 1.0."""
_ESCAPED_PAIR = re.compile(r"\\.?", re.DOTALL)


class FrameError(ValueError):
    """What came is no STOMP 1.2."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame.

    Attributes:
        command: ``MESSAGE``, ``SEND`` and others.
        headers: Of a repeated header the first counts.
        body: Octets.
    """

    command: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def encode(self) -> bytes:
        """The octets.

        A body with NUL needs the header ``content-length``. It is never added here, because ActiveMQ takes its
        presence to mean octets, its absence text.
        """
        escape = self.command not in _UNESCAPED
        lines = [
            f"{_escaped(name) if escape else name}:{_escaped(value) if escape else value}"
            for name, value in self.headers.items()
        ]
        return "\n".join((self.command, *lines, "", "")).encode() + self.body + b"\0"


class FrameReader:
    """Puts frames together from pieces of any size; heart-beats vanish."""

    def __init__(self) -> None:
        self._octets = bytearray()

    def feed(self, octets: bytes) -> Iterator[Frame]:
        """The frames that are whole now.

        Raises:
            FrameError: If the stream is broken; the connection is of no use any more.
        """
        self._octets += octets
        while frame := self._next():
            yield frame

    def _next(self) -> Frame | None:
        blank = len(self._octets) - len(self._octets.lstrip(b"\r\n"))
        del self._octets[:blank]
        head, body_at = self._head()
        if head is None:
            return None
        command, headers = head
        length = headers.get("content-length")
        if length is None:
            end = self._octets.find(b"\0", body_at, body_at + MOST_BODY + 1)
            if end < 0:
                self._bound(len(self._octets) - body_at)
                return None
        else:
            end = body_at + self._bound(_number(length))
            if end >= len(self._octets):
                return None
            if self._octets[end]:
                raise FrameError("content-length")
        frame = Frame(command, headers, bytes(self._octets[body_at:end]))
        del self._octets[: end + 1]
        return frame

    def _head(self) -> tuple[tuple[str, dict[str, str]] | None, int]:
        at = re.search(rb"\r?\n\r?\n", self._octets[: MOST_HEAD + 4])
        if at is None:
            if len(self._octets) > MOST_HEAD:
                raise FrameError("headers")
            return None, 0
        try:
            command, *lines = bytes(self._octets[: at.start()]).decode().replace("\r\n", "\n").split("\n")
        except UnicodeDecodeError as error:
            raise FrameError("headers") from error
        headers: dict[str, str] = {}
        for line in lines:
            name, found, value = line.partition(":")
            if not found:
                raise FrameError("headers")
            if command not in _UNESCAPED:
                name, value = _unescaped(name), _unescaped(value)
            headers.setdefault(name, value)
        return (command, headers), at.end()

    @staticmethod
    def _bound(length: int) -> int:
        if length > MOST_BODY:
            raise FrameError("body")
        return length


def _number(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise FrameError("content-length")
    return int(text)


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in text)


def _unescaped(text: str) -> str:
    def plain(pair: re.Match[str]) -> str:
        if pair[0] not in _PLAIN:
            raise FrameError("escape")
        return _PLAIN[pair[0]]

    return _ESCAPED_PAIR.sub(plain, text)
