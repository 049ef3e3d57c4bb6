"""Deterministic CBOR against the examples of RFC 8949 appendix A and against everything it must refuse."""

import pytest

from rekam.packet import cbor

# RFC 8949 appendix A: those examples that are deterministic and use the types of this format.
EXAMPLES = {
    "00": 0,
    "01": 1,
    "0a": 10,
    "17": 23,
    "1818": 24,
    "1864": 100,
    "1903e8": 1000,
    "1a000f4240": 1000000,
    "1b000000e8d4a51000": 1000000000000,
    "1bffffffffffffffff": 18446744073709551615,
    "3bffffffffffffffff": -18446744073709551616,
    "20": -1,
    "29": -10,
    "3863": -100,
    "3903e7": -1000,
    "f4": False,
    "f5": True,
    "f6": None,
    "40": b"",
    "4401020304": b"\x01\x02\x03\x04",
    "60": "",
    "6449455446": "IETF",
    "62225c": '"\\',
    "62c3bc": "ü",
    "64f0908591": "\U00010151",
    "80": [],
    "83010203": [1, 2, 3],
    "8301820203820405": [1, [2, 3], [4, 5]],
    "98190102030405060708090a0b0c0d0e0f101112131415161718181819": list(range(1, 26)),
    "a0": {},
    "a201020304": {1: 2, 3: 4},
    "a26161016162820203": {"a": 1, "b": [2, 3]},
    "826161a161626163": ["a", {"b": "c"}],
    "a56161614161626142616361436164614461656145": {"a": "A", "b": "B", "c": "C", "d": "D", "e": "E"},
}

REFUSED = {
    "nothing": "",
    "a byte after the end": "0000",
    "a short number in two bytes": "1817",
    "a short number in three bytes": "1900ff",
    "a short number in five bytes": "1a0000ffff",
    "a short number in nine bytes": "1b00000000ffffffff",
    "a short length in two bytes": "5801aa",
    "a list of indefinite length": "9f01ff",
    "a map of indefinite length": "bf6161 01ff",
    "bytes of indefinite length": "5f4101ff",
    "text of indefinite length": "7f6161ff",
    "a break alone": "ff",
    "reserved information 28": "1c",
    "a tag for a date": "c11a514b67b0",
    "a bignum": "c249010000000000000000",
    "a shared reference": "d81d00",
    "undefined": "f7",
    "a simple value": "f8ff",
    "1.5 as a single": "fa3fc00000",
    "false in two bytes": "f814",
    "1.5": "f93e00",
    "1.5 as a double": "fb3ff8000000000000",
    "not a number": "f97e00",
    "keys not in order": "a2616201616101",
    "a longer key first": "a262616101616201",
    "a key twice": "a2616101616102",
    "a list as a key": "a18000",
    "bytes as a key": "a1414100",
    "null as a key": "a1f600",
    "true as a key": "a1f500",
    "text that is not UTF-8": "62c328",
    "half a surrogate": "63eda080",
    "bytes cut short": "4401",
    "a list cut short": "8301",
    "a map cut short": "a161",
    "a number cut short": "19ff",
    "a list of 2^63 items": "9b7fffffffffffffff",
    "bytes of 2^63": "5b7fffffffffffffff",
    "lists nested 13 deep": "81" * 13 + "00",
    "lists nested 100,000 deep": "81" * 100_000 + "00",
}


@pytest.mark.parametrize("spelled", EXAMPLES)
def test_the_examples_of_rfc_8949_are_written_and_read(spelled: str) -> None:
    value = EXAMPLES[spelled]
    found = cbor.decode(bytes.fromhex(spelled))
    assert found == value
    assert type(found) is type(value)
    assert cbor.encode(value).hex() == spelled


@pytest.mark.parametrize("name", REFUSED)
def test_another_spelling_is_refused(name: str) -> None:
    with pytest.raises(cbor.Unreadable):
        cbor.decode(bytes.fromhex(REFUSED[name]))


def test_nesting_of_twelve_is_read() -> None:
    assert cbor.decode(bytes.fromhex("81" * 12 + "00")) is not None
