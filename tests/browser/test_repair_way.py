"""A repair from report to return, as the office and the ministry's depot walk it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lone_centre import LoneCentre, lone_centre, sign_in
from pages_bed import CHEAP, DISTRICT, PASSWORD
from playwright.sync_api import Page, expect

from rekam.account import Account, Role
from rekam.centre.fleet.load import load_sets
from rekam.edge.key import hash_password
from rekam.edge.store.centre.accounts import put_account
from rekam.operations.fleet.set_file import COLUMNS

PUSAT = Account("pusat", "Pusat", Role.CENTRE, "", "")
KINDS = ("laptop", "camera", "ten_print_scanner", "iris_scanner", "signature_pad", "printer")


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[LoneCentre]:
    with lone_centre(tmp_path) as centre:
        rows = [f"A-1,{DISTRICT},{kind},Merek,{kind}-1,2011,negara,baik" for kind in KINDS]
        store = centre.bed.world.centre
        load_sets(store, PUSAT, "\n".join([",".join(COLUMNS), *rows]), lambda _: True, source="uji")
        with store.store.database.transaction() as connection:
            hashed = hash_password(PASSWORD, cost=CHEAP)
            put_account(connection, Account("gudang", "Gudang Kementerian", Role.DEPOT, "", hashed))
        yield centre


def somebody_else(page: Page, centre: LoneCentre, name: str) -> None:
    page.context.clear_cookies()
    sign_in(page, centre, name)


def take(page: Page, step: str, **fields: str) -> None:
    """Open a step, fill it in and press its button."""
    part = page.locator("details", has=page.locator("summary", has_text=step))
    part.locator("summary").click()
    for name, value in fields.items():
        part.locator(f"[name={name}]").fill(value)
    part.get_by_role("button", name=step).click()
    page.wait_for_load_state()


def test_a_repair_from_report_to_return(page: Page, centre: LoneCentre, look):
    paper = {"penyerah": "Rudi", "penerima": "Sari", "surat": "470/12/2017", "tanggal": "2017-10-10"}
    sign_in(page, centre, "rudi")
    page.get_by_role("link", name="Alat", exact=True).click()
    page.get_by_role("link", name="Kecamatan Jangkat", exact=True).click()
    page.get_by_role("link", name="A-1").click()
    expect(page.get_by_text("Set ini dapat merekam.")).to_be_visible()
    page.get_by_role("link", name="Kamera").click()
    camera = page.url
    take(page, "Laporkan rusak", catatan="lensa retak")
    take(page, "Nyatakan rusak ringan")
    take(page, "Kirim untuk diperbaiki", **{**paper, "surat": " "})
    expect(page.get_by_role("alert")).to_contain_text("Setiap serah terima memerlukan")
    page.locator("details[open] [name=surat]").fill("470/12/2017")
    page.locator("details[open] button").click()
    expect(page.get_by_text("Giliran kementerian")).to_be_visible()
    look(page, "dikirim")

    somebody_else(page, centre, "gudang")
    page.get_by_role("link", name="Alat di kementerian atau menuju ke sini").click()
    page.get_by_role("link", name="Kamera").click()
    take(page, "Catat sudah diterima", **paper)
    take(page, "Selesai diperbaiki")
    take(page, "Kirim pulang", **paper)

    somebody_else(page, centre, "rudi")
    page.goto(camera)
    take(page, "Catat sudah tiba di kantor", **paper)
    take(page, "Pasang dan pakai kembali")
    take(page, "Catat biaya", rupiah="450.000", kuitansi="K-1", tanggal="2017-10-10")
    expect(page.locator("article", has_text="Tiket 1 — Dipakai kembali")).to_contain_text("450.000")
    page.get_by_role("link", name="Berita acara").first.click()
    expect(page.get_by_role("heading", name="Berita acara serah terima")).to_be_visible()
    look(page, "berita-acara")
    page.goto(f"{centre.address}/alat?wilayah={DISTRICT}")
    expect(page.get_by_text("Tidak ada tiket terbuka.")).to_be_visible()
