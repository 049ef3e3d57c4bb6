import pytest

from rekam.edge.packed import centres, gazetteer, outlines, populations
from rekam.place import Change, Kind, Level, Point
from rekam.place.succession import follow
from rekam.problem import Problem


@pytest.fixture(scope="module")
def gaz():
    return gazetteer()


def test_a_village_is_found_by_its_dotted_code_and_by_its_digits(gaz):
    dotted, digits = gaz.region("15.02.01.2001"), gaz.region(" 1502012001 ")
    assert dotted == digits
    assert (dotted.name, dotted.kind, dotted.level) == ("Renah Kemumu", Kind.VILLAGE, Level.VILLAGE)
    assert dotted.parent == "15.02.01"


@pytest.mark.parametrize("wrong", ["", "1", "15.2", "15.02.1", "150201200", "15-02", "limabelas", "１５"])
def test_what_is_not_a_code_is_a_named_problem(gaz, wrong):
    with pytest.raises(Problem) as caught:
        gaz.region(wrong)
    assert caught.value.code == "place.bad_code"
    assert "kode wilayah" in caught.value.say("id")


def test_a_code_of_neither_list_is_a_named_problem(gaz):
    with pytest.raises(Problem) as caught:
        gaz.region("15.99")
    assert caught.value.code == "place.unknown_region"
    assert not gaz.knows("15.99")
    assert not gaz.knows("x")


def test_counts_of_2025_are_those_of_the_ministry(gaz):
    kinds = [region.kind for region in gaz.register]
    assert len(kinds) == 91_599
    assert kinds.count(Kind.PROVINCE) == 38
    assert kinds.count(Kind.REGENCY) == 416
    assert kinds.count(Kind.CITY) == 98
    assert kinds.count(Kind.DISTRICT) == 7_285
    assert kinds.count(Kind.URBAN_VILLAGE) == 8_496
    assert kinds.count(Kind.VILLAGE) == 75_252
    assert kinds.count(Kind.CUSTOMARY_VILLAGE) == 14


def test_jambi_has_11_regencies_144_districts_and_1585_villages(gaz):
    assert [len(gaz.within("15", level)) for level in Level] == [1, 11, 144, 1_585]
    assert [region.name for region in gaz.children("15")][:2] == ["Kerinci", "Merangin"]
    assert len(gaz.provinces()) == 38


def test_the_path_of_a_village_reads_from_near_to_far(gaz):
    expected = "Desa Renah Kemumu, Kecamatan Jangkat, Kabupaten Merangin, Jambi"
    assert gaz.path("15.02.01.2001") == expected
    assert [one.code for one in gaz.ancestors("15.02.01.2001")] == ["15", "15.02", "15.02.01"]
    assert gaz.path("15.71") == "Kota Jambi, Jambi"


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("15.01.02.2009", "15.01.22.2011", Change.MOVED),  # Koto Iman into the new Tanah Cogok
        ("15.01.08.2031", "15.01.23.2003", Change.MOVED),  # Bukitpulai, now written Bukit Pulai
        ("15.01.08.2017", "15.01.23.2009", Change.MOVED),  # Pondok Saguang, now Pondok Siguang
        ("15.03.06.2018", "15.03.11.2006", Change.MOVED),  # Jati Baru into Mandiangin Timur
        ("15.09.01.1001", "15.09.01.1001", Change.RENAMED),  # Matebo is Muara Tebo
        ("91.01", "93.01", Change.MOVED),  # Merauke into Papua Selatan
        ("15.02.01.2001", "15.02.01.2001", Change.SAME),
    ],
)
def test_a_code_of_2017_is_followed_to_today(gaz, old, new, change):
    assert gaz.succession(old).change is change
    assert gaz.forward(old).code == new


def test_an_old_code_still_resolves_under_its_old_name(gaz):
    assert gaz.region("15.01.02.2009").name == "Koto Iman"
    assert gaz.path("15.01.02.2009") == "Desa Koto Iman, Kecamatan Danau Kerinci, Kabupaten Kerinci, Jambi"
    assert gaz.knows("15.01.02.2009")
    assert not gaz.in_force("15.01.02.2009")


def test_a_region_without_successor_says_so(gaz):
    assert gaz.forward("91.13.44") is None
    assert gaz.succession("91.13.44").change is Change.ABOLISHED


def test_going_back_finds_the_region_of_2017(gaz):
    assert [one.code for one in gaz.backward("15.01.22.2011")] == ["15.01.02.2009"]
    assert [one.code for one in gaz.backward("15.02")] == ["15.02"]
    assert gaz.backward("15.01.22") == ()
    with pytest.raises(Problem):
        gaz.succession("15.01.22")


def test_swapped_names_are_followed_by_name():
    a, b = gazetteer().region("15.02.01.2001"), gazetteer().region("15.02.01.2002")
    swapped = {
        a.code: type(a)(a.code, a.parent, a.level, a.kind, b.name),
        b.code: type(b)(b.code, b.parent, b.level, b.kind, a.name),
    }
    above = {one.code: one for one in gazetteer().ancestors(a.code)}
    found = follow([*above.values(), a, b], above | swapped)
    assert (found[a.code].today, found[b.code].today) == (b.code, a.code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bangko, Merangin", "15.02.02"),
        ("kec bnagko, merangin", "15.02.02"),
        ("jangkat tmur", "15.02.18"),
        ("tanjungpauh mudik", "15.01.23.2002"),
        ("Nalo Tatan", "15.02.11"),
        ("rantau panjang merangin", "15.02.03.2018"),
        ("sarolngun", "15.03"),
        ("kota jambi", "15.71"),
        ("desa suka maju, mandiangin timur", "15.03.11.2005"),
        ("regapuu", "53.07.01.2021"),
        ("1502012001", "15.02.01.2001"),
    ],
)
def test_the_first_answer_of_a_search_is_the_one_meant(gaz, text, code):
    assert gaz.search(text)[0].region.code == code


def test_a_search_can_be_kept_to_a_level_and_a_place(gaz):
    found = gaz.search("bangko", level=Level.DISTRICT, within="15.02")
    assert [one.region.code for one in found][:2] == ["15.02.02", "15.02.10"]
    assert {one.region.level for one in gaz.search("suka", level=Level.REGENCY)} <= {Level.REGENCY}


@pytest.mark.parametrize("text", ["", "   ", ",,,", "?!", "qqqqxxxxzzzz", "9" * 40])
def test_a_search_for_nothing_finds_nothing(gaz, text):
    assert gaz.search(text, limit=5) == []


def test_outlines_exist_for_every_regency_and_district(gaz):
    assert set(outlines(Level.REGENCY)) == {one.code for one in gaz.register if one.level is Level.REGENCY}
    assert len(outlines(Level.DISTRICT)) == 7_285
    assert len(outlines(Level.DISTRICT, "15")) == 144
    assert set(outlines(Level.REGENCY, "1502")) == {"15.02"}


def test_the_centre_of_each_district_of_jambi_lies_in_its_outline_box():
    for code, outline in outlines(Level.DISTRICT, "15").items():
        west, south, east, north = outline.bounds()
        centre = centres()[code]
        assert west <= centre.lon <= east
        assert south <= centre.lat <= north


def test_a_point_is_inside_the_outline_that_is_drawn_around_it():
    square = outlines(Level.REGENCY, "15.71")["15.71"]
    assert square.contains(Point(-1.61, 103.61))
    assert not square.contains(Point(-6.2, 106.8))


def test_an_outline_becomes_closed_geojson_rings():
    geometry = outlines(Level.REGENCY, "15")["15.02"].geometry()
    polygon = geometry["coordinates"] if geometry["type"] == "Polygon" else geometry["coordinates"][0]
    assert polygon[0][0] == polygon[0][-1]


def test_regency_populations_sum_to_the_country():
    regencies = [one for code, one in populations().items() if len(code) == 5]
    assert len(regencies) == 514
    assert sum(one.total for one in regencies) == populations()["0"].total == 284_973_643
    assert populations()["15.02"].men == 202_407
    assert populations()["15.02"].centre == Point(-2.19312, 102.06834)
