import socket
import threading
import time

import pytest

from rekam.edge.wire.line import Line
from rekam.edge.wire.serving import bind


class Echo:
    """Sends back what it gets, on every connection."""

    def __init__(self):
        self.listener = bind()
        self.port = self.listener.getsockname()[1]
        self.threads = []
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self.echo, args=[connection], daemon=True)
            thread.start()
            self.threads.append(thread)

    def echo(self, connection):
        with connection:
            try:
                while data := connection.recv(65_536):
                    connection.sendall(data)
            except OSError:
                return

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for thread in self.threads:
            thread.join(5)


@pytest.fixture
def line():
    echo = Echo()
    with Line(echo.port) as line:
        yield line
    echo.close()


def connect(line):
    connection = socket.create_connection(("127.0.0.1", line.port), timeout=5)
    connection.settimeout(5)
    return connection


def ask(connection, data):
    connection.sendall(data)
    got = b""
    while len(got) < len(data):
        block = connection.recv(65_536)
        if not block:
            raise ConnectionResetError
        got += block
    return got


def test_a_good_line_carries_and_counts(line):
    data = bytes(range(256)) * 1000
    with connect(line) as connection:
        threading.Thread(target=connection.sendall, args=[data]).start()
        got = b""
        while len(got) < len(data):
            got += connection.recv(65_536)

    assert got == data
    assert (line.bytes_up, line.bytes_down) == (len(data), len(data))


def test_an_end_of_one_side_reaches_the_other(line):
    with connect(line) as connection:
        connection.sendall(b"last words")
        connection.shutdown(socket.SHUT_WR)
        got = b""
        while block := connection.recv(100):
            got += block

    assert got == b"last words"


def test_a_cut_resets_what_is_there_and_what_comes_until_it_is_restored(line):
    with connect(line) as connection:
        assert ask(connection, b"a") == b"a"
        line.cut()
        with pytest.raises(ConnectionError):
            ask(connection, b"b")
    with pytest.raises(ConnectionError), connect(line) as connection:
        ask(connection, b"c")
    line.restore()
    with connect(line) as connection:
        assert ask(connection, b"d") == b"d"


def test_a_silent_cut_tells_nobody(line):
    with connect(line) as connection:
        ask(connection, b"a")
        line.cut(silent=True)
        connection.settimeout(0.3)
        with pytest.raises(TimeoutError):
            ask(connection, b"b")
        line.restore()
        connection.settimeout(5)
        with pytest.raises(ConnectionError):
            ask(connection, b"c")


def test_a_slow_line_is_as_slow_as_it_says(line):
    line.throttle(800)
    begun = time.monotonic()
    with connect(line) as connection:
        assert ask(connection, bytes(20_000)) == bytes(20_000)
    seconds = time.monotonic() - begun

    # 160 kbit up at 800 kbit/s, and the way back at the same time: 0.2 s and a little.
    assert 0.2 <= seconds < 15


def test_two_connections_share_the_line(line):
    line.throttle(800)
    begun = time.monotonic()
    with connect(line) as one, connect(line) as two:
        one.sendall(bytes(10_000))
        two.sendall(bytes(10_000))
        assert ask(one, b"x")[0:1] == b"\0"
        while line.bytes_down < 20_001:
            time.sleep(0.005)
    assert time.monotonic() - begun >= 0.2


def test_delay_is_there_both_ways(line):
    line.delay(0.1)
    with connect(line) as connection:
        begun = time.monotonic()
        ask(connection, b"a")
    assert 0.2 <= time.monotonic() - begun < 15


def test_a_connection_is_dropped_after_so_many_bytes_and_the_next_is_not(line):
    line.drop_after(1000)
    with pytest.raises(ConnectionError), connect(line) as connection:
        ask(connection, bytes(5000))
    assert line.bytes_up == 1000
    with connect(line) as connection:
        assert ask(connection, bytes(5000)) == bytes(5000)


def test_a_server_that_is_gone_is_a_reset():
    with bind() as free:
        port = free.getsockname()[1]
    with Line(port) as line, pytest.raises(ConnectionError), connect(line) as connection:
        ask(connection, b"a")
