"""What a station needs behind its first page: loaded ahead, so that the first capture does not wait for it."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from rekam.problem import Problem

PARTS = (
    "argon2",
    "rekam.station.pages.routes",
    "rekam.station.operator",
    "babel.dates",
    "rekam.station.delivery.loop",
    "rekam.station.update.watch",
    "rekam.edge.device.bench",
    "rekam.biometric.picture",
    "rekam.biometric.quality",
    "rekam.abis.finger.reading",
    "rekam.abis.finger.comparison",
    "rekam.abis.iris.extractor",
)
"""In the order in which an operator comes to need them."""

_SIDE, _RIDGE = 192, 9
"""Pixels of the pattern's side and of one wave of it, as far apart as ridges are at 500 dpi."""


def parts() -> tuple[Callable[[], object], ...]:
    """Each part's loading by itself, so that an end of the station need not wait for all."""
    return (*(partial(import_module, name) for name in PARTS), read_waves)


def load_all() -> None:
    """Everything now.

    Raises:
        ImportError: A part of the program is missing or does not fit.
    """
    for load in parts():
        load()


def read_waves() -> None:
    """Has the engine read a pattern that is nobody's finger: its kernels and its model are in memory then."""
    # Loaded here: who only names the parts does not load the first of them.
    import numpy as np

    from rekam.abis import read_finger
    from rekam.biometric import FingerImage, FingerPosition

    rows, columns = np.mgrid[0:_SIDE, 0:_SIDE]
    waves = (127 + 100 * np.sin((rows + columns) * 2 * np.pi / _RIDGE)).astype(np.uint8)
    try:
        read_finger(FingerImage(FingerPosition.RIGHT_INDEX, waves))
    except Problem:  # as it should be: there is no minutia in waves
        return
