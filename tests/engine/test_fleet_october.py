"""Jambi's register in October 2017: the numbers of the articles stand in it, the rest says that it is invented."""

import pytest
from pages_bed import open_bed, tables, text_of

from rekam.demo.october.fleet import BROKEN, seed

NOW = 1_508_205_600
"""17 October 2017, 09.00 WIB."""


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("fleet"), postgres, migrated) as bed:
        bed.clock.seconds = NOW
        seed(bed.world.centre, NOW)
        yield bed


def sums(bed, territory, width):
    counts = {}
    for row in bed.world.centre.store.device_register.counts(territory, width):
        place = counts.setdefault(row.place, {})
        place[row.condition] = place.get(row.condition, 0) + row.components
    return counts


def test_two_sets_a_kecamatan_and_185_broken_components(bed):
    register = bed.world.centre.store.device_register
    (province,) = register.sets_by_place("15", 2)
    assert province.sets == 288
    (counts,) = sums(bed, "15", 2).values()
    assert sum(counts.values()) == 144 * (9 + 7)
    assert sum(counts[name] for name in ("unchecked", "light", "heavy")) == BROKEN == 185
    assert counts["stolen"] == 1
    assert len(sums(bed, "15", 5)) == 11


def test_lower_levels_sum_to_the_higher_one(bed):
    for width in (5, 8):
        parts = sums(bed, "15", width).values()
        (whole,) = sums(bed, "15", 2).values()
        assert {name: sum(part.get(name, 0) for part in parts) for name in whole} == whole


def test_every_kecamatan_has_a_printer_and_none_a_generator(bed):
    kinds = {row.kind for row in bed.world.centre.store.device_register.counts("15", 2)}
    assert "generator" not in kinds
    assert bed.value("SELECT count(DISTINCT home) FROM component WHERE kind = 'printer'") == 144


def test_the_page_of_the_province_tells_the_articles_beside_the_register(bed):
    page = bed.reader("prita").page("/alat", wilayah="15")
    text = text_of(page)
    assert "Rusaknya 185 item peralatan perekaman" in text
    assert "JPNN 10-10-2017" in text
    assert "Aksi Post 17-10-2017" in text
    assert "185 / 2.304 · data daftar alat · dihitung 17 Oktober 2017" in text
    by_place = next(table for table in tables(page) if table[0][0] == "Wilayah")
    assert by_place[-1][:4] == ["Jumlah", "288", *by_place[-1][2:3], "2.304"]
    assert len(by_place) == 1 + 11 + 1


def test_the_page_of_the_nation_says_of_what_19_3_percent_is_a_share(bed):
    text = text_of(bed.reader("pusat").page("/alat"))
    for said in ("1.248", "6.465", "12.000", "19,30 %", "nusantaranews.co 19-9-2017", "2.316"):
        assert said in text


def test_everything_invented_says_so(bed):
    assert bed.value("SELECT count(*) FROM component WHERE source NOT LIKE 'contoh%%'") == 0
    assert bed.value("SELECT max(opened_at) FROM ticket") <= NOW
    assert bed.value("SELECT count(*) FROM component_event WHERE step = 'move'") == 1


def test_a_part_that_was_taken_stands_on_the_page_of_both_sets(bed):
    for column in ("from_set", "set_id"):
        name = bed.value(f"SELECT details->>'{column}' FROM component_event WHERE step = 'move'")
        assert "Diambil (kanibal): set asal tidak lengkap" in text_of(
            bed.reader("rudi").page("/alat/satu-set", nomor=name)
        )
