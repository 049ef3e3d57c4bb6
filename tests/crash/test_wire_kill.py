"""The receiving process dies, again and again, in the middle of uploads."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import threading
import time

import httpx
import pytest

from rekam.edge.store.packet_files import PacketFiles
from rekam.edge.wire.line import Line
from rekam.edge.wire.line_client import line_client
from rekam.edge.wire.pace import Pace
from rekam.edge.wire.serving import free_port
from rekam.edge.wire.tus.client import Uploader

SIZE = 400_000
CHUNK = 65_536
SERVER = f"""
import sys
from pathlib import Path
from starlette.applications import Starlette
from rekam.edge.store.packet_files import PacketFiles
from rekam.edge.wire.serving import serve
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.edge.wire.tus.server import TusServer

folder, port = Path(sys.argv[1]), int(sys.argv[2])


class Intake:
    files = PacketFiles(folder / "one", folder / "two")

    def expects(self, packet_id):
        return {SIZE}

    def holds(self, packet_id):
        return self.files.size(packet_id)

    def on_complete(self, packet_id, path):
        self.files.put(packet_id, path)
        with (folder / "taken").open("a") as log:
            log.write(packet_id.hex() + chr(10))


Intake.files.sweep()
server = TusServer(PartialUploads(folder / "uploads"), Intake())
server.hand_over_finished()
serve(Starlette(routes=server.routes()), port)
"""


class Process:
    """The server, killed and started anew on the same folder and port."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.kills = 0
        self.start()

    def start(self):
        arguments = [sys.executable, "-c", SERVER, str(self.folder), str(self.port)]
        self.process = subprocess.Popen(arguments, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                httpx.options(f"http://127.0.0.1:{self.port}/delivery/uploads", trust_env=False, timeout=5)
            except httpx.TransportError:
                assert self.process.poll() is None, self.process.stderr.read()
                time.sleep(0.02)
            else:
                return
        raise AssertionError("the server did not start")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stderr.close()
        self.kills += 1


@pytest.fixture
def process(tmp_path):
    folder = tmp_path / "centre"
    folder.mkdir()
    process = Process(folder)
    yield process
    process.kill()


@pytest.mark.crash
def test_a_server_killed_in_the_middle_of_uploads_loses_nothing_and_little_is_sent_again(process, tmp_path):
    chance = random.Random(20171006)
    bodies = [os.urandom(SIZE) for _ in range(6)]
    packets = [hashlib.sha256(body).digest() for body in bodies]
    for packet, body in zip(packets, bodies, strict=True):
        (tmp_path / packet.hex()).write_bytes(body)
    done = threading.Event()
    acknowledged = []
    reports = []

    def send():
        pace = Pace(
            chunk_bytes=CHUNK,
            most_chunk_bytes=CHUNK,
            first_wait_s=0.05,
            most_wait_s=0.3,
            tries=100,
            silence_s=5,
        )
        with line_client(silence_s=5) as http:
            uploader = Uploader(
                f"{line.url}/delivery/uploads", http,
                clock=time.monotonic, sleep=time.sleep, jitter=chance.random, pace=pace,
            )  # fmt: skip
            for packet in packets:
                reports.append(uploader.upload(packet, tmp_path / packet.hex()))
                acknowledged.append(packet)
        done.set()

    with Line(process.port) as line:
        line.throttle(4_000)
        sender = threading.Thread(target=send)
        sender.start()
        while not done.wait(chance.uniform(0.2, 1.2)) and process.kills < 8:
            process.kill()
            process.start()
        sender.join(60)
        assert not sender.is_alive()
        carried = line.bytes_up

    assert acknowledged == packets
    files = PacketFiles(process.folder / "one", process.folder / "two")
    assert [files.get(packet) for packet in packets] == bodies
    assert [files.test_read(packet) for packet in packets] == [2] * len(packets)
    assert process.kills >= 3
    # A kill costs at most the chunk that was on its way, and what the machine's buffers held of it.
    headers = 40 * len(packets) * 400
    assert carried - SIZE * len(packets) - headers <= process.kills * 2 * CHUNK
    assert sum(report.resent_bytes for report in reports) <= process.kills * 2 * CHUNK


@pytest.mark.crash
def test_a_server_killed_between_the_last_byte_and_the_taking_over_takes_over_at_the_next_start(
    process, tmp_path
):
    process.kill()
    from rekam.edge.wire.tus.partial import PartialUploads

    body = os.urandom(SIZE)
    packet = hashlib.sha256(body).digest()
    uploads = PartialUploads(process.folder / "uploads")
    uploads.create(packet, SIZE, "")
    uploads.append(packet, body)
    uploads.commit(packet)
    uploads.close()
    process.start()

    assert PacketFiles(process.folder / "one", process.folder / "two").get(packet) == body
    assert (process.folder / "taken").read_text().split() == [packet.hex()]
    assert list((process.folder / "uploads").glob("*.whole")) == []
