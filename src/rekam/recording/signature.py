"""The drawn signature: read, checked for ink, written again as a small grey PNG."""

from io import BytesIO

from rekam.problem import Problem
from rekam.recording import parameters

WIDTH, HEIGHT = 600, 200
"""Pixels of the kept picture; the card prints it about 2 cm wide."""


def read_signature(content: bytes) -> bytes:
    """The signature as a grey PNG of at most 600 x 200, dark on white.

    Args:
        content: PNG from the pad or from a file, transparent or white behind the line.

    Raises:
        Problem: ``recording.signature_unreadable`` or ``recording.signature_empty``.
    """
    # The picture libraries are needed at the first signature: the station's first page does not wait for them.
    import numpy as np
    from PIL import Image, UnidentifiedImageError

    limit = parameters.SIGNATURE_MAX_BYTES
    unreadable = Problem("recording.signature_unreadable", largest=limit // 1000)
    if len(content) > limit:
        raise unreadable
    try:
        with Image.open(BytesIO(content), formats=("PNG",)) as picture:
            picture.thumbnail((4 * WIDTH, 4 * HEIGHT))
            drawn = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise unreadable from error
    paper = Image.new("RGBA", drawn.size, "white")
    grey = Image.alpha_composite(paper, drawn).convert("L")
    grey.thumbnail((WIDTH, HEIGHT))
    if float((np.asarray(grey) < parameters.SIGNATURE_INK_GREY).mean()) < parameters.SIGNATURE_MIN_INK:
        raise Problem("recording.signature_empty")
    out = BytesIO()
    grey.save(out, "PNG", optimize=True)
    return out.getvalue()
