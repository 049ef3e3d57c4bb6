"""The tus client: a body goes on where it stopped, however often the line breaks."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import urljoin

import httpx

from rekam.edge.wire.line_client import LINE_CODES, line_problems
from rekam.edge.wire.pace import Pace
from rekam.edge.wire.refusal import HEADER, read_refusal
from rekam.edge.wire.tus.core import MEDIA_TYPE, VERSION, Crc32
from rekam.edge.wire.tus.sending import Hold, SendingTurn
from rekam.edge.wire.tus.toll import Toll
from rekam.edge.wire.tus.upload import metadata_of
from rekam.problem import Problem

UPLOADS_PATH = "/delivery/uploads"
_BLOCK = 1_024
_AGAIN = LINE_CODES | {
    "delivery.upload_busy",
    "delivery.upload_unknown",
    "delivery.offset_differs",
    "delivery.checksum_differs",
}
"""Problems after which looking where the server stands and going on makes sense."""


_BY_STATUS: Mapping[int, Problem] = {
    404: Problem("delivery.upload_unknown"),
    410: Problem("delivery.upload_unknown"),
    409: Problem("delivery.offset_differs", held="?", offered="?"),
    423: Problem("delivery.upload_busy"),
    460: Problem("delivery.checksum_differs"),
}


@dataclass(frozen=True, slots=True)
class UploadReport:
    """What an upload cost.

    Attributes:
        length: Bytes of the body.
        sent_bytes: Bytes of the body that this call put on the line.
        resent_bytes: Those that the server had not kept from an earlier try.
        failures: How often it had to begin again.
        kbit_s: Speed over the requests that succeeded; 0 if nothing was sent.
    """

    length: int
    sent_bytes: int
    resent_bytes: int
    failures: int
    kbit_s: float


class UploadPort(Protocol):
    """Whatever brings a body to the centre."""

    def upload(self, packet_id: bytes, body: Path) -> UploadReport:
        """Bring all bytes there.

        Raises:
            Problem: Of the line (codes of ``LINE_CODES``) or of this packet.
        """


@dataclass(slots=True)
class _Course:
    """One upload under way."""

    packet_id: bytes
    content: bytes
    address: str = ""
    offset: int = 0
    furthest: int = 0
    sent: int = 0
    first_offset: int | None = None
    good_bytes: int = 0
    good_seconds: float = 0.0

    @property
    def kbit_s(self) -> float:
        return self.good_bytes / 125 / self.good_seconds if self.good_seconds > 0 else 0.0


class Uploader:
    """Uploads bodies one after another.

    Args:
        uploads_url: Address where uploads are created.
        http: See :func:`line_client`.
        clock: Seconds that only go forward.
        sleep: Waits so many seconds; may raise to end the upload.
        jitter: A number from 0 to 1, new at each call.
        pace: How hard to try.
        turn: Shared with the other uploaders of the same line, so that they do not send at the same time.

    Attributes:
        sent_bytes: Bytes of bodies that it put on the line so far, those of uploads that failed included.
    """

    def __init__(
        self,
        uploads_url: str,
        http: httpx.Client,
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        jitter: Callable[[], float],
        pace: Pace | None = None,
        turn: SendingTurn | None = None,
    ) -> None:
        self._url = uploads_url
        self._http = http
        self._clock = clock
        self._sleep = sleep
        self._jitter = jitter
        self._pace = pace or Pace()
        self._kbit_s = 0.0
        self._toll = Toll()
        self._turn = turn or SendingTurn()
        self.sent_bytes = 0

    def upload(self, packet_id: bytes, body: Path) -> UploadReport:
        """See :class:`UploadPort`.

        Raises:
            Problem: Also ``delivery.body_missing`` and ``delivery.body_damaged`` of the file here.
        """
        course = _Course(packet_id, _own_body(packet_id, body))
        failures = failures_in_a_row = 0
        while True:
            furthest = course.furthest
            try:
                self._go_on(course)
                break
            except Problem as problem:
                failures += 1
                failures_in_a_row = 1 if course.furthest > furthest else failures_in_a_row + 1
                if problem.code not in _AGAIN or failures_in_a_row >= self._pace.tries:
                    raise
                if problem.code == "delivery.upload_unknown":
                    course.address = ""
                if problem.code == "delivery.checksum_differs":
                    self._kbit_s = 0.0  # begin small again: of such a chunk nothing is kept
                self._sleep(self._pace.wait_s(failures_in_a_row, self._jitter()))
        needed = len(course.content) - (course.first_offset or 0)
        resent = max(0, course.sent - needed)
        return UploadReport(len(course.content), course.sent, resent, failures, course.kbit_s)

    def _go_on(self, course: _Course) -> None:
        """From where the server stands to the end, or to the first failure."""
        self._move(course, self._find(course) if course.address else self._create(course))
        if course.first_offset is None:
            course.first_offset = course.offset
        while course.offset < len(course.content):
            self._send_chunk(course)

    def _create(self, course: _Course) -> int:
        """Begin the upload or find it again; where the server stands."""
        headers = {
            "Upload-Length": str(len(course.content)),
            "Upload-Metadata": metadata_of(course.packet_id),
        }
        response = self._ask("POST", self._url, headers, expected=201)
        course.address = str(urljoin(self._url, response.headers.get("Location", "")))
        # Our server says the offset at once; others are asked.
        return _stated_offset(response) if "Upload-Offset" in response.headers else self._find(course)

    def _find(self, course: _Course) -> int:
        return _stated_offset(self._ask("HEAD", course.address, {}, expected=200))

    def _send_chunk(self, course: _Course) -> None:
        chunk = course.content[course.offset : course.offset + self._pace.next_chunk(self._kbit_s)]
        headers = {
            "Content-Type": MEDIA_TYPE,
            "Content-Length": str(len(chunk)),
            "Upload-Offset": str(course.offset),
            "Upload-Checksum": f"crc32 {b64encode(Crc32(chunk).digest()).decode()}",
        }
        with self._turn.take() as hold:
            begun, sent_before = self._clock(), course.sent
            try:
                blocks = _counted(course, chunk, hold)
                response = self._ask("PATCH", course.address, headers, expected=204, blocks=blocks)
            finally:
                course.sent = max(sent_before, course.sent - self._toll.unsent)
                self.sent_bytes += course.sent - sent_before
            seconds = self._clock() - begun
        if _stated_offset(response) != course.offset + len(chunk):
            raise Problem("delivery.answer_unreadable")
        self._move(course, course.offset + len(chunk))
        course.good_bytes += len(chunk)
        course.good_seconds += seconds
        self._kbit_s = course.kbit_s

    def _move(self, course: _Course, offset: int) -> None:
        if offset > len(course.content):
            raise Problem("delivery.answer_unreadable")
        course.offset = offset
        course.furthest = max(course.furthest, offset)

    def _ask(
        self,
        method: str,
        address: str,
        headers: dict[str, str],
        *,
        expected: int,
        blocks: Iterator[bytes] | None = None,
    ) -> httpx.Response:
        size = int(headers.get("Content-Length", 0))
        patience = self._pace.patience_s(size, self._kbit_s)
        with line_problems(patience):
            response = self._http.request(
                method,
                address,
                headers={"Tus-Resumable": VERSION, **headers},
                content=blocks,
                timeout=patience,
                extensions={"trace": self._toll.watch},
            )
        self._toll.knows(response.extensions.get("network_stream"))
        if response.status_code == expected and response.headers.get("Tus-Resumable") == VERSION:
            return response
        raise _problem_of(response)


def _problem_of(response: httpx.Response) -> Problem:
    """What an answer that is not the expected one means; other tus servers tell only by the status."""
    if HEADER in response.headers or "Tus-Resumable" not in response.headers:
        return read_refusal(response)
    status = response.status_code
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status >= 500:
        return Problem("delivery.centre_failed", status=status)
    return Problem("delivery.centre_refused", reason=f"HTTP {status}")


def _own_body(packet_id: bytes, path: Path) -> bytes:
    """The body, checked before an hour of a slow line is spent on it."""
    packet = packet_id.hex()[:12]
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise Problem("delivery.body_missing", packet=packet) from error
    except OSError as error:
        raise Problem("delivery.body_damaged", packet=packet) from error
    if hashlib.sha256(content).digest() != packet_id:
        raise Problem("delivery.body_damaged", packet=packet)
    return content


def _counted(course: _Course, chunk: bytes, hold: Hold) -> Iterator[bytes]:
    for place in range(0, len(chunk), _BLOCK):
        block = chunk[place : place + _BLOCK]
        course.sent += len(block)
        yield block
    hold.give()


def _stated_offset(response: httpx.Response) -> int:
    text = response.headers.get("Upload-Offset", "")
    if not text.isdecimal():
        raise Problem("delivery.answer_unreadable")
    return int(text)
