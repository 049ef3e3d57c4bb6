"""The queue page of an office with two stations, both at work with their threads."""

import html

import httpx
import pytest
from sibling_bed import make_pair, patient, rina
from test_station_counter_pages import Browser

from rekam.edge.wire.serving import Serving
from rekam.problem import Problem
from rekam.station.app import station_app
from rekam.station.use.queue import take_number

SILENT = html.escape(Problem("station.sibling_silent", station="ST-2", letter="A").say())


@pytest.fixture(scope="module")
def provisioned(tmp_path_factory):
    return make_pair(tmp_path_factory.mktemp("office"))


@pytest.fixture
def pair(provisioned, tmp_path):
    return provisioned.copy_to(tmp_path)


@pytest.fixture
def station(pair):
    return patient(pair.counters["ST-1"].open(deliver_every_s=3600))


@pytest.fixture
def page(station):
    with (
        Serving(station_app(station)) as served,
        httpx.Client(base_url=served.url, headers={"accept": "text/html"}, follow_redirects=True) as client,
    ):
        browser = Browser(client)
        browser.get("/masuk")
        browser.post("/masuk", nama="rina", sandi="rahasia", lanjut="/")
        yield browser


def test_numbers_of_both_stations_on_one_page(pair, station, page):
    with pair.at_work("ST-2") as two:
        take_number(two, rina(two), "Dewi", "pregnant")
        station.siblings.ask_all()
        page.get("/antrean")
        assert "Nomor A1 diberikan." in page.post("/antrean/ambil", siapa="Asep", kebutuhan="")
        text = page.get("/antrean")
        assert "Panggil berikutnya: B1" in text
        assert SILENT not in text
        assert "Dewi" not in text
        page.post("/antrean/panggil")
        station.siblings.ask_all()
        assert "nomor dari ST-2; tanyakan nama pemegangnya" in page.get("/antrean")
        assert "ST-2 (nomor B): 1 selesai." in page.post("/antrean/kantor/B/1/selesai")
        again = page.post("/antrean/kantor/B/1/pergi")
        assert Problem("station.queue_moved", number="B1").say() in again
        assert page.client.get("/antrean/1.pdf").content.startswith(b"%PDF-")
        page.post("/antrean/kantor/C/1/selesai")
        assert page.answer.status_code == 404
        assert page.client.get("/antrean/kantor/B/1/selesai").status_code == 200


def test_the_page_says_when_the_other_is_silent_and_goes_on(page):
    page.get("/antrean")
    text = page.post("/antrean/ambil", siapa="Asep", kebutuhan="")
    assert "Nomor A1 diberikan." in text
    assert SILENT in text
    assert '<span class="big">A1</span>' in page.post("/antrean/panggil")
