import errno
import hashlib
import os
from pathlib import Path

import pytest

from rekam.edge.key import Ed25519Signer
from rekam.edge.store import durable_file
from rekam.edge.store.packet_files import CopyState, PacketFiles
from rekam.packet import Peaks, Receipt, log_leaf
from rekam.problem import Problem

BODY = bytes(range(256)) * 5000
PACKET = hashlib.sha256(BODY).digest()
CENTRE = Ed25519Signer(bytes(32))


def receipt_for(packet_id=PACKET, *, copies=2, test_read=True, sequence=7):
    root = Peaks().grow(log_leaf(packet_id, "st-1", sequence, 1000)).root
    return Receipt(
        packet_id=packet_id, station="st-1", sequence=sequence, received_at=1000, copies=copies,
        test_read=test_read, log_index=0, log_size=1, log_root=root, proof=(), centre=CENTRE.key_id,
    )  # fmt: skip


def flip(path):
    data = bytearray(path.read_bytes())
    data[1234] ^= 1
    path.write_bytes(data)


def all_files(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_body_put_is_the_body_got(tmp_path):
    files = PacketFiles(tmp_path / "bodies")
    files.put(PACKET, BODY)

    assert files.get(PACKET) == BODY
    assert files.size(PACKET) == len(BODY)
    assert list(files.ids()) == [PACKET]
    assert PacketFiles(tmp_path / "bodies").get(PACKET) == BODY


def test_a_body_from_a_file_stands_in_both_folders_of_the_centre(tmp_path):
    source = tmp_path / "source"
    source.write_bytes(BODY)
    files = PacketFiles(tmp_path / "one", tmp_path / "two")
    files.put(PACKET, source)

    assert files.test_read(PACKET) == 2
    assert all_files(tmp_path / "one") == all_files(tmp_path / "two") == [f"{PACKET.hex()}.body"]


def test_a_body_that_is_not_the_packets_is_refused_and_leaves_nothing(tmp_path):
    files = PacketFiles(tmp_path / "one", tmp_path / "two")
    with pytest.raises(Problem) as caught:
        files.put(PACKET, BODY[:-1])

    assert caught.value.code == "delivery.body_hash"
    assert all_files(tmp_path) == []


def test_putting_twice_changes_nothing(tmp_path):
    files = PacketFiles(tmp_path)
    files.put(PACKET, BODY)
    before = files.path(PACKET).stat()
    files.put(PACKET, BODY)

    assert files.path(PACKET).stat().st_ino == before.st_ino


def test_putting_again_repairs_a_damaged_copy(tmp_path):
    files = PacketFiles(tmp_path)
    files.put(PACKET, BODY)
    flip(files.path(PACKET))
    files.put(PACKET, BODY)

    assert files.get(PACKET) == BODY


def test_one_flipped_bit_is_seen_and_the_other_copy_answers(tmp_path):
    files = PacketFiles(tmp_path / "one", tmp_path / "two")
    files.put(PACKET, BODY)
    flip(files.path(PACKET))

    assert files.verify(PACKET) == (CopyState.DAMAGED, CopyState.GOOD)
    assert files.get(PACKET) == BODY
    with pytest.raises(Problem, match=r"delivery\.body_damaged"):
        files.test_read(PACKET)

    assert files.mend(PACKET) == (CopyState.DAMAGED, CopyState.GOOD)
    assert files.test_read(PACKET) == 2


def test_a_copy_that_is_gone_is_mended(tmp_path):
    files = PacketFiles(tmp_path / "one", tmp_path / "two")
    files.put(PACKET, BODY)
    files.path(PACKET).unlink()

    assert files.size(PACKET) is None
    with pytest.raises(Problem, match=r"delivery\.body_missing"):
        files.test_read(PACKET)
    files.mend(PACKET)
    assert files.test_read(PACKET) == 2


def test_missing_and_damaged_bodies_have_different_names(tmp_path):
    files = PacketFiles(tmp_path)
    with pytest.raises(Problem, match=r"delivery\.body_missing"):
        files.get(PACKET)
    files.put(PACKET, BODY)
    flip(files.path(PACKET))
    with pytest.raises(Problem, match=r"delivery\.body_damaged"):
        files.get(PACKET)


def test_a_receipt_for_this_packet_lets_it_be_deleted_once(tmp_path):
    files = PacketFiles(tmp_path)
    files.put(PACKET, BODY)

    assert files.delete(PACKET, receipt_for(), station="st-1", sequence=7) is True
    assert files.delete(PACKET, receipt_for(), station="st-1", sequence=7) is False
    assert all_files(tmp_path) == []


@pytest.mark.parametrize(
    ("receipt", "code"),
    [
        (receipt_for(hashlib.sha256(b"other").digest()), "packet.receipt_other_packet"),
        (receipt_for(copies=1), "packet.receipt_copies"),
        (receipt_for(test_read=False), "packet.receipt_not_read"),
        (receipt_for(sequence=8), "packet.receipt_other_sequence"),
    ],
)
def test_without_a_full_receipt_nothing_is_deleted(tmp_path, receipt, code):
    files = PacketFiles(tmp_path)
    files.put(PACKET, BODY)
    with pytest.raises(Problem) as caught:
        files.delete(PACKET, receipt, station="st-1", sequence=7)

    assert caught.value.code == code
    assert files.get(PACKET) == BODY


def test_what_unfinished_writes_left_is_swept(tmp_path):
    files = PacketFiles(tmp_path)
    files.put(PACKET, BODY)
    part = files.path(PACKET).with_name(f".{PACKET.hex()}.body.abc.part")
    part.write_bytes(b"half")

    assert files.sweep() == 1
    assert files.sweep() == 0
    assert files.get(PACKET) == BODY


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "delivery.no_space"), (errno.EIO, "delivery.disk_failed")]
)
def test_a_failing_disk_is_named_and_leaves_nothing_half_made(tmp_path, monkeypatch, number, code):
    files = PacketFiles(tmp_path / "one", tmp_path / "two")

    def broken(handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(durable_file.os, "fsync", broken)
    with pytest.raises(Problem) as caught:
        files.put(PACKET, BODY)

    assert caught.value.code == code
    assert all_files(tmp_path) == []


def test_file_and_folder_are_flushed_in_the_order_that_survives_a_power_cut(tmp_path, monkeypatch):
    files = PacketFiles(tmp_path)
    happened = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(handle):
        happened.append("folder" if Path(f"/proc/self/fd/{handle}").is_dir() else "file")
        real_fsync(handle)

    def replace(source, target):
        happened.append("rename")
        real_replace(source, target)

    monkeypatch.setattr(durable_file.os, "fsync", fsync)
    monkeypatch.setattr(durable_file.os, "replace", replace)
    files.put(PACKET, BODY)

    assert happened == ["file", "rename", "folder"]


def test_a_packet_id_of_another_length_is_a_mistake_of_the_programmer(tmp_path):
    with pytest.raises(ValueError, match="32 bytes"):
        PacketFiles(tmp_path).get(b"short")
