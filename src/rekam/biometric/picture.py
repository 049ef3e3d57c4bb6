"""Pictures as bytes: WSQ for fingers, JPEG 2000 for irises and portraits, any common format to look at.

What comes from outside is refused with a named problem before its size or its damage can cost anything.
"""

import struct
from collections.abc import Callable
from io import BytesIO

import _wsq  # type: ignore[import-not-found]  # the C half of ``wsq``; has no stubs
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile, Jpeg2KImagePlugin, JpegImagePlugin, PngImagePlugin

from rekam.biometric.image import Colour, FingerImage, Grey
from rekam.biometric.position import FingerPosition
from rekam.problem import Problem

MOST_BYTES = 4_000_000
"""Bytes of one encoded picture; a lossless 640x480 eye has under 0.4 MB, a slap of four fingers 2.4 MB raw."""
MOST_PIXELS = 16_000_000
"""Pixels of one picture; four fingers at 1000 dpi (3 200 x 3 000) have 9.6 million."""
LEAST_SIDE = 32
"""Pixels; the WSQ tree divides a side by 2 five times (IAFIS-IC-0110)."""
WSQ_BITS_PER_PIXEL = 0.75
"""Target rate of the FBI's certified encoders, about 15:1 on full pictures."""
JP2_RATIO = 10.0
"""Compression of JPEG 2000 when the caller names neither bytes nor ratio."""
TIGHTEN = 1.15
"""Step by which the ratio grows until the file fits; OpenJPEG meets a rate only roughly."""
MOST_TILES = 1024
"""Tiles of a JPEG 2000 picture; devices write one, scanners up to some hundred."""
EIGHT_BIT = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "YCbCr"})
"""Pillow modes that turn into 8-bit grey or RGB without loss of range."""

_Reader = Callable[[BytesIO], ImageFile.ImageFile]
# The plug-ins are called directly: Image.open would try every format it knows and warn about sizes by itself.
_JP2: _Reader = Jpeg2KImagePlugin.Jpeg2KImageFile
_PNG: _Reader = PngImagePlugin.PngImageFile
_JPEG: _Reader = JpegImagePlugin.JpegImageFile

_PILLOW_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    TypeError,
    IndexError,
    struct.error,
    OverflowError,
)
"""What Pillow's readers are known to raise on damaged files."""

_JP2_BOX = b"\x00\x00\x00\x0cjP  \r\n\x87\n"
_JP2_CODESTREAM = b"\xff\x4f\xff\x51"


def encode_wsq(image: FingerImage) -> bytes:
    """The finger as WSQ at 0.75 bit a pixel; 8-15 kB for one finger at 500 dpi.

    Raises:
        Problem: ``biometric.picture_unreadable`` if a side is under 32 pixels, ``biometric.picture_too_large``.
    """
    height, width = image.pixels.shape
    _check_size(width, height)
    grey = np.ascontiguousarray(image.pixels, np.uint8)
    return bytes(_wsq.compress(grey.tobytes(), height, width, WSQ_BITS_PER_PIXEL))


def decode_wsq(content: bytes, position: FingerPosition, dpi: float = 500.0) -> FingerImage:
    """A finger from WSQ bytes of anyone.

    Raises:
        Problem: ``biometric.picture_unreadable`` or ``biometric.picture_too_large``.
    """
    return FingerImage(position, _wsq_pixels(content), dpi)


def encode_jp2(
    pixels: NDArray[np.uint8], *, max_bytes: int | None = None, ratio: float | None = None
) -> bytes:
    """Grey or RGB pixels as JPEG 2000 in a JP2 file (irreversible wavelet).

    Args:
        pixels: Array (height, width) or (height, width, 3).
        max_bytes: The file is never larger; the ratio grows until it fits.
        ratio: Raw bytes divided by encoded bytes to begin with.

    Raises:
        Problem: ``biometric.picture_too_large`` if not even a ratio of 1 000 fits.
    """
    height, width = pixels.shape[:2]
    _check_size(width, height)
    picture = Image.fromarray(np.ascontiguousarray(pixels, np.uint8))
    if ratio is None:
        ratio = JP2_RATIO if max_bytes is None else max(1.0, pixels.nbytes / max_bytes)
    while ratio < 1000.0:
        out = BytesIO()
        picture.save(
            out,
            "JPEG2000",
            quality_mode="rates",
            quality_layers=[ratio],
            irreversible=True,
            mct=int(pixels.ndim == 3),
        )
        if max_bytes is None or out.tell() <= max_bytes:
            return out.getvalue()
        ratio *= TIGHTEN
    raise Problem("biometric.picture_too_large", size=f"{width} × {height} px")


def decode_jp2(content: bytes) -> NDArray[np.uint8]:
    """Pixels of a JP2 file or bare codestream: array (height, width) or (height, width, 3).

    Raises:
        Problem: ``biometric.picture_unreadable`` or ``biometric.picture_too_large``.
    """
    picture = _opened(content, _JP2)
    # The container states the size once more; the decoder allocates by the codestream's own figures.
    at = content.find(_JP2_CODESTREAM)
    if at < 0 or len(content) < at + 40:
        raise Problem("biometric.picture_unreadable")
    right, bottom, left, top, tile_width, tile_height = struct.unpack_from(">6I", content, at + 8)
    _check_size(right - left, bottom - top)
    if (right - left, bottom - top) != picture.size or tile_width * tile_height == 0:
        raise Problem("biometric.picture_unreadable")
    if (right // tile_width + 1) * (bottom // tile_height + 1) > MOST_TILES:
        raise Problem("biometric.picture_unreadable")
    return _pixels(picture, "L" if picture.mode in ("L", "LA") else "RGB")


def decode_grey(content: bytes) -> Grey:
    """Grey pixels of a WSQ, JPEG 2000, PNG or JPEG picture, told apart by its first bytes.

    Raises:
        Problem: ``biometric.picture_unreadable`` or ``biometric.picture_too_large``.
    """
    if content.startswith(b"\xff\xa0"):
        return _wsq_pixels(content)
    if content.startswith((_JP2_BOX, _JP2_CODESTREAM)):
        pixels = decode_jp2(content)
        return pixels if pixels.ndim == 2 else np.asarray(Image.fromarray(pixels).convert("L"))
    reader = _PNG if content.startswith(b"\x89PNG") else _JPEG
    return _pixels(_opened(content, reader), "L")


def decode_colour(content: bytes) -> Colour:
    """RGB pixels of a JPEG 2000, PNG or JPEG picture, (height, width, 3); a grey one has three equal layers.

    Raises:
        Problem: ``biometric.picture_unreadable`` or ``biometric.picture_too_large``.
    """
    if content.startswith((_JP2_BOX, _JP2_CODESTREAM)):
        pixels = decode_jp2(content)
        return pixels if pixels.ndim == 3 else np.repeat(pixels[..., None], 3, axis=2)
    reader = _PNG if content.startswith(b"\x89PNG") else _JPEG
    return _pixels(_opened(content, reader), "RGB")


def _check_bytes(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise Problem("biometric.picture_too_large", size=f"{len(content) / 1e6:.1f} MB")


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise Problem("biometric.picture_too_large", size=f"{width} × {height} px")
    if min(width, height) < LEAST_SIDE:
        raise Problem("biometric.picture_unreadable")


def _opened(content: bytes, reader: _Reader) -> ImageFile.ImageFile:
    _check_bytes(content)
    try:
        picture = reader(BytesIO(content))
    except _PILLOW_ERRORS as error:
        raise Problem("biometric.picture_unreadable") from error
    _check_size(*picture.size)
    if picture.mode not in EIGHT_BIT:
        raise Problem("biometric.picture_unreadable")
    return picture


def _pixels(picture: ImageFile.ImageFile, mode: str) -> NDArray[np.uint8]:
    try:
        picture.load()
        return np.array(picture.convert(mode), np.uint8)
    except _PILLOW_ERRORS as error:
        raise Problem("biometric.picture_unreadable") from error


def _wsq_pixels(content: bytes) -> Grey:
    # Its compiled loops take a second to load; who only writes pictures need not wait for them.
    from rekam.biometric.wsq import BrokenWsqError, read_wsq, wsq_size

    _check_bytes(content)
    try:
        _check_size(*wsq_size(content))
        return read_wsq(content)
    except BrokenWsqError as error:
        raise Problem("biometric.picture_unreadable") from error
