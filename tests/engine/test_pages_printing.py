"""Printing and handing over: the fair queue, cards that verify offline, nothing half done."""

import re
from dataclasses import replace
from io import BytesIO

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from pages_bed import DISTRICT, OTHER_VILLAGE, REGENCY, open_bed, people, pictured, tables, text_of
from pypdf import PdfReader

from rekam.biometric import ExceptionReason, MissingItem, Modality
from rekam.card import read_code
from rekam.centre.pages import printing
from rekam.centre.printing import count_stock
from rekam.edge.key import Ed25519Signer
from rekam.problem import Problem

INCH, MM = 72, 25.4


@pytest.fixture
def bed(postgres, migrated, tmp_path):
    """A centre with residents and an open kecamatan."""
    with open_bed(tmp_path, postgres, migrated) as bed:
        bed.world.load(*people(1, 2, 3, 8, 9, 12, 14))
        yield bed


def record(bed, *numbers):
    return [bed.record(people(number)[0], f"person:{number}") for number in numbers]


def queue(bed, who="rudi"):
    """Codes of the queue as the page shows them."""
    page = bed.reader(who).page("/cetak")
    return [row[1] for table in tables(page) if "Urutan" in table[0] for row in table[1:]]


def printed(bed, who="rudi"):
    return re.findall(r'href="/kartu/([0-9a-f]{64})\.pdf"', bed.reader(who).page("/cetak"))


def big(bed):
    """The three large figures: waiting, printed, blanks."""
    return re.findall(r'<p class="big">([^<]*)</p>', bed.reader("rudi").page("/cetak"))


def test_the_queue_is_in_the_order_of_becoming_ready(bed):
    made = record(bed, 3, 1, 8, 2)

    assert queue(bed) == [bed.code(packet) for packet in made]
    ready = [
        bed.value("SELECT since FROM recording WHERE packet_id = %(p)s", p=one.packet_id) for one in made
    ]
    assert ready == sorted(ready)
    assert big(bed) == ["4", "0", "–"]


def test_one_press_prints_the_first_of_the_queue(bed):
    made = record(bed, 3, 1, 8)

    answer = bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="1")

    assert answer.headers["location"] == f"/cetak?wilayah={REGENCY}&selesai=1"
    assert "1 kartu dicetak" in text_of(bed.reader("rudi").page(answer.headers["location"]))
    assert [bed.world.status(one) for one in made] == [
        "card_printed",
        "print_ready_record",
        "print_ready_record",
    ]
    assert printed(bed) == [made[0].packet_id.hex()]
    assert bed.audit("print_card") == [("rudi", people(3)[0].village, made[0].packet_id.hex())]


def test_all_can_be_printed_by_one_press_in_their_order(bed):
    made = record(bed, 3, 1, 8, 2)
    assert re.search(r'name="jumlah" value="4"', bed.reader("rudi").page("/cetak"))

    bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="4")

    assert printed(bed) == [one.packet_id.hex() for one in reversed(made)]
    assert queue(bed) == []
    assert big(bed)[:2] == ["0", "4"]
    assert [subject for _, _, subject in reversed(bed.audit("print_card"))] == [
        one.packet_id.hex() for one in made
    ]


@pytest.mark.parametrize("amount", ["0", "-1", "x", "²", "", "9" * 5000, "1e3"])
def test_a_number_of_cards_that_is_none_prints_at_most_one(bed, amount):
    record(bed, 1, 2)

    assert bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah=amount).status_code == 303
    assert len(printed(bed)) <= 1
    assert bed.reader("rudi").get("/cetak", selesai=amount).status_code == 200


def test_one_press_prints_no_more_than_the_page_shows(bed, monkeypatch):
    monkeypatch.setattr(printing, "SHOWN", 2)
    record(bed, 1, 2, 3)

    bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="99")

    assert len(printed(bed)) == 2
    assert len(queue(bed)) == 1


def test_the_queue_of_another_regency_is_not_touched(bed):
    record(bed, 1)
    other = bed.record(people(14)[0], "person:14")

    assert bed.reader("rudi").post("/cetak", wilayah=OTHER_VILLAGE, jumlah="1").status_code == 403
    bed.reader("rudi").post("/cetak", wilayah="", jumlah="50")

    assert bed.world.status(other) == "print_ready_record"
    assert queue(bed, "tono") == [bed.code(other)]


def card(bed, packet):
    answer = bed.reader("rudi").get(f"/kartu/{packet.packet_id.hex()}.pdf")
    assert answer.status_code == 200, text_of(answer.text)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    return answer.content


def test_a_card_has_two_pages_of_the_size_id_1(bed):
    (packet,) = record(bed, 1)
    bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="1")

    pages = PdfReader(BytesIO(card(bed, packet))).pages
    sizes = [
        (float(page.mediabox.width) / INCH * MM, float(page.mediabox.height) / INCH * MM) for page in pages
    ]
    assert sizes == [(pytest.approx(85.60, abs=0.05), pytest.approx(53.98, abs=0.05))] * 2
    front = pages[0].extract_text()
    assert people(1)[0].nik in front
    assert people(1)[0].name.upper() in front
    assert "KABUPATEN MERANGIN" in front
    assert "Kecamatan" in front


def test_the_code_on_the_back_verifies_with_the_centre_s_key_and_no_network(bed):
    (packet,) = record(bed, 1)
    bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="1")
    document = pypdfium2.PdfDocument(card(bed, packet))
    back = np.asarray(document[1].render(scale=6).to_pil().convert("L"))
    text = zxingcpp.read_barcodes(back)[0].text

    found = read_code(text, bed.world.centre.keys.signer.verifier)
    resident = people(1)[0]
    assert (found.nik, found.name, found.birth_date) == (resident.nik, resident.name, resident.birth_date)
    assert found.card_number == f"1502-{bed.value('SELECT card_id FROM card'):08d}"
    assert found.issued_at.date().isoformat() == "2017-10-10"
    with pytest.raises(Problem, match=r"card\.issuer_unknown"):
        read_code(text, Ed25519Signer(bytes(32)).verifier)


def test_a_card_keeps_its_number_and_its_day_however_often_it_is_opened(bed):
    (packet,) = record(bed, 1)
    bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="1")
    first = card(bed, packet)
    bed.clock.seconds += 40 * 86_400

    assert card(bed, packet) == first
    assert bed.audit("see_card") == [("rudi", people(1)[0].village, packet.packet_id.hex())] * 2


def test_a_recording_before_the_experts_has_no_card_and_is_never_printed(bed):
    record(bed, 1)
    doubtful = bed.record(people(2)[0], "person:1~")

    bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="50")
    answer = bed.reader("rudi").get(f"/kartu/{doubtful.packet_id.hex()}.pdf")

    assert (answer.status_code, "card.not_ready" in answer.text) == (409, True)
    assert bed.world.status(doubtful) == "adjudicate_record"
    assert bed.value("SELECT count(*) FROM card") == 1
    assert bed.code(doubtful) not in queue(bed)


def test_a_card_that_is_ready_and_not_printed_cannot_be_opened(bed):
    (packet,) = record(bed, 1)

    assert bed.reader("rudi").get(f"/kartu/{packet.packet_id.hex()}.pdf").status_code == 404
    assert bed.audit("see_card") == []


def test_handing_over_is_noted_once_however_often_it_is_pressed(bed):
    (packet,) = record(bed, 1)
    rudi = bed.reader("rudi")
    rudi.post("/cetak", wilayah=REGENCY, jumlah="1")
    assert f'name="penerima" value="{people(1)[0].name}"' in rudi.page("/cetak")

    for _ in range(2):
        assert rudi.post("/serah", paket=packet.packet_id.hex(), penerima="Siti Aminah").status_code == 303
        bed.clock.seconds += 60

    assert bed.world.status(packet) == "card_issued"
    assert printed(bed) == []
    assert bed.audit("hand_over_card") == [("rudi", people(1)[0].village, packet.packet_id.hex())]
    kept = bed.world.centre.store.cards.card(packet.packet_id)
    assert (kept.received_by, kept.handed_over_by, kept.handed_over_at) == (
        "Siti Aminah",
        "rudi",
        bed.clock() - 120,
    )


@pytest.mark.parametrize("receiver", ["", "   ", "\0"])
def test_a_card_is_handed_to_somebody(bed, receiver):
    (packet,) = record(bed, 1)
    bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="1")

    answer = bed.reader("rudi").post("/serah", paket=packet.packet_id.hex(), penerima=receiver)

    assert answer.status_code == 422
    assert "Tuliskan siapa yang menerima kartu." in text_of(answer.text)
    assert bed.world.status(packet) == "card_printed"


def test_a_card_that_was_not_printed_cannot_be_handed_over(bed):
    (packet,) = record(bed, 1)

    assert bed.reader("rudi").post("/serah", paket=packet.packet_id.hex(), penerima="x").status_code == 409
    assert bed.reader("rudi").post("/serah", paket="00", penerima="x").status_code == 404
    assert bed.world.status(packet) == "print_ready_record"


def test_the_newest_cards_stand_first_and_every_card_is_found_by_its_code(bed, monkeypatch):
    """However many wait: who comes with a slip gets the card, and who prints finds the file."""
    made = record(bed, 1, 2, 3)
    rudi = bed.reader("rudi")
    rudi.post("/cetak", wilayah=REGENCY, jumlah="3")
    monkeypatch.setattr(printing, "SHOWN", 1)

    assert printed(bed) == [made[2].packet_id.hex()]
    assert big(bed)[1] == "3"
    found = rudi.page("/cetak", kode=bed.code(made[0]).lower().replace("-", " "))
    assert re.findall(r'href="/kartu/([0-9a-f]{64})\.pdf"', found) == [made[0].packet_id.hex()]


def test_a_code_without_a_card_here_says_so(bed):
    (waiting,) = record(bed, 1)
    other = bed.record(people(14)[0], "person:14")
    bed.reader("tono").post("/cetak", wilayah="", jumlah="1")

    for packet in (waiting, other):
        text = text_of(bed.reader("rudi").page("/cetak", kode=bed.code(packet)))
        assert "Tidak ada kartu dengan kode itu yang menunggu di sini." in text
    wrong = bed.reader("rudi").get("/cetak", kode="bukan kode")
    assert wrong.status_code == 422
    assert 'value="bukan kode"' in wrong.text


def test_without_blanks_the_problem_is_named_and_nothing_is_half_done(bed):
    made = record(bed, 1, 2, 3)
    count_stock(bed.world.centre, DISTRICT, "blank", 2, actor="gudang")

    answer = bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="3")

    assert answer.status_code == 409
    text = text_of(answer.text)
    assert "Blangko di 15.02.01 habis." in text
    assert "2 kartu dicetak" in text
    assert [bed.world.status(one) for one in made] == ["card_printed", "card_printed", "print_ready_record"]
    assert bed.value("SELECT count(*) FROM card") == 2
    assert len(bed.audit("print_card")) == 2
    assert big(bed) == ["1", "2", "0"]


def test_a_kecamatan_without_blanks_does_not_hold_up_the_others(bed):
    empty = record(bed, 1, 2)
    (other,) = record(bed, 12)
    count_stock(bed.world.centre, DISTRICT, "blank", 0, actor="gudang")

    answer = bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="1")

    assert text_of(answer.text).count("Blangko di 15.02.01 habis.") == 2  # once above, once beside the card
    assert bed.world.status(other) == "card_printed"
    assert [bed.world.status(one) for one in empty] == ["print_ready_record"] * 2


def test_a_portrait_that_cannot_be_drawn_does_not_hold_up_who_waits_behind(bed):
    broken = tuple(
        replace(one, content=b"no picture") if one.modality is Modality.FACE else one
        for one in pictured("person:1")
    )
    first = bed.record(people(1)[0], "x", samples=broken)
    (second,) = record(bed, 2)

    answer = bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="1")

    assert answer.status_code == 422
    row = next(row for table in tables(answer.text) for row in table if bed.code(first) in row)
    assert "Foto atau tanda tangan untuk kartu tidak dapat dibaca." in row[2]
    assert (bed.world.status(first), bed.world.status(second)) == ("print_ready_record", "card_printed")
    assert bed.value("SELECT count(*) FROM card") == 1


def test_a_resident_who_could_not_sign_gets_a_card(bed):
    unsigned = tuple(one for one in pictured("person:1") if one.modality is not Modality.SIGNATURE)
    reason = MissingItem(Modality.SIGNATURE, None, ExceptionReason.CANNOT_SIGN)
    packet = bed.record(people(1)[0], "x", samples=unsigned, missing=(reason,), supervisor="sari")
    bed.reader("rudi").post("/cetak", wilayah=REGENCY, jumlah="1")

    assert len(PdfReader(BytesIO(card(bed, packet))).pages) == 2


def test_an_empty_office_says_so(bed):
    text = text_of(bed.reader("rudi").page("/cetak"))

    assert "Tidak ada kartu yang menunggu dicetak." in text
    assert big(bed) == ["0", "0", "–"]
