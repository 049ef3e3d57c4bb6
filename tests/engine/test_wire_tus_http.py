"""The server as other programs see it: curl, a plain HTTP client, a dead connection."""

import hashlib
import os
import shutil
import socket
import subprocess
import time
from base64 import b64encode

import httpx
import pytest
from starlette.applications import Starlette

from rekam.edge.store.packet_files import PacketFiles
from rekam.edge.wire.line_client import line_client
from rekam.edge.wire.serving import Serving
from rekam.edge.wire.tus.client import Uploader
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.edge.wire.tus.server import TusServer
from rekam.edge.wire.tus.turn import Patience
from rekam.edge.wire.tus.upload import metadata_of
from rekam.problem import Problem

BODY = os.urandom(300_000)
PACKET = hashlib.sha256(BODY).digest()
TUS = {"Tus-Resumable": "1.0.0"}
OFFSET = {**TUS, "Content-Type": "application/offset+octet-stream"}


class Intake:
    """Takes everything that is announced; may be told to fail."""

    def __init__(self, folder):
        self.files = PacketFiles(folder / "one", folder / "two")
        self.lengths = {PACKET: len(BODY)}
        self.calls = 0
        self.problem = None

    def expects(self, packet_id):
        return self.lengths.get(packet_id)

    def holds(self, packet_id):
        return self.files.size(packet_id)

    def on_complete(self, packet_id, path):
        self.calls += 1
        if self.problem:
            raise self.problem
        self.files.put(packet_id, path)


@pytest.fixture
def intake(tmp_path):
    return Intake(tmp_path)


@pytest.fixture
def base(tmp_path, intake):
    uploads = PartialUploads(tmp_path / "uploads")
    server = TusServer(uploads, intake, patience=Patience(stall_s=0.3, wait_s=3.0))
    with Serving(Starlette(routes=server.routes()), grace_s=1) as serving:
        yield serving.url
    uploads.close()


@pytest.fixture
def web(base):
    with httpx.Client(base_url=base, trust_env=False) as client:
        yield client


def create(web, packet=PACKET, length=None):
    headers = {**TUS, "Upload-Length": str(length or len(BODY)), "Upload-Metadata": metadata_of(packet)}
    return web.post("/delivery/uploads", headers=headers)


def offset_of(web, place):
    return int(web.head(place, headers=TUS).headers["Upload-Offset"])


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not on this machine")
def test_curl_uploads_in_two_pieces(base, intake, tmp_path):
    def curl(*arguments):
        done = subprocess.run(
            ["curl", "-sS", "-i", "--noproxy", "*", "-H", "Tus-Resumable: 1.0.0", *arguments],
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    (tmp_path / "first").write_bytes(BODY[:100_000])
    (tmp_path / "rest").write_bytes(BODY[100_000:])
    created = curl(
        "-X", "POST", "-H", f"Upload-Length: {len(BODY)}", "-H", f"Upload-Metadata: {metadata_of(PACKET)}",
        f"{base}/delivery/uploads",
    )  # fmt: skip
    assert "201" in created.splitlines()[0]
    place = f"{base}/delivery/uploads/{PACKET.hex()}"
    assert f"location: /delivery/uploads/{PACKET.hex()}" in created.lower()

    kind = "Content-Type: application/offset+octet-stream"
    sent = curl(
        "-X", "PATCH", "-H", "Upload-Offset: 0", "-H", kind, "--data-binary", f"@{tmp_path}/first", place
    )
    assert "upload-offset: 100000" in sent.lower()
    assert "upload-offset: 100000" in curl("-I", place).lower()
    digest = b64encode(hashlib.sha1(BODY[100_000:]).digest()).decode()
    curl(
        "-X", "PATCH", "-H", "Upload-Offset: 100000", "-H", kind, "-H", f"Upload-Checksum: sha1 {digest}",
        "--data-binary", f"@{tmp_path}/rest", place,
    )  # fmt: skip

    assert intake.files.get(PACKET) == BODY
    assert f"upload-offset: {len(BODY)}" in curl("-I", place).lower()


def test_every_answer_names_the_version_and_wrong_ones_their_problem(web):
    assert web.options("/delivery/uploads").headers["Tus-Version"] == "1.0.0"
    cases = [
        (web.post("/delivery/uploads"), 412, "delivery.wrong_version"),
        (web.post("/delivery/uploads", headers=TUS), 400, "delivery.bad_header"),
        (create(web, hashlib.sha256(b"no manifest").digest()), 409, "delivery.manifest_first"),
        (create(web, length=5), 409, "delivery.length_differs"),
        (create(web, length=1 << 40), 413, "delivery.too_large"),
        (web.get("/delivery/uploads", headers=TUS), 405, "delivery.wrong_method"),
        (web.head("/delivery/uploads/" + PACKET.hex(), headers=TUS), 404, "delivery.upload_unknown"),
        (web.head("/delivery/uploads/" + PACKET.hex().upper(), headers=TUS), 404, "delivery.upload_unknown"),
        (web.head("/delivery/uploads/..%00", headers=TUS), 404, "delivery.upload_unknown"),
    ]
    for answer, status, code in cases:
        assert (answer.status_code, answer.headers["Rekam-Problem"]) == (status, code)
        assert answer.headers["Tus-Resumable"] == "1.0.0"


def test_a_problem_is_told_in_both_languages(web):
    body = create(web, length=5).json()

    assert body["code"] == "delivery.length_differs"
    assert "300000" in body["id"]
    assert "300000" in body["en"]


def test_creating_twice_gives_one_upload(web):
    place = create(web).headers["Location"]
    web.patch(place, headers={**OFFSET, "Upload-Offset": "0"}, content=BODY[:1000])
    again = create(web)

    assert (again.status_code, again.headers["Location"]) == (201, place)
    assert offset_of(web, place) == 1000


def test_a_chunk_in_disguise_of_post_is_a_chunk(web):
    place = create(web).headers["Location"]
    headers = {**OFFSET, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}

    assert web.post(place, headers=headers, content=BODY[:10]).headers["Upload-Offset"] == "10"


def test_a_false_checksum_is_thrown_away(web):
    place = create(web).headers["Location"]
    headers = {**OFFSET, "Upload-Offset": "0", "Upload-Checksum": "sha256 " + b64encode(bytes(32)).decode()}
    answer = web.patch(place, headers=headers, content=BODY)

    assert answer.status_code == 460
    assert offset_of(web, place) == 0


def test_terminated_uploads_are_gone(web):
    place = create(web).headers["Location"]
    assert web.delete(place, headers=TUS).status_code == 204
    assert web.head(place, headers=TUS).status_code == 404


def test_a_body_that_is_not_the_packet_is_thrown_away_as_a_whole(web, intake):
    place = create(web).headers["Location"]
    answer = web.patch(place, headers={**OFFSET, "Upload-Offset": "0"}, content=BODY[:-1] + b"?")

    assert (answer.status_code, answer.json()["code"]) == (422, "delivery.body_hash")
    assert web.head(place, headers=TUS).status_code == 404
    create(web)
    web.patch(place, headers={**OFFSET, "Upload-Offset": "0"}, content=BODY)
    assert intake.files.get(PACKET) == BODY


def test_a_centre_without_space_keeps_the_body_and_takes_it_later(web, intake):
    intake.problem = Problem("delivery.no_space", path="disk")
    place = create(web).headers["Location"]
    assert web.patch(place, headers={**OFFSET, "Upload-Offset": "0"}, content=BODY).status_code == 507
    assert web.head(place, headers=TUS).status_code == 507

    intake.problem = None
    assert offset_of(web, place) == len(BODY)
    assert intake.files.get(PACKET) == BODY


def test_what_arrived_before_the_line_broke_is_kept(web, base):
    place = create(web).headers["Location"]
    broken = half_a_patch(base, place, 0, BODY[:50_000])
    time.sleep(0.2)
    broken.close()
    deadline = time.monotonic() + 5
    while offset_of(web, place) == 0 and time.monotonic() < deadline:
        time.sleep(0.02)

    assert offset_of(web, place) == 50_000


def test_a_dead_connection_gives_way_to_the_sender_that_comes_back(web, base):
    place = create(web).headers["Location"]
    dead = half_a_patch(base, place, 0, BODY[:70_000])
    time.sleep(0.1)
    begun = time.monotonic()
    offset = offset_of(web, place)

    assert offset == 70_000
    assert time.monotonic() - begun < 15
    answer = web.patch(place, headers={**OFFSET, "Upload-Offset": str(offset)}, content=BODY[offset:])
    assert answer.status_code == 204
    dead.close()


def half_a_patch(base, place, offset, data):
    """Sends the head of a PATCH of the whole body and only some of it."""
    host, port = base.removeprefix("http://").split(":")
    connection = socket.create_connection((host, int(port)))
    head = (
        f"PATCH {place} HTTP/1.1\r\nHost: {host}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: {offset}\r\n"
        f"Content-Type: application/offset+octet-stream\r\nContent-Length: {len(BODY) - offset}\r\n\r\n"
    )
    connection.sendall(head.encode() + data)
    return connection


def test_our_client_follows_the_server_when_its_upload_vanished(base, web, intake, tmp_path):
    (tmp_path / "body").write_bytes(BODY)
    waits = []

    def sleep(seconds):
        waits.append(seconds)
        assert len(waits) < 10

    with line_client() as http:
        uploader = Uploader(
            base + "/delivery/uploads", http, clock=time.monotonic, sleep=sleep, jitter=lambda: 1.0
        )  # fmt: skip
        send = uploader._send_chunk
        vanish = [True]

        def vanishing(course):
            if vanish.pop() if vanish else False:
                web.delete(course.address, headers=TUS)
            send(course)

        uploader._send_chunk = vanishing
        report = uploader.upload(PACKET, tmp_path / "body")

    assert intake.files.get(PACKET) == BODY
    assert report.failures == 1
    assert waits == [0.5]
