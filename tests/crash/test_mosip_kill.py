"""``rekam abis mosip`` is killed between two answers; every request is answered, nobody is inserted twice."""

import json
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "contract"))

from mosip_bed import cbeff, identify, insert

from rekam.edge.wire.stomp.broker import StompBroker
from rekam.engine.service import IdentificationService

pytestmark = pytest.mark.crash

PEOPLE = 3


class Share(BaseHTTPRequestHandler):
    def __init__(self, documents, *rest):
        self.documents = documents
        super().__init__(*rest)

    def do_GET(self):
        body = self.documents[self.path]
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def sharing(documents):
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Share, documents)) as server:
        thread = Thread(target=partial(server.serve_forever, 0.02))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def started(folder, broker, share, *more):
    command = [sys.executable, "-m", "rekam.command", "abis", "mosip"]
    options = ["--folder", folder, "--queue", broker.address, "--share", share, *more]
    return subprocess.Popen([*command, *map(str, options)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_killed_adapter_answers_everything_once_it_is_started_again(tmp_path):
    documents = {f"/{person}": cbeff(1, person) for person in range(PEOPLE)}
    broker = StompBroker()
    try:
        with sharing(documents) as share:
            messages = [insert(person, f"r{person}", f"{share}/{person}") for person in range(PEOPLE)]
            messages.append(identify(90, "r0"))
            for message in messages:
                broker.put("mosip-to-abis", json.dumps(message).encode())
            answers = []
            with started(tmp_path / "engine", broker, share) as killed:
                answers += [broker.get("abis-to-mosip", 120.0) for _ in range(2)]
                killed.kill()
            broker.cut()

            broker.put("mosip-to-abis", json.dumps(messages[0]).encode())  # delivered again
            with started(tmp_path / "engine", broker, share, "--once") as again:
                output, errors = again.communicate(timeout=120)
            assert again.returncode == 0, errors
            answers += list(broker.queue("abis-to-mosip").waiting)
    finally:
        broker.close()

    said = [json.loads(body) for body, _ in answers]
    assert output.decode().startswith("MOSIP ABIS 0.9 · stomp://127.0.0.1:")
    assert {one["requestId"] for one in said} == {message["requestId"] for message in messages}
    assert {one["returnValue"] for one in said} == {"1"}
    by_name = {one["requestId"]: one for one in said}
    assert by_name[messages[-1]["requestId"]]["candidateList"]["count"] == str(PEOPLE - 1)
    service = IdentificationService(tmp_path / "engine")
    assert service.count() == (PEOPLE, PEOPLE)
    service.close()
