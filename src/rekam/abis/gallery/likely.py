"""Which rows of a gallery in memory are worth a precise comparison."""

import numpy as np
from numpy.typing import NDArray

from rekam.abis.gallery.packed import PackedPeople
from rekam.abis.gallery.sweep import swept
from rekam.abis.person_template import PersonTemplate
from rekam.abis.search import shortlist
from rekam.abis.search.parameters import EXHAUSTIVE_PEOPLE
from rekam.abis.search.probes import Probes


def likely_rows(
    probe: PersonTemplate, people: PackedPeople, live: NDArray[np.bool_], limit: int, threads: int
) -> NDArray[np.int64]:
    """Rows most like the probe: by minutiae in a small gallery, by fixed-length codes in a large one."""
    alive = int(live.sum())
    wanted = shortlist.shortlist_length(shortlist.items_of(probe), alive, limit)
    if alive <= wanted:
        return np.flatnonzero(live)
    if alive <= EXHAUSTIVE_PEOPLE:
        return np.argsort(-swept(probe, people, live), kind="stable")[:wanted]
    probes = Probes.of_people([probe])
    return shortlist.likely_rows(probes, people.columns(live), wanted, people.describer, threads)
