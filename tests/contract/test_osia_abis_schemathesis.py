"""schemathesis, which knows the contract and not us, against the running engine.

``make test`` plays a few examples; ``REKAM_OSIA_EXAMPLES=100`` plays that many of each operation and the whole coverage
phase as well (some 10,000 requests, minutes).

One check is left out: ``missing_required_header`` asks for 401 where a token is missing, which the contract does not
document (``status_code_conformance`` would refuse it); we answer the documented 403.
"""

import os
import subprocess
import sys
from pathlib import Path

from osia_bed import NOW, SCOPES

from rekam.edge.key.bearer import TokenKey
from rekam.edge.wire.serving import Serving
from rekam.engine.osia.app import osia_app
from rekam.engine.osia.callback import Callbacks
from rekam.engine.osia.door import Door
from rekam.engine.service import IdentificationService

CONTRACT = Path(__file__).parents[2] / "contracts" / "osia" / "abis.yaml"
EXAMPLES = int(os.environ.get("REKAM_OSIA_EXAMPLES", "3"))
MANY = 50


class Swallowing(Callbacks):
    """Delivers to nobody: the addresses are schemathesis's inventions."""

    def check(self, url):
        pass

    def deliver(self, url, **result):
        return True


def test_no_request_makes_the_engine_break_its_contract(tmp_path):
    key = TokenKey.own(tmp_path)
    service = IdentificationService(tmp_path / "engine", now=lambda: NOW)
    token = key.issue("schemathesis", SCOPES, now=NOW, lifetime_s=60)
    phases = "examples,coverage,fuzzing,stateful" if EXAMPLES >= MANY else "fuzzing,stateful"
    try:
        with Serving(osia_app(Door(service, key, Swallowing(), now=lambda: NOW))) as serving:
            command = [
                sys.executable, "-m", "schemathesis.cli", "run", str(CONTRACT), "--url", serving.url,
                "-H", f"Authorization: Bearer {token}", "--seed", "1", "-n", str(EXAMPLES), "--phases", phases,
                "--checks", "all", "--exclude-checks", "missing_required_header", "--no-color",
            ]  # fmt: skip
            run = subprocess.run(
                command, cwd=tmp_path, capture_output=True, text=True, timeout=3000, check=False
            )
    finally:
        service.close()

    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    assert "Selected: 22/22" in run.stdout
