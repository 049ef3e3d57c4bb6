"""A case of suspension as its people walk it: two at the centre, an office, a station that goes on recording."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Browser, Page, expect

sys.path.append(str(Path(__file__).parents[1] / "engine"))
from pages_bed import CHEAP, PASSWORD, Bed, open_bed
from station_counter import START, make_counter, resident

from rekam.account import Account, Role
from rekam.biometric.drawn import signature
from rekam.centre.enrolment import enrol_station
from rekam.edge.key import export_public, hash_password
from rekam.edge.store.centre.accounts import put_account
from rekam.edge.store.postgres import open_database, open_server
from rekam.edge.wire.serving import served
from rekam.station.app import station_app

DAY_S = 86_400
expect.set_options(timeout=30_000)


@pytest.fixture
def bed(tmp_path: Path) -> Iterator[Bed]:
    """An empty centre with a second person, its clock two letters before 17 October 2017."""
    # The database runs as a user of its own, whom the folders of tests do not let in.
    with TemporaryDirectory(prefix="rekam-pg-") as data:
        postgres = open_server(Path(data) / "data", os.environ)
        try:
            open_database(postgres.database("rekam_connection_template")).close()
            with open_bed(tmp_path, postgres, "rekam_connection_template") as bed:
                second = Account("wakil", "Wakil Pusat", Role.CENTRE, "", hash_password(PASSWORD, cost=CHEAP))
                with bed.world.centre.store.database.transaction() as connection:
                    put_account(connection, second)
                bed.clock.seconds = START - 7 * DAY_S
                yield bed
        finally:
            postgres.close()


@pytest.fixture
def sit_down(browser: Browser):
    """A window of somebody's own: name, address of the app, password."""
    contexts = []

    def sit(name: str, address: str, password: str = PASSWORD) -> Page:
        context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="id-ID")
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/masuk")
        page.fill("input[name=nama]", name)
        page.fill("input[name=sandi]", password)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/masuk" not in url)
        return page

    yield sit
    for context in contexts:
        context.close()


def write(page: Page, heading: str, button: str, **fields: str) -> None:
    """Fill one step of the case and press its button."""
    step = page.locator("section.step", has=page.get_by_role("heading", name=heading))
    for name, value in fields.items():
        step.locator(f"[name={name}]").first.fill(value)
    step.get_by_role("button", name=button).click()
    expect(page.get_by_role("status")).to_contain_text("tersimpan")


def test_a_case_from_the_first_letter_to_the_restoration(bed: Bed, tmp_path: Path, sit_down, look):
    key = export_public(bed.world.centre.keys.signer.verifier)
    with served(bed.app) as centre:
        counter = make_counter(tmp_path / "counter", centre_url=centre, centre_key=key)
        station = counter.open()
        enrol_station(
            bed.world.centre, "JANGKAT-1", "15.02.01", "Stasiun Jangkat", export_public(station.signer.verifier),
            actor="pusat",
        )  # fmt: skip
        # The app closes its station when it ends.
        with served(station_app(station)) as counter_page:
            walk(bed, counter, station, centre, counter_page, sit_down, look)


def walk(bed, counter, station, centre, counter_page, sit_down, look) -> None:
    first, second, office = (sit_down(name, centre) for name in ("pusat", "wakil", "rudi"))
    operator = sit_down("rina", counter_page, "rahasia")
    first.goto(f"{centre}/sambungan")
    first.get_by_role("button", name="Buka kasus baru").click()
    first.fill("[name=wilayah]", "15.02")
    first.get_by_label("Alasan").select_option("officials")
    first.fill("[name=aturan]", "Permendagri 76/2015")
    first.fill("[name=kata]", "Kepala dinas diganti tanpa izin.")
    first.get_by_role("button", name="Buka kasus").click()
    first.wait_for_url(re.compile(r"/kasus/\d+$"))
    case = first.url
    write(first, "Tambah syarat pemulihan", "Tambah syarat", kata="Kepala dinas dikembalikan.")
    for number in ("471.13/10", "471.13/11"):
        letter = {"nomor": number, "tanggal": "2017-10-09", "hari": "3", "kata": "Kembalikan kepala dinas."}
        write(first, "Kirim surat peringatan", "Kirim surat", **letter)
        bed.clock.seconds += 3 * DAY_S + 60
    write(first, "Usulkan pemutusan", "Usulkan pemutusan", kata="Dua surat lewat tanpa jawaban kantor.")
    expect(first.get_by_text("Anda yang mengusulkan.")).to_be_visible()
    second.goto(case)
    look(second, "usulan")
    second.get_by_role("button", name="Putus sambungan Kabupaten Merangin").click()
    expect(second.get_by_text("Sambungan diputus (disahkan orang kedua)")).to_be_visible()

    # The operator learns why, and goes on: the recording is receipted and waits in quarantine.
    station.deliverer().round()
    operator.goto(counter_page)
    expect(operator.get_by_text("Diputus pusat sejak")).to_be_visible()
    expect(operator.get_by_text("pejabat (SDM) tidak sesuai aturan (471.13/11)")).to_be_visible()
    nik = resident(1).nik
    counter.operator(station).record(nik, signature(1, "SULASTRI"))
    assert station.deliverer().round().receipts == 1
    office.goto(f"{centre}/sambungan")
    expect(office.get_by_text("1 rekaman menunggu di karantina")).to_be_visible()
    office.get_by_role("link", name=re.compile("^Buka kasus")).click()
    expect(office.get_by_text("dari 1 yang pernah ditahan")).to_be_visible()
    look(office, "diputus")
    write(office, "Jawab pusat", "Kirim jawaban", kata="Kepala dinas sudah dikembalikan, surat terlampir.")

    second.goto(case)
    second.get_by_label("Bukti yang dilihat").fill("Surat bupati dilihat.")
    second.get_by_role("button", name="Centang dengan bukti ini").click()
    write(second, "Usulkan pemulihan", "Usulkan pemulihan", kata="Syarat satu-satunya sudah dipenuhi.")
    first.goto(case)
    first.get_by_role("button", name="Pulihkan sambungan").click()
    expect(first.get_by_text("Sambungan dipulihkan (disahkan orang kedua)")).to_be_visible()

    station.deliverer().round()
    operator.goto(counter_page)
    expect(operator.get_by_text("Diputus pusat sejak")).to_have_count(0)
    office.goto(f"{centre}/sambungan")
    expect(office.get_by_text("Tidak ada kantor yang diputus di wilayah ini.")).to_be_visible()
    expect(office.get_by_text("Tidak ada rekaman yang tertahan.")).to_be_visible()
    office.goto(f"{case}/surat")
    expect(office.get_by_text("☑ Kepala dinas dikembalikan.")).to_be_visible()
    look(office, "surat")
