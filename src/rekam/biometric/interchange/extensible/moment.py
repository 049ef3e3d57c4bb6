"""Date and time of capture: seven numbers of which only the year must be there."""

from rekam.biometric.interchange.capture import CaptureMoment
from rekam.biometric.interchange.element import Element
from rekam.biometric.interchange.extensible.fields import Fields, holder, unreadable, whole
from rekam.biometric.interchange.limits import Limits

_UNKNOWN = (0xFFFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFFFF)
_MOST = (9999, 12, 31, 23, 59, 59, 999)


def moment_element(number: int, moment: CaptureMoment) -> Element:
    """``[number]`` with the parts that are known."""
    parts = zip(range(len(_UNKNOWN)), _values(moment), _UNKNOWN, strict=True)
    return holder(number, (whole(at, value) for at, value, unknown in parts if value != unknown))


def read_moment(element: Element, standard: str, limits: Limits) -> CaptureMoment:
    """The moment; Problem ``biometric.record_unreadable`` without a year or with a 13th month."""
    fields = Fields.of(element, standard, limits)
    fields.need(0, "capture date and time")
    values = list(_UNKNOWN)
    for number in fields.by_number:
        if number >= len(_MOST):
            raise unreadable(element, standard, "capture date and time")
        values[number] = fields.number(number, "capture date and time")
        if values[number] > _MOST[number]:
            raise unreadable(element, standard, "capture date and time")
    return CaptureMoment(*values)


def _values(moment: CaptureMoment) -> tuple[int, ...]:
    return (
        moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.millisecond,
    )  # fmt: skip
