"""Pages of the counter: queue, village, search with reasons, devices, closing of the day."""

import html
import re

import httpx
import pytest
from station_counter import make_counter, resident

from rekam.edge.wire.serving import Serving
from rekam.problem import Problem
from rekam.station.app import station_app

HERE, NIK = "15.02.01.2001", resident(1).nik


@pytest.fixture
def station(tmp_path):
    return make_counter(tmp_path, [resident(number) for number in (1, 2, 3)]).open(deliver_every_s=3600)


@pytest.fixture
def rina(station):
    with (
        Serving(station_app(station)) as served,
        httpx.Client(base_url=served.url, headers={"accept": "text/html"}, follow_redirects=True) as client,
    ):
        browser = Browser(client)
        browser.get("/masuk")
        browser.post("/masuk", nama="rina", sandi="rahasia", lanjut="/")
        yield browser


class Browser:
    """What one operator sees; the token of the last page goes with each form."""

    def __init__(self, client):
        self.client, self.token, self.answer = client, "", None

    def get(self, path):
        return self._seen(self.client.get(path))

    def post(self, path, **fields):
        return self._seen(self.client.post(path, data={"_token": self.token, **fields}))

    def _seen(self, answer):
        self.answer = answer
        token = re.search(r'name="_token" value="([^"]+)"', answer.text)
        self.token = token.group(1) if token else self.token
        return html.unescape(answer.text)


def test_the_queue_from_the_number_to_the_call(rina):
    assert "Nomor 1 diberikan." in rina_takes(rina, "Asep", "")
    rina_takes(rina, NIK, "pregnant")
    text = rina.get("/antrean")
    assert f"Panggil berikutnya: 2 · {resident(1).name}" in text
    assert NIK not in str(rina.answer.url)
    text = rina.post("/antrean/panggil")
    assert '<span class="big">2</span>' in text
    assert rina.client.get("/antrean/1.pdf").content.startswith(b"%PDF-")
    assert "Hari ini 1 selesai, 0 pergi." in rina.post("/antrean/2/selesai")
    again = rina.post("/antrean/2/selesai")
    assert Problem("station.queue_moved", number=2).say() in again
    # The address of a form that failed, loaded again.
    assert rina.client.get("/antrean/2/selesai").status_code == 200


def rina_takes(rina, who, need):
    rina.get("/antrean")
    return rina.post("/antrean/ambil", siapa=who, kebutuhan=need)


def test_an_appointment_is_made_and_kept(rina):
    rina.get("/antrean")
    text = rina.post("/antrean/janji", siapa="Wati", kebutuhan="", tanggal="2017-10-17", jam="9")
    assert "Wati" in text
    assert "datang, nomor 1" in rina.post("/antrean/janji/1/datang")
    rina.post("/antrean/janji", siapa="", kebutuhan="", tanggal="2017-10-17", jam="9")
    assert rina.answer.status_code == 422
    assert rina.client.post("/antrean/janji/1/hapus", data={"_token": rina.token}).status_code == 404


def test_a_reason_is_noted_from_the_village_and_seen_in_the_search(rina, station):
    assert "Kunjungan desa" in rina.get("/kunjungan")
    text = rina.get(f"/kunjungan/{HERE}")
    assert "3</b> belum didatangi" in text
    text = rina.post(
        f"/kunjungan/{HERE}/alasan", nik=NIK, alasan="abroad", catatan="di Johor", nama="", halaman="1"
    )
    assert NIK not in str(rina.answer.url)
    assert "✓ tersimpan di laptop ini" in text
    assert "2</b> belum didatangi" in text
    text = rina.get(f"/cari?desa={HERE}")
    assert "di Johor" in text
    text = rina.post("/cari/alasan", nik=NIK, cabut="1", q="", desa=HERE)
    assert "di Johor" not in re.sub(r"<details>.*?</details>", "", text, flags=re.DOTALL)
    assert "Riwayat alasan" in text
    bad = rina.post(f"/kunjungan/{HERE}/alasan", nik=NIK, alasan="", catatan="", nama="", halaman="1")
    assert Problem("station.absence_unknown").say() in bad
    assert rina.answer.status_code == 422


def test_a_visit_is_planned_and_an_unknown_village_is_named(rina):
    rina.get(f"/kunjungan/{HERE}")
    assert "Kunjungan direncanakan: 20 Oktober 2017" in rina.post(
        f"/kunjungan/{HERE}/rencana", tanggal="2017-10-20"
    )
    assert "Belum ada kunjungan" in rina.post(f"/kunjungan/{HERE}/rencana", batal="2017-10-20")
    assert Problem("station.village_unknown").say() in rina.get("/kunjungan/15.02.99.2001")
    assert rina.answer.status_code == 404


def test_the_family_is_found_without_a_number_in_the_address(rina):
    rina.get("/cari")
    text = rina.post("/cari", nik=NIK)
    assert "Satu kartu keluarga:" in text
    assert str(rina.answer.url).endswith("/cari")


def test_the_day_is_closed_by_a_supervisor(rina, station):
    text = rina.get("/hari-ini/selesai")
    assert "✓ Cocok" in text
    wrong = rina.post("/hari-ini/selesai", penyelia="budi", sandi_penyelia="salah", stok_slip_paper="2")
    assert Problem("station.supervisor_wrong").say() in wrong
    assert 'value="2"' in wrong
    done = rina.post("/hari-ini/selesai", penyelia="budi", sandi_penyelia="rahasia", stok_slip_paper="2")
    assert "Hari ini ditutup." in done
    assert "ditandatangani budi" in rina.get("/hari-ini")
    assert station.store.days.signed("2017-10-17")[0].report["stock"] == {"slip_paper": 2}


def test_a_broken_device_is_reported(rina):
    rina.get("/alat")
    text = rina.post("/alat/rusak", alat="iris", catatan="lampu mati")
    assert "Laporan tersimpan" in text
    assert "lampu mati" in text
    assert "menunggu kabar dari kabupaten" in text


@pytest.mark.parametrize(
    "path", ["/antrean", "/kunjungan", f"/kunjungan/{HERE}", "/hari-ini/selesai", "/alat", "/antrean/1.pdf"]
)
def test_nothing_is_shown_to_who_is_not_signed_in(rina, path):
    rina.client.cookies.clear()
    assert rina.client.get(path).url.path == "/masuk"
