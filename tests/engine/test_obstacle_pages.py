"""The pages of obstacles and power: sums that fit, what is behind them, forms that keep what was typed."""

import re
from pathlib import Path

import pytest
from pages_bed import found, open_bed, tables, text_of
from starlette.requests import Request
from test_obstacle_settling import DAY, EIGHT, HOUR, entry

import rekam.centre.app
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.obstacle import urgent
from rekam.centre.pages.places import named
from rekam.edge.packed import gazetteer
from rekam.edge.web import Shell

REPORT = {
    "wilayah": "15.02", "sebab": "staff", "dari": "2017-10-09", "sampai": "2017-10-09", "jam": "2,5", "pulang": "7",
    "catatan": "operator cuti, tidak ada pengganti", "bukti": "surat cuti 12/X/2017",
}  # fmt: skip


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    """Recordings of Merangin and Sarolangun, and a day of its station with a power cut and nobody's hour."""
    with open_bed(tmp_path_factory.mktemp("obstacle"), postgres, migrated) as empty:
        full = found(empty)
        full.world.exchange(
            full.stations["15.02.01"],
            journal=(
                entry(1, "station_started", EIGHT), entry(2, "station_started", EIGHT + 3 * HOUR),
                entry(3, "power_gap", EIGHT + 3 * HOUR, since=EIGHT + HOUR, until=EIGHT + 3 * HOUR),
                entry(4, "day_closed", EIGHT + 7 * HOUR, day="2017-10-09", version=1, sealed=10, refused=0),
                entry(5, "station_closed", EIGHT + 7 * HOUR),
                entry(6, "station_started", EIGHT + 24 * HOUR),
            ),
        )  # fmt: skip
        yield full


def cells(page, heading):
    """Rows of the table that has a heading."""
    return next(table for table in tables(page) if heading in table[0])


def number(text):
    return float(text.split()[0].replace(".", "").replace(",", ".").replace("–", "0"))


def test_hours_and_people_by_cause_sum_to_what_stands_above_them(bed):
    page = bed.reader("rudi").page("/hambatan", wilayah="15.02", kurun="3bulan")
    _, *rows, total = cells(page, "Siapa bertindak")
    missing = bed.value(
        "SELECT count(*) FROM resident WHERE obliged AND NOT recorded_before AND packet_id IS NULL AND village LIKE '15.02.%%'"
    )

    for column in (1, 2, 3, 5, 6):
        assert sum(number(row[column]) for row in rows) == pytest.approx(number(total[column]))
    assert number(total[6]) == missing
    assert {row[0].split(" P")[0] for row in rows} >= {"Listrik padam"}
    whole = re.search(r"([\d,.]+) jam kerja \+ ([\d,.]+) jam hilang = ([\d,.]+) jam buka", text_of(page))
    worked, lost, opened = (number(one) for one in whole.groups())
    assert worked + lost == pytest.approx(opened)
    assert lost == pytest.approx(number(total[1]))


def test_every_level_can_be_read_and_drilled_to_one_day(bed):
    centre = bed.reader("pusat")
    for place in ("", "15", "15.02", "15.02.01", "15.02.01.2001"):
        assert "Bagaimana dihitung" in centre.page("/hambatan", wilayah=place, kurun="3bulan")
        centre.page("/listrik", wilayah=place)
    page = bed.reader("sari").page("/hambatan", wilayah="15.02.01", kurun="3bulan")
    day = bed.reader("sari").page("/hambatan/hari", pos="ST-15.02.01", hari=str(DAY))

    assert "/hambatan/hari?pos=ST-15.02.01" in page
    rows = cells(day, "Jam buka menjadi")
    assert [row[:2] for row in rows[1:]] == [
        ["Jam kerja", "5"], ["Listrik padam teramati", "2"], ["Belum diketahui teramati", "1"], ["Jumlah", "8"],
    ]  # fmt: skip
    assert day.count('class="away"') == 2  # the strip and its legend


def test_a_report_is_kept_beside_what_was_observed_and_reviewed_by_another(bed):
    rudi, sari = bed.reader("rudi"), bed.reader("prita")
    answer = rudi.post("/hambatan/lapor", **REPORT)
    assert answer.status_code == 303
    where = answer.headers["location"]
    page = text_of(rudi.page(where))
    assert "Tidak ada pengamatan tentang sebab ini" in page
    assert "Terima laporan ini" not in page
    assert rudi.post(where, putusan="terima", catatan="saya sendiri yang tahu").status_code == 403

    assert "Tuliskan apa yang terjadi" in sari.post(where, putusan="tolak", catatan="x").text
    assert sari.post(where, putusan="tolak", catatan="operator hadir menurut absensi").status_code == 303
    assert "Ditolak; tidak dihitung" in text_of(rudi.page(where))
    assert bed.audit("report_loss")[0][0] == "rudi"
    assert bed.audit("review_loss")[0][0] == "prita"


def test_a_form_that_is_wrong_keeps_what_was_typed(bed):
    answer = bed.reader("rudi").post("/hambatan/lapor", **{**REPORT, "jam": "9,5", "bukti": "foto <b>"})

    assert answer.status_code == 422
    assert "Jam hilang sehari harus lebih dari 0 dan paling banyak 8" in answer.text
    assert 'value="9,5"' in answer.text
    assert "foto &lt;b&gt;" in answer.text


def test_an_office_sees_and_writes_its_own_territory_only(bed):
    tono = bed.reader("tono")

    assert tono.get("/hambatan", wilayah="15.02").status_code == 403
    assert tono.get("/hambatan/hari", pos="ST-15.02.01", hari=str(DAY)).status_code == 403
    assert tono.get("/listrik", wilayah="15.02").status_code == 403
    assert tono.post("/hambatan/lapor", **REPORT).status_code == 403
    assert tono.post("/listrik", wilayah="15.02", tindakan="cadangan", ups="1").status_code == 403
    assert bed.reader("siti").get("/hambatan").status_code == 403


def test_backup_power_is_registered_and_a_cut_reported(bed):
    rudi = bed.reader("rudi")
    place = {"wilayah": "15.02.02"}
    wrong = rudi.post("/listrik", **place, tindakan="cadangan", genset="1", liter="1.500")
    assert wrong.status_code == 422
    assert "berapa liter genset" in wrong.text
    kept = {"ups": "1", "menit": "20", "genset": "1", "liter": "1.500", "boros": "1,5"}
    assert rudi.post("/listrik", **place, tindakan="cadangan", **kept).status_code == 303
    assert bed.world.centre.store.power.backups("15.02.02")["15.02.02"].backup.fuel_litres == 1500

    cut = {"mulai": "2017-10-09T08:00", "selesai": "2017-10-09T07:00"}
    assert rudi.post("/listrik", **place, tindakan="padam", **cut).status_code == 422
    assert (
        rudi.post("/listrik", **place, tindakan="padam", **{**cut, "selesai": "2017-10-09T10:00"}).status_code
        == 303
    )
    told = bed.world.centre.store.power.cuts("15.02.02", EIGHT, EIGHT + HOUR)
    assert [(one.since, one.until, one.source) for one in told] == [(EIGHT, EIGHT + 2 * HOUR, "reported")]


@pytest.mark.parametrize(
    "path",
    ["/hambatan?kurun=x", "/hambatan/hari?pos=x&hari=y", "/hambatan/hari", "/hambatan/laporan/999999999999999999",
     "/hambatan/laporan/99999999999999999999999", "/hambatan/lapor", "/hambatan?wilayah=99"],
)  # fmt: skip
def test_odd_addresses_are_answered_in_words(bed, path):
    assert bed.reader("pusat").get(path).status_code in {200, 404, 422}


def test_the_first_page_hears_of_the_largest_cause(bed):
    shell = Shell("", Path(rekam.centre.app.__file__).parent)
    desk = Desk(bed.world.centre, gazetteer(), shell)
    request = Request({"type": "http", "query_string": b"", "headers": []})
    told = urgent(desk, request, named(gazetteer(), "15.02"))

    assert [one.words.format_map(one.values).split(",")[0] for one in told] == [
        "Kabupaten Merangin: hambatan terbesar 30 hari terakhir Listrik padam"
    ]
    assert told[0].weight > 0
