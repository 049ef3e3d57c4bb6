"""Who may ask the engine for what: the contract's bearer tokens and scopes."""

import base64
import json

import pytest
from joserfc.jwk import OctKey, OKPKey
from osia_bed import NOW, engine

from rekam.edge.key.bearer import TokenKey
from rekam.problem import Problem


def segment(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


@pytest.fixture
def key(tmp_path):
    return TokenKey.own(tmp_path)


def test_each_operation_asks_for_its_own_scope(tmp_path):
    with engine(tmp_path, scopes=["abis.gallery.read"]) as client:
        assert client.get("/v1/galleries").status_code == 200
        refused = client.get("/v1/persons/x/encounters")

    assert refused.status_code == 403
    assert "abis.encounter.read" in refused.json()["message"]


def test_without_a_token_nothing_is_answered_not_even_what_exists(tmp_path):
    with engine(tmp_path) as client:
        del client.headers["Authorization"]
        answers = [
            client.get("/v1/galleries"),
            client.get("/v1/persons/x/encounters"),
            client.get("/v1/galleries/A"),
        ]

    assert [one.status_code for one in answers] == [403, 403, 403]


def test_a_token_of_ours_is_good_until_it_ends(key):
    token = key.issue("dinas", ["a", "b"], now=NOW, lifetime_s=60)

    bearer = key.read(token, now=NOW + 59)
    assert (bearer.subject, bearer.scopes) == ("dinas", {"a", "b"})
    with pytest.raises(Problem, match="token_bad"):
        key.read(token, now=NOW + 61)


def test_forged_tokens_are_refused(key, tmp_path):
    claims = {"sub": "x", "scope": "a", "exp": NOW + 60}
    whole = key.issue("dinas", ["a"], now=NOW, lifetime_s=60)
    head, body, signature = whole.split(".")
    stranger = TokenKey(OKPKey.generate_key("Ed25519"))
    forged = [
        f"{segment({'alg': 'none'})}.{segment(claims)}.",
        f"{segment({'alg': 'HS256'})}.{segment(claims)}.{signature}",
        f"{head}.{segment(claims)}.{signature}",
        f"{head}.{body}.",
        stranger.issue("dinas", ["a"], now=NOW, lifetime_s=60),
        "",
        "." * 20,
        "ä.ö.ü",
        whole + "x" * 10_000,
    ]
    for token in forged:
        with pytest.raises(Problem, match="token_bad"):
            key.read(token, now=NOW)


def test_a_token_without_an_end_a_client_or_scopes_is_refused():
    pair = OKPKey.generate_key("Ed25519")
    from joserfc import jwt

    for missing in ("exp", "sub", "scope"):
        claims = {"sub": "x", "scope": "a", "exp": NOW + 60}
        del claims[missing]
        token = jwt.encode({"alg": "Ed25519"}, claims, pair, algorithms=["Ed25519"])
        with pytest.raises(Problem, match="token_bad"):
            TokenKey(pair).read(token, now=NOW)


def test_an_issuers_public_key_checks_tokens_for_us_only(tmp_path):
    pair = OKPKey.generate_key("Ed25519")
    (tmp_path / "issuer.pem").write_bytes(pair.as_pem(private=False))
    (tmp_path / "issuer.json").write_text(json.dumps(pair.as_dict(private=False)))
    token = TokenKey(pair).issue("x", ["a"], now=NOW, lifetime_s=60)

    for name in ("issuer.pem", "issuer.json"):
        assert TokenKey.issuer(tmp_path / name).read(token, now=NOW).subject == "x"
    with pytest.raises(Problem, match="token_bad"):
        TokenKey.issuer(tmp_path / "issuer.pem", audience="abis").read(token, now=NOW)


def test_a_shared_secret_is_no_token_key(tmp_path):
    (tmp_path / "secret.json").write_text(json.dumps(OctKey.generate_key(256).as_dict(private=True)))
    (tmp_path / "junk.pem").write_text("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")

    for name in ("secret.json", "junk.pem"):
        with pytest.raises(Problem, match="token_key_unreadable"):
            TokenKey.issuer(tmp_path / name)


def test_our_own_key_is_for_nobody_elses_eyes_and_stays(tmp_path):
    token = TokenKey.own(tmp_path).issue("x", ["a"], now=NOW, lifetime_s=60)

    assert (tmp_path / "token-key.json").stat().st_mode & 0o777 == 0o600
    assert TokenKey.own(tmp_path).read(token, now=NOW).subject == "x"
