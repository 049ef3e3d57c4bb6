"""A finger template as a record of ISO/IEC 19794-2, and a record of anyone as a template."""

from datetime import datetime
from struct import Struct

import numpy as np

from rekam.abis.finger.template import FingerTemplate
from rekam.abis.interchange import parameters
from rekam.abis.interchange.implied_flow import implied_flow
from rekam.abis.parameters import DPI, FLOW_STEP, LEAST_MINUTIAE, MOST_MINUTIAE, SIDE_RANGE
from rekam.biometric import FingerPosition
from rekam.biometric.interchange.capture import CaptureHead, CaptureMoment, QualityBlock
from rekam.biometric.interchange.extended_data import ExtendedBlock, write_blocks
from rekam.biometric.interchange.finger_minutiae import (
    NOT_REPORTED,
    FingerMinutiaeRecord,
    MinutiaeRepresentation,
)
from rekam.biometric.interchange.finger_minutiae_2005 import FingerMinutiaeRecord2005, MinutiaeView
from rekam.biometric.interchange.minutia import ANGLE_STEPS, Minutia
from rekam.problem import Problem

_FLOW = Struct(">BBB")
_RATE = round(DPI / parameters.CENTIMETRES)


def minutiae_2005(
    template: FingerTemplate, position: FingerPosition, quality: int = 0
) -> FingerMinutiaeRecord2005:
    """The template as a record of the 2005 edition.

    Args:
        template: One finger.
        position: Which finger.
        quality: NFIQ 2 of its picture, 0-100.
    """
    view = MinutiaeView(
        position=position, minutiae=_minutiae(template), quality=quality, extended=_flow_area(template)
    )
    return FingerMinutiaeRecord2005(
        views=(view,), width=template.width, height=template.height, rate=(_RATE, _RATE)
    )


def minutiae_2011(
    template: FingerTemplate, position: FingerPosition, quality: int, moment: datetime
) -> FingerMinutiaeRecord:
    """The template as a record of the 2011 edition; ``moment`` is when its picture was captured."""
    one = MinutiaeRepresentation(
        head=CaptureHead(CaptureMoment.of(moment), quality=(QualityBlock(quality),)),
        position=position,
        width=template.width,
        height=template.height,
        minutiae=_minutiae(template),
        rate=(_RATE, _RATE),
        extended=_flow_area(template),
    )
    return FingerMinutiaeRecord((one,))


def templates_of(
    record: FingerMinutiaeRecord | FingerMinutiaeRecord2005,
) -> tuple[tuple[int, FingerTemplate], ...]:
    """Position code and template of each finger in a record.

    Raises:
        Problem: ``abis.finger_unreadable`` if a finger has too few minutiae or no finger's size.
    """
    if isinstance(record, FingerMinutiaeRecord):
        held = record.representations
        return tuple((one.position, _template(one, one.width, one.height, one.rate)) for one in held)
    return tuple(
        (view.position, _template(view, record.width, record.height, record.rate)) for view in record.views
    )


def record_dpi(rate: int) -> float:
    """Pixels per inch that a sampling rate in pixels per centimetre stands for."""
    return parameters.NOMINAL_RATES.get(rate, rate * parameters.CENTIMETRES)


def _minutiae(template: FingerTemplate) -> tuple[Minutia, ...]:
    most, best = parameters.QUALITY_STEPS
    quality = np.clip(np.round(template.quality * (best / most)), 1, best)
    rows = zip(template.x, template.y, template.direction, quality, strict=True)
    return tuple(Minutia(int(x), int(y), -int(turn) % ANGLE_STEPS, quality=int(q)) for x, y, turn, q in rows)


def _flow_area(template: FingerTemplate) -> bytes:
    rows, columns = template.flow.shape
    data = _FLOW.pack(FLOW_STEP, rows, columns) + template.flow.tobytes()
    return write_blocks((ExtendedBlock(parameters.FLOW_BLOCK, data),))


def _template(
    view: MinutiaeView | MinutiaeRepresentation, width: int, height: int, rate: tuple[int, int]
) -> FingerTemplate:
    scale_x, scale_y = (DPI / record_dpi(one) for one in rate)
    width, height = round(width * scale_x), round(height * scale_y)
    least, most = SIDE_RANGE
    if not (least <= width <= most and least <= height <= most):
        raise Problem("abis.finger_unreadable", reason="size")
    if len(view.minutiae) < LEAST_MINUTIAE:
        raise Problem("abis.finger_unreadable", reason="few")
    given = np.array([(one.x * scale_x, one.y * scale_y, one.angle) for one in view.minutiae])
    quality = np.array([_quality(one.quality) for one in view.minutiae], np.uint8)
    order = np.argsort(-quality.astype(np.int64), kind="stable")[:MOST_MINUTIAE]
    x = np.clip(np.round(given[order, 0]), 0, width - 1).astype(np.uint16)
    y = np.clip(np.round(given[order, 1]), 0, height - 1).astype(np.uint16)
    direction = (-given[order, 2].astype(np.int64) % ANGLE_STEPS).astype(np.uint8)
    flow = _kept_flow(view, width, height)
    if flow is None:
        flow = implied_flow(x, y, direction, width, height)
    return FingerTemplate(x, y, direction, quality[order], flow, width, height)


def _quality(said: int) -> int:
    most, best = parameters.QUALITY_STEPS
    if said == 0 or said >= NOT_REPORTED:
        return parameters.QUALITY_UNKNOWN
    return min(round(said * most / best), most)


def _kept_flow(
    view: MinutiaeView | MinutiaeRepresentation, width: int, height: int
) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]] | None:
    shape = (-(-height // FLOW_STEP), -(-width // FLOW_STEP))
    for block in view.blocks:
        if block.kind == parameters.FLOW_BLOCK and block.data[: _FLOW.size] == _FLOW.pack(FLOW_STEP, *shape):
            cells = np.frombuffer(block.data, np.uint8, offset=_FLOW.size)
            if cells.size == shape[0] * shape[1]:
                return cells.reshape(shape)
    return None
