import ssl
import time

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from rekam.edge.key.certificate import make_certificate
from rekam.edge.wire import serving
from rekam.edge.wire.serving import Serving, Tls
from rekam.problem import Problem

APP = Starlette(routes=[Route("/", lambda _request: PlainTextResponse("halo"))])


def test_an_application_is_served_over_tls_and_proves_itself(tmp_path, monkeypatch):
    certificate, key = make_certificate(tmp_path, "127.0.0.1", now=int(time.time()) - 60)
    plain = serving._config
    monkeypatch.setattr(serving, "_config", lambda app, grace_s: plain(app, grace_s, Tls(certificate, key)))

    with Serving(APP) as served:
        address = served.url.replace("http:", "https:")
        trusting = ssl.create_default_context(cafile=certificate)
        assert httpx.get(address, verify=trusting, trust_env=False).text == "halo"
        with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            httpx.get(address, verify=ssl.create_default_context(), trust_env=False)


def test_the_key_of_a_certificate_is_closed_to_others(tmp_path):
    _, key = make_certificate(tmp_path, "127.0.0.1", now=1_790_000_000)
    assert key.stat().st_mode & 0o077 == 0


def test_a_certificate_and_a_key_that_do_not_belong_together_are_named(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    one, _ = make_certificate(tmp_path / "a", "127.0.0.1", now=1_790_000_000)
    _, other = make_certificate(tmp_path / "b", "127.0.0.1", now=1_790_000_000)

    with pytest.raises(Problem, match=r"command\.certificate_unreadable"):
        Tls(one, other)
    with pytest.raises(Problem, match=r"command\.certificate_unreadable"):
        Tls(tmp_path / "none.pem", other)
