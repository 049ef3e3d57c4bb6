from typing import Protocol

from rekam.abis.face.template import FaceTemplate
from rekam.biometric import FaceImage


class FaceDescriber(Protocol):
    """Turns a portrait into a template; the ones of the house stand in `rekam.edge.face`."""

    @property
    def name(self) -> str:
        """Name and version, at most 24 ASCII characters; part of every template."""

    def describe(self, image: FaceImage) -> FaceTemplate:
        """The template of the one face in a portrait.

        Raises:
            Problem: ``abis.face_not_found`` if there is no face that could be described.
        """
