"""MOSIP's data share: permitted origins only, limited, with a token, sealed to the engine's key."""

import json
import os
from base64 import b64encode, urlsafe_b64encode
from itertools import count

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256

from rekam.edge.key.partner import PartnerKey, seal
from rekam.engine.mosip import https_share
from rekam.engine.mosip.https_share import HttpsShare, origin_of
from rekam.engine.mosip.share_token import ClientToken
from rekam.problem import Problem

ORIGIN = "https://api.example"
URL = ORIGIN + "/v1/datashare/get/policy/partner/1"


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    return PartnerKey.create(tmp_path_factory.mktemp("key") / "partner.pem")


def share(answer, **more):
    """A share over a transport in memory; ``answer`` takes the request."""
    client = httpx.Client(transport=httpx.MockTransport(answer), trust_env=False)
    return HttpsShare([ORIGIN], client=client, **more)


def error(code):
    return httpx.Response(200, json={"response": None, "errors": [{"errorCode": code, "message": "m"}]})


def refused(fetching, url=URL):
    with pytest.raises(Problem) as caught:
        fetching.fetch(url)
    return caught.value.code, caught.value.details


def test_a_document_comes_as_it_is():
    asked = []

    def answer(request):
        asked.append(request)
        return httpx.Response(200, content=b"<BIR/>")

    assert share(answer).fetch(URL) == b"<BIR/>"
    assert [str(one.url) for one in asked] == [URL]
    assert "cookie" not in asked[0].headers


@pytest.mark.parametrize(
    "url",
    [
        "http://api.example/x",
        "https://api.example:8443/x",
        "https://api.example.evil/x",
        "https://user@api.example/x",
        "https://169.254.169.254/latest",
        "file:///etc/passwd",
        "https://[::1/x",
        "https://api.example:port/x",
        "not a URL",
        "",
    ],
)
def test_no_other_place_is_ever_asked(url):
    code, details = refused(share(lambda request: pytest.fail("asked")), url)

    assert (code, details) == ("mosip.share_not_allowed", {"origin": origin_of(url)})


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (error("DAT-SER-006"), "mosip.share_expired"),
        (error("DAT-SER-003"), "mosip.share_failed"),
        (error("KER-ATH-403"), "mosip.share_failed"),
        (error("KER-ATH-401"), "mosip.share_failed"),
        (httpx.Response(200, content=b'{"torn'), "mosip.share_failed"),
        (httpx.Response(200, content=b"x" * 101), "mosip.share_too_large"),
        (httpx.Response(200, headers={"content-encoding": "gzip"}), "mosip.share_failed"),
        (httpx.Response(302, headers={"location": "https://elsewhere.example/"}), "mosip.share_failed"),
        (httpx.Response(404), "mosip.share_failed"),
        (httpx.Response(401), "mosip.share_failed"),
        (httpx.Response(500), "mosip.share_failed"),
    ],
)
def test_every_other_answer_has_its_name(monkeypatch, answer, expected):
    monkeypatch.setattr(https_share, "SHARE_OCTETS", 100)

    assert refused(share(lambda request: answer))[0] == expected


def test_a_line_that_breaks_or_never_ends_has_its_name():
    def broken(request):
        raise httpx.ReadTimeout("", request=request)

    assert refused(share(broken)) == ("mosip.share_failed", {"reason": "ReadTimeout"})
    seconds = count(0, 50)
    endless = share(lambda request: httpx.Response(200, stream=Drops()), clock=lambda: next(seconds))
    assert refused(endless) == ("mosip.share_failed", {"reason": "time"})


class Drops(httpx.SyncByteStream):
    def __iter__(self):
        while True:
            yield b"."


class Manager:
    """MOSIP's authentication manager and share: a token is good for ``uses`` fetches."""

    def __init__(self, uses):
        self.uses = uses
        self.issued = 0
        self.used = 0
        self.asked = []

    def __call__(self, request):
        if request.method == "POST":
            assert request.url.path == "/v1/authmanager/authenticate/clientidsecretkey"
            self.asked.append(json.loads(request.content)["request"])
            self.issued, self.used = self.issued + 1, 0
            return httpx.Response(
                200, headers={"set-cookie": f"Authorization=token{self.issued}; Path=/; HttpOnly"}
            )
        good = request.headers.get("cookie") == f"Authorization=token{self.issued}" and self.used < self.uses
        self.used += 1
        return httpx.Response(200, content=b"<BIR/>") if good else error("KER-ATH-401")


def with_token(manager):
    client = httpx.Client(transport=httpx.MockTransport(manager), trust_env=False)
    return HttpsShare([ORIGIN], token=ClientToken(ORIGIN, "abis", "secret", client), client=client)


def test_one_token_serves_many_fetches_and_is_renewed_when_it_has_expired():
    manager = Manager(uses=2)
    fetching = with_token(manager)

    assert [fetching.fetch(URL) for _ in range(5)] == [b"<BIR/>"] * 5
    assert manager.issued == 3
    assert manager.asked[0] == {"appId": "regproc", "clientId": "abis", "secretKey": "secret"}


def test_a_token_that_is_refused_again_is_no_endless_loop():
    manager = Manager(uses=0)

    assert refused(with_token(manager)) == ("mosip.share_failed", {"reason": "KER-ATH-401"})
    assert manager.issued == 2


@pytest.mark.parametrize("cookies", [[], ["other=1"], ["Authorization="], ["=;;="]])
def test_a_manager_that_gives_no_token_is_named(cookies):
    client = httpx.Client(
        transport=httpx.MockTransport(
            lambda request: httpx.Response(200, headers=[("set-cookie", one) for one in cookies])
        ),
        trust_env=False,
    )
    fetching = HttpsShare([ORIGIN], token=ClientToken(ORIGIN, "abis", "wrong", client), client=client)

    assert refused(fetching)[0] == "mosip.share_failed"
    assert "wrong" not in repr(fetching._token)


def test_what_was_sealed_to_the_engine_is_opened(key):
    sealed = seal(b"<BIR/>", key.public(), os.urandom)

    assert b"<BIR/>" not in sealed
    assert share(lambda request: httpx.Response(200, content=sealed), unseal=key.open).fetch(URL) == b"<BIR/>"


@pytest.mark.parametrize("nonce_size", [16, 32])
@pytest.mark.parametrize("thumbprint", [b"", bytes(32)])
def test_the_form_before_1_2_0_is_opened_too(key, nonce_size, thumbprint):
    """Written here by hand after MOSIP's documentation, with the same primitives but not our code."""
    content_key, nonce = os.urandom(32), os.urandom(nonce_size)
    wrapped = key.public().encrypt(content_key, OAEP(MGF1(SHA256()), SHA256(), None))
    sealed = (
        thumbprint + wrapped + b"#KEY_SPLITTER#" + AESGCM(content_key).encrypt(nonce, b"<BIR/>", None) + nonce
    )

    assert key.open(b64encode(sealed)) == b"<BIR/>"


def test_the_form_of_1_2_0_as_mosip_describes_it(key):
    content_key, aad = os.urandom(32), os.urandom(32)
    wrapped = key.public().encrypt(content_key, OAEP(MGF1(SHA256()), SHA256(), None))
    block = AESGCM(content_key).encrypt(aad[:12], b"<BIR/>", aad)

    sealed = urlsafe_b64encode(b"VER_R2" + bytes(32) + wrapped + b"#KEY_SPLITTER#" + aad + block)

    assert key.open(sealed) == b"<BIR/>"
    assert key.open(sealed.rstrip(b"=")) == b"<BIR/>"


def test_what_was_altered_or_is_for_another_is_not_opened(key, tmp_path):
    sealed = seal(b"<BIR/>", key.public(), os.urandom)
    other = PartnerKey.create(tmp_path / "other.pem")
    wrong = [b"", b"<BIR/>", b"####", b64encode(b"#KEY_SPLITTER#"), b64encode(b"VER_R2#KEY_SPLITTER#x")]
    wrong += [sealed[:-8] + b"AAAAAAAA", sealed[:40], b"A" + sealed[1:]]
    for one in wrong:
        with pytest.raises(Problem, match="not_opened"):
            key.open(one)
    with pytest.raises(Problem, match="not_opened"):
        other.open(sealed)


def test_the_key_is_kept_in_a_file_of_our_own(tmp_path):
    path = tmp_path / "partner.pem"
    key = PartnerKey.create(path)

    assert path.stat().st_mode & 0o777 == 0o600
    assert PartnerKey.read(path).open(seal(b"x", key.public(), os.urandom)) == b"x"
    assert "PRIVATE" not in repr(key)
    with pytest.raises(Problem, match="key_exists"):
        PartnerKey.create(path)
    path.chmod(0o644)
    with pytest.raises(Problem, match="key_open_to_others"):
        PartnerKey.read(path)


def test_a_file_that_holds_no_rsa_key_is_named(tmp_path):
    path = tmp_path / "partner.pem"
    path.write_bytes(b"no key")
    path.chmod(0o600)
    with pytest.raises(Problem, match="key_unreadable"):
        PartnerKey.read(path)
