"""Codes that later editions may extend: ``CHOICE { code [0], extensionBlock [1] }``."""

from dataclasses import dataclass

from rekam.biometric.interchange.element import Element
from rekam.biometric.interchange.extensible.fields import Fields, holder, unreadable, whole
from rekam.biometric.interchange.limits import Limits

_CODE, _EXTENSION, _FALLBACK = 0, 1, 0


@dataclass(frozen=True, slots=True)
class Code:
    """A code of this edition, or one of a later edition with what this edition shall take it for.

    Attributes:
        value: The code of this edition.
        extension: The extension block of a later edition, ``None`` for a code of this one.
    """

    value: int
    extension: Element | None = None

    def element(self, number: int) -> Element:
        """As ``[number]``."""
        return holder(number, (whole(_CODE, self.value) if self.extension is None else self.extension,))

    @classmethod
    def of(cls, element: Element, standard: str, field: str, limits: Limits) -> "Code":
        """Reads either; Problem ``biometric.record_unreadable`` for neither or both."""
        choice = Fields.of(element, standard, limits)
        if len(choice.by_number) != 1:
            raise unreadable(element, standard, field)
        if _CODE in choice.by_number:
            return cls(choice.number(_CODE, field))
        extension = choice.need(_EXTENSION, field)
        return cls(Fields.of(extension, standard, limits).number(_FALLBACK, field), extension)
