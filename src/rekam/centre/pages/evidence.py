"""Pictures for the adjudicator: two prints with their matching minutiae, two irises, two portraits."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from rekam.abis import compare_fingers, extract_finger
from rekam.biometric import Eye, FingerImage, FingerPosition, Modality, Sample
from rekam.biometric.picture import decode_grey, decode_jp2
from rekam.centre.pages.adjudication import open_case
from rekam.centre.pages.desk import Desk
from rekam.edge.web.side_by_side import Spot, side_by_side
from rekam.problem import Problem


def evidence_picture(desk: Desk, request: Request) -> Response:
    """One pair of samples of a case as PNG; ``item`` is ``finger-2``, ``iris-1`` or ``face``."""
    _, case = open_case(desk, request)
    rank = request.path_params["rank"]
    other = next((one for one in desk.store.cases.candidates(case.case_id) if one.rank == rank), None)
    if other is None:
        raise Problem("command.page_not_found")
    kind, _, number = request.path_params["item"].partition("-")
    left = _sample(desk, case.packet_id, kind, number)
    right = _sample(desk, other.packet_id, kind, number)
    picture = _finger_picture(left, right) if kind == Modality.FINGER.value else _plain_picture(left, right)
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
        return side_by_side(decode_grey(left.content), decode_grey(right.content))
    return side_by_side(decode_jp2(left.content), decode_jp2(right.content))
