"""Encoded samples as pictures that reportlab can place."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader

from rekam.problem import Problem

LARGEST_PIXELS = 20_000_000


def placed(content: bytes) -> ImageReader:
    """A JPEG 2000, PNG or JPEG picture, ready to draw.

    Raises:
        Problem: ``card.picture_unreadable``.
    """
    try:
        with Image.open(BytesIO(content), formats=("JPEG2000", "PNG", "JPEG")) as picture:
            if picture.width * picture.height > LARGEST_PIXELS:
                raise Problem("card.picture_unreadable")
            return ImageReader(picture.convert("RGB"))
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise Problem("card.picture_unreadable") from error
