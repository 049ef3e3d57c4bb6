"""The parts of the disk cases do what the cases believe of them."""

import random

import pytest

from rekam.fault.disk.planted import WINDOW, Search, payload
from rekam.fault.disk.unsynced import File, Folder, Mercy, leave_tree, read_tree


def cut(spared, *, piece=512, in_order=True):
    return Mercy(random.Random(1), spared, piece, in_order)


def test_what_nobody_synced_is_gone_after_a_cut_that_spares_nothing():
    file = File(0o600)
    file.write(0, b"synced")
    file.sync()
    file.write(6, b" and not")
    assert bytes(file.data) == b"synced and not"
    assert file.after_cut(cut(0.0)) == b"synced"
    assert file.after_cut(cut(1.0)) == b"synced and not"


def test_a_torn_write_keeps_or_loses_whole_sectors():
    file = File(0o600, bytearray(b"a" * 4096), b"a" * 4096)
    file.write(0, b"b" * 4096)
    left = file.after_cut(cut(0.5))
    sectors = {left[at : at + 512] for at in range(0, 4096, 512)}
    assert sectors == {b"a" * 512, b"b" * 512}


def test_a_rename_is_whole_or_not_at_all_and_needs_its_folder_synced(tmp_path):
    folder = Folder(0o700)
    new = File(0o600)
    folder.change({".part": new})
    new.write(0, b"content")
    new.sync()
    folder.change({"name": new, ".part": None})
    assert folder.after_cut(cut(0.0)) == {}
    assert list(folder.after_cut(cut(1.0))) == ["name"]
    folder.sync()
    leave_tree(folder, tmp_path, cut(0.0))
    assert (tmp_path / "name").read_bytes() == b"content"
    assert read_tree(tmp_path).names["name"].safe == b"content"


@pytest.mark.parametrize("begin", [0, 1, 24, 25, 700])
@pytest.mark.parametrize("offset", [0, 3, 4093])
def test_every_window_of_a_payload_is_found_at_every_place(begin, offset, tmp_path):
    wanted = payload(1, 1)
    dust = random.Random(2).randbytes(offset)
    image = tmp_path / "image"
    image.write_bytes(dust + wanted[begin : begin + WINDOW] + bytes(5000))
    assert Search([payload(1, 0), wanted]).windows_in(image) == 1


def test_one_byte_less_than_a_window_is_nothing(tmp_path):
    image = tmp_path / "image"
    image.write_bytes(b"x" + payload(1, 1)[: WINDOW - 1] + bytes(5000))
    assert Search([payload(1, 1)]).windows_in(image) == 0


def test_holes_of_an_image_are_passed_over(tmp_path):
    image = tmp_path / "image"
    with image.open("wb") as file:
        file.truncate(64 << 20)
        file.seek(40 << 20)
        file.write(payload(1, 1)[:100])
    assert Search([payload(1, 1)]).windows_in(image) == 100 - WINDOW + 1
