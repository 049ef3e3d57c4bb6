from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekam.abis import FingerTemplate, IrisTemplate, PersonTemplate
from rekam.biometric import Eye, FingerPosition
from rekam.problem import Problem


def finger(seed: int, *, width: int = 100, height: int = 70, minutiae: int = 9) -> FingerTemplate:
    dice = np.random.default_rng(seed)
    return FingerTemplate(
        dice.integers(0, width, minutiae).astype(np.uint16),
        dice.integers(0, height, minutiae).astype(np.uint16),
        dice.integers(0, 256, minutiae).astype(np.uint8),
        dice.integers(0, 256, minutiae).astype(np.uint8),
        dice.integers(0, 256, (-(-height // 16), -(-width // 16))).astype(np.uint8),
        width,
        height,
    )


def iris(seed: int) -> IrisTemplate:
    words = np.random.default_rng(seed).integers(0, 2**64, 64, dtype=np.uint64)
    return IrisTemplate(words[:32], words[32:])


def person(seed: int = 5) -> PersonTemplate:
    return PersonTemplate(
        {FingerPosition.LEFT_RING: finger(seed), FingerPosition.RIGHT_THUMB: finger(seed + 1)},
        {Eye.LEFT: iris(seed)},
    )


def test_a_finger_template_is_head_plus_six_bytes_a_minutia_plus_its_flow():
    data = finger(1).to_bytes()

    assert len(data) == 12 - 1 + 9 * 6 + 5 * 7


def test_a_finger_template_reads_back_what_was_written():
    one = finger(2)

    other = FingerTemplate.from_bytes(one.to_bytes())

    for name in ("x", "y", "direction", "quality", "flow"):
        np.testing.assert_array_equal(getattr(other, name), getattr(one, name))
    assert (other.width, other.height) == (100, 70)


def test_an_iris_template_holds_2048_bits_and_their_mask():
    data = iris(1).to_bytes()

    assert len(data) == 2 + 512
    assert IrisTemplate.from_bytes(data).to_bytes() == data


def test_a_person_template_reads_back_byte_for_byte():
    data = person().to_bytes()

    again = PersonTemplate.from_bytes(data)

    assert again.to_bytes() == data
    assert set(again.fingers) == {FingerPosition.LEFT_RING, FingerPosition.RIGHT_THUMB}
    assert set(again.irises) == {Eye.LEFT}


def test_a_person_without_anything_still_reads_back():
    assert PersonTemplate.from_bytes(PersonTemplate().to_bytes()) == PersonTemplate()


@given(st.binary(max_size=3000))
def test_foreign_bytes_are_refused_by_name(data: bytes):
    for kind in (PersonTemplate, FingerTemplate, IrisTemplate):
        with pytest.raises(Problem) as refusal:
            kind.from_bytes(data)
        assert refusal.value.code == "abis.template_unreadable"


@given(st.integers(0, 10**6), st.integers(1, 255))
def test_a_changed_byte_is_refused_or_gives_another_sound_template(place: int, change: int):
    data = bytearray(person().to_bytes())
    data[place % len(data)] ^= change

    with suppress(Problem):
        assert PersonTemplate.from_bytes(bytes(data)).to_bytes() == bytes(data)


@given(st.integers(0, 1000))
def test_a_cut_template_is_refused(cut: int):
    data = person().to_bytes()

    with pytest.raises(Problem, match="template_unreadable"):
        PersonTemplate.from_bytes(data[: cut % len(data)])


def test_a_minutia_outside_its_picture_is_refused():
    data = bytearray(finger(3).to_bytes())
    data[11:13] = (100).to_bytes(2, "little")  # x of the first minutia = width

    with pytest.raises(Problem, match="template_unreadable"):
        FingerTemplate.from_bytes(bytes(data))
