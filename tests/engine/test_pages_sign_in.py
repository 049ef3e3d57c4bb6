"""Signing in and out: every outcome is a named page and a line in the audit."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from pages_bed import DISTRICT, PASSWORD, REGENCY, Reader, open_bed, text_of, token_in

from rekam.account import Account, Role
from rekam.centre.pages import sign_in
from rekam.edge.store.centre.accounts import put_account


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("pages"), postgres, migrated) as bed:
        yield bed


def put(bed, name, **changes):
    """An account with the password of all, and something different."""
    like = bed.world.centre.store.accounts.account("rudi")
    with bed.world.centre.store.database.transaction() as connection:
        put_account(connection, replace(like, name=name, **changes))


def refusals(bed, name):
    lines = bed.world.centre.store.audit.lines(act="sign_in_refused", actor=name)
    return [line.details["problem"] for line in lines]


def test_the_right_password_opens_the_summary_and_is_written_down(bed):
    reader = Reader(bed.app)

    answer = reader.sign_in("rudi")

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "Rudi · Dinas kabupaten/kota · Kabupaten Merangin" in text_of(reader.page("/"))
    assert bed.audit("sign_in")[0] == ("rudi", REGENCY, "rudi")


def test_an_adjudicator_goes_to_the_cases_and_not_to_the_figures(bed):
    assert Reader(bed.app).sign_in("ani").headers["location"] == "/ajudikasi"


@pytest.mark.parametrize(
    ("name", "password", "code", "words"),
    [
        ("sari", "tebakan keliru", "account.wrong_password", "Nama pengguna atau kata sandi tidak cocok"),
        ("tidak-ada", PASSWORD, "account.wrong_password", "Nama pengguna atau kata sandi tidak cocok"),
        ("", "", "account.wrong_password", "Nama pengguna atau kata sandi tidak cocok"),
        ("lepas", PASSWORD, "account.revoked", "sudah dinonaktifkan"),
        ("lewat", PASSWORD, "account.expired", "lewat masa berlakunya"),
    ],
)
def test_a_refusal_says_why_opens_nothing_and_is_written_down(bed, name, password, code, words):
    put(bed, "lepas", active=False)
    put(bed, "lewat", valid_until=bed.clock.seconds - 1)
    reader = Reader(bed.app)

    answer = reader.sign_in(name, password)

    assert answer.status_code == 401
    assert words in text_of(answer.text)
    assert password not in answer.text or not password
    assert refusals(bed, name or "-")[0] == code
    assert reader.get("/").headers["location"].startswith("/masuk")


def test_a_wrong_name_and_a_wrong_password_read_the_same(bed):
    pages = [text_of(Reader(bed.app).sign_in(name, "salah").text) for name in ("prita", "bukan")]

    assert pages[0] == pages[1]


def test_a_revoked_account_is_told_so_only_with_its_password(bed):
    """Otherwise anybody could ask which accounts there are."""
    put(bed, "lepas", active=False)

    Reader(bed.app).sign_in("lepas", "tebakan")

    assert refusals(bed, "lepas")[0] == "account.wrong_password"


@pytest.mark.parametrize("change", [{"active": False}, {"valid_until": 1}, {"role": Role.ADJUDICATOR}])
def test_an_account_that_changes_loses_its_open_pages_at_once(bed, change):
    put(bed, "berubah")
    reader = Reader(bed.app)
    reader.sign_in("berubah")
    reader.page("/")

    put(bed, "berubah", **change)

    assert reader.get("/").status_code in {303, 403}


def test_after_eight_wrong_tries_in_a_minute_even_the_right_password_waits(bed):
    put(bed, "gigih")
    reader = Reader(bed.app)
    for _ in range(8):
        assert reader.sign_in("gigih", "salah").status_code == 401

    answer = reader.sign_in("gigih")
    assert answer.status_code == 429
    assert "Tunggu 60 detik" in text_of(answer.text)
    assert refusals(bed, "gigih") == ["account.too_many_tries"] + ["account.wrong_password"] * 8
    assert Reader(bed.app).sign_in("rudi").status_code == 303

    bed.clock.seconds += 60
    assert reader.sign_in("gigih").status_code == 303


def test_names_guessed_long_ago_do_not_stay_in_memory(bed, monkeypatch):
    monkeypatch.setattr(sign_in, "NAMES_KEPT", 3)
    for name in ("a1", "a2", "a3"):
        Reader(bed.app).sign_in(name, "salah")
    bed.clock.seconds += 60

    Reader(bed.app).sign_in("a4", "salah")

    assert not {"a1", "a2", "a3"} & sign_in._failed.keys()
    assert "a4" in sign_in._failed


@pytest.mark.parametrize("path", ["/masuk", "/keluar", "/cetak", "/serah", "/ajudikasi/1"])
@pytest.mark.parametrize("token", [None, "", "salah", "é"])
def test_a_form_that_this_session_did_not_hand_out_is_refused_by_name(bed, path, token):
    reader = bed.reader("rudi")
    fields = {} if token is None else {"_token": token}

    answer = reader.http.post(path, data={"nama": "rudi", "sandi": PASSWORD, **fields})

    assert answer.status_code == 403
    assert "terlalu lama terbuka" in text_of(answer.text)
    assert "account.form_expired" in answer.text


def test_the_token_of_another_session_is_refused(bed):
    answer = bed.reader("rudi").http.post("/keluar", data={"_token": Reader(bed.app).token})

    assert answer.status_code == 403


def test_signing_in_makes_a_new_session(bed):
    """A cookie planted before is worth nothing after."""
    reader = Reader(bed.app)
    before = reader.token
    reader.sign_in("rudi")

    assert token_in(reader.page("/masuk")) != before
    cookie = reader.http.post("/masuk", data={"_token": before})
    assert cookie.status_code == 403


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(bed):
    reader = Reader(bed.app)
    answer = reader.sign_in("rudi")

    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_changed_cookie_opens_nothing(bed):
    reader = Reader(bed.app)
    reader.sign_in("rudi")
    value = reader.http.cookies["rekam"]
    body, _, seal = value.partition(".")
    reader.http.cookies.clear()
    reader.http.cookies.set("rekam", f"{body[:-2]}AA.{seal}")

    assert reader.get("/").status_code == 303


@pytest.mark.parametrize(
    "target",
    ["//evil.example/x", "https://evil.example", "evil.example", "/\\evil.example", "/\t/evil.example", ""],
)
def test_signing_in_never_leads_to_another_site(bed, target):
    location = Reader(bed.app).sign_in("rudi", ke=target).headers["location"]

    assert location.startswith("/")
    assert urlsplit(location).netloc == ""
    assert not location.startswith(("//", "/\\"))


def test_after_signing_in_one_is_where_one_wanted_to_be(bed):
    reader = Reader(bed.app)
    to_sign_in = reader.get("/peta", wilayah=DISTRICT, ukuran="dicetak").headers["location"]
    wanted = parse_qs(urlsplit(to_sign_in).query)["ke"][0]

    assert reader.sign_in("rudi", ke=wanted).headers["location"] == f"/peta?wilayah={DISTRICT}&ukuran=dicetak"
    assert 'name="ke" value="/peta' in reader.page("/masuk", ke=wanted)


def test_signing_out_ends_the_session_and_is_written_down(bed):
    reader = Reader(bed.app)
    reader.sign_in("prita")
    answer = reader.post("/keluar")

    assert (answer.status_code, answer.headers["location"]) == (303, "/masuk")
    assert reader.get("/").status_code == 303
    assert bed.audit("sign_out")[0] == ("prita", "15", "prita")


def test_pages_are_not_kept_for_the_next_person_at_the_computer(bed):
    reader = bed.reader("rudi")

    assert {reader.get(path).headers["cache-control"] for path in ("/", "/peta", "/cetak", "/masuk")} == {
        "no-store"
    }


def test_no_page_and_no_audit_line_holds_a_password(bed):
    with bed.world.centre.store.database.transaction() as connection:
        put_account(connection, Account("baru", "Baru", Role.CENTRE, "", "$argon2id$rahasia"))
    audit = bed.reader("pusat").page("/jejak")

    assert PASSWORD not in audit
    assert "argon2" not in audit
