"""Stage one: everybody looked at, the likeliest kept."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters as engine
from rekam.abis.search.columns import EYES, FINGERS, Columns
from rekam.abis.search.evidence import face_line, finger_table, iris_cut, iris_cuts, iris_table
from rekam.abis.search.face_scan import face_scan
from rekam.abis.search.finger_scan import finger_scan, mixed_finger_scan
from rekam.abis.search.iris_scan import iris_scan
from rekam.abis.search.kept import keep_best
from rekam.abis.search.parameters import BLOCK_ROWS, CUT_STEPS, STRENGTH_STEPS
from rekam.abis.search.probes import Probes

AS_LABELLED = tuple(range(FINGERS))
"""Each finger against the enrolled finger of the same name."""
HANDS_SWAPPED = tuple((place + FINGERS // 2) % FINGERS for place in range(FINGERS))
"""Each finger against the same finger of the other hand."""
Number = TypeVar("Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Look:
    """What a search looks at.

    Attributes:
        fingers: Place of the enrolled finger for each of the ten; ``None`` = whichever fits best; empty = none.
        irises: Whether irises count.
        face: Log-likelihood ratio of a face a unit of cosine, and at cosine 0, by the describer's fit; ``None`` = faces
            do not count.
        least: Total below which nobody is kept, nats.
        hasty: Leave comparisons of irises of people who cannot reach ``least`` any more; changes no result.
    """

    fingers: Sequence[int] | None = AS_LABELLED
    irises: bool = True
    face: tuple[float, float] | None = None
    least: float = -1e30
    hasty: bool = True


EVERYTHING = Look()
"""Fingers as they are labelled, and irises."""


def likeliest(
    probes: Probes, columns: Columns, most: int, *, look: Look = EVERYTHING, threads: int = 1
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The rows most like each probe.

    Args:
        probes: Who is searched for; many at once cost far less each than one alone.
        columns: Everybody.
        most: Rows wanted a probe.
        look: What counts.
        threads: How many share the work.

    Returns:
        Rows (probes, most), best first, and their log-likelihood ratios in nats; row -1 where there are no more.
    """
    bounds = np.linspace(0, len(columns), threads + 1).astype(int)
    spans = list(pairwise(bounds.tolist()))
    if threads == 1:
        parts = [_best(probes, columns, first, last, most, look) for first, last in spans]
    else:
        with ThreadPoolExecutor(threads) as pool:
            parts = list(pool.map(lambda span: _best(probes, columns, span[0], span[1], most, look), spans))
    scores = np.concatenate([score for _, score in parts], axis=1)
    rows = np.concatenate([row for row, _ in parts], axis=1)
    order = np.lexsort((rows, -scores), axis=1)[:, :most]
    return np.take_along_axis(rows, order, axis=1), np.take_along_axis(scores, order, axis=1)


def rough_scores(
    probes: Probes, columns: Columns, first: int, last: int, look: Look = EVERYTHING
) -> NDArray[np.float32]:
    """Log-likelihood ratio of each row of a span with each probe by what stage one sees, (probes, rows)."""
    scores = np.zeros((len(probes), last - first), np.float32)
    fingers = _read_only(columns.fingers[first:last])
    if look.fingers is None:
        charge = float(np.log(FINGERS))
        mixed_finger_scan(probes.fingers, probes.fingers_here, finger_table(), fingers, charge, scores)
    elif len(look.fingers):
        order = np.array(look.fingers, np.int64)
        finger_scan(probes.fingers, probes.fingers_here, order, finger_table(), fingers, scores)
    if look.face is not None:
        face_scan(probes.faces, face_line(look.face), _read_only(columns.faces[first:last]), scores)
    if look.irises:
        cut, apart = iris_cut()
        top = float(iris_table().max())
        for eye in range(EYES):
            needed = look.least - top * (EYES - 1 - eye)
            line = np.array(
                [engine.COMPARED_LEAST, cut, STRENGTH_STEPS, apart, top, needed, CUT_STEPS], np.float32
            )
            irises = _read_only(columns.irises[first:last, eye])
            iris_scan(probes.turns[eye], probes.rest[eye], probes.iris_kinds[eye], line, iris_table(),
                      iris_cuts(), irises, look.hasty, scores)  # fmt: skip
    return scores


def _read_only(rows: NDArray[Number]) -> NDArray[Number]:
    """A view that kernels compile for once, whether it lies in memory or in a mapped file."""
    view = rows.view()
    view.flags.writeable = False
    return view


def _best(
    probes: Probes, columns: Columns, start: int, end: int, most: int, look: Look
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    below = np.nextafter(np.float32(look.least), np.float32(-np.inf))
    best = np.full((len(probes), most), below, np.float32)
    rows = np.full((len(probes), most), -1, np.int64)
    for first in range(start, end, BLOCK_ROWS):
        last = min(first + BLOCK_ROWS, end)
        scores = rough_scores(probes, columns, first, last, look)
        keep_best(scores, _read_only(columns.live[first:last]), first, best, rows)
    return rows, best
