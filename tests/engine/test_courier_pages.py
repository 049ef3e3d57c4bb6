"""The courier's page: what is on the disk, what came back, and which disks may be named at all."""

import html
import re

import httpx
import pytest

from rekam.edge.store.courier_disk import FOLDER, CourierDisk
from rekam.edge.wire.serving import Serving
from rekam.fault.bed.counter import PASSWORD, SIGNATURE, absent_centre, make_counter, resident
from rekam.station.app import station_app
from rekam.station.courier import pack


@pytest.fixture
def public(tmp_path):
    return absent_centre(tmp_path / "centre")[1]


@pytest.fixture
def disk(tmp_path):
    """A removable disk that a courier used before, so that it counts although it is no mount of its own."""
    folder = tmp_path / "media" / "rina" / "usb"
    folder.mkdir(parents=True)
    CourierDisk.made(folder, bytes, "KURIR-A1")
    return folder


@pytest.fixture
def station(public, tmp_path):
    counter, _ = make_counter(tmp_path / "station", public)
    station = counter.open(courier_roots=(tmp_path / "media",), deliver_every_s=3600)
    for number in (1, 2):
        counter.operator(station).record(resident(number).nik, SIGNATURE)
    return station


@pytest.fixture
def page(station):
    """Asks for a page as the signed-in operator, or sends its form; gives the answer's text."""
    with (
        Serving(station_app(station)) as served,
        httpx.Client(base_url=served.url, headers={"accept": "text/html"}, follow_redirects=True) as client,
    ):

        def asked(path, **form):
            here = client.get("/kurir" if form else path).text
            if not form:
                return html.unescape(here)
            token = re.search(r'name="_token" value="([^"]+)"', here).group(1)
            return html.unescape(client.post(path, data={"_token": token, **form}).text)

        asked("/masuk", nama="rina", sandi=PASSWORD)
        yield asked


def test_the_page_copies_and_says_where_every_recording_is(page, station, disk):
    before = page("/kurir")
    assert "KURIR-A1" in before
    assert "2 rekaman belum ada bukti terimanya" in before
    after = page("/kurir/salin", cakram=str(disk))
    assert "2 rekaman disalin ke cakram KURIR-A1." in after
    assert "2 di antaranya sedang dibawa kurir" in after
    assert len(list(disk.rglob("*.body"))) == 2
    outbox = page("/kotak-keluar")
    assert outbox.count("Tersimpan di laptop ini, dibawa kurir dengan cakram KURIR-A1") == 2
    again = page("/kurir/salin", cakram=str(disk))
    assert "2 sudah ada di sana dan masih utuh." in again


def test_a_disk_without_an_answer_says_so(page, disk):
    page("/kurir/salin", cakram=str(disk))
    assert "1 daftar di cakram ini belum dijawab pusat." in page("/kurir/ambil", cakram=str(disk))


def test_only_a_disk_that_is_plugged_in_can_be_named(page, tmp_path, disk):
    (tmp_path / "elsewhere").mkdir()
    answer = page("/kurir/salin", cakram=str(tmp_path / "elsewhere"))
    assert "courier.disk_missing" in answer
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_station_without_a_disk_says_what_to_do(page, disk):
    for path in sorted(disk.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    assert "Belum ada cakram yang terbaca" in page("/kurir")


def test_a_disk_whose_mark_is_damaged_is_named_and_not_written(page, disk):
    (disk / FOLDER / "kurir.json").write_text("{")
    shown = page("/kurir")
    assert "belum pernah dipakai kurir Rekam, atau penandanya rusak" in shown
    assert "courier.disk_foreign" in page("/kurir/salin", cakram=str(disk))
    assert not list(disk.rglob("*.body"))


def test_a_kit_is_met_at_the_page_of_the_office(page, public, disk, tmp_path):
    kit, _ = make_counter(tmp_path / "kit", public, station_id="KIT-1")
    opened = kit.open()
    kit.operator(opened).record(resident(3).nik, SIGNATURE)
    pack(opened, disk)
    opened.close()
    met = page("/kurir/titip", cakram=str(disk))
    assert "1 rekaman tersegel dari stasiun lain diterima untuk diteruskan" in met
    assert "KIT-1: 1 rekaman" in met


def test_nobody_copies_without_signing_in(station, disk):
    with Serving(station_app(station)) as served, httpx.Client(base_url=served.url) as client:
        assert client.get("/kurir").headers["location"].startswith("/masuk")
    assert not list(disk.rglob("*.body"))
