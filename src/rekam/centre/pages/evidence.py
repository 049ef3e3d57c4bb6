"""Pictures for the adjudicator: two prints with their matching minutiae, two irises, two portraits."""

from starlette.requests import Request
from starlette.responses import Response

from rekam.abis import compare_fingers, extract_finger
from rekam.account import Act, require
from rekam.biometric import Eye, FingerPosition, Modality, Sample
from rekam.biometric.picture import decode_grey, decode_jp2, decode_wsq
from rekam.centre.pages.desk import Desk
from rekam.edge.web.side_by_side import side_by_side
from rekam.problem import Problem


def evidence_picture(desk: Desk, request: Request) -> Response:
    """One pair of samples of a case as PNG; ``item`` is ``finger-2``, ``iris-1`` or ``face``."""
    case = desk.store.cases.case(request.path_params["case"])
    if case is None:
        raise Problem("command.page_not_found")
    require(desk.account(request), Act.ADJUDICATE, case.place)
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
    one = decode_wsq(left.content, left.place)
    other = decode_wsq(right.content, right.place)
    pairs = compare_fingers(extract_finger(one), extract_finger(other)).pairs
    return side_by_side(one.pixels, other.pixels, pairs)


def _plain_picture(left: Sample, right: Sample) -> bytes:
    if isinstance(left.place, Eye):
        return side_by_side(decode_grey(left.content), decode_grey(right.content))
    return side_by_side(decode_jp2(left.content), decode_jp2(right.content))
