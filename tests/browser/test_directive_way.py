"""A directive from issue to evidence, and a refusal to a successor whom the minister permitted."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, expect

sys.path.append(str(Path(__file__).parents[1] / "engine"))
from pages_bed import PASSWORD, Bed, open_bed, people

from conftest import free_ports
from rekam.account import Account, Role
from rekam.edge.key import hash_password
from rekam.edge.store.centre.accounts import put_account
from rekam.edge.store.postgres import open_database, open_server

SECOND = "pusat2"


@contextmanager
def served(bed: Bed) -> Iterator[str]:
    """The centre behind a real port."""
    server = uvicorn.Server(uvicorn.Config(bed.app, port=free_ports(), log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    started = threading.Event()
    startup = server.startup

    async def tell(*values: object, **named: object) -> None:
        await startup(*values, **named)
        started.set()

    server.startup = tell
    thread.start()
    try:
        assert started.wait(30)
        yield f"http://127.0.0.1:{server.config.port}"
    finally:
        server.should_exit = True
        thread.join(30)


@pytest.fixture
def bed(tmp_path: Path) -> Iterator[Bed]:
    """Merangin with four residents, one of them recorded."""
    import os

    postgres = open_server(tmp_path / "data", os.environ)
    try:
        open_database(postgres.database("rekam_browser_template")).close()
        with open_bed(tmp_path, postgres, "rekam_browser_template") as bed:
            bed.world.load(*people(1, 2, 3, 4), recorded=[people(1)[0].nik])
            with bed.world.centre.store.database.transaction() as connection:
                put_account(
                    connection, Account(SECOND, "Pusat Dua", Role.CENTRE, "", hash_password(PASSWORD))
                )
            yield bed
    finally:
        postgres.close()


def test_a_directive_from_issue_to_evidence_and_a_refusal_to_a_successor(page: Page, bed: Bed, look):
    with served(bed) as address:
        walk(page, bed, address, look)


def as_(page: Page, address: str, who: str) -> None:
    """Somebody else sits down."""
    page.context.clear_cookies()
    page.goto(f"{address}/masuk")
    page.fill("[name=nama]", who)
    page.fill("[name=sandi]", PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "/masuk" not in url)
    page.goto(f"{address}/instruksi")


def fill_order(page: Page, **fields: str) -> None:
    for name, value in fields.items():
        page.fill(f"[name={name}]", value)


def write(page: Page, summary: str, words: str) -> None:
    """Open one of the acts and write what it asks for."""
    part = page.locator("details", has=page.locator("summary", has_text=summary))
    part.locator("summary").click()
    part.locator("textarea").fill(words)
    part.locator("button").click()


def walk(page: Page, bed: Bed, address: str, look) -> None:
    as_(page, address, "pusat")
    page.get_by_role("button", name="Beri instruksi baru").click()
    fill_order(
        page, judul="Seratus persen", isi="Selesaikan semua perekaman.", dasar="UU 24/2013", wilayah="15"
    )
    page.get_by_label("Gubernur").check()
    page.get_by_role("button", name="Lihat penerimanya dulu").click()
    expect(page.get_by_role("heading", name="Penerima: 1")).to_be_visible()
    look(page, "penerima")
    page.get_by_role("button", name="Beri instruksi kepada 1 penerima").click()
    expect(page.get_by_role("heading", name="Seratus persen")).to_be_visible()

    as_(page, address, "prita")
    page.get_by_role("button", name="Akui: Seratus persen").click()
    page.get_by_role("link", name="Buka: Seratus persen").click()
    page.get_by_role("button", name="Teruskan ke bawah").click()
    page.get_by_label("Kepala Dinas Dukcapil", exact=True).check()
    page.get_by_label("Kabupaten Merangin").check()
    page.get_by_role("button", name="Lihat penerimanya dulu").click()
    page.get_by_role("button", name="Beri instruksi kepada 1 penerima").click()
    expect(page.get_by_text("Meneruskan", exact=True)).to_be_visible()

    refused_and_replaced(page, address, look)

    as_(page, address, "rudi")
    page.get_by_role("button", name="Akui: Seratus persen").click()
    page.get_by_role("link", name="Buka: Seratus persen").click()
    expect(page.get_by_text("25,00 %").first).to_be_visible()
    # The office records its people; the figure of the directive moves by itself.
    bed.world.load(*people(1, 2, 3, 4), recorded=[one.nik for one in people(1, 2, 3, 4)])
    write(page, "Jawab: sudah dilaksanakan", "Semua warga sudah direkam, laporan terlampir")
    expect(page.get_by_text("sasaran tercapai")).to_be_visible()
    look(page, "tercapai")

    as_(page, address, "prita")
    page.get_by_role("link", name="Seratus persen").last.click()
    page.get_by_role("link", name="Kepala Dinas Dukcapil Merangin").first.click()
    write(page, "Tutup dengan bukti", "")
    expect(page.locator("strong", has_text="Selesai dengan bukti")).to_be_visible()
    look(page, "selesai")


def refused_and_replaced(page: Page, address: str, look) -> None:
    as_(page, address, "rudi")
    page.get_by_role("link", name="Seratus persen").first.click()
    write(page, "Tolak dengan alasan", "Alat kami tidak ada yang jalan")
    as_(page, address, "prita")
    page.get_by_role("link", name="Seratus persen").last.click()
    page.get_by_role("link", name="Kepala Dinas Dukcapil Merangin").first.click()
    line = page.url
    for step in ("Tegur pertama kali", "Tegur kedua kali", "Usulkan penggantian kepada Menteri"):
        write(page, step, "Surat nomor 800/1, 9 Oktober 2017")
    expect(page.get_by_text("Penggantian diusulkan, menunggu Menteri")).to_be_visible()
    as_(page, address, SECOND)
    page.goto(line)
    page.get_by_role("button", name="Catat izin Menteri").click()
    expect(page.get_by_role("alert")).to_contain_text("UU 24/2013 pasal 83A")
    look(page, "tanpa-izin")
    page.fill("[name=izin]", "821.22/1")
    page.fill("[name=tanggal_izin]", "2017-10-09")
    page.get_by_role("button", name="Catat izin Menteri").click()
    page.fill("[name=nama]", "Kepala Baru")
    page.get_by_role("button", name="Catat penggantinya").click()
    expect(page.get_by_text("Kepala Baru, Kepala Dinas Dukcapil Merangin")).to_be_visible()
    look(page, "pengganti")
