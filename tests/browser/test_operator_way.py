"""The way of a recording as its people walk it: operator, centre, office, resident."""

import re

from playwright.sync_api import Locator, Page, expect
from walk import Demo, eventually, sign_in

STEPS = ("Foto", "Tanda tangan", "Empat jari kanan", "Empat jari kiri", "Dua jempol", "Iris")


def draw_signature(page: Page) -> None:
    box = page.locator("#pad").bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 60)
    page.mouse.down()
    for place in range(12):
        page.mouse.move(box["x"] + 40 + place * 25, box["y"] + (30 if place % 2 else 110))
    page.mouse.up()
    page.click("#simpan-pad")


def capture_step(page: Page, number: int) -> None:
    """Press the main button until the step opens, at most three times, then go on."""
    for _ in range(3):
        with page.expect_navigation():
            page.locator(f"form[action$='/{number}/ambil'] button").click()
        if page.locator(f"form[action$='/{number}/lanjut'] button").is_enabled():
            break
    expect(page.locator(".saved")).to_contain_text("tersimpan")
    page.locator(f"form[action$='/{number}/lanjut'] button").click()
    page.wait_for_url(re.compile(rf"/{number + 1}$"))


TAKEN: set[str] = set()
"""NIKs that a test has begun with: each test takes somebody else, in whatever order the tests run."""


def somebody(page: Page, demo: Demo) -> Locator:
    """The button "Rekam" of a resident whom no test has taken."""
    for letter in "asmrndehiy":
        page.goto(f"{demo.station}/cari")
        page.locator("#q").fill(letter)
        page.locator("#q").press("Enter")
        page.wait_for_load_state()
        for form in page.locator("form[action='/rekam']").all():
            nik = form.locator("input[name=nik]").get_attribute("value")
            if nik not in TAKEN:
                TAKEN.add(nik)
                return form.locator("button")
    raise AssertionError("everybody is taken")


def record(page: Page, demo: Demo, look) -> tuple[str, str]:
    """One resident from the roster to the slip; name and receipt code."""
    page.goto(f"{demo.station}/")
    page.get_by_text("Rekam berikutnya").first.click()
    expect(page.locator("#q")).to_be_focused()
    button = somebody(page, demo)
    look(page, "cari")
    button.click()
    page.wait_for_url(re.compile(r"/rekam/\w+/1$"))
    resident = page.locator(".resident strong").inner_text()
    look(page, "1-biodata")
    page.locator("form[action$='/1/lanjut'] button").click()
    page.wait_for_url(re.compile(r"/2$"))
    capture_step(page, 2)
    look(page, "3-tanda-tangan")
    draw_signature(page)
    expect(page.locator(".saved")).to_contain_text("tersimpan")
    page.locator("form[action$='/3/lanjut'] button").click()
    page.wait_for_url(re.compile(r"/4$"))
    for number in (4, 5, 6, 7):
        look(page, f"{number}-sebelum")
        capture_step(page, number)
    look(page, "8-periksa")
    page.locator("form[action$='/setuju'] button").click()
    page.wait_for_url(re.compile(r"/tanda-terima/"))
    look(page, "tanda-terima")
    return resident, page.locator(".receipt-code").inner_text()


def covered(page: Page, demo: Demo, place: str) -> tuple[int, int]:
    page.goto(f"{demo.centre}/peta?wilayah={place}")
    line = page.locator(".figure-line").first.inner_text()
    numerator, denominator = re.match(r"([\d.]+) / ([\d.]+)", line).groups()
    return int(numerator.replace(".", "")), int(denominator.replace(".", ""))


def test_a_recording_goes_from_the_roster_to_a_printed_card_and_moves_the_map(page: Page, demo: Demo, look):
    sign_in(page, demo.station, "operator")
    look(page, "beranda")
    place = page.locator("h1").inner_text()
    sign_in(page, demo.centre, "pusat")
    codes = station_codes(page, demo, place)
    before = {code: covered(page, demo, code) for code in codes}

    resident, code = record(page, demo, look)

    # It leaves the outbox.
    page.goto(f"{demo.station}/kotak-keluar")
    look(page, "kotak-keluar")
    eventually(lambda: (page.reload(), "pusat" in page.locator("main").inner_text().lower())[1])

    # The centre receives it and proves it unique; the office prints it.
    sign_in(page, demo.centre, "dinas")

    def queued() -> bool:
        page.goto(f"{demo.centre}/cetak")
        return resident in page.locator("main").inner_text()

    eventually(queued, 90)
    look(page, "antrean-cetak")
    page.get_by_role("button", name="Cetak kartu teratas").click()
    expect(page.get_by_text("1 kartu dicetak")).to_be_visible()
    href = page.locator("a", has_text="PDF").first.get_attribute("href")
    document = page.request.get(demo.centre + href)
    assert document.headers["content-type"] == "application/pdf"
    assert document.body().startswith(b"%PDF")
    look(page, "cetak")

    # Kecamatan, kabupaten and province move on the map, each by one person.
    sign_in(page, demo.centre, "pusat")
    for place_code in codes:
        numerator, denominator = covered(page, demo, place_code)
        assert (numerator, denominator) == (before[place_code][0] + 1, before[place_code][1])
    look(page, "peta")

    # The resident finds the card with the code, and nothing else.
    page.goto(f"{demo.portal}/")
    page.fill("input[name=kode]", code.lower())
    page.keyboard.press("Enter")
    expect(page.locator(".big")).to_contain_text("Kartu sudah dicetak")
    assert resident not in page.content()
    look(page, "portal-status")

    # Hand-over ends the road.
    sign_in(page, demo.centre, "dinas")
    page.goto(f"{demo.centre}/cetak")
    page.get_by_role("button", name="Catat serah terima").first.click()
    page.goto(f"{demo.centre}/perjalanan")
    expect(page.get_by_text("Jumlahnya cocok")).to_be_visible()
    look(page, "perjalanan")


def station_codes(page: Page, demo: Demo, place: str) -> list[str]:
    """Codes of the station's kecamatan, its kabupaten and its province, read from the map's links."""
    page.goto(f"{demo.centre}/peta?wilayah=15.03")
    name = place.split(",", maxsplit=1)[0]
    link = page.locator("table tbody a", has_text=re.compile(f"^{name}$")).get_attribute("href")
    code = re.search(r"wilayah=([\d.]+)", link).group(1)
    return [code, code[:5], code[:2]]


def test_the_way_can_be_walked_with_the_enter_key_alone(page: Page, demo: Demo):
    sign_in(page, demo.station, "operator")
    somebody(page, demo).press("Enter")
    page.wait_for_url(re.compile(r"/1$"))
    enter(page)
    page.wait_for_url(re.compile(r"/2$"))
    with page.expect_navigation():
        enter(page)
    expect(page.locator(".saved")).to_contain_text("tersimpan")
    enter(page)
    page.wait_for_url(re.compile(r"/3$"))


def enter(page: Page) -> None:
    """Enter as soon as the page has put the focus on what comes next: it does so with its first frame."""
    page.wait_for_function("document.activeElement && document.activeElement.matches('button, input')")
    page.keyboard.press("Enter")


def test_a_half_done_recording_is_there_after_signing_out(page: Page, demo: Demo):
    sign_in(page, demo.station, "operator")
    somebody(page, demo).click()
    page.wait_for_url(re.compile(r"/1$"))
    draft = page.url.removeprefix(demo.station).removesuffix("/1")
    page.locator("form[action$='/1/lanjut'] button").click()
    capture_step(page, 2)
    page.goto(f"{demo.station}/")
    page.get_by_role("button", name="Keluar").click()
    sign_in(page, demo.station, "operator")
    page.goto(f"{demo.station}{draft}")

    page.wait_for_url(re.compile(r"/3$"))
    page.goto(f"{demo.station}{draft}/2")
    assert page.locator(f"img[src*='{draft}/gambar/']").count() >= 1


def test_the_fingers_that_are_missing_are_excepted_with_a_reason(page: Page, demo: Demo, look):
    sign_in(page, demo.station, "operator")
    somebody(page, demo).click()
    page.wait_for_url(re.compile(r"/1$"))
    page.locator("form[action$='/1/lanjut'] button").click()
    capture_step(page, 2)
    draw_signature(page)
    page.locator("form[action$='/3/lanjut'] button").click()
    page.wait_for_url(re.compile(r"/4$"))
    page.locator("details.except summary").click()
    for box in page.locator("details.except input[type=checkbox]").all():
        box.check()
    page.select_option("select[name=alasan]", "missing")
    page.get_by_role("button", name="Kecualikan dengan alasan ini").click()
    look(page, "dikecualikan")

    expect(page.locator("form[action$='/4/lanjut'] button")).to_be_enabled()
    assert page.get_by_text("Dikecualikan").count() >= 4


def test_the_wrong_password_is_told_in_plain_words(page: Page, demo: Demo, look):
    for address in (demo.station, demo.centre):
        page.goto(f"{address}/masuk")
        page.fill("input[name=nama]", "operator")
        page.fill("input[name=sandi]", "salah")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("kata sandi")
        look(page, "salah")


def test_every_first_page_speaks_english_too(page: Page, demo: Demo):
    for address, words in (
        (demo.portal, "Check my card"),
        (demo.centre + "/masuk", "User name"),
        (demo.station + "/masuk", "assword"),
    ):
        page.goto(f"{address}?bahasa=en")
        expect(page.locator("body")).to_contain_text(re.compile(words, re.IGNORECASE))


def test_the_portal_fits_a_cheap_phone(phone: Page, demo: Demo, look):
    for path in ("/", "/tempat?cari=batang+asai", "/desa?kode=15.03.01.2001"):
        phone.goto(demo.portal + path)
        look(phone, "portal")
        width = phone.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, path
