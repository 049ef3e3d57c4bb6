"""Devices fail in the middle of a recording: the page keeps everything and says what to do."""

import re
from pathlib import Path

from lone_station import lone_station
from playwright.sync_api import Page, expect
from test_operator_way import capture_step, draw_signature
from walk import sign_in

from rekam.edge.device.simulator import WrongAnswer

FINE = {"status": "Ready", "broken": (), "wrong_answer": WrongAnswer.NONE}


def test_whatever_the_devices_do_the_page_keeps_all_and_says_what_to_do(
    page: Page, phone: Page, tmp_path: Path, look
):
    with lone_station(tmp_path) as station:
        walk(page, phone, station, look)


def walk(page: Page, phone: Page, station, look) -> None:
    change = lambda **settings: station.devices.set(**{**FINE, **settings})  # noqa: E731
    sign_in(page, station.address, "operator")
    page.goto(f"{station.address}/cari")
    page.locator("#q").fill("SULASTRI")
    page.locator("#q").press("Enter")
    page.locator("form[action='/rekam'] button").first.click()
    page.wait_for_url(re.compile(r"/1$"))
    page.locator("form[action$='/1/lanjut'] button").click()
    capture_step(page, 2)
    draw_signature(page)
    page.locator("form[action$='/3/lanjut'] button").click()
    page.wait_for_url(re.compile(r"/4$"))
    draft = page.url.removeprefix(station.address).removesuffix("/4")
    take = page.locator("form[action$='/4/ambil'] button")
    alert = page.locator("[role=alert]")
    try:
        for settings, words in (
            ({"status": "Busy"}, "masih mengambil"),
            ({"broken": ("Finger",)}, "gagal bekerja"),
            ({"wrong_answer": WrongAnswer.HTTP_500}, "Program alat"),
            ({"wrong_answer": WrongAnswer.GARBAGE}, "tidak dapat dipakai"),
            ({"wrong_answer": WrongAnswer.BAD_SIGNATURE}, "tidak cocok"),
            ({"wrong_answer": WrongAnswer.SAME_FINGER_TWICE}, "jari yang sama"),
        ):
            change(**settings)
            take.click()
            expect(alert).to_contain_text(words)
            expect(page.locator("form[action$='/4/lanjut'] button")).to_be_disabled()
        look(page, "jari-sama")
        change(broken=("Finger",))
        take.click()
        expect(page.get_by_text("Bila alat ini tetap rusak")).to_be_visible()
        look(page, "alat-rusak")
    finally:
        change()
    # What was taken before is still there, and the step goes on once the device works again.
    page.goto(f"{station.address}{draft}/2")
    assert page.locator(f"img[src*='{draft}/gambar/face']").count() == 1
    page.locator("details.except summary").click()
    look(page, "keadaan-khusus")
    page.goto(f"{station.address}{draft}/4")
    capture_step(page, 4)
    for number in (5, 6, 7):
        capture_step(page, number)
    # The scanner breaks before the second look at the index fingers: the page says so and keeps the consent open.
    change(broken=("Finger",))
    try:
        page.locator("form[action$='/setuju'] button").click()
        expect(alert).to_contain_text("gagal bekerja")
        expect(page.get_by_text("tidak dapat dicocokkan")).to_be_visible()
        look(page, "telunjuk")
        phone.context.add_cookies(page.context.cookies())
        phone.goto(f"{station.address}{draft}/8")
        look(phone, "telunjuk-kecil")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    finally:
        change()
    page.locator("form[action$='/setuju'] button").click()
    page.wait_for_url(re.compile(r"/tanda-terima/"))
