import errno
import os
import zlib

import pytest

from rekam.edge.store.durable_file import equals_past_cache, read_past_cache, write_all_durably
from rekam.edge.wire.tus.core import Crc32

SIZES = (0, 1, 4_095, 4_096, 4_097, 1 << 20, (1 << 20) + 5)


@pytest.mark.parametrize("size", SIZES)
def test_what_is_read_past_the_cache_is_the_file(tmp_path, size):
    content = os.urandom(size)
    path = tmp_path / "file"
    path.write_bytes(content)

    assert b"".join(read_past_cache(path)) == content
    assert equals_past_cache(path, bytearray(content))


@pytest.mark.parametrize("size", SIZES[1:])
def test_a_file_that_differs_in_a_bit_or_in_length_is_not_equal(tmp_path, size):
    content = bytearray(os.urandom(size))
    path = tmp_path / "file"
    for other in (content[:-1], content + b"x", bytes(content[:-1]) + bytes([content[-1] ^ 1])):
        path.write_bytes(other)
        assert not equals_past_cache(path, content)


def test_a_given_file_is_the_first_copy_by_a_second_name(tmp_path):
    given, targets = tmp_path / "given", (tmp_path / "one", tmp_path / "two")
    given.write_bytes(b"content")

    write_all_durably(targets, (b"content",), given=given)
    given.unlink()

    assert [target.read_bytes() for target in targets] == [b"content"] * 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS])
def test_where_a_file_gets_no_second_name_it_is_written_again(tmp_path, monkeypatch, code):
    given, targets = tmp_path / "given", (tmp_path / "one", tmp_path / "two")
    given.write_bytes(b"content")

    def refused(*_names, **_options):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", refused)
    write_all_durably(targets, (b"content",), given=given)

    assert [target.read_bytes() for target in targets] == [b"content"] * 2
    assert targets[0].stat().st_ino != given.stat().st_ino


def test_the_quick_checksum_is_crc_32_however_the_bytes_come():
    data = os.urandom(1_000)
    summed = Crc32(data[:1])
    summed.update(data[1:])
    assert summed.digest() == Crc32(data).digest() == zlib.crc32(data).to_bytes(4, "big")
