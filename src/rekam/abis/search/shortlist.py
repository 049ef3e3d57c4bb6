"""Who goes from stage one to stage two."""

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.face import parameters as face
from rekam.abis.person_template import PersonTemplate
from rekam.abis.search.columns import Columns
from rekam.abis.search.parameters import CLOSE_ITEMS, IRIS_ITEMS, REORDERED_CANDIDATES
from rekam.abis.search.probes import Probes
from rekam.abis.search.stage_one import HANDS_SWAPPED, Look, likeliest


def items_of(probe: PersonTemplate) -> int:
    """How much there is to find somebody by, in fingers."""
    return len(probe.fingers) + IRIS_ITEMS * len(probe.irises)


def shortlist_length(items: int, people: int, limit: int = 0) -> int:
    """How many people are compared precisely; where there are no more, stage one has nothing to choose.

    Args:
        items: What there is to find somebody by; the less, the longer the list.
        people: Among how many it is searched.
        limit: Candidates wanted.
    """
    share = next(share for least, share in CLOSE_ITEMS if items >= least)
    return max(limit, parameters.CLOSE_LEAST, round(share * people))


def likely_rows(
    probes: Probes, columns: Columns, most: int, describer: str | None, threads: int
) -> NDArray[np.int64]:
    """Rows most like the one probe by all that stage one sees, best first.

    Args:
        probes: One person.
        columns: Everybody.
        most: Rows wanted.
        describer: Whose face vectors the columns hold.
        threads: How many share the work.
    """
    return _rows(probes, columns, most, Look(face=face_fit(describer)), threads)


def reordered_rows(probes: Probes, columns: Columns, threads: int) -> NDArray[np.int64]:
    """Rows whose fingers speak for the one probe in another order than the labelled one; usually none."""
    looks = (Look(order, irises=False, least=0) for order in (HANDS_SWAPPED, None))
    return np.unique(
        np.concatenate([_rows(probes, columns, REORDERED_CANDIDATES, look, threads) for look in looks])
    )


def face_fit(describer: str | None) -> tuple[float, float] | None:
    """What a cosine of two of a describer's vectors counts, slope and bias in nats; ``None`` without a fit."""
    fit = face.COSINE_EVIDENCE.get(describer or "")
    return None if fit is None else (face.TRUST * fit[0], face.TRUST * fit[1])


def _rows(probes: Probes, columns: Columns, most: int, look: Look, threads: int) -> NDArray[np.int64]:
    rows, _ = likeliest(probes, columns, most, look=look, threads=threads)
    return np.asarray(rows[0][rows[0] >= 0], np.int64)
