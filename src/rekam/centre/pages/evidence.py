"""Pictures for the adjudicator: two prints with their matching minutiae, two irises with their masks, two portraits."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from starlette.requests import Request
from starlette.responses import Response

from rekam.abis import compare_fingers, extract_finger
from rekam.abis.explain.aligned_prints import aligned_prints
from rekam.abis.explain.canvas import png
from rekam.abis.explain.masked_iris import masked_iris
from rekam.biometric import Eye, EyeImage, FingerImage, FingerPosition, Modality, Sample
from rekam.biometric.picture import decode_grey, decode_jp2
from rekam.centre.pages.adjudication import open_case
from rekam.centre.pages.desk import Desk
from rekam.edge.web.side_by_side import Spot, side_by_side
from rekam.problem import Problem

OVERLAY = "overlay"
"""Kind of the picture of two prints laid on each other."""


def evidence_picture(desk: Desk, request: Request) -> Response:
    """One pair of samples of a case as PNG; ``item`` is ``finger-2``, ``overlay-2``, ``iris-1`` or ``face``."""
    _, case = open_case(desk, request)
    rank = request.path_params["rank"]
    other = next((one for one in desk.store.cases.candidates(case.case_id) if one.rank == rank), None)
    if other is None:
        raise Problem("command.page_not_found")
    kind, _, number = request.path_params["item"].partition("-")
    wanted = Modality.FINGER.value if kind == OVERLAY else kind
    left = _sample(desk, case.packet_id, wanted, number)
    right = _sample(desk, other.packet_id, wanted, number)
    drawer = {Modality.FINGER.value: _finger_picture, OVERLAY: _overlay}.get(kind, _plain_picture)
    picture = drawer(left, right)
    return Response(picture, media_type="image/png", headers={"Cache-Control": "private, no-store"})


def _sample(desk: Desk, packet_id: bytes, kind: str, number: str) -> Sample:
    for sample in desk.store.contents.samples(packet_id):
        if sample.modality.value == kind and str(int(sample.place or 0)) == (number or "0"):
            return sample
    raise Problem("command.page_not_found")


def _finger_picture(left: Sample, right: Sample) -> bytes:
    assert isinstance(left.place, FingerPosition)
    assert isinstance(right.place, FingerPosition)
    one = FingerImage(left.place, decode_grey(left.content))
    other = FingerImage(right.place, decode_grey(right.content))
    return side_by_side(one.pixels, other.pixels, _matching(one, other))


def _overlay(left: Sample, right: Sample) -> bytes:
    """Both prints laid on each other; beside each other where the engine cannot read one of them."""
    assert isinstance(left.place, FingerPosition)
    assert isinstance(right.place, FingerPosition)
    one = FingerImage(left.place, decode_grey(left.content))
    other = FingerImage(right.place, decode_grey(right.content))
    try:
        return png(aligned_prints(one, other)[0])
    except Problem as problem:
        if problem.code != "abis.finger_unreadable":
            raise
        return side_by_side(one.pixels, other.pixels)


def _matching(one: FingerImage, other: FingerImage) -> Sequence[tuple[Spot, Spot]]:
    """Minutiae that both prints have; none where the engine cannot read one of them: the eye still can."""
    try:
        return compare_fingers(extract_finger(one), extract_finger(other)).pairs
    except Problem as problem:
        if problem.code != "abis.finger_unreadable":
            raise
        return ()


def _plain_picture(left: Sample, right: Sample) -> bytes:
    if isinstance(left.place, Eye):
        return side_by_side(_eye(left), _eye(right))
    return side_by_side(decode_jp2(left.content), decode_jp2(right.content))


def _eye(sample: Sample) -> NDArray[np.uint8]:
    """The eye with what was found in it; as it is where the engine finds no iris."""
    assert isinstance(sample.place, Eye)
    pixels = decode_grey(sample.content)
    try:
        return masked_iris(EyeImage(sample.place, pixels))[0]
    except Problem as problem:
        if problem.code != "abis.iris_not_found":
            raise
        return pixels
