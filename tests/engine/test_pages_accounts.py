"""Akun at the centre: who keeps whose account, and what is shown once."""

import re

import pytest
from pages_bed import DISTRICT, REGENCY, open_bed, text_of

from rekam.edge.key import verify_password
from rekam.problem.table import TABLE


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("pages"), postgres, migrated) as bed:
        yield bed


def account(bed, name):
    return bed.world.centre.store.accounts.account(name)


def test_a_new_account_has_a_password_that_is_shown_once_and_works(bed):
    reader = bed.reader("rudi")
    answer = reader.post(
        "/akun", tindakan="tambah", akun="operator.baru", nama="Wati", peran="operator", kerja=DISTRICT
    )
    password = re.search(r"<code>([0-9a-z-]{19})</code>", answer.text)
    assert password is not None
    kept = account(bed, "operator.baru")
    assert (kept.territory, kept.active) == (DISTRICT, True)
    assert kept.valid_until > bed.clock.seconds + 300 * 86_400
    assert verify_password(kept.password_hash, password[1])
    assert password[1] not in reader.page("/akun")
    assert ("rudi", DISTRICT, "operator.baru") in bed.audit("keep_account")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"akun": "rudi"}, "account.name_taken"),
        ({"akun": "Ada Spasi"}, "account.name_bad"),
        ({"akun": "kosong", "nama": " "}, "account.name_bad"),
        ({"akun": "naik.pangkat", "peran": "centre"}, "account.not_permitted"),
        ({"akun": "di.luar", "kerja": "15.03.01"}, "account.not_permitted"),
        ({"tindakan": "cabut", "akun": "pusat"}, "account.unknown"),
        ({"tindakan": "sandi", "akun": "rudi"}, "account.unknown"),
        ({"tindakan": "kode", "stasiun": "TIDAK-ADA", "pertanyaan": "AAAA-AAAA"}, "packet.station_unknown"),
    ],
)
def test_what_an_office_may_not_do_is_refused_by_name(bed, changes, code):
    form = {"tindakan": "tambah", "akun": "x", "nama": "X", "peran": "operator", "kerja": REGENCY, **changes}
    answer = bed.reader("rudi").post("/akun", **form)
    assert answer.status_code == TABLE[code].http
    opening = TABLE[code].id.split("{")[0]
    assert " ".join(opening.split()) in text_of(answer.text)
    assert account(bed, form["akun"]) is None or code in {"account.name_taken", "account.unknown"}


def test_revoking_and_extending_is_told_and_kept(bed):
    reader = bed.reader("rudi")
    reader.post("/akun", tindakan="tambah", akun="sebentar", nama="Tono", peran="supervisor", kerja=DISTRICT)
    assert "dinonaktifkan" in text_of(reader.post("/akun", tindakan="cabut", akun="sebentar").text)
    assert not account(bed, "sebentar").active
    assert bed.value("SELECT revoked_at FROM rekam.account WHERE name = 'sebentar'") is not None
    reader.post("/akun", tindakan="perpanjang", akun="sebentar")
    assert account(bed, "sebentar").active
    assert bed.value("SELECT revoked_at FROM rekam.account WHERE name = 'sebentar'") is None


def test_who_keeps_no_accounts_does_not_see_the_page(bed):
    assert bed.reader("ani").get("/akun").status_code == 403
