"""Children's papers from the list to the counter, through the real pages and a real PostgreSQL."""

import csv
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from birth_bed import (
    BABY,
    BRIDE,
    ELSEWHERE,
    EVERYBODY,
    LAST_CHILD,
    NEIGHBOUR,
    PUPIL,
    TURNED,
    TURNS_LATER,
    TURNS_SOON,
    WITH_PAPER,
    child,
    load,
    open_birth_bed,
)
from pages_bed import NEXT_VILLAGE, OTHER_VILLAGE, REGENCY, VILLAGE, number_in, tables, text_of
from starlette.requests import Request

from rekam.account import Account, Role
from rekam.centre.birth import note_certificate
from rekam.centre.pages.birth import urgent
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import named
from rekam.centre.printing import mark_printed
from rekam.demo.october.birth import seed
from rekam.edge.packed import gazetteer
from rekam.operations.birth import Certificate

DAY = date(2017, 10, 10)
OFFICE = Account("rudi", "Rudi", Role.REGENCY, REGENCY, "")


@pytest.fixture(scope="module")
def seen(tmp_path_factory, postgres, migrated):
    """A bed that nobody changes."""
    with open_birth_bed(tmp_path_factory.mktemp("birth"), postgres, migrated) as bed:
        yield bed


@pytest.fixture(scope="module")
def recorded(tmp_path_factory, postgres, migrated):
    """A bed in which one was recorded at 16, one has a printed card, and one a certificate."""
    with open_birth_bed(tmp_path_factory.mktemp("recorded"), postgres, migrated) as bed:
        bed.record(TURNS_SOON, "person:50")
        printed = bed.record(BRIDE, "person:45")
        mark_printed(bed.world.centre, printed.packet_id, actor="rudi")
        note(bed)
        yield bed


@pytest.fixture
def bed(tmp_path, postgres, migrated):
    with open_birth_bed(tmp_path, postgres, migrated) as bed:
        yield bed


def count(bed, place=REGENCY):
    return bed.world.centre.store.births.of(place, today=DAY)


def note(bed, who=PUPIL, number="1502-LU-10062009-0003", **fields):
    return bed.reader("rudi").post(
        "/akta/anak", wilayah=REGENCY, tindakan="akta", nik=who.nik,
        **{"nomor": number, "terbit": "10-6-2009", "dinas": "Disdukcapil Merangin",
           "lahir": f"{who.birth_date:%d-%m-%Y}", **fields},
    )  # fmt: skip


def act(bed, what, who=PUPIL, name="rudi", **fields):
    return bed.reader(name).post("/akta/anak", wilayah=REGENCY, tindakan=what, nik=who.nik, **fields)


def sound(bed):
    return bed.world.centre.store.births.differences() == []


# who is a child


def test_the_list_holds_those_who_were_not_18_on_the_day_of_the_cut(seen):
    """Twelve residents: one grown up, one who turned 18 that very day; one of the rest lives in another regency."""
    assert count(seen).children == 9
    assert count(seen, "").children == 10
    assert count(seen).certified == 1
    assert count(seen).card_base == 9 - len({LAST_CHILD.nik, BRIDE.nik})
    assert sound(seen)


def test_the_number_above_the_list_is_its_length_and_reasons_add_up_to_it(bed):
    act(bed, "alasan", alasan="no_birth_letter")
    act(bed, "alasan", who=BABY, alasan="moved", keterangan="ke Sarolangun")
    act(bed, "alasan", who=BABY, alasan="not_applied")
    page = bed.reader("rudi").page("/akta/anak", wilayah=REGENCY)
    rows = tables(page)[0][1:]

    assert len(rows) == count(bed).missing == 8
    assert "8 anak" in text_of(page)
    spoken = re.findall(r'class="reason-count">[^<]+<strong>(\d+)<', page)
    assert [int(number) for number in spoken] == [1, 1, 6]


def test_sums_of_villages_are_the_sums_of_the_place(seen):
    for place in ("", REGENCY, "15.02.01"):
        page = seen.reader("pusat").page("/akta", wilayah=place)
        rows = tables(page)[0][1:]
        whole = count(seen, place)
        assert sum(number_in(row[1]) for row in rows) == whole.children
        assert sum(number_in(row[2]) for row in rows) == whole.certified
        assert sum(number_in(row[4]) for row in rows) == whole.missing


# the certificate


def test_a_noted_certificate_moves_the_count_and_leaves_a_line_in_the_audit(bed):
    before = count(bed)
    answer = note(bed)

    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"/akta/anak?wilayah={VILLAGE}&selesai=akta",
    )
    assert count(bed).certified == before.certified + 1
    assert count(bed, VILLAGE).missing == 5
    assert bed.audit("note_certificate") == [("rudi", VILLAGE, PUPIL.nik)]
    assert sound(bed)
    assert "Cakupan desa ini sudah bertambah" in bed.reader("rudi").page(answer.headers["location"])


def test_what_is_refused_changes_nothing_and_keeps_what_was_typed(bed):
    note(bed)
    again = note(bed, BABY, number="1502 lu 10062009 0003", terbit="1-7-2017")
    second = note(bed, number="99/2009")
    unreadable = note(bed, BABY, number="y", terbit="31-2-2010", dinas="")

    assert [again.status_code, second.status_code, unreadable.status_code] == [409, 409, 422]
    assert "sudah tercatat untuk anak lain" in text_of(again.text)
    assert "1502 lu 10062009 0003" in again.text
    assert "31-2-2010" in unreadable.text
    assert count(bed).certified == 2
    assert bed.audit("note_certificate") == [("rudi", VILLAGE, PUPIL.nik)]
    assert sound(bed)


def test_two_desks_that_enter_one_number_at_once_note_it_once(bed):
    def enter(who):
        paper = Certificate("7/2017", date(2017, 9, 1), "Disdukcapil", who.birth_date)
        return note_certificate(bed.world.centre, OFFICE, who.nik, paper)

    with ThreadPoolExecutor(4) as desks:
        told = list(desks.map(enter, (PUPIL, BABY, NEIGHBOUR, TURNED)))

    assert sorted(problems[0].code if problems else "" for problems in told) == [
        "",
        *["birth.number_taken"] * 3,
    ]
    assert count(bed).certified == 2
    assert sound(bed)


def test_a_withdrawn_certificate_stops_counting_and_stays_on_record(bed):
    note(bed)
    assert act(bed, "batal", sebab="salah").status_code == 422
    assert act(bed, "batal", sebab="salah anak, nomor milik adiknya").status_code == 303

    assert count(bed).certified == 1
    assert bed.value("SELECT count(*) FROM birth_certificate WHERE withdrawn_by = 'rudi'") == 1
    assert sound(bed)
    assert note(bed, BABY, terbit="1-7-2017").status_code == 303
    assert act(bed, "batal", sebab="tidak ada lagi catatan").status_code == 409


def test_a_certificate_known_from_the_cut_is_not_counted_twice(bed):
    assert note(bed, WITH_PAPER, number="5/2012", terbit="1-2-2012").status_code == 303
    assert count(bed).certified == 1
    assert act(bed, "batal", WITH_PAPER, sebab="nomornya salah ketik").status_code == 303
    assert count(bed).certified == 1
    assert sound(bed)


def test_the_next_cut_counts_a_noted_certificate_once_and_lets_the_grown_go(bed):
    note(bed)
    note(bed, LAST_CHILD, number="8/1999", terbit="1-8-1999")
    newborn = child(60, date(2017, 9, 9))
    load(bed, *EVERYBODY, newborn, name="DKB Semester II 2017", as_of=date(2017, 12, 31))

    assert count(bed).children == 9
    assert count(bed).certified == 2
    assert count(bed).left == 1
    assert sound(bed)
    page = text_of(bed.reader("rudi").page("/akta", wilayah=REGENCY))
    assert "1 akta tercatat untuk anak di luar penyebut" in page
    assert "33,33 %" in page


# who may


def test_a_child_of_another_regency_is_unknown_to_an_office(seen):
    answer = act(seen, "buka", ELSEWHERE)

    assert answer.status_code == 404
    assert note(seen, ELSEWHERE).status_code == 404
    assert ELSEWHERE.name not in answer.text
    assert count(seen, "").certified == 1


def test_a_province_sees_children_and_writes_nothing(seen):
    opened = act(seen, "buka", name="prita")

    assert opened.status_code == 200
    assert 'value="akta"' not in opened.text
    assert act(seen, "alasan", name="prita", alasan="moved").status_code == 403
    assert seen.audit("note_no_certificate") == []


@pytest.mark.parametrize("name", ["siti", "sari", "ani"])
def test_who_may_not_see_children_gets_no_name(seen, name):
    for path in ("/akta/anak", f"/akta/undangan?wilayah={VILLAGE}"):
        answer = seen.reader(name).get(path)
        assert answer.status_code == 403
        assert PUPIL.name not in answer.text


def test_no_address_carries_a_number_of_a_person(seen):
    pages = [seen.reader("rudi").page(path) for path in ("/akta", "/akta/anak", "/akta/kia", "/akta/17")]
    pages.append(act(seen, "buka").text)

    for page in pages:
        assert not re.search(r'(?:href|action)="[^"]*\d{16}', page)


def test_a_form_without_its_token_is_refused(seen):
    answer = seen.reader("rudi").http.post("/akta/anak", data={"tindakan": "buka", "nik": PUPIL.nik})

    assert answer.status_code == 403


def test_every_look_at_names_is_written_down(seen):
    seen.reader("rudi").page("/akta/anak", wilayah=VILLAGE)
    act(seen, "buka")
    act(seen, "cari", cari=PUPIL.nik)
    seen.reader("rudi").page("/akta/undangan", wilayah=VILLAGE)

    assert [(place, subject) for _, place, subject in seen.audit("see_children")[:3]] == [
        (VILLAGE, PUPIL.nik), (VILLAGE, PUPIL.nik), (VILLAGE, VILLAGE),
    ]  # fmt: skip
    assert seen.audit("print_invitations")[0] == ("rudi", VILLAGE, VILLAGE)


def test_a_child_is_found_by_name_in_capitals_too(seen):
    page = act(seen, "cari", cari=PUPIL.name.upper()).text

    assert [row[0] for row in tables(page)[0][1:]] == [PUPIL.name]
    assert "Siti Aminah" in tables(page)[0][1][3]
    assert act(seen, "cari", cari="Burhanuddin").status_code == 404
    assert act(seen, "cari", cari="Si").status_code == 422
    assert act(seen, "cari", cari="").status_code == 422


# the child card


def test_a_card_of_a_small_child_stops_counting_on_the_5th_birthday(bed):
    births = bed.world.centre.store.births
    assert act(bed, "kia", BABY, terbit_kia="1-10-2017").status_code == 303
    assert act(bed, "kia", BABY, terbit_kia="2-10-2017").status_code == 409
    assert act(bed, "kia", PUPIL, terbit_kia="1-10-2017").status_code == 303

    assert births.of(REGENCY, today=date(2022, 6, 29)).carded == 2
    assert births.of(REGENCY, today=date(2022, 6, 30)).carded == 1
    assert births.of(REGENCY, today=date(2026, 5, 20)).carded == 0
    rows = tables(bed.reader("rudi").page("/akta/kia", wilayah="15.02.01"))[0][1:]
    assert sum(number_in(row[2]) for row in rows) == 2


def test_who_is_married_gets_no_child_card(seen):
    assert act(seen, "kia", BRIDE, terbit_kia="1-10-2017").status_code == 422


# turning 17


def test_the_queue_counts_who_turned_17_and_who_will(seen):
    """On 10 October 2017: one turned in September, one will on 20 October, one in March."""
    page = seen.reader("rudi").page("/akta/17", wilayah=REGENCY)
    windows, places = tables(page)[0][1:], tables(page)[1]

    assert [row[1] for row in windows] == ["1", "1", "1", "2", "2"]
    assert "Pilkada serentak 27 Juni 2018" in windows[4][0]
    assert places[0][1:3] == ["Sebelum bulan ini", "10/17"]
    assert places[1][1:8] == ["1", "1", "–", "–", "–", "–", "1"]


def test_who_is_recorded_at_16_is_a_first_timer_and_is_not_invited(recorded):
    invited = recorded.reader("rudi").page("/akta/undangan", wilayah=VILLAGE, hari="365")

    assert [row[1] for row in tables(invited)[0][1:]] == [TURNED.name]
    row = tables(recorded.reader("rudi").page("/akta/17", wilayah=REGENCY))[1][1]
    assert (row[2], row[-1]) == ("–", "1")


def test_an_invitation_is_for_one_village(seen):
    assert seen.reader("rudi").get("/akta/undangan", wilayah=REGENCY).status_code == 422
    later = seen.reader("rudi").page("/akta/undangan", wilayah=NEXT_VILLAGE, hari="365")
    assert [row[1] for row in tables(later)[0][1:]] == [TURNS_LATER.name]
    assert "1 Maret 2018" in text_of(later)


# published figures


def test_the_published_figure_stands_beside_the_counted_one(seen):
    text = text_of(seen.reader("prita").page("/akta", wilayah="15"))

    assert "77,56 % — JPNN, 10-10-2017" in text
    assert "305.909 dari 1.344.435 anak belum punya; dihitung ulang 77,25 %" in text
    assert "52,00 % (enewstime.id, 2-5-2017)" in text
    assert "106,79" not in text


def test_in_april_2018_the_106_79_per_cent_are_explained(seen, monkeypatch):
    monkeypatch.setattr(seen.clock, "seconds", int(datetime(2018, 4, 2, 3, tzinfo=UTC).timestamp()))
    text = text_of(seen.reader("prita").page("/akta", wilayah="15"))

    assert "106,79 %" in text
    assert "akta dihitung sampai 31 Maret 2018, anak dihitung pada 31 Desember 2017" in text
    assert "82,50 %" in text


def test_a_centre_without_a_cut_says_what_to_do(tmp_path, postgres, migrated):
    from pages_bed import open_bed

    with open_bed(tmp_path, postgres, migrated) as empty:
        for path in ("/akta", "/akta/anak", "/akta/kia"):
            assert "Muat data DKB lebih dulu" in empty.reader("rudi").page(path)
        empty.reader("rudi").page("/akta/17")


# out to villages


def test_a_village_gets_its_statuses_in_opensid_s_codes(recorded):
    answer = recorded.reader("rudi").post("/akta/opensid.csv", wilayah=VILLAGE)
    rows = {row["nik"]: row for row in csv.DictReader(StringIO(answer.text))}

    assert list(next(iter(rows.values()))) == [
        "nik", "ktp_el", "status_rekam", "tempat_cetak_ktp", "tanggal_cetak_ktp", "akta_lahir",
    ]  # fmt: skip
    assert (rows[TURNS_SOON.nik]["ktp_el"], rows[TURNS_SOON.nik]["status_rekam"]) == ("2", "5")
    assert (rows[LAST_CHILD.nik]["ktp_el"], rows[LAST_CHILD.nik]["status_rekam"]) == ("1", "2")
    assert rows[PUPIL.nik]["status_rekam"] == "1"
    assert rows[PUPIL.nik]["akta_lahir"] == "1502-LU-10062009-0003"
    assert len(rows) == recorded.value("SELECT count(*) FROM resident WHERE village = %(v)s", v=VILLAGE)
    assert ("rudi", VILLAGE, VILLAGE) in recorded.audit("export_village_status")
    assert answer.headers["cache-control"] == "no-store"


def test_a_printed_card_says_where_and_when(recorded):
    answer = recorded.reader("sari").post("/akta/opensid.csv", wilayah=VILLAGE)
    row = next(row for row in csv.DictReader(StringIO(answer.text)) if row["nik"] == BRIDE.nik)

    assert row["status_rekam"] == "4"
    assert row["tanggal_cetak_ktp"] == "2017-10-10"
    assert row["tempat_cetak_ktp"].startswith("Kecamatan ")


def test_nobody_fetches_another_village_s_people(seen):
    assert seen.reader("rudi").post("/akta/opensid.csv", wilayah=OTHER_VILLAGE).status_code == 403
    assert seen.reader("rudi").post("/akta/opensid.csv", wilayah=REGENCY).status_code == 422
    assert seen.reader("rudi").get("/akta/opendk.csv", wilayah="15.03").status_code == 403
    assert seen.reader("rudi").get("/akta/undangan", wilayah=OTHER_VILLAGE).status_code == 403
    assert seen.audit("export_village_status") == []


def test_the_sums_for_opendk_hold_no_number_of_a_person(seen):
    answer = seen.reader("rudi").get("/akta/opendk.csv", wilayah=REGENCY)
    rows = list(csv.DictReader(StringIO(answer.text)))

    assert [row["kode_desa"] for row in rows] == [VILLAGE, NEXT_VILLAGE]
    assert sum(int(row["anak_0_18"]) for row in rows) == count(seen).children
    assert sum(int(row["ktp_wajib"]) for row in rows) == 4
    assert not re.search(r"\d{16}", answer.text)
    assert seen.reader("pusat").get("/akta/opendk.csv").status_code == 422


# the stage and the first page


def test_the_stage_enters_by_the_same_checks_and_says_that_it_is_an_example(bed):
    seed(bed.world.centre, bed.clock.seconds)

    assert sound(bed)
    assert bed.value("SELECT count(*) FROM birth_certificate WHERE source <> 'contoh'") == 0
    assert count(bed, "").certified == 1 + 3 + 1
    seed(bed.world.centre, bed.clock.seconds)
    assert count(bed, "").certified == 1 + 3 + 1
    assert sound(bed)


def test_what_matters_today_names_how_many_children_wait(seen):
    desk = Desk(seen.world.centre, gazetteer(), None)
    request = Request({"type": "http", "headers": [], "query_string": b""})
    told = urgent(desk, request, named(gazetteer(), REGENCY))

    assert [(one.weight, one.href, one.values["n"]) for one in told] == [
        (1, f"/akta/17?wilayah={REGENCY}", "1"),
        (1, f"/akta/17?wilayah={REGENCY}", "1"),
        (7, f"/akta?wilayah={REGENCY}", "7"),
    ]
    for place in ("", "15"):
        assert urgent(desk, request, named(gazetteer(), place))
