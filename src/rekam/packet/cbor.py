"""Deterministic CBOR (RFC 8949 section 4.2): one value, one spelling.

Writing is ``cbor2`` in canonical form. Reading is done here, because a general reader accepts what this
format must refuse: tags, floats, indefinite lengths, long spellings of short numbers, unsorted or repeated keys,
and bytes after the end. So a message that was read can be written again byte for byte.
"""

import cbor2

from rekam.packet.parameters import NESTING_MOST

_SIMPLE = {20: False, 21: True, 22: None}
_BYTES, _TEXT, _LIST, _MAP = 2, 3, 4, 5
_STRINGS, _NESTS = frozenset({_BYTES, _TEXT}), frozenset({_LIST, _MAP})


class Unreadable(ValueError):  # noqa: N818 - never leaves this room; the caller names the problem
    """The bytes are not one deterministic CBOR value."""


def encode(value: object) -> bytes:
    """The one spelling of a value made of None, bool, int, str, bytes, list, tuple and dict.

    The keys of one map are all text or all non-negative integers, so that the order of RFC 7049 (which
    ``cbor2`` follows) and that of RFC 8949 are the same.
    """
    return cbor2.dumps(value, canonical=True)


def decode(data: bytes) -> object:
    """Reads one value that fills ``data`` exactly.

    Raises:
        Unreadable: If ``data`` is anything but the one spelling of a value.
    """
    value, end = _read(data, 0, NESTING_MOST)
    if end != len(data):
        raise Unreadable("bytes after the end")
    return value


def _long(data: bytes, at: int, information: int) -> tuple[int, int]:
    """An argument that stands behind the first byte, and where the item goes on."""
    if information > 27:
        raise Unreadable("indefinite or reserved length")
    width = 1 << (information - 24)
    end = at + width
    if end > len(data):
        raise Unreadable("cut short")
    argument = int.from_bytes(data[at:end], "big")
    if argument < (24 if width == 1 else 1 << (4 * width)):
        raise Unreadable("long spelling of a short number")
    return argument, end


def _read(data: bytes, at: int, depth: int) -> tuple[object, int]:
    # Messages have thousands of items, so the common case of a short head is read without a further call.
    if at >= len(data):
        raise Unreadable("cut short")
    major, argument = data[at] >> 5, data[at] & 31
    at += 1
    if argument >= 24:
        argument, at = _long(data, at, argument)
    if major in _STRINGS:
        end = at + argument
        if end > len(data):
            raise Unreadable("cut short")
        return (data[at:end] if major == _BYTES else _text(data[at:end])), end
    if major < _BYTES:
        return (-1 - argument if major else argument), at
    if major in _NESTS:
        if depth == 0:
            raise Unreadable("nested too deep")
        if argument > len(data) - at:  # each item takes a byte at least
            raise Unreadable("cut short")
        return (_list if major == _LIST else _map)(data, at, argument, depth - 1)
    if major == 7:
        return _simple(argument), at
    raise Unreadable("a tag")


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Unreadable("text that is not UTF-8") from error


def _list(data: bytes, at: int, count: int, depth: int) -> tuple[object, int]:
    items = []
    for _ in range(count):
        item, at = _read(data, at, depth)
        items.append(item)
    return items, at


def _map(data: bytes, at: int, count: int, depth: int) -> tuple[object, int]:
    items: dict[str | int, object] = {}
    before = b""
    for _ in range(count):
        start = at
        key, at = _read(data, at, depth)
        if type(key) is not str and type(key) is not int:  # a truth value is neither
            raise Unreadable("a key that is neither text nor number")
        spelled = data[start:at]
        if spelled <= before:
            raise Unreadable("keys repeated or not in order")
        before = spelled
        items[key], at = _read(data, at, depth)
    return items, at


def _simple(number: int) -> object:
    if number not in _SIMPLE:
        raise Unreadable("a float or an unknown simple value")
    return _SIMPLE[number]
