"""What the centre has lost stands on a page of its own and on the first page, with what to do about it."""

import pytest
from pages_bed import DISTRICT, REGENCY, found, open_bed, people, tables, text_of

from rekam.centre import parameters
from rekam.centre.scrub import scrub, scrub_share
from rekam.problem import Problem


@pytest.fixture
def bed(postgres, migrated, tmp_path):
    with open_bed(tmp_path, postgres, migrated) as bed:
        yield found(bed)


def spoil(bed, packet):
    for copy in (bed.world.folder / "centre").glob(f"*/??/{packet.packet_id.hex()}.body"):
        copy.write_bytes(b"dust")


def lose_unopened(bed):
    """A body that rots before the worker has opened it."""
    packet = bed.announce(people(11)[0], "person:11")
    bed.world.upload(packet)
    spoil(bed, packet)
    scrub(bed.world.centre)
    return packet


def page(bed, who="rudi", **query):
    return bed.reader(who).page("/perjalanan/isi-hilang", **query)


def test_nothing_lost_is_said_and_how_far_the_copies_were_read(bed, monkeypatch):
    monkeypatch.setattr(parameters, "SCRUB_NIGHTS", 1)
    assert "Belum ada putaran yang selesai." in text_of(page(bed))
    scrub_share(bed.world.centre)

    said = text_of(page(bed, "pusat"))

    bodies = bed.value("SELECT count(*) FROM packet WHERE received_at IS NOT NULL")
    assert "Tidak ada. Setiap isi yang diterima pusat masih punya salinan yang baik" in said
    assert f": {bodies} isi dibaca, 0 dipulihkan, 0 tanpa salinan baik." in said


def test_a_recording_that_nobody_opened_is_named_with_station_number_and_operator(bed):
    lost = lose_unopened(bed)

    (rows,) = tables(page(bed))

    assert [row[:5] for row in rows[1:]] == [
        [bed.code(lost), f"ST-{DISTRICT}", "8", "Kecamatan Jangkat", "siti"],
    ]
    assert rows[1][-1] == "Cari di cakram atau laptop; bila tidak ada, rekam ulang"
    assert "1 rekaman belum pernah dibuka" in text_of(page(bed))


def test_who_was_opened_before_has_not_to_come_again(bed):
    spoil(bed, bed.packets["ready"])
    scrub(bed.world.centre)

    (rows,) = tables(page(bed))

    assert [(row[0], row[-1]) for row in rows[1:]] == [
        (bed.code(bed.packets["ready"]), "Tidak ada: data warga tersimpan")
    ]
    assert "Tidak perlu rekam ulang." in text_of(page(bed))
    assert "isi-hilang" not in bed.reader("rudi").page("/")


def test_it_leads_to_the_first_page_and_to_the_journey_of_its_own_regency_only(bed):
    lose_unopened(bed)

    assert f"/perjalanan/isi-hilang?wilayah={REGENCY}" in bed.reader("rudi").page("/")
    assert "Isi 1 rekaman tidak ada lagi di pusat" in text_of(bed.reader("rudi").page("/"))
    assert "Isi yang hilang : 1 (1 belum pernah dibuka)" in text_of(bed.reader("rudi").page("/perjalanan"))
    assert "Isi yang hilang : 0" in text_of(bed.reader("tono").page("/perjalanan"))
    assert "isi-hilang" not in bed.reader("tono").page("/")
    assert tables(page(bed, "tono")) == []
    assert bed.reader("tono").get("/perjalanan/isi-hilang", wilayah=REGENCY).status_code == 403


def test_the_recording_says_it_too(bed):
    lost = lose_unopened(bed)
    spoil(bed, bed.packets["ready"])
    scrub(bed.world.centre)

    def said(packet):
        return text_of(bed.reader("rudi").page(f"/rekaman/{packet.packet_id.hex()}"))

    assert "Isinya tidak ada lagi di pusat." in said(lost)
    assert "tidak ada lagi di pusat; data warga tersimpan." in said(bed.packets["ready"])
    assert "tidak ada lagi" not in said(bed.packets["next"])


def test_it_ends_when_the_packet_is_handed_in_again(bed):
    lost = lose_unopened(bed)

    bed.world.upload(lost)

    assert tables(page(bed)) == []
    assert [subject for _, _, subject in bed.audit("body_found")] == [lost.packet_id.hex()]


def test_why_the_copies_are_not_read_is_on_the_page(bed):
    rounds = bed.world.centre.store.scrub_rounds
    rounds.stop(rounds.begin(at=1), Problem("centre.copies_missing", path="/srv/b", missing=9, read=10))

    assert "9 dari 10 salinan paket tidak ada di /srv/b." in text_of(page(bed, "pusat"))
    assert "9 of 10 copies of packets are not in /srv/b." in text_of(page(bed, "pusat", bahasa="en"))
