"""Lock, revocation and a forgotten password as the operator meets them in the browser."""

import html
import re

import httpx
import pytest
from station_counter import make_counter, resident

from rekam.account import recovery_code
from rekam.edge.wire.serving import Serving
from rekam.packet import PolicyAccount, StationPolicy, sign_policy
from rekam.station.app import station_app
from rekam.station.recovery_secret import RECOVERY_SECRET


@pytest.fixture
def counter(tmp_path):
    return make_counter(tmp_path)


@pytest.fixture
def station(counter):
    return counter.open(deliver_every_s=3600)


@pytest.fixture
def browser(station):
    with (
        Serving(station_app(station)) as served,
        httpx.Client(base_url=served.url, headers={"accept": "text/html"}, follow_redirects=True) as client,
    ):
        yield client


def post(browser, at, path, **fields):
    token = re.search(r'name="_token" value="([^"]+)"', browser.get(at).text)
    assert token is not None
    return browser.post(path, data={"_token": token[1], **fields})


def sign_in(browser, password="rahasia"):
    return post(browser, "/masuk", "/masuk", nama="rina", sandi=password, lanjut="/")


def begin(browser):
    sign_in(browser)
    return str(post(browser, "/cari", "/rekam", nik=resident(1).nik).url.path)


def order(counter, station, version, **changes):
    known = station.store.accounts.find("rina").account
    account = {
        "name": "rina", "full_name": known.full_name, "role": "operator", "territory": known.territory,
        "password_hash": known.password_hash, "valid_until": 0, "active": True, **changes,
    }  # fmt: skip
    policy = StationPolicy(
        station=station.papers.station,
        version=version,
        issued_at=station.time.earliest(),
        accounts=(PolicyAccount(**account),),
        lock_s=changes.get("lock_s", 0),
    )
    station.port.apply_policy(sign_policy(policy, counter.keys.signer("centre")))


def test_a_page_left_alone_locks_the_key_too_and_the_draft_stays(counter, station, browser):
    path = begin(browser)
    counter.clock.now += station.config.idle_lock_s + 10
    assert "/masuk" in str(browser.get(path).url)
    with pytest.raises(Exception, match="own_key_locked"):
        station.own_keys.sign("rina", b"x")
    sign_in(browser)
    assert browser.get(path).url.path == path
    assert station.own_keys.sign("rina", b"x") is not None


def test_a_revoked_operator_is_signed_out_at_the_next_click_and_the_draft_stays(counter, station, browser):
    path = begin(browser)
    order(counter, station, 1, active=False)
    assert "/masuk" in str(browser.get(path).url)
    assert "dinonaktifkan" in sign_in(browser).text
    order(counter, station, 2, active=True)
    sign_in(browser)
    assert browser.get(path).url.path == path


def test_a_policy_that_is_false_or_older_changes_nothing_and_is_noted(counter, station):
    order(counter, station, 5)
    order(counter, station, 4, active=False)
    station.port.apply_policy(b"not a policy")
    assert station.port.policy_version() == 5
    assert station.store.accounts.find("rina").account.active
    assert len(station.store.journal.of("packet.policy_older")) == 1
    assert len(station.store.journal.of("packet.envelope_unreadable")) == 1
    station.close()


def test_a_forgotten_password_is_mended_on_the_sign_in_page(station, browser):
    asked = html.unescape(post(browser, "/lupa", "/lupa", nama="rina").text)
    shown = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", asked)
    assert shown is not None
    secret = station.store.settings.read(RECOVERY_SECRET, bytes)
    code = recovery_code(secret, station=station.papers.station, account="rina", challenge=shown[0])
    fresh = {"nama": "rina", "sandi": "sandi-baru-1", "sandi_lagi": "sandi-baru-1"}

    short = post(browser, "/lupa", "/lupa/jawab", **{**fresh, "sandi": "x", "sandi_lagi": "x"}, kode=code)
    assert (short.status_code, "paling sedikit 8" in short.text) == (422, True)
    other = post(browser, "/lupa", "/lupa/jawab", **{**fresh, "sandi_lagi": "lain-lagi-1"}, kode=code)
    assert "tidak sama" in other.text
    done = post(browser, "/lupa", "/lupa/jawab", **fresh, kode=code)
    assert "Kata sandi baru sudah dipasang" in done.text
    assert "Rekam berikutnya" in sign_in(browser, "sandi-baru-1").text
    assert "Nama pengguna ini tidak dikenal" in post(browser, "/lupa", "/lupa", nama="siapa").text
