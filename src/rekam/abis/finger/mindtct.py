"""Minutiae by NIST's mindtct (NBIS, public domain), handed a cleaned picture."""

from functools import cache

import nbis
import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.finger.binding import mend_binding
from rekam.abis.finger.fast_png import fast_png
from rekam.problem import Problem


@cache
def _extractor(*, quality: bool) -> nbis.NbisExtractor:
    mend_binding()
    return nbis.new_nbis_extractor(
        nbis.NbisExtractorSettings(
            min_quality=0.0,
            get_center=False,
            check_fingerprint=False,
            compute_nfiq2=quality,
            ppi=parameters.DPI,
        )
    )


def found_minutiae(grey: NDArray[np.uint8], *, quality: bool = False) -> nbis.Minutiae:
    """What NBIS finds in a picture of 500 dpi.

    Args:
        grey: Array (height, width) uint8.
        quality: Whether NFIQ 2 is computed too (about 60 ms more).

    Raises:
        Problem: ``abis.finger_unreadable`` if NBIS gives up.
    """
    try:
        return _extractor(quality=quality).extract_minutiae(fast_png(grey))
    except (nbis.NbisError, nbis.InternalError) as refusal:
        raise Problem("abis.finger_unreadable", reason="nbis") from refusal


def drawn(ridges: NDArray[np.float32], area: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Cleaned ridges as the grey picture that mindtct expects, background white.

    Few grey levels make a small file; NBIS takes its bytes one by one.
    """
    step = 256 // parameters.GREY_LEVELS
    grey = np.clip(128 + parameters.RIDGE_GAIN * ridges, 0, 255).astype(np.uint8)
    return np.where(area, grey // step * step + step // 2, 255).astype(np.uint8)
