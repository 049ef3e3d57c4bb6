"""An engine that is served, a client with a token, and somebody to call back."""

import base64
import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import httpx

from rekam.biometric import Eye, FingerPosition
from rekam.biometric.drawn import eye_image, finger_impression
from rekam.biometric.picture import encode_jp2, encode_wsq
from rekam.edge.key.bearer import TokenKey
from rekam.edge.wire.serving import Serving
from rekam.engine.osia.app import osia_app
from rekam.engine.osia.callback import Callbacks
from rekam.engine.osia.contract import abis_contract
from rekam.engine.osia.door import Door
from rekam.engine.osia.reading import read_items
from rekam.engine.service import IdentificationService

NOW = 1_790_000_000
SCOPES = sorted({scope for one in abis_contract().operations for scope in one.scopes})


@contextmanager
def engine(folder, *, callbacks=None, scopes=SCOPES, tries_s=(0.0,), describer=None):
    """A client of an engine on a folder; its clock stands still."""
    service = IdentificationService(folder, describer=describer, now=lambda: NOW)
    key = TokenKey.own(folder)
    door = Door(service, key, callbacks or Callbacks(), now=lambda: NOW)
    door.runner._tries_s = tries_s
    token = key.issue("test", scopes, now=NOW, lifetime_s=60)
    try:
        with (
            Serving(osia_app(door)) as serving,
            httpx.Client(
                base_url=serving.url,
                headers={"Authorization": f"Bearer {token}"},
                params={"transactionId": "T1"},
                timeout=60,
                trust_env=False,
            ) as client,
        ):
            yield client
    finally:
        service.close()


def encoded(content):
    return base64.b64encode(content).decode()


def finger(person, capture, place=FingerPosition.RIGHT_INDEX):
    picture = encode_wsq(finger_impression(person, place, capture))
    return {
        "biometricType": "FINGER",
        "biometricSubType": place.name,
        "image": encoded(picture),
        "compression": "WSQ",
    }


def eye(person, capture, place=Eye.LEFT):
    picture = encode_jp2(eye_image(person, place, capture).pixels, ratio=4.0)
    return {"biometricType": "IRIS", "biometricSubType": f"EYE_{place.name}", "image": encoded(picture)}


def as_templates(items):
    """The same items with their features instead of their pictures."""
    told = []
    for item in items:
        template = read_items([item]).template
        (features,) = [*template.fingers.values(), *template.irises.values()]
        kept = {name: item[name] for name in ("biometricType", "biometricSubType")}
        form = f"REKAM_{item['biometricType']}_1"
        told.append({**kept, "template": encoded(features.to_bytes()), "templateFormat": form})
    return told


def encounter(*items, galleries=("KTP",), **more):
    return {
        "status": "ACTIVE",
        "encounterType": "enrolment",
        "galleries": list(galleries),
        "biometricData": list(items),
        **more,
    }


class Listener:
    """A client's own server: what it was sent, in the order of arrival; it answers with ``status``."""

    def __init__(self):
        self.received = Queue()
        self.status = 204
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
                self.send_response(listener.status)
                self.send_header("Content-Length", "0")
                self.end_headers()
                listener.received.put((query, self.headers["Content-Type"], json.loads(body)))

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.url = f"http://{self.host}/answers?of=us"
        self._thread = Thread(target=self.server.serve_forever, daemon=True)
        self._thread.start()

    def next(self):
        return self.received.get(timeout=60)

    def close(self):
        self.server.shutdown()
        self._thread.join()
        self.server.server_close()
