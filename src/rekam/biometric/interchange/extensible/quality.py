"""Quality blocks: who measured with what, and the score or why there is none."""

from collections.abc import Iterable

from rekam.biometric.interchange.capture import QualityBlock
from rekam.biometric.interchange.element import Element, read_elements
from rekam.biometric.interchange.extensible.fields import SEQUENCE, Fields, holder, unreadable, whole
from rekam.biometric.interchange.limits import USUAL, Limits

_ALGORITHM, _RESULT = 0, 1
_ORGANISATION, _ID = 0, 1
_SCORE, _ERROR = 0, 1
_MOST_SCORE = 100
NOT_COMPUTED = 255


def quality_element(number: int, blocks: Iterable[QualityBlock]) -> Element:
    """``[number]`` with the scores; ``NOT_COMPUTED`` becomes the standard's error "failure to assess"."""
    return holder(number, map(_block, blocks))


def read_quality(element: Element, standard: str, limits: Limits = USUAL) -> tuple[QualityBlock, ...]:
    """The scores; an error of any kind reads as ``NOT_COMPUTED``. Problem ``biometric.record_unreadable``."""
    blocks = read_elements(element.content, standard, origin=element.at, limits=limits)
    return tuple(_read(block, standard, limits) for block in blocks)


def _block(block: QualityBlock) -> Element:
    algorithm = holder(_ALGORITHM, (whole(_ORGANISATION, block.vendor), whole(_ID, block.algorithm)))
    result = holder(_ERROR, (whole(0, 0),)) if block.score == NOT_COMPUTED else whole(_SCORE, block.score)
    return Element.holding(SEQUENCE, (algorithm, holder(_RESULT, (result,))))


def _read(block: Element, standard: str, limits: Limits) -> QualityBlock:
    if block.tag != SEQUENCE:
        raise unreadable(block, standard, "quality block")
    fields = Fields.of(block, standard, limits)
    algorithm = Fields.of(fields.need(_ALGORITHM, "quality algorithm"), standard, limits)
    vendor, name = (algorithm.number(at, "quality algorithm") for at in (_ORGANISATION, _ID))
    result = Fields.of(fields.need(_RESULT, "quality score"), standard, limits)
    if _SCORE not in result.by_number:
        return QualityBlock(NOT_COMPUTED, vendor, name)
    score = result.number(_SCORE, "quality score")
    if score > _MOST_SCORE:
        raise unreadable(block, standard, "quality score")
    return QualityBlock(score, vendor, name)
