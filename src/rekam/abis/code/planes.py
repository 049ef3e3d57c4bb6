"""The learned planes as they are packed beside this file; `benchmarks/abis_code_planes.py` makes them anew."""

from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from rekam.abis.code.parameters import CODE_BITS, HISTOGRAM


@cache
def planes() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mean of the counts (HISTOGRAM,), and the planes (CODE_BITS, HISTOGRAM)."""
    packed = files(__package__).joinpath("planes.bin").read_bytes()
    mean = np.frombuffer(packed, "<f4", HISTOGRAM)
    rows = np.frombuffer(packed, np.int8, offset=4 * HISTOGRAM).reshape(CODE_BITS, HISTOGRAM)
    return mean.astype(np.float32), rows.astype(np.float32)
