"""Laporan: composed from the counters, signed by the head of office, frozen, corrected by a further version."""

import io
from pathlib import Path

import pytest
from pages_bed import PASSWORD, REGENCY, number_in, open_bed, people, tables, text_of
from starlette.requests import Request

from rekam.account import Account, Role
from rekam.centre.monthly.duty import expect_reports
from rekam.centre.monthly.verify import verify_report
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import named
from rekam.centre.pages.report.urgent import urgent
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre.accounts import put_account
from rekam.edge.web import Shell
from rekam.operations.report import Month

MONTH = "2017-09"
"""The bed's clock stands in October 2017."""


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("pages"), postgres, migrated) as bed:
        listed = people()
        bed.world.load(*listed, recorded=[listed[5].nik, listed[12].nik], young=[listed[6].nik])
        bed.record(listed[0], "person:1")
        bed.announce(listed[3], "person:4")
        yield bed


@pytest.fixture(scope="module")
def signed(bed):
    answer = bed.reader("rudi").post(
        "/laporan",
        tindakan="tanda",
        wilayah=REGENCY,
        bulan=MONTH,
        sandi=PASSWORD,
        blangko_masuk="1.500",
        suket="12",
    )
    assert answer.status_code == 303, text_of(answer.text)
    (kept,) = bed.world.centre.store.reports.versions(REGENCY, Month(2017, 9).first)
    return kept


@pytest.fixture(scope="module")
def expected(bed):
    """All eleven of Jambi report from August 2017 on."""
    centre = bed.world.centre
    province = centre.store.accounts.account("prita")
    assert (
        expect_reports(centre, gazetteer(), province, "15", Month(2017, 8), source="Surat gubernur, contoh")
        == 11
    )


def sums(page):
    """The last row of the report's table by heading."""
    table = next(table for table in tables(page) if "Wajib KTP" in table[0])
    return dict(zip(table[0], table[-1], strict=True)), table


def test_before_signing_the_page_shows_what_the_counters_say(bed):
    page = bed.reader("prita").page("/laporan", wilayah=REGENCY, bulan="2017-08")
    total, table = sums(page)
    obliged = bed.value("SELECT sum(obliged) FROM rekam.coverage WHERE village LIKE '15.02.%%'")
    recorded = bed.value(
        "SELECT sum(recorded_before + received) FROM rekam.coverage WHERE village LIKE '15.02.%%'"
    )
    assert number_in(total["Wajib KTP"]) == obliged
    assert number_in(total["Sudah direkam"]) == recorded
    assert number_in(total["Belum direkam"]) == obliged - recorded
    assert number_in(total["Wajib KTP"]) == sum(number_in(row[2]) for row in table[1:-1])
    assert (total["Siap cetak (PRR)"], total["Terkirim, belum diterima (SFE)"]) == ("1", "1")
    assert "Belum ditandatangani" in text_of(page)


def test_a_signed_report_is_kept_with_its_signature_and_an_audit_line(bed, signed):
    verifier = bed.world.centre.keys.signer.verifier
    files = {
        form: bed.reader("prita").get(f"/laporan/berkas/{signed.report_id}.{form}")
        for form in ("pdf", "xlsx", "json")
    }
    verdicts = [verify_report(answer.content, verifier) for answer in files.values()]
    assert {one.statement.month for one in verdicts} == {MONTH}
    assert {one.statement.total.blanks_in for one in verdicts} == {1500}
    assert verdicts[0].statement.signer == "Rudi"
    assert ("rudi", REGENCY, f"{REGENCY} {MONTH}") in bed.audit("sign_report")
    page = text_of(bed.reader("rudi").page("/laporan", wilayah=REGENCY, bulan=MONTH))
    assert verdicts[0].code in page


def test_what_was_signed_does_not_move_when_the_counters_do(bed, signed):
    before = bed.reader("rudi").get(f"/laporan/berkas/{signed.report_id}.pdf").content
    with bed.world.centre.store.database.transaction() as connection:
        connection.execute("UPDATE rekam.coverage SET printed = printed + 5 WHERE village LIKE '15.02.01.%'")
    assert bed.reader("rudi").get(f"/laporan/berkas/{signed.report_id}.pdf").content == before


def test_a_signed_report_cannot_be_changed_in_the_database(bed, signed):
    with (
        pytest.raises(Exception, match="append-only"),
        bed.world.centre.store.database.transaction() as connection,
    ):
        connection.execute("UPDATE rekam.report SET source = 'x'")


@pytest.mark.parametrize(
    ("who", "changes", "status"),
    [
        ("rudi", {"sandi": "salah sama sekali"}, 401),
        ("rudi", {"sandi": ""}, 401),
        ("rudi", {}, 409),
        ("rudi", {"bulan": "2018-01"}, 422),
        ("rudi", {"bulan": "kapan-kapan"}, 422),
        ("rudi", {"blangko_masuk": "lima"}, 422),
        ("rudi", {"wilayah": "15.02.01"}, 422),
        ("rudi", {"wilayah": "15.03"}, 403),
        ("prita", {}, 403),
        ("pusat", {}, 403),
        ("rudi", {"tindakan": "betulkan", "alasan": "salah"}, 422),
    ],
)
def test_who_may_not_sign_what_is_told_so_and_nothing_is_kept(bed, signed, who, changes, status):
    count = bed.value("SELECT count(*) FROM rekam.report")
    form = {"tindakan": "tanda", "wilayah": REGENCY, "bulan": MONTH, "sandi": PASSWORD, **changes}
    assert bed.reader(who).post("/laporan", **form).status_code == status
    assert bed.value("SELECT count(*) FROM rekam.report") == count


def test_a_correction_is_a_further_version_that_names_the_old_one_and_the_difference(bed, signed):
    with bed.world.centre.store.database.transaction() as connection:
        connection.execute("UPDATE rekam.coverage SET printed = printed + 7 WHERE village = '15.02.02.1009'")
    reader = bed.reader("rudi")
    answer = reader.post(
        "/laporan", tindakan="betulkan", wilayah=REGENCY, bulan=MONTH, sandi=PASSWORD, blangko_masuk="1.500", suket="12",
        alasan="Kartu kecamatan Bangko terlewat",
    )  # fmt: skip
    assert answer.status_code == 303, text_of(answer.text)
    newest, *rest = bed.world.centre.store.reports.versions(REGENCY, Month(2017, 9).first)
    assert newest.version == 2
    assert rest[-1] == signed
    data = reader.get(f"/laporan/berkas/{newest.report_id}.json").content
    statement = verify_report(data, bed.world.centre.keys.signer.verifier).statement
    assert statement.previous == signed.digest.hex()
    printed = [one for one in statement.changes if one.place == "15.02.02" and one.column == "printed"]
    assert [one.after - one.before for one in printed] == [7]
    page = text_of(reader.page("/laporan", wilayah=REGENCY, bulan=MONTH))
    assert "Kartu kecamatan Bangko terlewat" in page


def test_the_province_sees_who_is_late_and_notes_a_reminder_once_a_day(bed, signed, expected):
    reader = bed.reader("prita")
    page = reader.page("/laporan", wilayah="15", bulan=MONTH)
    rows = {row[0]: row for table in tables(page) if table[0][0] == "Kabupaten/kota" for row in table[1:]}
    assert len(rows) == 11
    overdue = bed.clock.seconds > 1_507_654_800  # 11 October 2017, 00.00 WIB
    assert rows["Kabupaten Kerinci"][1] == ("Lewat tenggat, belum masuk" if overdue else "Ditunggu")
    paper = {"tindakan": "masuk", "wilayah": "15.04", "halaman": "15", "bulan": "2017-08"}
    assert reader.post("/laporan", **paper).status_code == 422
    assert reader.post("/laporan", **paper, surat="470/31").status_code == 303
    assert reader.post("/laporan", **paper, surat="470/31").status_code == 409
    august = {"tindakan": "ingatkan", "wilayah": "15.01", "halaman": "15", "bulan": "2017-08"}
    assert reader.post("/laporan", **august).status_code == 303
    assert reader.post("/laporan", **august).status_code == 409
    assert reader.post("/laporan", **{**august, "wilayah": REGENCY, "bulan": MONTH}).status_code == 409
    assert bed.reader("rudi").post("/laporan", **{**august, "wilayah": REGENCY}).status_code == 403
    assert ("prita", "15.01", "15.01 2017-08") in bed.audit("remind_report")


def test_the_first_page_hears_of_overdue_reports(bed, signed, expected):
    request = Request({"type": "http", "headers": [], "query_string": b"bahasa=id", "path": "/"})
    desk = Desk(bed.world.centre, gazetteer(), Shell("x", Path()))
    seconds, bed.clock.seconds = bed.clock.seconds, 1_508_202_000  # 17 October 2017, 08.00 WIB
    try:
        (others,) = urgent(desk, request, named(gazetteer(), "15"))
        assert others.values["missing"] == 10
        assert urgent(desk, request, named(gazetteer(), REGENCY)) == []
        (own,) = urgent(desk, request, named(gazetteer(), "15.01"))
        assert own.values["month"] == "September 2017"
    finally:
        bed.clock.seconds = seconds


def test_the_check_page_tells_the_original_from_a_changed_file(bed, signed):
    reader = bed.reader("prita")
    data = reader.get(f"/laporan/berkas/{signed.report_id}.pdf").content

    def check(content):
        return reader.http.post(
            "/laporan/periksa",
            data={"_token": reader.token},
            files={"berkas": ("l.pdf", io.BytesIO(content))},
        )

    good = check(data)
    assert good.status_code == 200
    assert "Asli" in text_of(good.text)
    assert check(data.replace(b"2017", b"2016", 1)).status_code == 422
    assert check(b"").status_code == 422
    assert check(b"%PDF-1.4 nothing").status_code == 422


def test_an_office_without_a_register_is_told_to_import(bed):
    with bed.world.centre.store.database.transaction() as connection:
        hashed = bed.world.centre.store.accounts.account("rudi").password_hash
        put_account(connection, Account("kerinci", "Kadis", Role.REGENCY, "15.01", hashed))
    page = text_of(bed.reader("kerinci").page("/laporan", bulan=MONTH))
    assert "Impor angkanya dari berkas" in page
