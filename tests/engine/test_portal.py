"""The residents' portal: where is my card, where do I record; never a name, never a NIK."""

import re

import pytest
from centre_world import NOON, resident
from pages_bed import DISTRICT, VILLAGE, Reader, found, open_bed, people, text_of

from rekam.centre.printing import hand_over
from rekam.centre.scrub import scrub
from rekam.edge.packed import gazetteer
from rekam.edge.store.centre.stations import put_station, retire
from rekam.edge.web.language import catalogue
from rekam.edge.web.shell import HERE
from rekam.portal.app import build_portal
from rekam.portal.next_step import LOOKED_FOR, NEXT_STEP
from rekam.portal.pages import SMALLEST_SHOWN
from rekam.problem import Problem
from rekam.registry.words import STATUS_WORDS

BIG_VILLAGE = "15.02.01.2003"


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("portal"), postgres, migrated) as bed:
        yield found(bed)


@pytest.fixture(scope="module")
def portal(bed):
    return Reader(build_portal(bed.world.centre.store, gazetteer(), bed.clock))


def status_page(bed, portal, name):
    return text_of(portal.page("/status", kode=bed.code(bed.packets[name])))


def test_the_front_page_has_two_boxes_and_says_it_is_free(portal):
    page = portal.page("/")

    assert re.findall(r'<form action="([^"]+)" method="get">', page) == ["/status", "/tempat"]
    assert "Perekaman dan kartu gratis." in text_of(page)


@pytest.mark.parametrize("name", ["handed", "printed", "ready", "doubtful", "failed", "awaited"])
def test_a_code_tells_one_sentence_one_date_one_step_and_where_to_ask(bed, portal, name):
    row = bed.world.centre.store.ledger.recording(bed.packets[name].packet_id)
    text = status_page(bed, portal, name)

    assert STATUS_WORDS[row.status].id in text
    assert NEXT_STEP[row.status].id in text
    assert "Sejak 10 Oktober 2017 09." in text
    assert "Kantor Kecamatan Jangkat, Kabupaten Merangin, Jambi" in text


def test_the_road_so_far_has_every_event_in_order(bed, portal):
    page = portal.page("/status", kode=bed.code(bed.packets["handed"]))
    road = re.findall(r"<li>([^<]+)<small>", page)

    assert len(road) == bed.value(
        "SELECT count(*) FROM event WHERE packet_id = %(p)s", p=bed.packets["handed"].packet_id
    )


def test_a_step_that_is_late_says_that_one_may_ask(bed, portal, monkeypatch):
    assert "Anda berhak bertanya" not in status_page(bed, portal, "ready")

    monkeypatch.setattr(bed.clock, "seconds", bed.clock.seconds + 400 * 86_400)
    assert "sudah lewat: Anda berhak bertanya" in status_page(bed, portal, "ready")


def test_a_recording_whose_content_is_looked_for_is_told_and_one_that_was_opened_goes_on(
    postgres, migrated, tmp_path
):
    with open_bed(tmp_path, postgres, migrated) as bed:
        made = found(bed)
        made.packets["unopened"] = bed.announce(people(11)[0], "person:11")
        bed.world.upload(made.packets["unopened"])
        for name in ("unopened", "ready"):
            for copy in tmp_path.glob(f"centre/*/??/{made.packets[name].packet_id.hex()}.body"):
                copy.write_bytes(b"dust")
        scrub(bed.world.centre)
        portal = Reader(build_portal(bed.world.centre.store, gazetteer(), bed.clock))

        assert LOOKED_FOR.id in status_page(made, portal, "unopened")
        assert LOOKED_FOR.id not in status_page(made, portal, "ready")

        bed.world.upload(made.packets["unopened"])
        assert LOOKED_FOR.id not in status_page(made, portal, "unopened")


def test_the_portal_follows_the_recording(postgres, migrated, tmp_path):
    with open_bed(tmp_path, postgres, migrated) as bed:
        made = found(bed)
        portal = Reader(build_portal(bed.world.centre.store, gazetteer(), bed.clock))
        assert "Ambil kartu" in status_page(made, portal, "printed")

        hand_over(bed.world.centre, made.packets["printed"].packet_id, actor="rudi", received_by="x")
        assert "Selesai. Kartu sudah Anda terima." in status_page(made, portal, "printed")


def test_a_code_is_understood_as_people_type_it(bed, portal):
    code = bed.code(bed.packets["printed"])
    plain = code.replace("-", "")
    typed = [
        code.lower(),
        plain,
        f"  {plain[:3]} {plain[3:]} ",
        code.replace("0", "O").replace("1", "I"),
        code.replace("0", "o").replace("1", "l"),
        "-".join(plain),
    ]

    pages = {text_of(portal.page("/status", kode=one)) for one in typed}
    assert pages == {text_of(portal.page("/status", kode=code))}


def test_o_and_i_and_l_are_read_as_the_digits_they_look_like(portal):
    for typed in ("OOOOO-OOOOO", "ooooo ooooo", "0000000000"):
        assert "Kode 00000-00000 belum dikenal pusat." in text_of(portal.get("/status", kode=typed).text)
    for typed in ("IIIII-LLLLL", "iiiiilllll"):
        assert "Kode 11111-11111 belum dikenal pusat." in text_of(portal.get("/status", kode=typed).text)


def test_an_unknown_code_says_what_may_be_the_matter_and_keeps_what_was_typed(portal):
    answer = portal.get("/status", kode="zzzzz-zzzzz")

    assert answer.status_code == 404
    assert Problem("portal.code_unknown", code="ZZZZZ-ZZZZZ").say() in text_of(answer.text)
    assert 'value="zzzzz-zzzzz"' in answer.text


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "7ZK3P",
        "7ZK3P-0Q9XU",
        "1502015708900001",
        "Siti Aminah b",
        "\0" * 10,
        "٠١٢٣٤٥٦٧٨٩",
        "<b>x</b>",
        "x" * 9000,
    ],
)
def test_what_cannot_be_a_code_is_named_and_the_form_stays(portal, typed):
    answer = portal.get("/status", kode=typed)

    assert answer.status_code == 422
    assert "registry.receipt_code" not in text_of(answer.text)
    assert 'action="/status"' in answer.text
    assert "<b>x</b>" not in answer.text
    assert len(answer.text) < 20_000


def test_a_nik_typed_into_the_box_is_no_key(bed, portal):
    """Whoever knows somebody's NIK learns nothing."""
    for one in people(1, 2, 3):
        answer = portal.get("/status", kode=one.nik)
        assert answer.status_code == 422
        assert one.name not in answer.text


def every_page(bed, portal):
    for packet in bed.packets.values():
        yield portal.page("/status", kode=bed.code(packet))
    for path in ("/", "/tempat", f"/desa?kode={VILLAGE}", f"/desa?kode={DISTRICT}", "/desa?kode=15"):
        yield portal.page(path)
    for wanted in ("Renah Kemumu", "Siti Aminah b", people(1)[0].nik, DISTRICT):
        yield portal.page("/tempat", cari=wanted).replace(f'value="{wanted}"', "")


def test_no_page_shows_a_name_or_a_nik_or_who_worked_on_it(bed, portal):
    register = people()
    private = {one.nik for one in register} | {one.name for one in register} | {one.kk for one in register}
    private |= {packet.packet_id.hex() for packet in bed.packets.values()} | {"rudi", "Rudi"}
    pages = list(every_page(bed, portal))

    assert len(private) == 20 * 3 + 9 + 2
    assert {word for word in private for page in pages if word in page} == set()


@pytest.mark.parametrize(("missing", "shown"), [(0, False), (1, False), (9, False), (10, True), (11, True)])
def test_small_numbers_of_missing_people_are_hidden(postgres, migrated, tmp_path, missing, shown):
    with open_bed(tmp_path, postgres, migrated) as bed:
        listed = [resident(number, village=BIG_VILLAGE) for number in range(1, 13)]
        bed.world.load(*listed, recorded=[one.nik for one in listed[missing:]])
        portal = Reader(build_portal(bed.world.centre.store, gazetteer(), bed.clock))
        text = text_of(portal.page("/desa", kode=BIG_VILLAGE))

    assert ("kurang dari 10 orang" in text) is not shown
    assert (f" {missing} orang" in text) is shown
    assert "data DKB Semester I 2017 · dihitung 10 Oktober 2017" in text
    assert SMALLEST_SHOWN == 10


@pytest.mark.parametrize("kode", ["", "15.99", "99.99.99.9999", "x", "\0", "15.02.01.2001.9", "٠١"])
def test_a_village_that_is_none_is_a_named_problem(portal, kode):
    answer = portal.get("/desa", kode=kode)

    assert answer.status_code in {404, 422}
    assert "place." in answer.text
    assert "Tidak dapat dilanjutkan" in text_of(answer.text)


def test_a_place_is_found_with_its_station_even_when_misspelt(portal):
    for wanted in ("Renah Kemumu", "renah kemumuh", "RENAH KEMUMU, JANGKAT"):
        page = portal.page("/tempat", cari=wanted)
        assert "Stasiun ST-15.02.01" in text_of(page)
        assert "Desa Renah Kemumu, Kecamatan Jangkat, Kabupaten Merangin, Jambi" in text_of(page)
        assert "terakhir terhubung 10 Oktober 2017" in text_of(page)
        assert f'href="/desa?kode={VILLAGE}"' in page


def test_a_kecamatan_without_a_station_names_those_of_its_regency(portal):
    text = text_of(portal.page("/tempat", cari="Kecamatan Bangko, Merangin"))

    assert "Belum ada stasiun di kecamatan ini. Yang ada di kabupaten/kota yang sama: Stasiun" in text


def test_a_regency_without_a_station_says_where_to_ask(portal):
    assert "Belum ada stasiun Rekam di kecamatan ini. Tanyakan ke Disdukcapil" in text_of(
        portal.page("/tempat", cari="Kecamatan Kuta Alam, Banda Aceh")
    )


def test_a_station_out_of_service_is_not_named(postgres, migrated, tmp_path):
    with open_bed(tmp_path, postgres, migrated) as bed:
        with bed.world.centre.store.database.transaction() as connection:
            put_station(connection, "ST-9", DISTRICT, "Stasiun Lama", [b"k"], at=NOON)
            retire(connection, "ST-9")
        portal = Reader(build_portal(bed.world.centre.store, gazetteer(), bed.clock))

        assert "Stasiun Lama" not in portal.page("/tempat", cari="Renah Kemumu")


@pytest.mark.parametrize("wanted", ["xqzw", "\0", "%", "🙂", "a" * 5000, "<script>alert(1)</script>"])
def test_a_place_that_nobody_knows_says_what_to_try(portal, wanted):
    answer = portal.get("/tempat", cari=wanted)

    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    if wanted in {"xqzw", "🙂"}:
        assert "Tidak ada tempat dengan nama seperti itu." in text_of(answer.text)


def test_every_page_has_an_english_version(bed, portal):
    sentences = {**catalogue(HERE / "locale"), **catalogue(HERE.parents[1] / "portal" / "locale")}
    long = {one for one, english in sentences.items() if len(one) > 12 and "{" not in one and one != english}
    code = bed.code(bed.packets["printed"])
    for path in (
        "/",
        "/tempat?cari=jangkat",
        f"/desa?kode={VILLAGE}",
        f"/status?kode={code}",
        "/status?kode=x",
        "/desa?kode=x",
        "/x",
    ):
        page = Reader(portal.http.app).get(path + ("&" if "?" in path else "?") + "bahasa=en").text
        assert '<html lang="en"' in page
        assert sorted(one for one in long if one in text_of(page)) == [], path
    assert "Collect the card" in text_of(Reader(portal.http.app).get(f"/status?kode={code}&bahasa=en").text)


def test_an_address_that_is_none_is_a_page_in_indonesian(portal):
    answer = portal.get("/belum")

    assert answer.status_code == 404
    assert "Halaman ini tidak ada." in text_of(answer.text)


def test_the_portal_takes_nothing_and_keeps_nothing(bed, portal):
    before = bed.value("SELECT count(*) FROM audit")
    assert {portal.http.request(method, "/status").status_code for method in ("POST", "PUT", "DELETE")} == {
        405
    }
    portal.page("/status", kode=bed.code(bed.packets["printed"]))

    assert bed.value("SELECT count(*) FROM audit") == before
    assert "set-cookie" not in portal.get("/").headers


def test_a_failure_of_ours_is_a_numbered_page_without_details(bed, monkeypatch):
    def fail(*_, **__):
        message = "secret detail"
        raise RuntimeError(message)

    monkeypatch.setattr("rekam.edge.store.centre.ledger.Ledger.by_code", fail)
    answer = Reader(build_portal(bed.world.centre.store, gazetteer(), bed.clock), raises=False).get(
        "/status", kode="00000-00000"
    )

    assert answer.status_code == 500
    assert re.search(r"nomor [0-9a-f]{8}", text_of(answer.text))
    assert "secret" not in answer.text
