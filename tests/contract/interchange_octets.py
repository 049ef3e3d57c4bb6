"""Records written out by hand, octet by octet with a remark behind each line."""

import pytest

from rekam.problem import Problem


def octets(text: str) -> bytes:
    lines = (line.split("#")[0] for line in text.splitlines())
    return bytes.fromhex("".join(lines).replace(" ", ""))


def refused(read, record: bytes) -> str:
    with pytest.raises(Problem) as caught:
        read(record)
    assert caught.value.code == "biometric.record_unreadable"
    return caught.value.details["field"]


def replaced(record: bytes, offset: int, given: bytes) -> bytes:
    return record[:offset] + given + record[offset + len(given) :]
