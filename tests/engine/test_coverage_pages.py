"""Targets, history and reported figures on the pages, read as a head of office reads them."""

import re
from datetime import date

import pytest
from centre_world import NOON
from pages_bed import (
    DISTRICT,
    OTHER_REGENCY,
    PROVINCE,
    REGENCY,
    VILLAGE,
    found,
    number_in,
    open_bed,
    people,
    tables,
    text_of,
)

from rekam.centre.days import keep_day, snapshot
from rekam.centre.pages.coverage import urgent
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.places import named
from rekam.centre.published import told_by
from rekam.demo.october import coverage as october
from rekam.edge.packed import gazetteer, published_coverage
from rekam.edge.store.centre.counts import CountRow, put_counts
from rekam.edge.store.centre.register import ListedResident, load_cut
from rekam.person import name_key

DAY = 86_400


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    """The small centre of all page tests on 17 October 2017, with what was published by then."""
    with open_bed(tmp_path_factory.mktemp("coverage"), postgres, migrated) as bed:
        found(bed)
        october.seed(bed.world.centre, NOON + 7 * DAY)
        yield bed


@pytest.fixture
def fresh(postgres, migrated, tmp_path):
    with open_bed(tmp_path, postgres, migrated) as bed:
        yield bed


def report(bed, *rows, kind="imported", source="Laporan September 2017"):
    with bed.world.centre.store.database.transaction() as connection:
        put_counts(connection, rows, source=source, kind=kind, at=NOON)


def row(place, obliged, recorded, day=date(2017, 9, 30)):
    return CountRow(place, day, "DKB Semester I 2017", obliged, recorded)


def target(bed, who="pusat", **fields):
    typed = {"wilayah": PROVINCE, "langkah": "recorded", "persen": "100", "tanggal": "2017-12-31",
             "dasar": "Rakor 9 Oktober 2017", **fields}  # fmt: skip
    return bed.reader(who).post("/cakupan", **typed)


# History


def test_the_nation_s_way_from_31_to_94_percent_is_shown_with_its_sources(bed):
    text = text_of(bed.reader("pusat").page("/cakupan"))

    assert "27 Oktober 2014 31,00 %" in text
    assert "9 Oktober 2017 94,00 %" in text
    assert "JPNN 10-10-2017" in text
    assert "seed" not in text


def test_a_fall_by_a_renewed_denominator_is_explained(bed):
    text = text_of(bed.reader("pusat").page("/cakupan"))

    assert "Cakupan turun dari 96,54 % (31 Maret 2017) ke 94,98 % (18 September 2017)" in text
    assert "bertambah 3.901.229 orang, wajib KTP bertambah 7.041.361 orang" in text
    assert "Dengan penyebut lama angkanya 98,73 %" in text


def test_what_was_published_later_is_not_known_yet(bed):
    text = text_of(bed.reader("pusat").page("/cakupan", wilayah=PROVINCE))

    assert "88,26 %" in text
    assert "88,50 %" in text
    assert "2.166.190" in text
    assert not {"91,66 %", "92,00 %", "93,68 %"} & set(re.findall(r"[\d,]+ %", text))


def test_about_60_percent_stays_about(bed):
    bed.clock.seconds = NOON + 7 * DAY
    for place in (REGENCY, OTHER_REGENCY):
        text = text_of(bed.reader("pusat").page("/cakupan", wilayah=place))
        assert "17 Oktober 2017 sekitar 60,00 %" in text
        assert "Aksi Post 17-10-2017" in text


def test_a_printed_percentage_that_its_counts_contradict_stands_beside_the_computed_one(bed):
    text = text_of(bed.reader("pusat").page("/cakupan", wilayah=PROVINCE))

    assert "73,61 % tertulis 73,92 %" in text


def test_every_point_of_the_picture_opens_its_row(bed):
    page = bed.reader("pusat").page("/cakupan", wilayah=PROVINCE)
    points = re.findall(r'<a href="#(angka-\d+)"><title>', page)

    assert len(points) >= 4
    assert set(points) <= set(re.findall(r'<tr id="(angka-\d+)"', page))


def test_above_100_percent_is_shown_and_explained(fresh):
    fresh.clock.seconds += 730 * DAY
    report(
        fresh,
        row(REGENCY, 232_804, 234_615, date(2019, 8, 31)),
        kind="published",
        source="tuntas.co.id 09-2019",
    )
    text = text_of(fresh.reader("rudi").page("/cakupan"))

    assert "100,78 % pada 31 Agustus 2019: di atas 100 %." in text
    assert "Angkanya ditampilkan apa adanya." in text


def test_the_october_figures_are_taken_once(bed):
    before = bed.value("SELECT (SELECT count(*) FROM history_point) + (SELECT count(*) FROM reported_count)")
    october.seed(bed.world.centre, NOON + 7 * DAY)

    after = bed.value("SELECT (SELECT count(*) FROM history_point) + (SELECT count(*) FROM reported_count)")
    assert before == after
    assert bed.value("SELECT count(*) FROM target") == 2


def test_no_published_row_is_dropped_but_those_without_a_share():
    dropped = [one for one in published_coverage() if told_by(one) is None]

    assert all(one.reported_percent is None for one in dropped)
    assert all(one.obliged is None or one.recorded is None for one in dropped)
    for one in filter(None, map(told_by, published_coverage())):
        assert one.fraction is not None or one.denominator


# Days


def test_the_first_look_of_a_day_keeps_its_counters(fresh):
    fresh.world.load(*people(1, 2))
    centre = fresh.world.centre
    assert centre.store.history.kept(date(2017, 10, 10)) is False
    fresh.reader("rudi").page("/peta")
    assert centre.store.history.kept(date(2017, 10, 10)) is True
    fresh.record(people(1)[0], "person:1")
    keep_day(centre)

    assert snapshot(centre, date(2017, 10, 10)) == 0
    assert fresh.value("SELECT recorded FROM coverage_day WHERE place = '15.02'") == 0


def test_a_day_begins_at_midnight_in_jakarta(fresh):
    fresh.world.load(*people(1))
    fresh.clock.seconds = NOON - 2 * 3600 - 7 * 3600 - 1  # 9 October, 23.59.59 WIB
    keep_day(fresh.world.centre)
    fresh.clock.seconds += 1
    keep_day(fresh.world.centre)

    assert [row[0] for row in rows_of(fresh, "SELECT day FROM coverage_day WHERE place = '' ORDER BY 1")] == [
        date(2017, 10, 9),
        date(2017, 10, 10),
    ]


def rows_of(bed, statement):
    with bed.world.centre.store.database.connection() as connection:
        return connection.execute(statement).fetchall()


# Targets


def test_a_target_is_set_and_holds_below(fresh):
    fresh.world.load(*people())
    answer = target(fresh, persen="99,5", tanggal="2017-12-15")

    assert answer.status_code == 303
    text = text_of(fresh.reader("rudi").page("/cakupan", wilayah=DISTRICT))
    assert "99,50 % paling lambat 15 Desember 2017" in text
    assert "Pusat" in text
    assert fresh.audit("keep_targets") == [("pusat", PROVINCE, PROVINCE)]
    # The first page of every level counts with it too.
    assert "untuk mencapai 100 % pada 15 Desember 2017" in text_of(fresh.reader("rudi").page("/"))


def test_without_a_target_the_end_of_the_year_is_assumed_and_said(fresh):
    text = text_of(fresh.reader("rudi").page("/cakupan"))

    assert "paling lambat 31 Desember 2017" in text
    assert "Belum ada target yang ditetapkan" in text


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("persen", "banyak", "Target harus berupa persen"),
        ("persen", "0", "Target harus berupa persen"),
        ("persen", "101", "Target harus berupa persen"),
        ("persen", "1" * 400, "Target harus berupa persen"),
        ("tanggal", "2017-10-09", "hari ini atau sesudahnya"),
        ("tanggal", "31/12/2017", "hari ini atau sesudahnya"),
        ("tanggal", "2017-02-30", "hari ini atau sesudahnya"),
        ("dasar", "  ok ", "Tulis dasar target"),
        ("langkah", "dilupakan", "Langkah yang ditargetkan tidak dikenal"),
    ],
)
def test_a_wrong_target_is_said_and_what_was_typed_stays(bed, field, value, words):
    answer = (
        target(bed, dasar="Surat 471.13/1", **{field: value})
        if field != "dasar"
        else target(bed, dasar=value)
    )

    assert answer.status_code == 422
    assert words in text_of(answer.text)
    assert 'role="alert"' in answer.text
    if field != "dasar":
        assert 'value="Surat 471.13/1"' in answer.text
    assert bed.value("SELECT count(*) FROM target") == 2


@pytest.mark.parametrize(("who", "place"), [("rudi", REGENCY), ("sari", DISTRICT), ("prita", "16")])
def test_who_may_not_set_a_target_cannot(bed, who, place):
    assert target(bed, who, wilayah=place).status_code == 403
    assert bed.value("SELECT count(*) FROM target") == 2


def test_the_form_stands_only_where_it_works(bed):
    assert 'action="/cakupan"' in bed.reader("prita").page("/cakupan")
    assert 'action="/cakupan"' not in bed.reader("rudi").page("/cakupan")


def test_a_target_without_the_form_s_token_is_refused(bed):
    answer = bed.reader("pusat").http.post("/cakupan", data={"wilayah": "15", "persen": "100"})

    assert answer.status_code == 403
    assert bed.value("SELECT count(*) FROM target") == 2


# What a target asks


def test_the_parts_of_the_daily_need_sum_to_the_whole(bed):
    bed.clock.seconds = NOON
    for place in ("", PROVINCE, REGENCY, DISTRICT):
        page = bed.reader("pusat").page("/cakupan", wilayah=place)
        need = re.search(r'<p class="big">([\d.]+) sehari</p>', page)[1]
        table = next(one for one in tables(page) if "Bagian sehari" in one[0])
        parts = [number_in(line[3]) for line in table[1:-1]]
        assert sum(parts) == number_in(need) == number_in(table[-1][3])


def test_the_pace_is_what_the_daily_counts_rose(fresh):
    fresh.world.load(*people(*range(1, 12)))
    keep_day(fresh.world.centre)
    fresh.record(people(1)[0], "person:1")
    fresh.record(people(8)[0], "person:8")
    fresh.clock.seconds = NOON + 4 * DAY
    text = text_of(fresh.reader("rudi").page("/cakupan"))

    # Two in four days; nine are left in 79 days.
    assert "0,5 rekaman sehari menurut hitungan harian" in text
    assert "1 sehari" in text
    assert "Sesuai laju yang diperlukan" in text
    fresh.clock.seconds = NOON + 13 * DAY
    target(fresh, wilayah="15.02".replace("15.02", "15"), tanggal="2017-10-25")
    assert "Terlambat" in text_of(fresh.reader("rudi").page("/cakupan"))


def test_a_pace_is_never_measured_across_two_data_cuts(fresh):
    fresh.world.load(*people(1, 2, 3))
    keep_day(fresh.world.centre)
    lines = [ListedResident(one, True, True) for one in people(1, 2, 3, 4)]
    store = fresh.world.centre.store
    load_cut(store.database, "DKB Semester II 2017", date(2017, 12, 31), lines, name_key=name_key, now=NOON)
    fresh.clock.seconds += DAY

    assert "Laju belum dapat diukur" in text_of(fresh.reader("rudi").page("/cakupan"))


def test_without_daily_counts_the_published_pace_is_used_and_named(bed):
    bed.clock.seconds = NOON
    text = text_of(bed.reader("pusat").page("/cakupan", wilayah=PROVINCE))

    assert "menurut angka yang diumumkan: dari 28 Agustus 2017 sampai 9 Oktober 2017" in text
    assert "Sumber tidak menyebut data DKB-nya" in text


# Places that only report


def test_a_place_that_only_reports_is_marked_and_dated(fresh):
    fresh.world.load(*people(1, 2))
    report(fresh, row("15.09", 200_000, 150_000), row("16", 5_000_000, 4_000_000), row(REGENCY, 9, 9))
    pusat = fresh.reader("pusat")
    table = tables(pusat.page("/peta", wilayah=PROVINCE))[0]

    assert [(line[0], line[1], line[4], line[6]) for line in table[1:]] == [
        ("Kabupaten Tebo", "200.000", "50.000", "dilaporkan 30 September 2017"),
        # Counted here: what the office reported does not replace it.
        ("Kabupaten Merangin", "2", "2", "dihitung Rekam 1 dari 24 bagian"),
    ]
    assert "1 dari 11 wilayah dihitung Rekam, 1 hanya melapor." in text_of(
        pusat.page("/peta", wilayah=PROVINCE)
    )
    south = text_of(pusat.page("/peta", wilayah="16"))
    assert "80,00 % dilaporkan, bukan dihitung Rekam." in south
    assert "keadaan 30 September 2017 · sumber: Laporan September 2017" in south


def test_counted_and_reported_people_are_never_added(fresh):
    fresh.world.load(*people(1, 2))
    report(fresh, row("15.09", 200_000, 150_000))
    text = text_of(fresh.reader("pusat").page("/peta", wilayah=PROVINCE))

    assert "0 / 2 · data DKB Semester I 2017" in text
    assert "Di balik angka ini: 1 dari 11 bagian wilayah." in text
    assert "75,00 % dilaporkan" in text
    assert "150.000 / 200.000" in text
    assert "200.002" not in text


def test_the_nation_s_map_has_the_kabupaten_and_whole_provinces_that_report(fresh):
    report(fresh, row("15.09", 200_000, 150_000), row("16", 5_000_000, 4_000_000))
    page = fresh.reader("pusat").page("/peta")
    shown = re.findall(r'<a href="/peta\?wilayah=([\d.]+)&amp;ukuran=direkam"><title>([^<]+)</title>', page)

    assert ("15.09", "Kabupaten Tebo: 75,00 % – 50.000 belum (dilaporkan)") in shown
    assert sum(code == "16" for code, _ in shown) == 17
    assert {code for code, _ in shown} == {"15.09", "16"}


def test_a_place_without_any_figure_says_what_to_do(fresh):
    text = text_of(fresh.reader("pusat").page("/peta", wilayah="17"))

    assert "Belum ada angka untuk wilayah di bawah Bengkulu." in text
    assert "10 wilayah belum punya angka" in text


# Two data cuts


def test_two_cuts_stand_side_by_side_and_the_fall_is_explained(fresh):
    one = people(1, 2, 3, 4)
    fresh.world.load(*one[:2], recorded=[one[0].nik])
    lines = [ListedResident(person, True, person is one[0]) for person in one]
    store = fresh.world.centre.store
    load_cut(store.database, "DKB Semester II 2017", date(2017, 12, 31), lines, name_key=name_key, now=NOON)
    page = fresh.reader("rudi").page("/cakupan/data")

    assert "Cakupan turun karena penyebutnya diperbarui" in text_of(page)
    assert "Dari 50,00 % menjadi 25,00 %. Dengan penyebut lama: 50,00 %." in text_of(page)
    assert tables(page)[0][1][1:] == ["2", "4", "2", "1", "1", "50,00 %", "25,00 %", "50,00 %"]
    assert fresh.reader("rudi").get("/cakupan/data", lama="99").status_code == 404


def test_one_cut_alone_is_not_compared(bed):
    assert "Baru satu data yang dimuat: DKB Semester I 2017" in text_of(
        bed.reader("rudi").page("/cakupan/data")
    )


# Names behind the figures


def test_reasons_and_those_without_one_sum_to_the_people_on_the_list(bed):
    for place in (REGENCY, DISTRICT, VILLAGE):
        page = bed.reader("rudi").page("/belum", wilayah=place)
        reasons, names = tables(page)
        assert (
            sum(number_in(line[1]) for line in reasons[1:-1]) == number_in(reasons[-1][1]) == len(names) - 1
        )


# The first page


def test_the_distance_to_the_target_is_urgent_with_honest_weights(bed):
    bed.clock.seconds = NOON
    desk = Desk(bed.world.centre, gazetteer(), None)
    request = type("Request", (), {"query_params": {}, "cookies": {}})()
    offered = urgent(desk, request, named(gazetteer(), REGENCY))

    missing = bed.world.centre.store.coverage.of(REGENCY).missing
    assert offered
    assert all(0 < one.weight <= missing for one in offered)
    for one in offered:
        assert one.words.format_map(one.values)
        assert bed.reader("pusat").get(one.href).status_code == 200
    assert urgent(desk, request, named(gazetteer(), "17")) == []
