from rekam.edge.wire.stomp import StompLine
from rekam.engine.mosip.parameters import ROUND
from rekam.engine.mosip.queue import Delivery
from rekam.problem import Problem

_PREFETCH = "activemq.prefetchSize"
"""ActiveMQ hands out so many messages before it waits for acknowledgements; other brokers pass it over."""


class StompQueue:
    """A pair of queues at a STOMP broker, ActiveMQ say; see `MessageQueue`.

    Args:
        line: A fresh connection; belongs to the queue from now on.
        inbound: Queue of MOSIP's requests, ``mosip-to-abis`` by MOSIP's habit.
        outbound: Queue of our answers, ``abis-to-mosip``.
    """

    def __init__(self, line: StompLine, inbound: str, outbound: str) -> None:
        self._line = line
        self._outbound = outbound
        wanted = {"id": "0", "destination": inbound, "ack": "client-individual", _PREFETCH: str(ROUND)}
        try:
            line.write_surely("SUBSCRIBE", wanted)
        except BaseException:
            line.close()
            raise

    def take(self, wait_s: float) -> Delivery | None:
        """See `MessageQueue`."""
        frame = self._line.read(wait_s)
        if frame is None:
            return None
        if frame.command != "MESSAGE" or "ack" not in frame.headers:
            raise Problem("mosip.queue_failed", reason=frame.command[:40])
        # ActiveMQ gives the length of a message of octets, and none for text.
        is_text = "content-length" not in frame.headers
        return Delivery(frame.body, is_text, frame.headers["ack"])

    def done(self, delivery: Delivery) -> None:
        """See `MessageQueue`."""
        self._line.write("ACK", {"id": delivery.token})

    def send(self, body: bytes, *, is_text: bool) -> None:
        """See `MessageQueue`."""
        length = {} if is_text else {"content-length": str(len(body))}
        self._line.write_surely(
            "SEND",
            {
                "destination": self._outbound,
                "persistent": "true",
                "content-type": "application/json;charset=utf-8",
                **length,
            },
            body,
        )

    def close(self) -> None:
        """See `MessageQueue`."""
        self._line.close()
