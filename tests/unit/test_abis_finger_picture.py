import math

import numpy as np
import pytest

from rekam.abis import extract_finger
from rekam.abis.finger.contrast import normalised
from rekam.abis.finger.flow import ridge_flow
from rekam.abis.finger.period import ridge_period
from rekam.abis.finger.resampled import resampled
from rekam.abis.grid import cell_means, spread
from rekam.biometric import FingerImage, FingerPosition
from rekam.problem import Problem


def grating(direction: float, period: float, side: int = 256) -> np.ndarray:
    """Parallel ridges running in ``direction`` (radians from +x towards +y)."""
    y, x = np.mgrid[0:side, 0:side]
    across = -math.sin(direction) * x + math.cos(direction) * y
    return (128 + 90 * np.cos(2 * np.pi * across / period)).astype(np.float32)


def image(pixels: np.ndarray, dpi: float = 500.0) -> FingerImage:
    return FingerImage(FingerPosition.LEFT_INDEX, pixels, dpi)


@pytest.mark.parametrize("degrees", [0, 20, 45, 90, 135, 170])
def test_the_flow_of_parallel_ridges_is_their_direction(degrees: int):
    normal, _ = normalised(grating(math.radians(degrees), 9))

    flow = ridge_flow(normal)

    inner = slice(10, -10)
    found = np.arctan2(flow.double_sine, flow.double_cosine)[inner, inner] / 2
    apart = np.degrees(np.abs(np.angle(np.exp(2j * (found - math.radians(degrees)))))) / 2
    assert apart.max() < 2
    assert flow.coherence[inner, inner].min() > 0.9


@pytest.mark.parametrize("period", [7, 9, 12])
def test_the_period_of_parallel_ridges_is_measured(period: int):
    normal, _ = normalised(grating(0.6, period))
    flow = ridge_flow(normal)

    found = ridge_period(normal, flow, np.ones(flow.coherence.shape, np.bool_))

    assert np.median(found) == pytest.approx(period, abs=0.6)


def test_a_picture_of_1000_dpi_is_halved():
    assert resampled(image(np.zeros((800, 600), np.uint8), 1000.0)).shape == (400, 300)


@pytest.mark.parametrize(
    ("pixels", "dpi"),
    [
        (np.zeros((400, 400, 3), np.uint8), 500.0),
        (np.zeros((400, 400), np.float64), 500.0),
        (np.zeros((400, 400), np.uint8), 0.0),
        (np.zeros((400, 400), np.uint8), math.nan),
        (np.zeros((20, 400), np.uint8), 500.0),
        (np.zeros((4000, 400), np.uint8), 500.0),
    ],
    ids=["colour", "floating", "no resolution", "nonsense resolution", "too flat", "too tall"],
)
def test_a_picture_that_cannot_be_a_finger_is_refused(pixels: np.ndarray, dpi: float):
    with pytest.raises(Problem, match="finger_unreadable"):
        extract_finger(image(pixels, dpi))


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_an_even_picture_is_refused(grey: int):
    with pytest.raises(Problem, match="finger_unreadable"):
        extract_finger(image(np.full((400, 400), grey, np.uint8)))


def test_noise_is_no_finger():
    noise = np.random.default_rng(1).integers(0, 256, (400, 400)).astype(np.uint8)

    with pytest.raises(Problem, match="finger_unreadable"):
        extract_finger(image(noise))


def test_cell_means_are_means_also_at_the_cut_border():
    values = np.arange(35, dtype=np.float32).reshape(5, 7)

    found = cell_means(values, 4)

    wanted = [[values[:4, :4].mean(), values[:4, 4:].mean()], [values[4:, :4].mean(), values[4:, 4:].mean()]]
    np.testing.assert_allclose(found, wanted)


def test_spreading_keeps_a_plane_a_plane():
    row, column = np.mgrid[0:6, 0:6].astype(np.float32)

    found = spread(3 * row + column, (24, 24), 4)

    y, x = np.mgrid[4:20, 4:20]
    np.testing.assert_allclose(found[4:20, 4:20], 3 * ((y + 0.5) / 4 - 0.5) + (x + 0.5) / 4 - 0.5, atol=1e-5)
