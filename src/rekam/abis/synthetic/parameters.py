"""Numbers of the synthetic population, with unit and source.

"FVC2002" is all 1,120 genuine and 49,920 impostor pairs within and across DB1_B-DB4_B, the pictures that also
fitted the engine's evidence: flattering for accuracy, fair for the shape of the noise.
"""

FINGER_SAME_CODES = (
    -0.043, 0.102, 0.141, 0.171, 0.191, 0.215, 0.234, 0.254, 0.270, 0.285, 0.301,
    0.316, 0.332, 0.348, 0.363, 0.379, 0.395, 0.414, 0.438, 0.469, 0.609,
)  # fmt: skip
"""(agreeing - differing) / bits of two codes of one finger, quantiles 0, 5, ... 100 % (FVC2002)."""
FINGER_SAME_EVIDENCE = (
    -3.0, 3.58, 6.33, 8.91, 10.34, 11.68, 12.89, 14.32, 15.67, 16.0, 16.0,
    16.0, 16.0, 16.0, 16.0, 16.0, 16.0, 16.0, 16.0, 16.0, 16.0,
)  # fmt: skip
"""Precise evidence of two prints of one finger, nats, the same quantiles (FVC2002)."""
FINGER_OTHER_AT = (0.0, 0.944, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9995, 0.9999, 1.0)
"""Quantiles at which the next line stands."""
FINGER_OTHER_EVIDENCE = (-3.0, -3.0, -2.88, -2.0, -1.35, -0.7, 0.75, 1.08, 2.53, 4.8)
"""Precise evidence of prints of two fingers, nats (FVC2002)."""
FINGER_OTHER_CODES = (0.0533, 0.0618)
"""Mean and deviation of (agreeing - differing) / bits of codes of two fingers (FVC2002)."""
CODE_AND_PRECISE = 0.68
"""Rank correlation of code and precise evidence over genuine pairs (FVC2002: 0.678)."""
ONE_HAND = 0.3
"""Correlation of the fingers of one capture: the same dry skin, the same operator (guess; FVC cannot show it)."""
IRIS_MASK_SHARE = 0.08
"""Mean share of an iris behind lids and lashes (chosen)."""
IRIS_FRAGILE = 0.40
"""Share of the other bits that are masked one by one as fragile, so that a code has about 1,100 bits that count
(CASIA-IrisV1 eyes 001-054: 1,157, MMU2 persons 1-20: 1,051)."""
IRIS_TURN = 5
"""Greatest turn of an eye between two captures, columns of the code (2.8 degrees each)."""
FACE_EER = 0.032
"""Equal error rate to which the spread of a face is set (dlib on ORL, measured)."""
FACE_SPREAD = 0.0884
"""Deviation of the cosine of two unrelated vectors of 128 numbers: 1 / root of 128."""
DRAWN_FINGERS = 5
"""Drawn fingers whose minutiae stand in for those of the candidates when stage two is timed."""
