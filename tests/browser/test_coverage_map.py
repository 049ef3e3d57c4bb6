"""From the map of Indonesia down to the people of one village with the reasons against their names, by keyboard."""

from pathlib import Path

from lone_centre import lone_centre, sign_in
from pages_bed import DISTRICT, PROVINCE, REGENCY, VILLAGE, people
from playwright.sync_api import Page, expect

from rekam.demo.october.coverage import seed
from rekam.edge.store.centre.absences import put_absence
from rekam.person.absence import Absence, AbsenceNote

OCTOBER_17 = 1_508_205_600


def test_the_way_down_from_the_nation_to_names_with_reasons(page: Page, tmp_path: Path, look):
    with lone_centre(tmp_path) as centre:
        world = centre.bed.world
        note = AbsenceNote(
            nik=people(5)[0].nik,
            absence=Absence.ABROAD,
            remark="di Malaysia",
            at=OCTOBER_17 - 86_400,
            by="siti",
        )
        with world.centre.store.database.transaction() as connection:
            put_absence(connection, f"ST-{DISTRICT}", note, entry_hash=bytes(32), at=OCTOBER_17)
        centre.bed.clock.seconds = OCTOBER_17
        seed(world.centre, OCTOBER_17)
        walk(page, centre, look)


def walk(page: Page, centre, look) -> None:
    sign_in(page, centre, "pusat")
    page.goto(f"{centre.address}/peta")
    assert page.locator("svg.map path").count() > 1
    look(page, "nation")
    press(page, f"svg.map a[href^='/peta?wilayah={REGENCY}&']")
    expect(page.locator("h1")).to_have_text("Peta cakupan — Kabupaten Merangin")
    page.locator("nav.crumbs a", has_text="Jambi").click()
    expect(page.locator("h1")).to_have_text("Peta cakupan — Jambi")
    expect(page.locator(".notice").first).to_contain_text("88,26 % dilaporkan, bukan dihitung Rekam.")
    look(page, "province")
    for place, title in ((REGENCY, "Kabupaten Merangin"), (DISTRICT, "Kecamatan Jangkat")):
        press(page, f"svg.map a[href^='/peta?wilayah={place}&']")
        expect(page.locator("h1")).to_have_text(f"Peta cakupan — {title}")
        look(page, title)
    # Villages have no outlines: the table leads on.
    assert page.locator("svg.map").count() == 0
    press(page, f"table a[href^='/peta?wilayah={VILLAGE}&']")
    names = page.locator(f"a[href='/belum?wilayah={VILLAGE}']")
    count = int(names.inner_text().split("(")[1].rstrip(")"))
    look(page, "village")
    names.click()
    reasons = page.locator("table.reasons")
    expect(reasons).to_contain_text("Di luar negeri")
    shown = [int(text) for text in reasons.locator("tbody td.n").all_inner_texts()]
    assert sum(shown) == int(reasons.locator("tfoot .n").inner_text()) == count
    listed = page.locator("table").last.locator("tbody tr")
    assert listed.count() == count
    expect(listed.filter(has_text="di Malaysia")).to_have_count(1)
    look(page, "names")
    page.goto(f"{centre.address}/cakupan?wilayah={PROVINCE}")
    point = page.locator("svg.line a").first
    row = page.locator(point.get_attribute("href"))
    press(page, "svg.line a >> nth=0")
    expect(row).to_be_in_viewport()
    look(page, "history")


def press(page: Page, selector: str) -> None:
    """Follow a link as somebody without a mouse does."""
    page.locator(selector).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state()
