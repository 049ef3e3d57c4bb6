"""The queue between MOSIP and the engine: what every broker must give, and a simulator of one."""

from collections import deque
from dataclasses import dataclass
from typing import Protocol

from rekam.problem import Problem


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message from the queue of requests.

    Attributes:
        body: Octets of the message.
        is_text: Whether it came as text (else as octets); the answer goes the same way.
        token: What the broker calls this delivery.
    """

    body: bytes
    is_text: bool
    token: str


class MessageQueue(Protocol):
    """A broker: at least once, in order as long as nothing is delivered again."""

    def take(self, wait_s: float) -> Delivery | None:
        """The next request; ``None`` if none came in time.

        Raises:
            Problem: ``mosip.queue_failed``; what was taken and not done comes again.
        """

    def done(self, delivery: Delivery) -> None:
        """Lets the broker forget a request.

        Raises:
            Problem: ``mosip.queue_failed``.
        """

    def send(self, body: bytes, *, is_text: bool) -> None:
        """Puts an answer on the other queue; the broker has it when this returns.

        Raises:
            Problem: ``mosip.queue_failed``; the answer may be there or not.
        """

    def close(self) -> None:
        """Ends the connection."""


class SimulatedQueue:
    """A broker in memory that delivers at least once and fails when it is told to.

    Attributes:
        answers: What was sent, in order.
        failures: How many of the next ``send`` or ``done`` fail.
    """

    def __init__(self) -> None:
        self.answers: list[bytes] = []
        self.kinds: list[bool] = []
        self.failures = 0
        self._waiting: deque[Delivery] = deque()
        self._taken: dict[str, Delivery] = {}
        self._count = 0

    def put(self, body: bytes, *, is_text: bool = True) -> None:
        """A request from MOSIP."""
        self._count += 1
        self._waiting.append(Delivery(body, is_text, str(self._count)))

    def break_line(self) -> None:
        """The connection is lost: what was taken and not done will be delivered again, first."""
        self._waiting.extendleft(reversed(self._taken.values()))
        self._taken.clear()

    def take(self, wait_s: float) -> Delivery | None:
        """See `MessageQueue`; never waits."""
        del wait_s
        if not self._waiting:
            return None
        delivery = self._waiting.popleft()
        self._taken[delivery.token] = delivery
        return delivery

    def done(self, delivery: Delivery) -> None:
        """See `MessageQueue`."""
        self._perhaps_fail()
        self._taken.pop(delivery.token, None)

    def send(self, body: bytes, *, is_text: bool) -> None:
        """See `MessageQueue`."""
        self._perhaps_fail()
        self.answers.append(body)
        self.kinds.append(is_text)

    def close(self) -> None:
        """Nothing to end."""

    def _perhaps_fail(self) -> None:
        if self.failures:
            self.failures -= 1
            raise Problem("mosip.queue_failed", reason="simulated")
