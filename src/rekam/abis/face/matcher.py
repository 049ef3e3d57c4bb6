"""Two faces compared."""

import numpy as np

from rekam.abis.face import parameters
from rekam.abis.face.template import FaceTemplate


def compare_faces(a: FaceTemplate, b: FaceTemplate) -> float | None:
    """Distance of two descriptors, 0 = equal; ``None`` if they cannot be compared.

    Vectors of two describers, or of two lengths, say nothing to each other.
    """
    if a.describer != b.describer or a.vector.shape != b.vector.shape:
        return None
    return float(np.linalg.norm(a.length * a.vector - b.length * b.vector))


def face_ratio(a: FaceTemplate, b: FaceTemplate) -> float | None:
    """Log-likelihood ratio that two faces are of one person, nats, as it was fitted; ``None`` where nothing is known.

    A describer without a fit of its own says nothing: an unknown network may not weigh.
    """
    distance = compare_faces(a, b)
    if distance is None or a.describer not in parameters.EVIDENCE:
        return None
    slope, bias = parameters.EVIDENCE[a.describer]
    return slope * distance + bias


def faces_evidence(a: FaceTemplate, b: FaceTemplate) -> float:
    """What two faces count among fingers and irises, nats: a share of their ratio, within a narrow range."""
    ratio = face_ratio(a, b)
    if ratio is None:
        return 0.0
    least, most = parameters.EVIDENCE_RANGE
    return min(max(parameters.TRUST * ratio, least), most)
