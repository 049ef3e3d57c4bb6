import hashlib
import os

import pytest

from rekam.edge.wire.tus.journal import LINE_BYTES, Stretch, head, read_journal
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.problem import Problem

BODY = bytes(range(256)) * 40
LENGTH = len(BODY)
PACKET = hashlib.sha256(BODY).digest()


@pytest.fixture
def reopen(tmp_path):
    """Opens the same folder again and again, as processes that die and start anew do."""
    opened = []

    def again():
        if opened:
            opened.pop().close()
        opened.append(PartialUploads(tmp_path / "uploads"))
        return opened[0]

    yield again
    opened.pop().close()


def grown(uploads, *ends):
    uploads.create(PACKET, LENGTH, "packet_id eA==")
    for end in ends:
        uploads.append(PACKET, BODY[uploads.find(PACKET).offset : end])
        uploads.commit(PACKET)


def file_of(folder):
    (path,) = (folder / "uploads").glob("*.part")
    return path


def test_what_was_committed_is_there_in_the_next_run(reopen):
    grown(reopen(), 1000, 2500)
    found = reopen().find(PACKET)

    assert (found.offset, found.length, found.metadata) == (2500, LENGTH, "packet_id eA==")


def test_what_was_written_but_not_committed_does_not_count(reopen):
    uploads = reopen()
    grown(uploads, 1000)
    uploads.append(PACKET, BODY[1000:3000])

    assert uploads.find(PACKET).offset == 1000
    assert reopen().find(PACKET).offset == 1000


@pytest.mark.parametrize("lost", range(1, LINE_BYTES + 1))
def test_a_torn_journal_line_gives_the_offset_before_it(reopen, tmp_path, lost):
    grown(reopen(), 1000, 2500)
    path = file_of(tmp_path)
    end = LENGTH + len(head("packet_id eA==")) + 2 * LINE_BYTES
    with path.open("r+b") as file:
        file.truncate(end - lost)

    assert reopen().find(PACKET).offset == 1000


def test_a_line_whose_data_did_not_reach_the_disk_does_not_count(reopen, tmp_path):
    grown(reopen(), 1000, 2500, 4000)
    with file_of(tmp_path).open("r+b") as file:
        file.seek(1700)
        file.write(bytes(100))

    uploads = reopen()
    assert uploads.find(PACKET).offset == 1000
    uploads.append(PACKET, BODY[1000:])
    uploads.commit(PACKET)
    assert reopen().whole(PACKET).read_bytes() == BODY


def test_going_back_holds_over_a_restart(reopen):
    uploads = reopen()
    grown(uploads, 1000, 2000, 3000)
    uploads.back(PACKET, 1000)

    assert uploads.find(PACKET).offset == 1000
    again = reopen()
    assert again.find(PACKET).offset == 1000
    again.append(PACKET, BODY[1000:1500])
    again.commit(PACKET)
    assert reopen().find(PACKET).offset == 1500


def test_a_finished_body_is_exactly_the_body_and_stays_finished(reopen):
    uploads = reopen()
    grown(uploads, 5000, LENGTH)
    assert uploads.finished() == [PACKET]
    assert uploads.whole(PACKET).read_bytes() == BODY

    again = reopen()
    assert again.finished() == [PACKET]
    assert again.whole(PACKET).read_bytes() == BODY
    assert again.find(PACKET).offset == LENGTH
    again.remove(PACKET)
    assert reopen().find(PACKET) is None


def test_a_crash_between_the_new_name_and_the_cut_of_the_journal_is_finished(reopen, tmp_path):
    grown(reopen(), LENGTH)
    path = file_of(tmp_path)
    path.rename(path.with_suffix(".whole"))

    assert reopen().whole(PACKET).read_bytes() == BODY


def test_an_upload_whose_creation_was_torn_is_forgotten(reopen, tmp_path):
    grown(reopen())
    with file_of(tmp_path).open("r+b") as file:
        file.truncate(LENGTH + 3)

    uploads = reopen()
    assert uploads.find(PACKET) is None
    assert uploads.create(PACKET, LENGTH, "").offset == 0


def test_creating_again_finds_what_is_there_and_refuses_another_length(reopen):
    uploads = reopen()
    grown(uploads, 1000)

    assert uploads.create(PACKET, LENGTH, "other").offset == 1000
    with pytest.raises(Problem, match=r"delivery\.length_differs"):
        uploads.create(PACKET, LENGTH + 1, "")


def test_an_unfinished_upload_is_not_handed_out(reopen):
    uploads = reopen()
    grown(uploads, 1000)
    with pytest.raises(ValueError, match="holds 1000 of"):
        uploads.whole(PACKET)


def test_two_processes_do_not_share_a_folder(reopen, tmp_path):
    reopen()
    with pytest.raises(Problem) as caught:
        PartialUploads(tmp_path / "uploads")

    assert caught.value.code == "delivery.folder_in_use"


def test_nothing_is_acknowledged_before_it_is_flushed(tmp_path):
    flushed = []

    def sync(handle):
        flushed.append(os.fstat(handle).st_size)
        os.fdatasync(handle)

    uploads = PartialUploads(tmp_path, sync=sync)
    grown(uploads, 1000, 2000)
    uploads.close()

    assert len(flushed) == 3


def test_after_a_failed_flush_the_upload_begins_again(tmp_path):
    broken = False

    def sync(handle):
        if broken:
            raise OSError(5, "Input/output error")

    uploads = PartialUploads(tmp_path, sync=sync)
    grown(uploads, 1000)
    broken = True
    uploads.append(PACKET, BODY[1000:2000])
    with pytest.raises(Problem, match=r"delivery\.disk_failed"):
        uploads.commit(PACKET)

    broken = False
    assert uploads.find(PACKET) is None
    assert uploads.create(PACKET, LENGTH, "").offset == 0
    uploads.close()


def test_a_later_line_for_the_same_place_replaces_the_earlier_ones():
    lines = b"".join(
        s.line() for s in (Stretch(0, 10, 1), Stretch(10, 20, 2), Stretch(20, 30, 3), Stretch(10, 15, 4))
    )
    journal = read_journal(head("m") + lines)

    assert [(s.first, s.end) for s in journal.stretches] == [(0, 10), (10, 15)]


def test_a_line_that_does_not_join_ends_the_journal():
    journal = read_journal(head("") + Stretch(0, 10, 1).line() + Stretch(11, 20, 2).line())

    assert [(s.first, s.end) for s in journal.stretches] == [(0, 10)]
    assert journal.size == len(head("")) + LINE_BYTES
