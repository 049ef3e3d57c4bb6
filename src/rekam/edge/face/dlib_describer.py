from collections.abc import Sequence
from threading import Lock
from typing import Any

import numpy as np

from rekam.abis.face.template import FaceTemplate, face_template
from rekam.biometric import FaceImage
from rekam.edge.face import parameters
from rekam.edge.face.chip import ChipCutter
from rekam.edge.face.weights import DESCRIPTOR, library, weights


class DlibDescriber:
    """dlib's residual network of 128 numbers (weights CC0): the describer of the house.

    A chip and a mirrored one are read and their mean is kept: people rarely look twice from the same side.
    Weights are loaded at the first portrait (23 MB); safe to share between threads.

    Args:
        views: Room around the face and whether mirrored, of each chip; fewer take less time.
    """

    def __init__(self, views: Sequence[tuple[float, bool]] = parameters.VIEWS) -> None:
        self._views = tuple(views)
        self._turn = Lock()
        self._net: Any = None
        self._cutter: ChipCutter | None = None

    @property
    def name(self) -> str:
        """Name and version; the same for any views, whose vectors can be compared."""
        return "dlib-resnet-1"

    def describe(self, image: FaceImage) -> FaceTemplate:
        """The template of the one face in a portrait.

        Raises:
            Problem: ``abis.face_not_found``, ``abis.face_library_missing``.
        """
        with self._turn:
            if self._net is None or self._cutter is None:
                self._cutter = ChipCutter()
                self._net = library("dlib").face_recognition_model_v1(weights(DESCRIPTOR))
            chips = self._cutter.chips(image.pixels, parameters.CHIP_SIDE, self._views)
            vectors = np.array([np.array(one) for one in self._net.compute_face_descriptor(chips)])
        return face_template(self.name, vectors.mean(axis=0))
