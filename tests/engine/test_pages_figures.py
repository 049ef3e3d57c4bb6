"""Figures on the pages are the figures in the tables, counted here by other statements, with their people behind."""

import re
from dataclasses import replace

import pytest
from centre_world import resident
from pages_bed import (
    DISTRICT,
    NEXT_VILLAGE,
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

from rekam.centre.pages.coverage import missing as missing_names

LINE = re.compile(r"([\d.]+) / ([\d.]+) · data (.+?) · dihitung (\d+ \w+ \d{4} \d\d\.\d\d WIB)")
CUT = "DKB Semester I 2017"
PLACES = ("", PROVINCE, REGENCY, DISTRICT, VILLAGE, NEXT_VILLAGE, OTHER_REGENCY)
OBLIGED = "SELECT count(*) FROM resident WHERE obliged AND village LIKE %(place)s"
REACHED = {
    "direkam": (
        OBLIGED
        + " AND (recorded_before OR EXISTS (SELECT FROM recording r WHERE r.nik = resident.nik AND r.status"
        " NOT IN ('enroll_failure_at_central', 'sent_for_enrollment')))",
        OBLIGED,
    ),
    "tunggal": (
        OBLIGED
        + " AND EXISTS (SELECT FROM event e JOIN recording r USING (packet_id) WHERE r.nik = resident.nik"
        " AND e.kind = 'found_unique')",
        OBLIGED
        + " AND EXISTS (SELECT FROM packet p JOIN recording r USING (packet_id) WHERE r.nik = resident.nik"
        " AND r.status <> 'enroll_failure_at_central' AND p.received_at IS NOT NULL)",
    ),
    "dicetak": (
        "SELECT count(*) FROM card JOIN resident USING (nik) WHERE village LIKE %(place)s",
        OBLIGED
        + " AND EXISTS (SELECT FROM event e JOIN recording r USING (packet_id) WHERE r.nik = resident.nik"
        " AND e.kind = 'found_unique')",
    ),
    "diserahkan": (
        "SELECT count(*) FROM card JOIN resident USING (nik) WHERE handed_over_at > 0 AND village LIKE %(place)s",
        "SELECT count(*) FROM card JOIN resident USING (nik) WHERE village LIKE %(place)s",
    ),
}
"""Numerator and denominator of each measure from residents, events and cards; the product keeps counters."""


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("pages"), postgres, migrated) as bed:
        yield found(bed)


@pytest.fixture
def fresh(postgres, migrated, tmp_path):
    with open_bed(tmp_path, postgres, migrated) as bed:
        yield bed


def count(bed, statement, place):
    return bed.value(statement, place=f"{place}%")


def test_the_bed_is_what_this_file_believes(bed):
    assert [count(bed, s, "") for pair in REACHED.values() for s in pair] == [8, 19, 5, 7, 3, 5, 1, 3]


@pytest.mark.parametrize("measure", REACHED)
@pytest.mark.parametrize("place", PLACES)
def test_the_map_s_figure_is_what_the_tables_count(bed, measure, place):
    page = bed.reader("pusat").page("/peta", wilayah=place, ukuran=measure)
    numerator, denominator, cut, _ = LINE.search(text_of(page)).groups()

    assert number_in(numerator) == count(bed, REACHED[measure][0], place)
    assert number_in(denominator) == count(bed, REACHED[measure][1], place)
    assert cut == CUT


@pytest.mark.parametrize("measure", REACHED)
@pytest.mark.parametrize("place", ["", PROVINCE, REGENCY, DISTRICT])
def test_the_table_s_rows_are_what_the_tables_count_sorted_by_missing_people(bed, measure, place):
    page = bed.reader("pusat").page("/peta", wilayah=place, ukuran=measure)
    codes = re.findall(r'<td><a href="/peta\?wilayah=([\d.]+)&amp;ukuran=', page)
    rows = tables(page)[0][1:]

    assert len(rows) == len(codes) > 0
    for code, (_, denominator, numerator, share, missing, _, basis) in zip(codes, rows, strict=True):
        has, of = (count(bed, statement, code) for statement in REACHED[measure])
        assert (number_in(numerator), number_in(denominator), number_in(missing)) == (has, of, of - has)
        assert basis.startswith("dihitung Rekam")
        assert share == (f"{100 * has / of:.2f}".replace(".", ",") + " %" if of else "–")
    gone = [number_in(row[4]) for row in rows]
    assert gone == sorted(gone, reverse=True)


def test_the_parts_of_a_place_add_up_to_it(bed):
    for place in ("", PROVINCE, REGENCY, DISTRICT):
        page = bed.reader("pusat").page("/peta", wilayah=place)
        numerator, denominator, _, _ = LINE.search(text_of(page)).groups()
        rows = tables(page)[0][1:]
        assert sum(number_in(row[1]) for row in rows) == number_in(denominator)
        assert sum(number_in(row[2]) for row in rows) == number_in(numerator)


def test_the_way_down_goes_from_the_nation_to_a_list_of_names(bed):
    pusat, place, seen = bed.reader("pusat"), "", []
    while True:
        page = pusat.page("/peta", wilayah=place)
        below = re.findall(r'<td><a href="(/peta\?wilayah=[\d.]+)&amp;', page)
        if not below:
            break
        place = next(code for code in (one.partition("=")[2] for one in below) if VILLAGE.startswith(code))
        seen.append(place)

    assert seen == [PROVINCE, REGENCY, DISTRICT, VILLAGE]
    crumbs = re.findall(r'href="/peta\?wilayah=([\d.]*)', page.partition("</nav>")[2])
    assert crumbs[:4] == ["", PROVINCE, REGENCY, DISTRICT]
    assert f'href="/belum?wilayah={VILLAGE}"' in page


def test_the_way_up_ends_at_one_s_own_territory(bed):
    page = bed.reader("rudi").page("/peta", wilayah=VILLAGE)

    assert re.findall(r'href="/peta\?wilayah=([\d.]*)&amp;ukuran', page) == [REGENCY, DISTRICT]


@pytest.mark.parametrize(("path", "name"), [("/", "rudi"), ("/peta", "pusat"), ("/belum", "sari")])
def test_a_figure_says_of_what_on_which_data_and_when(bed, path, name):
    found = LINE.search(text_of(bed.reader(name).page(path)))

    assert found.group(3) == CUT
    assert found.group(4).startswith("10 Oktober 2017 09.")


def test_without_a_data_cut_the_page_says_so(fresh):
    assert "(belum ada data DKB)" in text_of(fresh.reader("pusat").page("/"))
    assert "– sudah direkam" in text_of(fresh.reader("pusat").page("/peta"))


def test_the_summary_counts_the_distance_and_the_pace(bed):
    text = text_of(bed.reader("rudi").page("/"))
    missing = count(bed, OBLIGED, REGENCY) - count(bed, REACHED["direkam"][0], REGENCY)
    received = bed.value(
        "SELECT count(*) FROM packet WHERE received_at > 0 AND region LIKE %(p)s", p=REGENCY + "%"
    )

    assert f"Masih ada {missing} orang wajib KTP yang belum direkam." in text
    # Fourteen days are looked at, all of it came today; 83 days are left from 10 October to 31 December.
    assert f"{received / 14:.1f}".replace(".", ",") + " rekaman sehari" in text
    assert f"Perlu {-(-missing // 83)} sehari untuk mencapai 100 % pada 31 Desember 2017." in text


def test_the_summary_names_the_longest_waiting_and_the_stations(bed):
    page = bed.reader("rudi").page("/")
    stuck, stations = tables(page)[0][1:], tables(page)[1][1:]

    assert [row[0] for row in stuck] == [
        bed.code(bed.packets[name]) for name in ("ready", "next", "doubtful")
    ]
    assert [row[:1] + row[3:] for row in stations] == [["ST-15.02.01", "7", "1", "–"]]


def test_a_number_that_never_came_is_named_beside_its_station(fresh):
    fresh.world.load(*people(1, 2))
    first, second = people(1, 2)
    fresh.record(first, "person:1")
    station = next(iter(fresh.stations.values()))
    station.record(second, "person:2")
    station.held.popitem()
    fresh.record(second, "person:2")

    assert tables(fresh.reader("rudi").page("/"))[1][1][5] == "2"


def test_the_list_of_missing_people_is_complete_in_pages_and_each_page_is_written_down(bed, monkeypatch):
    monkeypatch.setattr(missing_names, "PAGE", 2)
    before, seen, path = len(bed.audit("see_missing_people")), [], f"/belum?wilayah={REGENCY}"
    pages = 0
    while path:
        page = bed.reader("rudi").page(path)
        assert "Pada data ini tidak ada lagi" not in page
        seen += [row[1] for row in tables(page)[-1][1:]]
        onward = re.search(r'href="(/belum\?wilayah=[^"]+halaman[^"]+)"', page)
        path, pages = (onward[1].replace("&amp;", "&") if onward else ""), pages + 1

    missing = bed.world.centre.store.database.rows(
        _Nik, b"SELECT nik FROM resident WHERE obliged AND NOT recorded_before AND village LIKE '15.02%%' AND NOT"
        b" EXISTS (SELECT FROM recording r WHERE r.nik = resident.nik AND status <> 'enroll_failure_at_central')",
    )  # fmt: skip
    assert sorted(seen) == sorted(one.nik for one in missing)
    assert (len(seen), pages) == (6, 3)
    assert len(bed.audit("see_missing_people")) == before + 3


class _Nik:
    @staticmethod
    def of_row(*, nik):
        return type("Row", (), {"nik": nik})()


def test_the_number_above_the_list_is_the_length_of_the_list(bed):
    for place in (REGENCY, DISTRICT, VILLAGE, NEXT_VILLAGE):
        page = bed.reader("rudi").page("/belum", wilayah=place)
        reasons, rows = (table[1:] for table in tables(page))
        assert sum(number_in(row[1]) for row in reasons[:-1]) == number_in(reasons[-1][1]) == len(rows)
        assert f"{len(rows)} orang" in text_of(page)
        assert f"({len(rows)})" in text_of(bed.reader("rudi").page("/peta", wilayah=place))


def test_a_list_without_anybody_says_so(fresh):
    fresh.world.load(resident(1), recorded=[resident(1).nik])

    assert "tidak ada lagi orang yang belum direkam" in text_of(fresh.reader("sari").page("/belum"))
    assert "Selesai" in text_of(fresh.reader("sari").page("/"))


def test_over_a_hundred_per_cent_is_explained_and_not_clipped(fresh):
    """Two recorded here, then the next cut lists them elsewhere: their recordings stay where they were made."""
    one, two, three = people(1, 2, 3)
    fresh.world.load(one, two, three)
    fresh.record(one, "person:1")
    fresh.record(two, "person:2")
    moved = [replace(person, village=NEXT_VILLAGE) for person in (one, two)]
    fresh.world.load(*moved, three)

    for path in ("/", "/peta"):
        text = text_of(fresh.reader("rudi").page(path, wilayah=VILLAGE))
        assert "200,00 %" in text
        assert "Di atas 100 %: rekaman 1 lebih banyak daripada penyebut" in text
        assert LINE.search(text).groups()[:2] == ("2", "1")
    assert "(1)" in text_of(fresh.reader("rudi").page("/peta", wilayah=VILLAGE))
    people_behind = fresh.reader("rudi").page("/belum", wilayah=VILLAGE)
    assert three.nik in people_behind
    assert "1 orang" in text_of(people_behind)


def test_a_village_that_no_code_list_knows_is_shown_by_its_code(fresh):
    fresh.world.load(resident(1, village="15.02.01.2999"))
    rudi = fresh.reader("rudi")

    assert tables(rudi.page("/peta", wilayah=DISTRICT))[0][1][0] == "15.02.01.2999"
    assert tables(rudi.page("/belum"))[-1][1][4] == "15.02.01.2999"


def test_a_measure_that_is_none_shows_the_first(bed):
    assert "sudah direkam, dari wajib KTP" in text_of(bed.reader("rudi").page("/peta", ukuran="lari"))


def test_regions_without_data_are_drawn_and_named_so(bed):
    nation = bed.reader("pusat").page("/peta")
    blank = re.search(r'<path d="([^"]+)" fill="#e3e8ea"><title>tidak ada data</title>', nation)[1]

    assert blank.count("M") > 400
    assert "tidak ada data" in text_of(nation.partition("<figcaption")[2])
    assert len(nation) < 300_000


def test_the_map_draws_each_region_once_and_each_is_a_link(bed):
    page = bed.reader("pusat").page("/peta", wilayah=PROVINCE)
    drawn = re.findall(
        r'<a href="/peta\?wilayah=([\d.]+)&amp;ukuran=direkam"><title>[^<]+</title><path d="M[^"]+Z" fill="#',
        page,
    )

    assert drawn == [REGENCY, OTHER_REGENCY]
    assert 'role="group" aria-label=' in page
