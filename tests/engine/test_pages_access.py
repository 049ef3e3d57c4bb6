"""Who may open what, and where: every role on every page inside and outside its territory, deny by default."""

import ast
import re
from pathlib import Path

import pytest
from pages_bed import (
    DISTRICT,
    NEXT_DISTRICT,
    OTHER_PROVINCE,
    OTHER_REGENCY,
    OTHER_VILLAGE,
    PEOPLE,
    PROVINCE,
    REGENCY,
    VILLAGE,
    Reader,
    found,
    open_bed,
    tables,
    text_of,
)
from starlette.routing import Mount, Route

import rekam.centre
from rekam.account import PERMITTED, Act
from rekam.centre.pages.act_words import ACT_WORDS
from rekam.centre.pages.menu import UNBUILT
from rekam.registry import Status

PLACED = {
    "/": Act.SEE_SUMMARY,
    "/peta": Act.SEE_COVERAGE,
    "/cakupan": Act.SEE_COVERAGE,
    "/cakupan/data": Act.SEE_COVERAGE,
    "/belum": Act.SEE_MISSING_PEOPLE,
    "/akta": Act.SEE_COVERAGE,
    "/akta/anak": Act.SEE_CHILDREN,
    "/akta/kia": Act.SEE_COVERAGE,
    "/akta/17": Act.SEE_COVERAGE,
    "/akta/desa": Act.SEE_COVERAGE,
    "/perjalanan": Act.SEE_JOURNEY,
    "/perjalanan/isi-hilang": Act.SEE_JOURNEY,
    "/hambatan": Act.SEE_SUMMARY,
    "/hambatan/lapor": Act.REPORT_LOSS,
    "/listrik": Act.SEE_SUMMARY,
    "/sambungan": Act.SEE_SUMMARY,
    "/sambungan/jalur": Act.SEE_SUMMARY,
    "/sambungan/buka": Act.SUSPEND_CONNECTION,
    "/cetak": Act.PRINT_CARD,
    "/alat": Act.REPORT_DEVICE,
    "/alat/set": Act.REPORT_DEVICE,
    "/alat/tiket": Act.REPORT_DEVICE,
    "/alat/aturan": Act.REPORT_DEVICE,
    "/instruksi": Act.ANSWER_DIRECTIVE,
    "/instruksi/pejabat": Act.ANSWER_DIRECTIVE,
    "/instruksi/rapat": Act.ANSWER_DIRECTIVE,
    "/laporan": Act.SEE_SUMMARY,
    "/laporan/impor": Act.IMPORT_FIGURES,
    "/laporan/formulir.xlsx": Act.IMPORT_FIGURES,
    "/pernyataan": Act.SEE_SUMMARY,
    "/pernyataan/baru": Act.KEEP_STATEMENTS,
    "/jejak": Act.SEE_AUDIT,
    "/akun": Act.KEEP_ACCOUNTS,
}
"""Pages that are asked for a place, with the act that opens them."""

OF_A_RECORDING = {
    "/rekaman/{packet}": ("printed", Act.SEE_RECORDING),
    "/kartu/{packet}.pdf": ("printed", Act.PRINT_CARD),
    "/ajudikasi/{case:int}": ("doubtful", Act.ADJUDICATE),
    "/bukti/{case:int}/{rank:int}/{item}.png": ("doubtful", Act.ADJUDICATE),
}
"""Pages of one recording."""

PLACELESS = {
    "/ajudikasi": Act.ADJUDICATE,
    "/instruksi/baru": Act.ISSUE_DIRECTIVE,
    "/sambungan/contoh": Act.SEE_SUMMARY,
    **{item.href: Act.SEE_SUMMARY for item in UNBUILT},
}
OPEN = {"/masuk", "/keluar", "/serah", "/_", "/_app", "/updates"}
"""Everything else but what stations use: sign-in and out, the hand-over form (below), pictures and styles, and
signed updates, which are no secret."""

OF_A_DIRECTIVE = {"/instruksi/{number}", "/instruksi/baris/{line}", "/instruksi/rapat/{number}"}
"""Pages of one directive, line or meeting: who may open them is asked in ``test_directive_pages.py``."""

OF_A_LOSS = {"/hambatan/hari", "/hambatan/laporan/{report:int}"}
"""Pages of one day or report: who may open them is asked in ``test_obstacle_pages.py``."""

OF_A_CONNECTION_CASE = {"/sambungan/kasus/{case:int}", "/sambungan/kasus/{case:int}/surat"}
"""Pages of one case: who may open them is asked in ``test_connection_pages.py``."""

OF_A_DEVICE = {
    "/alat/satu-set",
    "/alat/komponen/{component:int}",
    "/alat/tiket/{ticket:int}",
    "/alat/serah/{handover:int}",
}
"""Pages of one set, component, repair or paper: who may open them is asked in ``test_fleet_pages.py``."""

OF_A_REPORT = {
    "/laporan/berkas/{report:int}.{form}",
    "/laporan/kunci.json",
    "/laporan/periksa",
    "/laporan/impor/{file:int}",
    "/laporan/impor/{file:int}/salah.{form}",
}
"""Pages of one report or imported file, and the check of papers, which is open to everybody who is signed in: asked
in ``test_report_pages.py`` and ``test_report_import.py``."""

OF_A_STATEMENT = {"/pernyataan/periksa", "/pernyataan/{number:int}"}
"""Who reads and writes them is asked in ``test_statement_pages.py``."""

OF_A_VILLAGE = {"/akta/undangan", "/akta/opensid.csv", "/akta/opendk.csv"}
"""Lists and files of one village or regency: who may have them is asked in ``test_birth_pages.py``."""

PLACES = (
    "",
    PROVINCE,
    REGENCY,
    DISTRICT,
    VILLAGE,
    NEXT_DISTRICT,
    OTHER_REGENCY,
    OTHER_VILLAGE,
    OTHER_PROVINCE,
)


@pytest.fixture(scope="module")
def bed(postgres, migrated, tmp_path_factory):
    with open_bed(tmp_path_factory.mktemp("pages"), postgres, migrated) as bed:
        yield found(bed)


def reaches(territory, place):
    """Said again, not asked of the product: codes are read part by part."""
    parts = territory.split(".") if territory else []
    return (place.split(".") if place else [])[: len(parts)] == parts


def expected(role, territory, act, place):
    return 200 if act in PERMITTED[role] and reaches(territory, place) else 403


def address(bed, path, whose):
    """The path of a page of one recording."""
    packet = bed.packets[whose]
    case = bed.value("SELECT case_id FROM adjudication WHERE packet_id = %(p)s", p=packet.packet_id)
    values = {
        "{packet}": packet.packet_id.hex(),
        "{case:int}": str(case),
        "{rank:int}": "1",
        "{item}": "face",
    }
    for name, value in values.items():
        path = path.replace(name, value)
    return path


def test_every_page_of_the_app_is_in_this_matrix(bed):
    routes = {route.path for route in bed.app.routes if isinstance(route, (Route, Mount))}
    known = PLACED.keys() | OF_A_RECORDING.keys() | PLACELESS.keys() | OPEN
    known |= OF_A_LOSS | OF_A_CONNECTION_CASE | OF_A_DEVICE | OF_A_DIRECTIVE | OF_A_VILLAGE
    known |= OF_A_REPORT | OF_A_STATEMENT

    assert {path for path in routes if not path.startswith("/delivery/")} - known == set()


@pytest.mark.parametrize(("name", "role", "territory"), PEOPLE, ids=[name for name, _, _ in PEOPLE])
def test_a_page_opens_where_the_role_may_and_the_territory_reaches_and_nowhere_else(
    bed, name, role, territory
):
    reader = bed.reader(name)
    wrong = []
    for path, act in PLACED.items():
        for place in PLACES:
            asked = place or territory  # no place asked for = one's own
            status = reader.get(path, wilayah=place).status_code
            if status != expected(role, territory, act, asked):
                wrong.append((path, place, status))
    for path, act in PLACELESS.items():
        status = reader.get(path).status_code
        if status != expected(role, territory, act, territory):
            wrong.append((path, "", status))

    assert wrong == []


@pytest.mark.parametrize(("name", "role", "territory"), PEOPLE, ids=[name for name, _, _ in PEOPLE])
def test_a_recording_opens_where_the_role_may_and_the_territory_reaches(bed, name, role, territory):
    wrong = []
    for path, (whose, act) in OF_A_RECORDING.items():
        for owner, place in ((whose, VILLAGE), (f"other_{whose}", OTHER_VILLAGE)):
            status = bed.reader(name).get(address(bed, path, owner)).status_code
            if status != expected(role, territory, act, place):
                wrong.append((path, place, status))

    assert wrong == []


@pytest.mark.parametrize(("name", "role", "territory"), PEOPLE, ids=[name for name, _, _ in PEOPLE])
def test_a_form_is_taken_where_the_role_may_and_the_territory_reaches(bed, name, role, territory):
    """Forms with nothing in them: who may gets the redirect or the named problem, who may not gets 403."""
    reader = bed.reader(name)
    answers = {}
    for owner, place in (("printed", VILLAGE), ("other_printed", OTHER_VILLAGE)):
        case = address(bed, "/ajudikasi/{case:int}", owner.replace("printed", "doubtful"))
        packet = bed.packets[owner].packet_id.hex()
        answers |= {
            ("/cetak", place): (Act.PRINT_CARD, reader.post("/cetak", wilayah=place, jumlah="0")),
            ("/serah", place): (Act.HAND_OVER_CARD, reader.post("/serah", paket=packet, penerima=" ")),
            ("/ajudikasi", place): (Act.ADJUDICATE, reader.post(case, putusan="", alasan="")),
        }
    taken = {"/cetak": 303, "/serah": 422, "/ajudikasi": 422}

    wrong = [
        (path, place, answer.status_code)
        for (path, place), (act, answer) in answers.items()
        if answer.status_code != (taken[path] if expected(role, territory, act, place) == 200 else 403)
    ]
    assert wrong == []
    assert bed.world.status(bed.packets["other_printed"]) == "card_printed"


def every_address(bed):
    yield from PLACED
    yield from PLACELESS
    yield from (address(bed, path, whose) for path, (whose, _) in OF_A_RECORDING.items())
    yield from (f"/rekaman/{'0' * 64}", f"/kartu/{'0' * 64}.pdf", "/ajudikasi/999", "/bukti/999/1/face.png")


def test_who_is_not_signed_in_is_led_to_the_form_from_every_page(bed):
    reader = Reader(bed.app)
    answers = {path: reader.get(path) for path in every_address(bed)}

    assert {path: a.status_code for path, a in answers.items() if a.status_code != 303} == {}
    assert {re.sub(r"\?.*", "", a.headers["location"]) for a in answers.values()} == {"/masuk"}


def test_a_program_that_is_not_signed_in_is_told_so_in_json(bed):
    reader = Reader(bed.app, "application/json")
    for path in every_address(bed):
        answer = reader.get(path)
        assert (path, answer.status_code) == (path, 401)
        assert answer.json()["code"] == "account.sign_in_needed"


def test_who_is_not_signed_in_changes_nothing_by_a_form(bed):
    reader = Reader(bed.app)
    packet = bed.packets["printed"].packet_id.hex()
    forms = {
        "/cetak": {"wilayah": REGENCY},
        "/serah": {"paket": packet, "penerima": "x"},
        "/ajudikasi/1": {"putusan": "same"},
    }

    assert {reader.post(path, **fields).status_code for path, fields in forms.items()} == {303}
    assert bed.world.status(bed.packets["printed"]) == Status.CARD_PRINTED.value


def test_an_adjudicator_sees_no_figures_and_a_menu_of_one_page(bed):
    ani = bed.reader("ani")
    menu = re.findall(r'<nav aria-label="Menu">(.*?)</nav>', ani.page("/ajudikasi"), flags=re.DOTALL)[0]

    assert re.findall(r'href="([^"]+)"', menu) == ["/ajudikasi"]
    refused = ani.get("/")
    assert refused.status_code == 403
    assert "%" not in text_of(refused.text)
    assert 'href="/ajudikasi"' in refused.text
    assert 'action="/keluar"' in refused.text


def test_an_operator_sees_no_page_of_the_office_and_can_sign_out(bed):
    answer = bed.reader("siti").get("/")

    assert answer.status_code == 403
    assert "tidak berwenang" in text_of(answer.text)
    assert 'action="/keluar"' in answer.text


def test_a_regency_sees_no_other_regency_on_any_of_its_pages(bed):
    rudi = bed.reader("rudi")
    pages = [rudi.page(path) for path in ("/", "/peta", "/belum", "/perjalanan", "/cetak", "/jejak")]
    pages += [rudi.page("/peta", wilayah=DISTRICT), rudi.page("/jejak", cari=OTHER_REGENCY)]
    others = [row.biodata for row in bed.world.centre.store.people.missing(OTHER_REGENCY)]
    others.append(bed.world.centre.store.contents.content(bed.packets["other_printed"].packet_id).biodata)
    traces = {
        "Sarolangun",
        "ST-15.03.01",
        bed.code(bed.packets["other_printed"]),
        bed.packets["other_printed"].packet_id.hex(),
    }
    traces |= {one.nik for one in others} | {one.name for one in others}

    assert len(others) == 4
    assert {trace for trace in traces for page in pages if trace in page} == set()


def test_a_regency_sees_only_its_own_lines_in_the_audit(bed):
    places = [row[4] for row in tables(bed.reader("rudi").page("/jejak"))[0][1:]]

    assert places
    assert {place[:5] for place in places} == {REGENCY}
    assert {row[4][:5] for row in tables(bed.reader("tono").page("/jejak"))[0][1:]} == {OTHER_REGENCY}


def test_the_audit_of_another_place_is_not_found_by_naming_it(bed):
    for wanted in (OTHER_REGENCY, "tono", "15", bed.code(bed.packets["other_printed"])):
        rows = tables(bed.reader("rudi").page("/jejak", cari=wanted))[0][1:]
        assert {row[4][:5] for row in rows if len(row) > 1} <= {REGENCY}


@pytest.mark.parametrize("place", ["15.99", "xx", "15.02.01.2001.1", "../15", "' OR 1=1", "15.02/", "٠١"])
def test_a_place_that_is_none_is_a_named_problem_for_everybody(bed, place):
    for name in ("pusat", "rudi"):
        answer = bed.reader(name).get("/peta", wilayah=place)
        assert answer.status_code in {404, 422, 400}, (name, answer.status_code)
        assert re.search(r"place\.\w+", answer.text)


def test_every_look_at_a_named_person_leaves_a_line(bed):
    packet = bed.packets["printed"].packet_id.hex()
    bed.reader("rudi").page(f"/rekaman/{packet}")
    bed.reader("rudi").get(f"/kartu/{packet}.pdf")
    bed.reader("sari").page("/belum", wilayah=VILLAGE)
    bed.reader("ani").page(address(bed, "/ajudikasi/{case:int}", "doubtful"))

    assert bed.audit("see_recording")[0] == ("rudi", VILLAGE, packet)
    assert bed.audit("see_card")[0] == ("rudi", VILLAGE, packet)
    assert bed.audit("see_missing_people")[0] == ("sari", VILLAGE, VILLAGE)
    assert bed.audit("see_case")[0] == ("ani", "15.02.01.2002", bed.packets["doubtful"].packet_id.hex())
    assert bed.world.centre.store.audit.verify().first_wrong is None


def test_a_refused_look_leaves_no_line_and_shows_nothing(bed):
    tono = bed.reader("tono")  # signing in leaves lines of its own
    before = bed.world.centre.store.audit.verify().lines
    answer = tono.get(f"/rekaman/{bed.packets['printed'].packet_id.hex()}")

    assert answer.status_code == 403
    assert bed.code(bed.packets["printed"]) not in answer.text
    assert bed.world.centre.store.audit.verify().lines == before


def test_the_audit_is_searched_by_the_receipt_code_and_says_that_its_chain_is_sound(bed):
    page = bed.reader("rudi").page("/jejak", cari=bed.code(bed.packets["handed"]).lower())
    acts = [row[3] for row in tables(page)[0][1:]]

    assert acts[:2] == ["Menyerahkan kartu hand_over_card", "Mencetak kartu print_card"]
    assert "Rantai utuh" in text_of(page)


def written_acts():
    """Every act that the centre's source writes into the audit."""
    for file in Path(rekam.centre.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match call:
                case ast.Call(
                    func=ast.Attribute(attr="write", value=ast.Name("audit")), args=[_, _, act, *_]
                ):
                    yield act
                case ast.Call(
                    func=ast.Attribute(attr="write", value=ast.Attribute(attr="audit")), args=[_, act, *_]
                ):
                    yield act


def test_every_act_of_the_audit_has_words_in_both_languages():
    acts = list(written_acts())
    named = {act.value for act in acts if isinstance(act, ast.Constant)}
    named |= {Act[act.value.attr].value for act in acts if isinstance(act, ast.Attribute)}

    assert len(named) > 12
    assert named - ACT_WORDS.keys() == set()
    assert all(words.id != words.en for words in ACT_WORDS.values())
