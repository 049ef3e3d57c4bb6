"""The engine's service is killed while it works: what it acknowledged is there afterwards, and what it promised is done."""

import base64
import itertools
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread

import httpx
import numpy as np
import pytest

from rekam.abis import IrisTemplate, PersonTemplate
from rekam.biometric import Eye
from rekam.edge.key.bearer import TokenKey
from rekam.engine.osia.contract import abis_contract
from rekam.engine.service import IdentificationService

sys.path.insert(0, str(Path(__file__).parents[1] / "contract"))
from osia_bed import Listener

pytestmark = pytest.mark.crash

ACKNOWLEDGED, PROMISED = 10, 4
"""Encounters before the kill, while the next one is on its way, and tasks before those."""


def iris(seed):
    bits = np.random.default_rng(seed).random(2048) < 0.5
    code = np.packbits(bits, bitorder="little").view("<u8").astype(np.uint64)
    return IrisTemplate(code, np.full(32, 2**64 - 1, np.uint64))


def body(seed):
    item = {
        "biometricType": "IRIS",
        "biometricSubType": "EYE_LEFT",
        "template": base64.b64encode(iris(seed).to_bytes()).decode(),
        "templateFormat": "REKAM_IRIS_1",
    }
    return {"status": "ACTIVE", "encounterType": "e", "galleries": ["KTP"], "biometricData": [item]}


@contextmanager
def running(folder, *hosts):
    script = Path(__file__).parent / "engine_process.py"
    process = subprocess.Popen(
        [sys.executable, str(script), str(folder), *hosts],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        port = int(process.stdout.readline())
        scopes = {scope for one in abis_contract().operations for scope in one.scopes}
        token = TokenKey.own(folder).issue("test", scopes, now=int(time.time()), lifetime_s=600)
        with httpx.Client(
            base_url=f"http://127.0.0.1:{port}",
            headers={"Authorization": f"Bearer {token}"},
            params={"transactionId": "T"},
            timeout=60,
            trust_env=False,
        ) as client:
            yield process, client
    finally:
        process.kill()
        process.communicate()


def test_what_was_acknowledged_is_found_after_a_kill_and_what_was_promised_is_done_once(tmp_path):
    listener, acknowledged = Listener(), Queue()
    later = {"callback": listener.url}

    def put_until_the_line_breaks(client):
        try:
            for number in itertools.count():
                answer = client.post(f"/v1/persons/p{number}/encounters/1", json=body(number))
                acknowledged.put((number, answer.status_code))
        except httpx.TransportError:
            acknowledged.put(None)

    try:
        with running(tmp_path, listener.host) as (process, client):
            for number in range(PROMISED):
                answer = client.post(
                    f"/v1/persons/t{number}/encounters/1", params=later, json=body(100 + number)
                )
                assert answer.status_code == 202
            Thread(target=put_until_the_line_breaks, args=(client,), daemon=True).start()
            done = [acknowledged.get(timeout=60) for _ in range(ACKNOWLEDGED)]
            process.kill()
            while (one := acknowledged.get(timeout=60)) is not None:
                done.append(one)
        with running(tmp_path, listener.host):
            told = {}
            while len(told) < PROMISED:
                query, media_type, ids = listener.next()
                # A result may come twice, never another one.
                assert media_type == "application/json", ids
                assert told.setdefault(query["taskId"], ids) == ids
    finally:
        listener.close()

    assert done == [(number, 200) for number in range(len(done))]
    service = IdentificationService(tmp_path)
    try:
        for seed, name in [(number, f"p{number}") for number, _ in done] + [
            (100 + number, f"t{number}") for number in range(PROMISED)
        ]:
            assert [one.person for one in service.search(PersonTemplate({}, {Eye.LEFT: iris(seed)}))] == [
                name
            ]
        # The one on its way when the kill came is there whole or not at all.
        assert service.count()[1] - len(done) - PROMISED in (0, 1)
    finally:
        service.close()
