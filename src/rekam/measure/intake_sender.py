"""Senders that spend as little as they can: prepared requests over TLS, one connection each, nothing repeated."""

import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from rekam.edge.wire.tus.client import UPLOADS_PATH
from rekam.edge.wire.tus.core import MEDIA_TYPE, VERSION, Crc32
from rekam.edge.wire.tus.upload import metadata_of
from rekam.problem import Problem

_ANSWER_BYTES = 65_536


class Sender:
    """Brings bodies over one kept connection, as a station on a fast line does.

    Args:
        port: Where the centre listens on this machine.
        trusted: Its certificate, PEM.
        chunk: Bytes of one PATCH.
    """

    def __init__(self, port: int, trusted: Path, *, chunk: int) -> None:
        self._chunk = chunk
        plain = socket.create_connection(("127.0.0.1", port))
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._line = ssl.create_default_context(cafile=trusted).wrap_socket(
            plain, server_hostname="127.0.0.1"
        )

    def bring(self, packet_id: bytes, path: Path) -> None:
        """A whole body; when this returns, the centre has receipted it.

        Raises:
            Problem: ``delivery.centre_refused``.
        """
        body = path.read_bytes()
        for request, wanted in self._requests(packet_id, body):
            self._line.sendall(request)
            answer = self._line.recv(_ANSWER_BYTES)
            if not answer.startswith(b"HTTP/1.1 " + wanted):
                raise Problem("delivery.centre_refused", reason=answer[:40].decode("latin-1"))

    def close(self) -> None:
        """Ends the connection."""
        self._line.close()

    def _requests(self, packet_id: bytes, body: bytes) -> Iterator[tuple[bytes, bytes]]:
        head: dict[str, str | int] = {"Upload-Length": len(body), "Upload-Metadata": metadata_of(packet_id)}
        yield _request("POST", UPLOADS_PATH, head, b""), b"201"
        for place in range(0, len(body), self._chunk):
            chunk = body[place : place + self._chunk]
            head = {
                "Content-Type": MEDIA_TYPE,
                "Upload-Offset": place,
                "Upload-Checksum": f"crc32 {b64encode(Crc32(chunk).digest()).decode()}",
            }
            yield _request("PATCH", f"{UPLOADS_PATH}/{packet_id.hex()}", head, chunk), b"204"


def _request(method: str, path: str, head: dict[str, str | int], body: bytes) -> bytes:
    head = {"Host": "127.0.0.1", "Tus-Resumable": VERSION, "Content-Length": len(body), **head}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + body
