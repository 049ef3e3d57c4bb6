"""Quality and template of a finger in one pass, for the counter where every second is waited for."""

from dataclasses import dataclass

import numpy as np

from rekam.abis import parameters
from rekam.abis.finger.contrast import normalised
from rekam.abis.finger.extractor import kept_flow
from rekam.abis.finger.flow import ridge_flow
from rekam.abis.finger.foreground import foreground
from rekam.abis.finger.mindtct import found_minutiae
from rekam.abis.finger.minutiae import of_mindtct
from rekam.abis.finger.resampled import resampled
from rekam.abis.finger.template import FingerTemplate
from rekam.biometric import FingerImage
from rekam.problem import Problem


@dataclass(frozen=True, slots=True, eq=False)
class FingerReading:
    """What one look at a print gives.

    Attributes:
        quality: NFIQ 2, 0-100.
        template: For comparisons at the counter; ``None`` where the picture holds too little of a finger. It is
            made of the minutiae that NFIQ 2 found in the picture as it is, so it is weaker than `extract_finger`
            and no template for the centre's search.
    """

    quality: int
    template: FingerTemplate | None


def read_finger(image: FingerImage) -> FingerReading:
    """NFIQ 2 of a finger, and a template from the minutiae that it needed anyway (about 20 ms more).

    Raises:
        Problem: ``abis.finger_unreadable`` if NFIQ 2 refuses the picture.
    """
    pixels = resampled(image)
    found = found_minutiae(np.clip(np.round(pixels), 0, 255).astype(np.uint8), quality=True)
    scored = found.quality()
    quality = 0 if scored is None else min(max(round(float(scored.score)), 0), 100)
    normal, deviation = normalised(pixels)
    flow = ridge_flow(normal)
    try:
        area = foreground(deviation, flow)
    except Problem:  # too little finger to compare; the quality says so to the operator
        return FingerReading(quality, None)
    x, y, direction, coherence = of_mindtct(found, flow, area)
    if len(x) < parameters.LEAST_MINUTIAE:
        return FingerReading(quality, None)
    height, width = pixels.shape
    template = FingerTemplate(x, y, direction, coherence, kept_flow(flow, area), width, height)
    return FingerReading(quality, template)
