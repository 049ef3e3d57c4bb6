import numpy as np

from rekam.abis.finger.mindtct import found_minutiae
from rekam.abis.finger.resampled import resampled
from rekam.biometric import FingerImage


def finger_quality(image: FingerImage) -> int:
    """NFIQ 2 of a finger (ISO/IEC 29794-4), 0 = useless to 100 = excellent.

    Raises:
        Problem: ``abis.finger_unreadable`` if NFIQ 2 refuses the picture.
    """
    grey = np.clip(np.round(resampled(image)), 0, 255).astype(np.uint8)
    found = found_minutiae(grey, quality=True).quality()
    return 0 if found is None else min(max(round(float(found.score)), 0), 100)
