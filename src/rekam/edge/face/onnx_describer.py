"""Any face network that a country has licensed, as an ONNX file."""

from pathlib import Path
from typing import Any

import numpy as np

from rekam.abis.face.template import FaceTemplate, unit_template
from rekam.biometric import FaceImage
from rekam.edge.face import parameters
from rekam.edge.face.chip import ChipCutter
from rekam.edge.face.weights import library
from rekam.problem import Problem


class OnnxDescriber:
    """A network with one picture in (1, 3, side, side) and one vector out (1, n).

    Args:
        path: The ONNX file.
        name: Name and version that templates carry, at most 24 ASCII characters.
        side: Side of the picture that the network reads, px.
        padding: Room around the face, shares of its size.
        mean: Grey value that the network takes for 0.
        scale: Grey values that the network takes for 1.
        cutter: Finds faces; dlib's when not given.

    Raises:
        Problem: ``abis.face_library_missing``, ``abis.face_model_unreadable``.
    """

    def __init__(
        self,
        path: Path,
        name: str,
        *,
        side: int = parameters.ONNX_SIDE,
        padding: float = parameters.ONNX_PADDING,
        mean: float = 127.5,
        scale: float = 127.5,
        cutter: ChipCutter | None = None,
    ) -> None:
        onnx = library("onnxruntime")
        try:
            self._session: Any = onnx.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        except (
            Exception
        ) as error:  # onnxruntime has one class of error for each of its codes, without a common base
            raise Problem("abis.face_model_unreadable", file=path.name) from error
        self._name = name
        self._side, self._padding, self._mean, self._scale = side, padding, mean, scale
        self._cutter = cutter or ChipCutter()

    @property
    def name(self) -> str:
        """As given."""
        return self._name

    def describe(self, image: FaceImage) -> FaceTemplate:
        """The template of the one face in a portrait.

        Raises:
            Problem: ``abis.face_not_found``.
        """
        chip = self._cutter.chips(image.pixels, self._side, [(self._padding, False)])[0]
        picture = ((chip.astype(np.float32) - self._mean) / self._scale).transpose(2, 0, 1)[None]
        found = self._session.run(None, {self._session.get_inputs()[0].name: picture})[0]
        return unit_template(self._name, np.asarray(found, np.float64).ravel())
