from dataclasses import replace
from datetime import date
from io import BytesIO

import claim169
import numpy as np
import pypdfium2
import pytest
import zxingcpp
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from rekam.card import Card, base45, read_code, write_code
from rekam.edge.print import Slip, card_pdf, slip_pdf
from rekam.packet.key import key_id_of
from rekam.person.biodata import Biodata
from rekam.problem import Problem


class Key:
    """An Ed25519 pair straight from the library, so that the card room is tested without the key room."""

    def __init__(self) -> None:
        self.private = Ed25519PrivateKey.generate()
        self.public = self.private.public_key()
        self.key_id = key_id_of(self.public.public_bytes_raw())

    def sign(self, message: bytes) -> bytes:
        return self.private.sign(message)

    def verify(self, message: bytes, signature: bytes) -> bool:
        try:
            self.public.verify(signature, message)
        except InvalidSignature:
            return False
        return True


@pytest.fixture(scope="module")
def key() -> Key:
    return Key()


def picture(form: str, size: tuple[int, int]) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, (90, 120, 150)).save(file, form)
    return file.getvalue()


@pytest.fixture
def card() -> Card:
    biodata = Biodata(
        nik="1502015708900003", kk="1502010101100001", name="Sri Wahyuni", sex="P", birth_place="Bangko",
        birth_date=date(1990, 8, 17), blood_type="O", address="Dusun Baru", rt="002", rw="001",
        village="15.02.01.2001", religion="1", marital_status="2", occupation="9",
    )  # fmt: skip
    return Card(
        number="JMB-00000017", biodata=biodata, province="Jambi", regency="Kabupaten Merangin", district="Jangkat",
        village="Muara Madras", religion="Islam", marital_status="Kawin", occupation="Petani/Pekebun",
        photo=picture("JPEG2000", (480, 640)), signature=picture("PNG", (600, 200)),
        issued_on=date(2017, 10, 17), issued_at="Merangin",
    )  # fmt: skip


def test_the_worked_examples_of_rfc_9285():
    assert base45.encode(b"AB") == "BB8"
    assert base45.encode(b"Hello!!") == "%69 VD92EX0"
    assert base45.encode(b"base-45") == "UJCLQE7W581"
    assert base45.decode("QED8WEX0") == b"ietf!"


@given(st.binary(max_size=300))
def test_base45_gives_every_content_back(content: bytes):
    assert base45.decode(base45.encode(content)) == content


@pytest.mark.parametrize("text", ["GGW", ":::", "a", "ABCD", "é00"])
def test_base45_refuses_what_no_encoder_writes(text: str):
    with pytest.raises(Problem, match="code_unreadable"):
        base45.decode(text)


def test_a_foreign_reader_of_claim_169_verifies_our_card(card: Card, key: Key):
    read = claim169.decode(write_code(card, key), verify_with_ed25519=key.public.public_bytes_raw())

    assert read.claim169.id == "1502015708900003"
    assert read.claim169.full_name == "Sri Wahyuni"
    assert read.claim169.date_of_birth == "1990-08-17"
    assert read.claim169.gender == 2


def test_the_code_tells_an_offline_reader_who_the_card_names(card: Card, key: Key):
    told = read_code(write_code(card, key), key)

    assert (told.nik, told.name, told.sex) == ("1502015708900003", "Sri Wahyuni", "P")
    assert told.birth_date == date(1990, 8, 17)
    assert told.card_number == "JMB-00000017"
    assert told.issued_at.date() == date(2017, 10, 17)


def test_a_card_of_an_unknown_issuer_is_not_believed(card: Card, key: Key):
    with pytest.raises(Problem) as caught:
        read_code(write_code(card, key), Key())
    assert caught.value.code == "card.issuer_unknown"


def test_a_changed_letter_is_never_believed(card: Card, key: Key):
    code = write_code(card, key)
    for place in range(0, len(code), 7):
        other = "A" if code[place] != "A" else "B"
        with pytest.raises(Problem) as caught:
            read_code(code[:place] + other + code[place + 1 :], key)
        assert caught.value.code in {"card.code_unreadable", "card.code_forged", "card.issuer_unknown"}


def test_the_card_is_id_1_with_two_sides(card: Card, key: Key):
    pages = PdfReader(BytesIO(card_pdf(card, write_code(card, key)))).pages

    assert len(pages) == 2
    for page in pages:
        assert float(page.mediabox.width) / 72 * 25.4 == pytest.approx(85.60, abs=0.01)
        assert float(page.mediabox.height) / 72 * 25.4 == pytest.approx(53.98, abs=0.01)


def test_the_card_shows_its_fields(card: Card, key: Key):
    front = PdfReader(BytesIO(card_pdf(card, write_code(card, key)))).pages[0].extract_text()

    for words in (
        "PROVINSI JAMBI",
        "KABUPATEN MERANGIN",
        "1502015708900003",
        "SRI WAHYUNI",
        "BANGKO, 17-08-1990",
        "PEREMPUAN",
        "SEUMUR HIDUP",
    ):
        assert words in front


def test_a_scanner_reads_the_printed_code_at_300_dpi(card: Card, key: Key):
    code = write_code(card, key)
    back = pypdfium2.PdfDocument(card_pdf(card, code))[1].render(scale=300 / 72).to_pil()

    assert zxingcpp.read_barcode(np.asarray(back)).text == code


def test_a_name_of_sixty_letters_stays_inside_its_column(card: Card, key: Key):
    long = replace(card, biodata=replace(card.biodata, name="Muhammad " + "Abdurrahman " * 4 + "al"))

    assert "ABDURRAHMAN" in PdfReader(BytesIO(card_pdf(long, write_code(long, key)))).pages[0].extract_text()


def test_who_cannot_sign_and_has_no_photo_still_gets_a_card(card: Card, key: Key):
    bare = replace(card, photo=None, signature=None)

    assert card_pdf(bare, write_code(bare, key)).startswith(b"%PDF")


def test_a_broken_photo_is_a_named_problem(card: Card, key: Key):
    broken = replace(card, photo=b"not a picture")
    with pytest.raises(Problem) as caught:
        card_pdf(broken, "CODE")
    assert caught.value.code == "card.picture_unreadable"


@pytest.mark.parametrize("paper", ["80mm", "a4"])
def test_the_slip_hides_the_nik_and_carries_the_code(paper):
    slip = Slip(
        receipt_code="7KQ2-M4XD-9P", packet_id="9f2c11aa00bb44cc", name="Sri Wahyuni", nik_tail="0003",
        place="Kecamatan Jangkat", recorded_at="17 Oktober 2017 09.14 WIB", operator="Operator Jangkat", ask_at="rekam.example",
    )  # fmt: skip
    document = slip_pdf(slip, paper)
    text = PdfReader(BytesIO(document)).pages[0].extract_text()
    image = np.asarray(pypdfium2.PdfDocument(document)[0].render(scale=200 / 72).to_pil())

    assert "7KQ2-M4XD-9P" in text
    assert "1502015708900003" not in text
    assert zxingcpp.read_barcode(image).text == "7KQ2-M4XD-9P"
