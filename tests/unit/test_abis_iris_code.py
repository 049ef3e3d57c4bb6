import numpy as np
import pytest

from rekam.abis import IrisTemplate, compare_irises, iris_evidence
from rekam.abis.iris.code import phase_code
from rekam.abis.iris.sheet import Sheet

FULL = np.full(32, 2**64 - 1, np.uint64)


def bits_of(words: np.ndarray) -> np.ndarray:
    return np.unpackbits(words.view(np.uint8), bitorder="little").reshape(16, 128)


def template(bits: np.ndarray, mask: np.ndarray | None = None) -> IrisTemplate:
    pack = lambda lines: np.packbits(lines, axis=1, bitorder="little").reshape(-1).view(np.uint64)  # noqa: E731
    return IrisTemplate(pack(bits), FULL if mask is None else pack(mask))


def random_bits(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 2, (16, 128), dtype=np.uint8)


def slow_distance(a: IrisTemplate, b: IrisTemplate) -> float:
    best = 0.5
    for turn in range(-8, 9):
        code, mask = np.roll(bits_of(a.code), turn, 1), np.roll(bits_of(a.mask), turn, 1) & bits_of(b.mask)
        common = int(mask.sum())
        if common >= 300:
            raw = ((code ^ bits_of(b.code)) & mask).sum() / common
            best = min(best, 0.5 - (0.5 - raw) * np.sqrt(common / 1000))
    return max(best, 0.0)


def test_the_same_code_has_no_distance():
    one = template(random_bits(1))

    assert compare_irises(one, one) == 0


@pytest.mark.parametrize("turn", [-8, -3, 5, 8])
def test_a_tilted_head_is_turned_back(turn: int):
    bits = random_bits(2)

    assert compare_irises(template(bits), template(np.roll(bits, turn, 1))) == 0


def test_a_tilt_beyond_eight_columns_is_not_found():
    bits = random_bits(2)

    assert compare_irises(template(bits), template(np.roll(bits, 9, 1))) > 0.4


def test_distance_agrees_with_counting_bits_one_by_one():
    for seed in range(20):
        dice = np.random.default_rng(seed)
        bits = random_bits(seed)
        noisy = bits ^ (dice.random((16, 128)) < dice.random() / 2)
        masks = [(dice.random((16, 128)) < 0.8).astype(np.uint8) for _ in range(2)]
        a, b = template(bits, masks[0]), template(np.roll(noisy, 4, 1), masks[1])

        assert compare_irises(a, b) == pytest.approx(slow_distance(a, b), abs=1e-12)


def test_too_little_in_common_says_nothing():
    bits = random_bits(3)
    mask = np.zeros((16, 128), np.uint8)
    mask[:2] = 1  # 256 bits

    assert compare_irises(template(bits, mask), template(bits)) == 0.5


def test_evidence_falls_with_distance_and_turns_against_at_chance():
    evidence = iris_evidence(np.linspace(0, 0.49, 50))

    assert (np.diff(evidence) <= 0).all()
    assert evidence[0] == 18
    assert evidence[45] == -3


def test_codes_with_too_little_in_common_are_no_evidence():
    assert iris_evidence(np.array([0.5]))[0] == 0


def test_different_irises_give_evidence_that_is_honest_on_average():
    # The mean of exp(evidence) over different pairs is at most 1 when log-likelihood ratios are calibrated.
    dice = np.random.default_rng(9)
    least = 0.5 + dice.standard_normal((20_000, 17)).min(axis=1) * 0.5 / np.sqrt(249)

    assert np.exp(iris_evidence(np.clip(least, 0, 0.5))).mean() < 1


def test_a_pure_wave_is_coded_by_its_phase():
    column = np.arange(256)
    wave = 100 + 20 * np.cos(2 * np.pi * column / 16)
    sheet = Sheet(np.tile(wave, (32, 1)).astype(np.float32), np.ones((32, 256), np.bool_))

    code, _ = phase_code(sheet)

    real, imaginary = bits_of(code)[0], bits_of(code)[1]
    away = np.abs(np.sin(4 * np.pi * column[::2] / 16)) > 0.1  # not on a zero of either part
    np.testing.assert_array_equal(real[away], (np.cos(2 * np.pi * column[::2] / 16) > 0)[away])
    np.testing.assert_array_equal(imaginary[away], (np.sin(2 * np.pi * column[::2] / 16) > 0)[away])


def test_a_lid_is_masked_in_both_bits_of_its_place():
    usable = np.ones((32, 256), np.bool_)
    usable[16:, :64] = False

    _, mask = phase_code(noisy_sheet(usable))

    assert not bits_of(mask).reshape(8, 2, 128)[4:, :, :32].any()


def test_a_fifth_of_the_bits_those_nearest_to_zero_do_not_count():
    _, mask = phase_code(noisy_sheet(np.ones((32, 256), np.bool_)))

    assert bits_of(mask).mean() == pytest.approx(0.8, abs=0.01)


def test_what_is_masked_does_not_change_the_code_elsewhere():
    usable = np.ones((32, 256), np.bool_)
    usable[:, 96:160] = False
    one = noisy_sheet(usable)
    other = Sheet(np.where(usable, one.grey, 255).astype(np.float32), usable)

    np.testing.assert_array_equal(phase_code(one)[0], phase_code(other)[0])


def test_a_sheet_without_anything_free_has_an_empty_mask():
    _, mask = phase_code(noisy_sheet(np.zeros((32, 256), np.bool_)))

    assert not mask.any()


def noisy_sheet(usable: np.ndarray) -> Sheet:
    dice = np.random.default_rng(4)
    return Sheet((100 + 10 * dice.standard_normal((32, 256))).astype(np.float32), usable)
