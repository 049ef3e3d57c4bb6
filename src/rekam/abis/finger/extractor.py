import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.finger.contrast import normalised
from rekam.abis.finger.finder import MinutiaeFinder, by_mindtct
from rekam.abis.finger.flow import Flow, ridge_flow
from rekam.abis.finger.foreground import foreground
from rekam.abis.finger.period import ridge_period
from rekam.abis.finger.resampled import resampled
from rekam.abis.finger.ridges import DIRECTIONS, cleaned_ridges
from rekam.abis.finger.template import NO_FLOW, FingerTemplate
from rekam.abis.grid import cell_means, spread
from rekam.biometric import FingerImage
from rekam.problem import Problem


def extract_finger(image: FingerImage, finder: MinutiaeFinder = by_mindtct) -> FingerTemplate:
    """The template of one finger.

    Args:
        image: Ridges dark on light, any resolution that ``image.dpi`` states.
        finder: What finds the minutiae in the cleaned ridges. Templates of two finders match each other, but less well.

    Raises:
        Problem: ``abis.finger_unreadable`` if no finger can be read in the picture.
    """
    pixels = resampled(image)
    normal, deviation = normalised(pixels)
    flow = ridge_flow(normal)
    area = foreground(deviation, flow)
    period = spread(ridge_period(normal, flow, area), pixels.shape, parameters.PERIOD_STEP)
    inside = whole(area, pixels.shape)
    ridges = cleaned_ridges(normal, pixel_angles(flow, pixels.shape), period, inside)
    x, y, direction, quality = finder(ridges, inside, flow, area)
    if len(x) < parameters.LEAST_MINUTIAE:
        raise Problem("abis.finger_unreadable", reason="few")
    height, width = pixels.shape
    return FingerTemplate(x, y, direction, quality, kept_flow(flow, area), width, height)


def whole(area: NDArray[np.bool_], shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Cells as pixels."""
    cell = parameters.CELL
    return np.repeat(np.repeat(area, cell, 0), cell, 1)[: shape[0], : shape[1]]


def pixel_angles(flow: Flow, shape: tuple[int, int]) -> NDArray[np.uint8]:
    """Direction of the ridge at each pixel, in steps of 1 / ``DIRECTIONS`` of half a turn."""
    cosine = spread(flow.double_cosine, shape, parameters.CELL)
    sine = spread(flow.double_sine, shape, parameters.CELL)
    turns = np.arctan2(sine, cosine) * np.float32(DIRECTIONS / (2 * np.pi))
    return np.round(turns).astype(np.int16).astype(np.uint8) % DIRECTIONS


def kept_flow(flow: Flow, area: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Flow on the coarser cells of the template; a cell counts when half of it is finger."""
    fine = parameters.FLOW_STEP // parameters.CELL
    cosine = cell_means(np.where(area, flow.double_cosine, np.float32(0)), fine)
    sine = cell_means(np.where(area, flow.double_sine, np.float32(0)), fine)
    share = cell_means(area.astype(np.float32), fine)
    turns = np.round(np.arctan2(sine, cosine) * (255 / (2 * np.pi))).astype(np.int64) % 255
    return np.where(share >= 0.5, turns, NO_FLOW).astype(np.uint8)
