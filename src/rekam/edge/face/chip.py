"""A face cut out of its portrait: found, levelled by its eyes, at the size that a network reads."""

from collections.abc import Sequence
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rekam.edge.face import parameters
from rekam.edge.face.weights import LANDMARKS, library, weights
from rekam.problem import Problem

Pixels = NDArray[np.uint8]


class ChipCutter:
    """Finds the face of a portrait by dlib's detector and five landmarks; safe to share between threads.

    Raises:
        Problem: ``abis.face_library_missing``.
    """

    def __init__(self) -> None:
        self._dlib: Any = library("dlib")
        self._detector = self._dlib.get_frontal_face_detector()
        self._landmarks = self._dlib.shape_predictor(weights(LANDMARKS))
        self._turn = Lock()

    def chips(self, pixels: Pixels, side: int, views: Sequence[tuple[float, bool]]) -> list[Pixels]:
        """The face, eyes level, once for each view.

        Args:
            pixels: Portrait (height, width, 3).
            side: Side of the result, px.
            views: Room around the face, shares of its size, and whether mirrored.

        Raises:
            Problem: ``abis.face_not_found``.
        """
        shorter = min(pixels.shape[:2])
        if (
            shorter < parameters.LEAST_SIDE
            or pixels.shape[0] * pixels.shape[1] > parameters.MOST_PIXELS
            or pixels.ndim != 3
        ):
            raise Problem("abis.face_not_found", reason="size")
        with self._turn:  # dlib's detector keeps its pyramid inside
            for wanted in parameters.SIDES:
                box = self._box(_scaled(pixels, wanted), wanted)
                if box is not None:
                    break
            else:
                raise Problem("abis.face_not_found", reason="face")
            enlarged = max(shorter, parameters.ENLARGED)
            sheet = _with_margin(_scaled(pixels, enlarged), enlarged)
            face = self._levelled(sheet, box * enlarged)
            cut = [self._dlib.get_face_chip(sheet, face, size=side, padding=padding) for padding, _ in views]
        return [
            np.ascontiguousarray(chip[:, ::-1] if mirrored else chip)
            for chip, (_, mirrored) in zip(cut, views, strict=True)
        ]

    def _box(self, pixels: Pixels, shorter: int) -> NDArray[np.float64] | None:
        """Left, top, right, bottom of the surest face in shorter sides of the picture with its margin."""
        boxes, scores, _ = self._detector.run(_with_margin(pixels, shorter), 0, parameters.LEAST_SCORE)
        if not scores:
            return None
        best = boxes[int(np.argmax(scores))]
        return np.array([best.left(), best.top(), best.right(), best.bottom()], np.float64) / shorter

    def _levelled(self, sheet: Pixels, box: NDArray[np.float64]) -> Any:
        """The five landmarks, each the median of readings in boxes a little beside the found one."""
        middle, side = (box[:2] + box[2:]) / 2, float(box[2] - box[0])
        readings = []
        for across in parameters.BOX_SHIFTS:
            for down in parameters.BOX_SHIFTS:
                for scale in parameters.BOX_SCALES:
                    x, y = middle + np.array([across, down]) * side
                    half = scale * side / 2
                    near = self._dlib.rectangle(int(x - half), int(y - half), int(x + half), int(y + half))
                    readings.append([(spot.x, spot.y) for spot in self._landmarks(sheet, near).parts()])
        spots = np.median(np.array(readings, np.float64), axis=0)
        points = [self._dlib.point(round(float(x)), round(float(y))) for x, y in spots]
        return self._dlib.full_object_detection(self._dlib.rectangle(*(int(edge) for edge in box)), points)


def _scaled(pixels: Pixels, shorter: int) -> Pixels:
    scale = shorter / min(pixels.shape[:2])
    if scale == 1:
        return pixels
    height, width = (round(side * scale) for side in pixels.shape[:2])
    return np.asarray(Image.fromarray(pixels).resize((width, height), Image.Resampling.LANCZOS))


def _with_margin(pixels: Pixels, shorter: int) -> Pixels:
    margin = round(parameters.MARGIN * shorter)
    return np.pad(pixels, ((margin, margin), (margin, margin), (0, 0)))
