import selectors
import socket
import time
from collections.abc import Iterable

HOST = "127.0.0.1"
"""Device services bind to this address and never to a name (SBI 0.9.5)."""


def open_ports(ports: Iterable[int], wait_s: float) -> list[int]:
    """Those of ``ports`` on 127.0.0.1 that accept a connection within ``wait_s`` seconds, in order."""
    accepted: list[int] = []
    with selectors.DefaultSelector() as selector:
        for port in ports:
            probe = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            probe.setblocking(False)
            probe.connect_ex((HOST, port))
            selector.register(probe, selectors.EVENT_WRITE, port)
        until = time.monotonic() + wait_s
        while selector.get_map() and (left := until - time.monotonic()) > 0:
            for key, _ in selector.select(left):
                probe = key.fileobj  # type: ignore[assignment]  # the selector hands back what was registered
                if probe.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0:
                    accepted.append(key.data)
                selector.unregister(probe)
                probe.close()
        for key in list(selector.get_map().values()):
            selector.unregister(key.fileobj)
            key.fileobj.close()  # type: ignore[union-attr]  # likewise
    return sorted(accepted)
