from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekam.biometric.image import Colour, Grey
from rekam.biometric.interchange.portable_grey import read_portable_grey
from rekam.biometric.picture import decode_colour, decode_grey
from rekam.biometric.position import Modality
from rekam.problem import Problem

RAW = "raw"
"""Encoding of a picture that is nothing but its pixels."""
PORTABLE_GREY = "image/pgm"
"""The same with a line of text before them."""


@dataclass(frozen=True, slots=True)
class RecordedPicture:
    """One picture out of a record.

    Attributes:
        modality: Finger, iris or face.
        place: Finger position code or eye code as the standard numbers them; 0 = unknown or a face.
        media_type: How ``content`` is encoded; `RAW`; empty = the record names none this house can read.
        content: The encoded picture.
        size: Width and height that the record states; ``None`` where its edition has no place for them.
        dpi: Pixels per inch that it states, fingers only.
    """

    modality: Modality
    place: int
    media_type: str
    content: bytes
    size: tuple[int, int] | None = None
    dpi: float | None = None

    def grey(self) -> Grey:
        """Its pixels.

        Raises:
            Problem: ``biometric.picture_unreadable``, ``biometric.picture_too_large``; also where the picture
                has another size than its record says.
        """
        if self.media_type == RAW:
            return self._raw()
        plain = self.media_type == PORTABLE_GREY
        return self._sized(read_portable_grey(self.content) if plain else decode_grey(self.content))

    def colour(self) -> Colour:
        """Its pixels in RGB, array (height, width, 3); problems as of ``grey``."""
        if self.modality is Modality.FINGER or self.media_type in (RAW, PORTABLE_GREY):
            return np.repeat(self.grey()[:, :, None], 3, axis=2)
        return self._sized(decode_colour(self.content))

    def _sized(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        if self.size is not None and pixels.shape[:2] != (self.size[1], self.size[0]):
            raise Problem("biometric.picture_unreadable")
        return pixels

    def _raw(self) -> Grey:
        width, height = self.size or (0, 0)
        if not width or len(self.content) != width * height:
            raise Problem("biometric.picture_unreadable")
        return np.frombuffer(self.content, np.uint8).reshape(height, width)
