"""The fleet's pages: sums that fit, every step of a repair by its form, papers, problems that keep what was typed."""

import re

import pytest
from centre_world import NOON
from pages_bed import CHEAP, DISTRICT, PASSWORD, Reader, open_bed, resident, tables, text_of
from starlette.requests import Request

from rekam.account import Account, Role
from rekam.centre.fleet.load import load_sets
from rekam.centre.pages import fleet
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import named
from rekam.edge.key import hash_password
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre.accounts import put_account
from rekam.edge.store.centre.stations import put_station, suspend
from rekam.edge.web import Shell
from rekam.operations.fleet.set_file import COLUMNS
from rekam.portal.app import build_portal

PUSAT = Account("pusat", "Pusat", Role.CENTRE, "", "")
KINDS = ("laptop", "camera", "ten_print_scanner", "iris_scanner", "printer")
PAPER = {"penyerah": "Rudi", "penerima": "Sari", "surat": "470/12", "tanggal": "2017-10-10"}
NEXT_DISTRICT = "15.02.02"


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("alat"), postgres, migrated) as bed:
        rows = [
            f"{name},{place},{kind},Merek,{name}-{kind},2011,negara,baik"
            for name, place in (
                ("A-1", DISTRICT),
                ("A-2", DISTRICT),
                ("B-1", NEXT_DISTRICT),
                ("C-1", "15.03.01"),
            )
            for kind in KINDS
        ]
        text = "\n".join([",".join(COLUMNS), *rows])
        assert (
            load_sets(
                bed.world.centre, PUSAT, text, gazetteer().knows, source="uji", at=NOON - 99 * 86_400
            ).sets
            == 4
        )
        with bed.world.centre.store.database.transaction() as connection:
            hashed = hash_password(PASSWORD, cost=CHEAP)
            put_account(connection, Account("gudang", "Gudang", Role.DEPOT, "", hashed))
        yield bed


def number_of(bed, set_id, kind):
    found = bed.world.centre.store.device_register.components_of(set_id)
    return next(
        one.component_id
        for one in found
        if one.kind.value == kind and one.life.holder.kind.value != "retired"
    )


def post(bed, who, number, step, **fields):
    return bed.reader(who).post(f"/alat/komponen/{number}", langkah=step, **fields)


def done(bed, who, number, step, **fields):
    answer = post(bed, who, number, step, **fields)
    assert answer.status_code == 303, text_of(answer.text)


def page(bed, who, number):
    return text_of(bed.reader(who).page(f"/alat/komponen/{number}"))


def test_a_repair_from_report_to_return_by_its_forms(bed):
    number = number_of(bed, "A-1", "camera")
    done(bed, "rudi", number, "report", catatan="lensa retak")
    done(bed, "rudi", number, "judge_light")
    done(bed, "rudi", number, "ship", tujuan="ministry", **PAPER)
    assert "Giliran kementerian" in page(bed, "rudi", number)
    assert post(bed, "rudi", number, "receive", **PAPER).status_code == 403
    assert str(number) in "".join(
        re.findall(r"/alat/komponen/(\d+)", bed.reader("gudang").page("/alat/tiket", di="sini"))
    )
    done(bed, "gudang", number, "receive", **PAPER)
    done(bed, "gudang", number, "repaired")
    done(bed, "gudang", number, "ship_back", **PAPER)
    done(bed, "rudi", number, "arrive", **PAPER)
    done(bed, "rudi", number, "back_in_service")
    done(
        bed,
        "rudi",
        number,
        "cost",
        untuk="repair",
        rupiah="450.000",
        pembayar="apbn",
        kuitansi="K-1",
        tanggal="2017-10-10",
    )

    shown = page(bed, "rudi", number)
    assert "Kondisi Baik" in shown
    assert "lensa retak" in shown
    assert "450.000" in shown
    assert len(re.findall("Berita acara", shown)) == 4
    paper = bed.value("SELECT min(handover_id) FROM handover")
    assert "Nomor 470/12, tanggal 10 Oktober 2017" in text_of(bed.reader("rudi").page(f"/alat/serah/{paper}"))
    assert bed.reader("tono").get(f"/alat/serah/{paper}").status_code == 403
    assert len(bed.audit("move_device")) >= 8


def test_what_was_typed_stays_when_something_is_wrong(bed):
    number = number_of(bed, "A-1", "laptop")
    done(bed, "rudi", number, "report")
    done(bed, "rudi", number, "judge_light")
    answer = post(
        bed, "rudi", number, "ship", **{**PAPER, "surat": "", "penyerah": "Nama & Tetap"}, tujuan="ministry"
    )
    assert answer.status_code == 422
    assert "Setiap serah terima memerlukan" in text_of(answer.text)
    assert 'value="Nama &amp; Tetap"' in answer.text
    assert "<details open><summary>Kirim untuk diperbaiki" in answer.text
    for wrong in ({}, {"langkah": "x"}, {"langkah": "cost"}, {"langkah": "swap", "lawan": "x"}):
        assert bed.reader("rudi").post(f"/alat/komponen/{number}", **wrong).status_code in {404, 409, 422}


def test_against_the_policy_the_second_person_types_their_own_password(bed):
    number = number_of(bed, "A-2", "printer")
    done(bed, "rudi", number, "report")
    done(bed, "rudi", number, "judge_light")
    fields = {"catatan": "suku cadang tidak dibuat lagi", "merek": "Baru", "seri": "P-9"}
    assert post(bed, "rudi", number, "replace", **fields).status_code == 403
    assert post(bed, "rudi", number, "replace", penyetuju="rudi", sandi=PASSWORD, **fields).status_code == 403
    assert post(bed, "rudi", number, "replace", penyetuju="tono", sandi=PASSWORD, **fields).status_code == 403
    refused = post(bed, "rudi", number, "replace", penyetuju="prita", sandi="salah sama sekali", **fields)
    assert PASSWORD not in refused.text
    assert "salah sama sekali" not in refused.text
    done(bed, "rudi", number, "replace", penyetuju="prita", sandi=PASSWORD, **fields)
    assert "disetujui prita" in page(bed, "rudi", number)
    assert "P-9" in bed.reader("rudi").page("/alat/satu-set", nomor="A-2")


def test_a_part_taken_is_named_on_the_pages_of_both_sets(bed):
    broken, donor = number_of(bed, "A-2", "iris_scanner"), number_of(bed, "B-1", "iris_scanner")
    done(bed, "rudi", broken, "report")
    done(bed, "rudi", broken, "part", lawan=str(donor), catatan="satu set saja yang jalan", **PAPER)
    for name in ("A-2", "B-1"):
        assert "Diambil (kanibal): set asal tidak lengkap" in text_of(
            bed.reader("rudi").page("/alat/satu-set", nomor=name)
        )
    assert "Set ini tidak dapat merekam." in text_of(bed.reader("rudi").page("/alat/satu-set", nomor="B-1"))


def test_the_tables_of_a_place_add_up(bed):
    for who, place in (("pusat", ""), ("prita", "15"), ("rudi", "15.02")):
        found = tables(bed.reader(who).page("/alat", wilayah=place))
        by_place = next(table for table in found if table[0][0] == "Wilayah")
        by_kind = next(table for table in found if table[0][0] == "Jenis")
        columns = [
            [int(cell.split()[0]) for cell in column]
            for column in zip(*(row[1:-1] for row in by_place[1:]), strict=True)
        ]
        assert all(sum(column[:-1]) == column[-1] for column in columns)
        total = columns[2][-1]
        assert total == sum(column[-1] for column in columns[3:]) == sum(int(row[1]) for row in by_kind[1:])


def test_a_page_of_another_territory_is_refused(bed):
    number = number_of(bed, "C-1", "camera")
    assert bed.reader("rudi").get(f"/alat/komponen/{number}").status_code == 403
    assert bed.reader("rudi").get("/alat/satu-set", nomor="C-1").status_code == 403
    assert post(bed, "rudi", number, "report").status_code == 403
    assert bed.reader("sari").get("/alat/satu-set", nomor="A-1").status_code == 200
    assert bed.reader("siti").get("/alat/satu-set", nomor="A-1").status_code == 403
    assert "Langkah berikutnya" in page(bed, "sari", number_of(bed, "A-1", "camera"))
    for path in (
        "/alat/komponen/999999",
        "/alat/tiket/999999",
        "/alat/serah/999999",
        "/alat/satu-set?nomor=x",
    ):
        assert bed.reader("rudi").get(path).status_code == 404
    assert Reader(bed.app).get(f"/alat/komponen/{number}").status_code == 303


def test_a_depot_comes_to_the_devices_and_sees_no_names(bed):
    reader = Reader(bed.app)
    assert reader.sign_in("gudang").headers["location"] == "/alat"
    assert reader.get("/belum").status_code == 403
    assert reader.get("/alat").status_code == 200


def test_the_rules_of_a_day_show_their_contradiction(bed):
    text = text_of(bed.reader("rudi").page("/alat/aturan", tanggal="2017-10-17"))
    assert "Bertentangan" in text
    assert "Aksi Post 17-10-2017" in text
    assert bed.reader("rudi").get("/alat/aturan", tanggal="kemarin").status_code == 422


def test_the_most_urgent_is_the_place_without_a_working_set(bed):
    number = number_of(bed, "C-1", "camera")
    done(bed, "tono", number, "report")
    centre = bed.world.centre
    bed.world.load(*[resident(one, village="15.03.01.2001") for one in range(1, 8)])
    desk = Desk(centre, gazetteer(), Shell("x", fleet_folder()))
    request = Request({"type": "http", "headers": [], "query_string": b""})
    first = fleet.urgent(desk, request, named(gazetteer(), "15.03"))[0]
    assert (first.weight, first.values["residents"], first.href) == (7.0, "7", "/alat/set?wilayah=15.03.01")
    ticket = fleet.urgent(desk, request, named(gazetteer(), "15.03"))[1].href
    assert bed.reader("tono").get(ticket).status_code == 303


def fleet_folder():
    from pathlib import Path

    import rekam.centre

    return Path(rekam.centre.__file__).parent


def test_the_portal_names_the_nearest_place_with_working_devices(bed, postgres, migrated, tmp_path):
    with open_bed(tmp_path, postgres, migrated) as other:
        centre = other.world.centre
        rows = [
            f"{name},{place},{kind},,,,,{condition}"
            for name, place, condition in (("A", "15.02.01", "rusak berat"), ("B", "15.02.02", "baik"))
            for kind in KINDS
        ]
        load_sets(centre, PUSAT, "\n".join([",".join(COLUMNS), *rows]), gazetteer().knows, source="uji")
        portal = Reader(build_portal(centre.store, gazetteer(), other.clock))
        broken = text_of(portal.page("/tempat", cari="Kecamatan Jangkat, Merangin"))
        assert re.search(
            r"alatnya baik: Kecamatan Bangko, Kabupaten Merangin, Jambi, kira-kira \d+ km", broken
        )
        assert "Alat perekaman di kecamatan ini baik." in text_of(
            portal.page("/tempat", cari="Kecamatan Bangko, Merangin")
        )

        with centre.store.database.transaction() as connection:
            put_station(connection, "ST-7", "15.02.03", "Stasiun Tujuh", [b"k"], at=NOON)
            suspend(
                connection,
                "15.02.02",
                station_id=None,
                cause="x",
                letter="y",
                condition="z",
                by="pusat",
                at=NOON,
                until=None,
            )
        assert "15.02.03" in bed_places(centre, other.clock())
        assert "15.02.02" not in bed_places(centre, other.clock())
        with centre.store.database.transaction() as connection:
            suspend(
                connection,
                "15",
                station_id=None,
                cause="x",
                letter="y",
                condition="z",
                by="pusat",
                at=NOON,
                until=None,
            )
        assert "Tidak ada tempat rekam dengan alat yang baik" in text_of(
            portal.page("/tempat", cari="Kecamatan Bangko, Merangin")
        )


def bed_places(centre, now):
    from rekam.portal.nearest import open_places

    return open_places(centre.store, "15", now)[0]
