"""The adjudicator's pages: both sides, what differs, evidence, a reason, four eyes."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from centre_world import excepted, samples
from pages_bed import NEXT_VILLAGE, found, open_bed, people, pictured, tables, text_of
from PIL import Image

from rekam.account import Role
from rekam.biometric import ExceptionReason, Eye, FingerPosition, MissingItem, Modality
from rekam.edge.store.centre.accounts import put_account
from rekam.problem import Problem

REASON = "pola dan minutiae jelas berbeda"


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("pages"), postgres, migrated) as bed:
        yield found(bed)


@pytest.fixture
def fresh(postgres, migrated, tmp_path):
    """An empty centre with three residents."""
    with open_bed(tmp_path, postgres, migrated) as bed:
        bed.world.load(*people(1, 8, 9))
        yield bed


def pair(bed, second="person:1~"):
    """Two recordings that resemble each other; the later one and the path of its case."""
    bed.record(people(1)[0], "person:1")
    packet = bed.record(people(8)[0], second)
    return packet, path_of(bed, packet)


def path_of(bed, packet):
    case = bed.value("SELECT case_id FROM adjudication WHERE packet_id = %(p)s", p=packet.packet_id)
    return f"/ajudikasi/{case}"


def verdict(bed, path, who, putusan, alasan=REASON, **fields):
    return bed.reader(who).post(path, putusan=putusan, alasan=alasan, calon="1", **fields)


def test_the_cases_stand_oldest_first(bed):
    page = bed.reader("ani").page("/ajudikasi")

    cases = [path_of(bed, bed.packets[name]) for name in ("doubtful", "other_doubtful")]
    assert re.findall(r'<td><a href="([^"]+)"', page) == cases
    assert "2 kasus menunggu" in text_of(page)
    assert re.search(r'role="button" href="([^"]+)"', page)[1] == cases[0]
    assert [row[3:] for row in tables(page)[0][1:]] == [["1", "0.5"], ["1", "0.5"]]


def test_a_case_shows_both_sides_and_marks_what_differs(bed):
    page = bed.reader("ani").page(path_of(bed, bed.packets["doubtful"]))
    facts = re.findall(r'<dt>([^<]+)</dt><dd class="(\w*)">([^<]+)', page)
    new, known = people(9)[0], people(3)[0]

    assert [(words, value.strip()) for words, _, value in facts if words in {"NIK", "Nama"}] == [
        ("NIK", new.nik), ("Nama", new.name), ("NIK", known.nik), ("Nama", known.name),
    ]  # fmt: skip
    differing = {words for words, mark, _ in facts if mark == "differs"}
    assert differing == {"NIK", "Nama", "Alamat", "Nomor KK"}
    assert {words for words, mark, _ in facts if not mark} == {"Lahir", "Jenis kelamin"}
    assert text_of(page).count("berbeda") >= len(differing) * 2


def test_every_picture_of_a_case_is_a_png_of_both_sides(bed):
    ani = bed.reader("ani")
    page = ani.page(path_of(bed, bed.packets["doubtful"]))
    pictures = re.findall(r'<img src="(/bukti/[^"]+)"', page)

    assert len(pictures) == 13
    for path in ("face", "iris-1", "iris-2", "finger-1", "finger-10"):
        answer = ani.get(next(one for one in pictures if one.endswith(f"/{path}.png")))
        assert answer.headers["content-type"] == "image/png"
        assert "no-store" in answer.headers["cache-control"]
        with Image.open(BytesIO(answer.content)) as picture:
            assert picture.format == "PNG"
            assert picture.width > picture.height


def test_matching_minutiae_are_drawn_as_lines(bed):
    """The same print on both sides: many points match, drawn in the line's own colour."""
    path = path_of(bed, bed.packets["doubtful"]).replace("ajudikasi", "bukti")
    with Image.open(BytesIO(bed.reader("ani").get(f"{path}/1/finger-2.png").content)) as picture:
        colours = {colour: count for count, colour in picture.convert("RGB").getcolors(1 << 24)}

    assert colours[(11, 90, 138)] > 1000


def test_a_print_that_the_engine_cannot_read_is_shown_all_the_same(fresh):
    fresh.record(people(1)[0], "person:1")
    flat = BytesIO()
    Image.new("L", (200, 240), 250).save(flat, "PNG")
    odd = tuple(
        replace(s, content=flat.getvalue()) if s.place is FingerPosition.RIGHT_INDEX else s
        for s in pictured("person:1~")
    )
    packet = fresh.record(people(8)[0], "x", samples=odd)

    answer = fresh.reader("ani").get(path_of(fresh, packet).replace("ajudikasi", "bukti") + "/1/finger-2.png")
    assert answer.headers["content-type"] == "image/png"


@pytest.mark.parametrize(
    "item",
    ["finger-11", "finger-0", "finger", "iris-3", "signature-1", "x", "face-1", "finger-²", "finger--1"],
)
def test_evidence_that_is_none_is_not_found(bed, item):
    path = path_of(bed, bed.packets["doubtful"]).replace("ajudikasi", "bukti")

    assert bed.reader("ani").get(f"{path}/1/{item}.png").status_code == 404
    assert bed.reader("ani").get(f"{path}/2/face.png").status_code == 404


@pytest.mark.parametrize("case", ["999", "9" * 30, "0", "-1", "x"])
def test_a_case_that_is_none_is_not_found(bed, case):
    assert bed.reader("ani").get(f"/ajudikasi/{case}").status_code == 404
    assert bed.reader("ani").get(f"/bukti/{case}/1/face.png").status_code == 404


@pytest.mark.parametrize("candidate", ["", "1", "7", "x", "²"])
def test_a_candidate_that_is_none_shows_the_most_similar(bed, candidate):
    assert people(3)[0].nik in bed.reader("ani").page(path_of(bed, bed.packets["doubtful"]), calon=candidate)


@pytest.mark.parametrize(
    ("putusan", "alasan", "words"),
    [
        ("", REASON, "Pilih putusan Anda dulu"),
        ("mungkin", REASON, "Pilih putusan Anda dulu"),
        ("same", "", "paling sedikit 10 huruf"),
        ("different", "  pendek  ", "paling sedikit 10 huruf"),
    ],
)
def test_a_verdict_without_choice_or_reason_is_named_and_changes_nothing(bed, putusan, alasan, words):
    path = path_of(bed, bed.packets["doubtful"])
    answer = verdict(bed, path, "ani", putusan, alasan)

    assert answer.status_code == 422
    assert words in text_of(answer.text)
    assert f">{alasan.strip()}</textarea>" in answer.text
    assert bed.world.status(bed.packets["doubtful"]) == "adjudicate_record"
    assert bed.audit("adjudicate") == []
    assert bed.value("SELECT count(*) FROM verdict") == 0


def test_what_was_typed_as_a_reason_is_not_read_as_html(bed):
    answer = verdict(
        bed, path_of(bed, bed.packets["doubtful"]), "ani", "", "</textarea><script>alert(1)</script>"
    )

    assert "<script>alert" not in answer.text


def test_the_page_asks_for_as_many_letters_as_the_rule(bed):
    assert 'minlength="10"' in bed.reader("ani").page(path_of(bed, bed.packets["doubtful"]))


def test_the_same_person_makes_a_duplicate_that_is_never_printed(fresh):
    packet, path = pair(fresh)

    answer = verdict(fresh, path, "ani", "same")

    assert (answer.status_code, answer.headers["location"]) == (303, "/ajudikasi")
    assert fresh.world.status(packet) == "duplicate_record"
    assert fresh.audit("adjudicate") == [("ani", NEXT_VILLAGE, packet.packet_id.hex())]
    kept = fresh.world.centre.store.cases.opinions(int(path.rpartition("/")[2]))[0]
    assert (kept.adjudicator, kept.same_as, kept.reason) == ("ani", (people(1)[0].nik,), REASON)
    assert [one.packet_id == packet.packet_id for one in fresh.world.centre.store.cards.queue("")] == [False]


def test_different_people_need_a_second_pair_of_eyes(fresh):
    packet, path = pair(fresh, "person:1")

    assert verdict(fresh, path, "ani", "different").headers["location"] == "/ajudikasi"
    assert fresh.world.status(packet) == "request_validation"
    assert "Tidak ada kasus" in text_of(fresh.reader("ani").page("/ajudikasi"))

    again = verdict(fresh, path, "ani", "different")
    assert again.status_code == 409
    assert Problem("registry.same_person_twice").say() in text_of(again.text)
    assert fresh.world.status(packet) == "request_validation"
    assert fresh.value("SELECT count(*) FROM verdict") == 1

    seen = text_of(fresh.reader("budi").page(path))
    assert "Pendapat kedua" in seen
    assert REASON not in seen
    assert "ani" not in re.findall(r"\w+", seen)
    assert verdict(fresh, path, "budi", "different", "minutiae tidak cocok").status_code == 303
    assert fresh.world.status(packet) == "print_ready_record"
    assert [who for who, _, _ in fresh.audit("adjudicate")] == ["budi", "ani"]


def test_a_second_expert_who_sees_one_person_overrules_the_first(fresh):
    packet, path = pair(fresh)
    verdict(fresh, path, "ani", "different")
    verdict(fresh, path, "budi", "same")

    assert fresh.world.status(packet) == "duplicate_record"


def test_an_unsure_expert_leaves_the_case_and_goes_on_to_another(fresh):
    packet, path = pair(fresh)
    fresh.world.load(*people(1, 8, 9))
    other = path_of(fresh, fresh.record(people(9)[0], "person:1"))

    assert verdict(fresh, path, "ani", "unsure").headers["location"] == other
    assert fresh.world.status(packet) == "adjudicate_record"
    assert verdict(fresh, other, "budi", "unsure").headers["location"] == path


def test_a_closed_case_is_refused_with_its_pictures(fresh):
    packet, path = pair(fresh)
    verdict(fresh, path, "ani", "same")

    for answer in (
        fresh.reader("budi").get(path),
        verdict(fresh, path, "budi", "different"),
        fresh.reader("budi").get(path.replace("ajudikasi", "bukti") + "/1/face.png"),
    ):
        assert answer.status_code == 409
        assert "sudah diputuskan" in text_of(answer.text)
    assert fresh.world.status(packet) == "duplicate_record"


def test_the_candidate_chosen_on_the_page_is_the_one_judged(fresh):
    fresh.record(people(1)[0], "person:1")
    fresh.record(people(8)[0], "person:1~")
    third = fresh.record(people(9)[0], "person:1~")
    path = path_of(fresh, third)
    ani = fresh.reader("ani")
    assert people(8)[0].nik in ani.page(path)
    assert people(1)[0].nik in ani.page(path, calon="2")
    assert people(8)[0].nik not in ani.page(path, calon="2")

    ani.post(path, putusan="same", alasan=REASON, calon="2")
    assert fresh.world.centre.store.cases.opinions(int(path.rpartition("/")[2]))[0].same_as == (
        people(1)[0].nik,
    )


def test_a_person_without_fingers_and_eyes_is_judged_by_two_without_a_pair(fresh):
    nothing = (
        *excepted(*FingerPosition),
        *(MissingItem(Modality.IRIS, eye, ExceptionReason.BLIND) for eye in Eye),
    )
    plain = tuple(one for one in pictured("x") if one.modality in {Modality.FACE, Modality.SIGNATURE})
    packet = fresh.record(people(1)[0], "x", samples=plain, missing=nothing, supervisor="sari")
    path = path_of(fresh, packet)

    page = fresh.reader("ani").page(path)
    assert "Tidak ada pembanding" in text_of(page)
    assert people(1)[0].nik in page
    assert "/bukti/" not in page
    assert verdict(fresh, path, "ani", "same").status_code == 422
    for who in ("ani", "budi"):
        assert verdict(fresh, path, who, "different").status_code == 303
    assert fresh.world.status(packet) == "print_ready_record"


def test_an_adjudicator_of_a_province_judges_there_only(fresh):
    here, _ = pair(fresh)
    known = fresh.world.centre.store.accounts.account("ani")
    for name, territory in (("jambi", "15"), ("sumsel", "16")):
        with fresh.world.centre.store.database.transaction() as connection:
            put_account(connection, replace(known, name=name, territory=territory, role=Role.ADJUDICATOR))

    assert path_of(fresh, here) in fresh.reader("jambi").page("/ajudikasi")
    assert fresh.reader("jambi").get(path_of(fresh, here)).status_code == 200
    assert "Tidak ada kasus" in text_of(fresh.reader("sumsel").page("/ajudikasi"))
    assert fresh.reader("sumsel").get(path_of(fresh, here)).status_code == 403
    assert verdict(fresh, path_of(fresh, here), "sumsel", "same").status_code == 403


def test_nobody_recorded_twice_gives_no_case(fresh):
    fresh.record(people(1)[0], "person:1")
    fresh.record(people(8)[0], "person:8", samples=samples("person:8"))

    assert "Kasus muncul bila dua rekaman" in text_of(fresh.reader("ani").page("/ajudikasi"))
