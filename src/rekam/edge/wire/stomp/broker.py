"""A broker in memory that speaks enough STOMP 1.2 for our line: queues, acknowledgement, receipts, redelivery.

For tests and trials: it knows no accounts and keeps nothing.
"""

import socket
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Condition, Thread

from rekam.edge.wire.stomp.frame import Frame, FrameReader

Message = tuple[bytes, bool]
"""Body, and whether it is text."""


@dataclass(slots=True)
class _Queue:
    waiting: deque[Message] = field(default_factory=deque)
    listener: "_Conversation | None" = None


class StompBroker:
    """Listens on a free port of the loopback from the beginning; `close` ends every connection."""

    def __init__(self) -> None:
        self.changed = Condition()
        self.queues: dict[str, _Queue] = {}
        self.talking: set[_Conversation] = set()
        self._server = _Server(("127.0.0.1", 0), _Conversation)
        self._server.broker = self
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"stomp://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        """Ends everything."""
        self._server.shutdown()
        self._server.server_close()
        self.cut()

    def cut(self) -> None:
        """Cuts every line; what was not acknowledged will be delivered again."""
        with self.changed:
            talking = list(self.talking)
        for one in talking:
            one.hang_up()
        with self.changed:
            self.changed.wait_for(lambda: not self.talking.intersection(talking))

    def put(self, queue: str, body: bytes, *, is_text: bool = True, first: bool = False) -> None:
        """A message into a queue."""
        with self.changed:
            waiting = self.queue(queue).waiting
            (waiting.appendleft if first else waiting.append)((body, is_text))
            self.offer(queue)
            self.changed.notify_all()

    def get(self, queue: str, timeout_s: float = 30.0) -> Message:
        """The next message of a queue that nobody listens to.

        Raises:
            TimeoutError: If none came.
        """
        with self.changed:
            if not self.changed.wait_for(lambda: self.queue(queue).waiting, timeout_s):
                raise TimeoutError(queue)
            return self.queue(queue).waiting.popleft()

    def queue(self, name: str) -> _Queue:
        """A queue by its name, made when absent."""
        return self.queues.setdefault(name, _Queue())

    def offer(self, name: str) -> None:
        """Hands what waits to whoever listens; call it while holding ``changed``."""
        queue = self.queue(name)
        while queue.listener is not None and queue.waiting:
            queue.listener.deliver(name, queue.waiting.popleft())


class _Server(ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    broker: StompBroker


class _Conversation(BaseRequestHandler):
    server: _Server
    request: socket.socket

    def setup(self) -> None:
        self.broker = self.server.broker
        self.subscribed: dict[str, str] = {}
        self.unacknowledged: dict[str, tuple[str, Message]] = {}
        self.count = 0
        with self.broker.changed:
            self.broker.talking.add(self)

    def handle(self) -> None:
        reader = FrameReader()
        try:
            while octets := self.request.recv(65_536):
                for frame in reader.feed(octets):
                    self._answer(frame)
        except OSError:
            return  # cut, as tests want it

    def finish(self) -> None:
        with self.broker.changed:
            for queue in self.broker.queues.values():
                if queue.listener is self:
                    queue.listener = None
            for name, (body, is_text) in reversed(list(self.unacknowledged.values())):
                self.broker.put(name, body, is_text=is_text, first=True)
            self.broker.talking.discard(self)
            self.broker.changed.notify_all()

    def hang_up(self) -> None:
        try:
            self.request.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # the other side was faster

    def deliver(self, name: str, message: Message) -> None:
        self.count += 1
        body, is_text = message
        ack = f"{id(self)}-{self.count}"
        self.unacknowledged[ack] = (name, message)
        length = {} if is_text else {"content-length": str(len(body))}
        head = {"subscription": self.subscribed[name], "message-id": ack, "destination": name, "ack": ack}
        self._say("MESSAGE", {**head, **length}, body)

    def _answer(self, frame: Frame) -> None:
        name = frame.headers.get("destination", "")
        with self.broker.changed:
            match frame.command:
                case "CONNECT" | "STOMP":
                    self._say("CONNECTED", {"version": "1.2", "heart-beat": "0,0"})
                case "SUBSCRIBE":
                    self.subscribed[name] = frame.headers["id"]
                    self.broker.queue(name).listener = self
                    self.broker.offer(name)
                case "ACK":
                    self.unacknowledged.pop(frame.headers["id"], None)
                    self.broker.changed.notify_all()
                case "SEND":
                    self.broker.put(name, frame.body, is_text="content-length" not in frame.headers)
                case _:
                    self._say("ERROR", {"message": f"unknown {frame.command}"})
            if "receipt" in frame.headers:
                self._say("RECEIPT", {"receipt-id": frame.headers["receipt"]})

    def _say(self, command: str, headers: Mapping[str, str], body: bytes = b"") -> None:
        try:
            self.request.sendall(Frame(command, headers, body).encode())
        except OSError:
            return  # `finish` will put back what was not acknowledged
