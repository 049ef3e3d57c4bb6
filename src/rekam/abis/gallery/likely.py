"""Which rows of a gallery are worth a precise comparison."""

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.face import parameters as face
from rekam.abis.gallery.packed import PackedPeople
from rekam.abis.gallery.sweep import swept
from rekam.abis.person_template import PersonTemplate
from rekam.abis.search.parameters import CLOSE_ITEMS, EXHAUSTIVE_PEOPLE, IRIS_ITEMS
from rekam.abis.search.probes import Probes
from rekam.abis.search.stage_one import Look, likeliest


def likely_rows(
    probe: PersonTemplate, people: PackedPeople, live: NDArray[np.bool_], limit: int, threads: int
) -> NDArray[np.int64]:
    """Rows most like the probe, best first: by minutiae in a small gallery, by fixed-length codes in a large one."""
    alive = int(live.sum())
    if alive <= EXHAUSTIVE_PEOPLE:
        wanted = max(limit, parameters.CLOSE_LEAST, round(parameters.CLOSE_SHARE * alive))
        rough = swept(probe, people, live)
        return np.asarray(np.argsort(-rough, kind="stable")[: min(wanted, alive)], np.int64)
    items = len(probe.fingers) + IRIS_ITEMS * len(probe.irises)
    share = next(share for least, share in CLOSE_ITEMS if items >= least)
    wanted = min(max(limit, parameters.CLOSE_LEAST, round(share * alive)), alive)
    look = Look(face=face_fit(people.describer))
    rows, _ = likeliest(Probes.of_people([probe]), people.columns(live), wanted, look=look, threads=threads)
    return np.asarray(rows[0][rows[0] >= 0], np.int64)


def face_fit(describer: str | None) -> tuple[float, float] | None:
    """What a cosine of two of a describer's vectors counts, slope and bias in nats; ``None`` without a fit."""
    fit = face.COSINE_EVIDENCE.get(describer or "")
    return None if fit is None else (face.TRUST * fit[0], face.TRUST * fit[1])
