"""An eye with what was found in it and what of it is compared."""

import numpy as np
from PIL import Image, ImageDraw

from rekam.abis.explain import parameters
from rekam.abis.explain.canvas import Picture
from rekam.abis.iris.trace import trace_iris
from rekam.biometric import EyeImage


def masked_iris(image: EyeImage) -> tuple[Picture, float]:
    """The eye with the outlines of pupil and iris, and a cross on every sample that is masked.

    Returns:
        The picture, and the share of the iris that is compared.

    Raises:
        Problem: ``abis.iris_not_found``.
    """
    trace = trace_iris(image)
    usable = trace.sheet.usable
    eye = Image.fromarray(image.pixels).convert("RGB")
    pen, arm = ImageDraw.Draw(eye), parameters.MASK_ARM
    for x, y in zip(*(places[~usable] for places in trace.places), strict=True):
        pen.line([(x - arm, y - arm), (x + arm, y + arm)], fill=parameters.MASK_INK)
        pen.line([(x - arm, y + arm), (x + arm, y - arm)], fill=parameters.MASK_INK)
    for x_line, y_line in (trace.pupil_outline, trace.iris_outline):
        points = [(float(x), float(y)) for x, y in zip(x_line, y_line, strict=True)]
        pen.line([*points, points[0]], fill=parameters.OUTLINE_INK, width=parameters.OUTLINE_WIDTH)
    return np.asarray(eye), float(usable.mean())
