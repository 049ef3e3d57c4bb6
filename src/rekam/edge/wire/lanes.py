"""Several bodies under way at once, so that the line is not idle while the centre confirms one of them."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

from rekam.edge.wire.outbox_port import HeldPacket
from rekam.edge.wire.tus.client import UploadPort, UploadReport
from rekam.problem import Problem

Result = tuple[HeldPacket, UploadReport | Problem]


class Lanes:
    """Uploads packets in order, as many at once as there are ways.

    With one way everything happens in the caller's thread.

    Args:
        ways: Each carries one body at a time.
        body_path: Where a packet's body stands; may be called in any thread.
    """

    def __init__(self, ways: Sequence[UploadPort], body_path: Callable[[bytes], Path]) -> None:
        self._ways = tuple(ways)
        self._body_path = body_path
        self._stopped = False

    def stop(self) -> None:
        """No further packet is begun; what is under way comes to its end."""
        self._stopped = True

    def bring(self, packets: Sequence[HeldPacket]) -> Iterator[Result]:
        """What became of each packet, as soon as it is known."""
        if len(self._ways) == 1:
            return self._one_by_one(packets)
        return self._side_by_side(packets)

    def _one_by_one(self, packets: Sequence[HeldPacket]) -> Iterator[Result]:
        for packet in packets:
            if self._stopped:
                return
            yield packet, self._brought(packet, self._ways[0])

    def _side_by_side(self, packets: Sequence[HeldPacket]) -> Iterator[Result]:
        waiting, free = deque(packets), deque(self._ways)
        under_way: dict[Future[Result], UploadPort] = {}
        with ThreadPoolExecutor(len(self._ways), thread_name_prefix="lane") as threads:

            def begin() -> None:
                while waiting and free and not self._stopped:
                    way = free.popleft()
                    under_way[threads.submit(self._carried, waiting.popleft(), way)] = way

            begin()
            while under_way:
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                free.extend(under_way.pop(future) for future in done)
                results = [future.result() for future in done]
                if all(isinstance(result, UploadReport) for _, result in results):
                    begin()  # before the caller notes anything on its disk: the line does not wait for that
                yield from results
                begin()

    def _carried(self, packet: HeldPacket, way: UploadPort) -> Result:
        return packet, self._brought(packet, way)

    def _brought(self, packet: HeldPacket, way: UploadPort) -> UploadReport | Problem:
        try:
            return way.upload(packet.packet_id, self._body_path(packet.packet_id))
        except Problem as problem:
            return problem
