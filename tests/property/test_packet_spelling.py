"""The strict CBOR reader beside cbor2: it reads all that cbor2 writes canonically, and nothing else."""

import cbor2
from hypothesis import given, settings
from hypothesis import strategies as st

from rekam.packet import cbor

WHOLE = st.integers(-(2**64), 2**64 - 1)
LEAVES = st.none() | st.booleans() | WHOLE | st.text(max_size=30) | st.binary(max_size=300)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=30)
        | st.dictionaries(st.text(max_size=30), inner, max_size=8)
        | st.dictionaries(st.integers(0, 2**64 - 1), inner, max_size=8)
    ),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(value=VALUES)
def test_what_cbor2_writes_canonically_is_read(value: object) -> None:
    assert cbor.decode(cbor2.dumps(value, canonical=True)) == value
    assert cbor.decode(cbor.encode(value)) == value


@settings(max_examples=1000, deadline=None)
@given(data=st.binary(max_size=60))
def test_what_is_read_at_all_is_written_again_byte_for_byte_and_means_the_same_to_cbor2(data: bytes) -> None:
    try:
        value = cbor.decode(data)
    except cbor.Unreadable:
        return
    assert cbor2.loads(data) == value
    assert cbor.encode(value) == data


@settings(max_examples=300, deadline=None)
@given(value=VALUES, place=st.integers(0), mask=st.integers(1, 255))
def test_a_flipped_byte_gives_another_value_or_none(value: object, place: int, mask: int) -> None:
    whole = cbor.encode(value)
    changed = bytearray(whole)
    changed[place % len(changed)] ^= mask
    try:
        found = cbor.decode(bytes(changed))
    except cbor.Unreadable:
        return
    assert cbor.encode(found) != whole
