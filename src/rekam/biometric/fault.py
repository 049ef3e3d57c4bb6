"""What can be wrong with a portrait or an eye picture; measured in `rekam.biometric.quality`.

They stand here by themselves so that whoever names a fault does not load what measures it.
"""

from enum import Enum


class FaceFault(Enum):
    """What keeps a portrait from being used."""

    NO_FACE = "no_face"
    BLURRED = "blurred"
    DARK = "dark"
    BRIGHT = "bright"
    UNEVEN = "uneven"
    BACKGROUND = "background"
    FAR = "far"
    NEAR = "near"
    OFF_CENTRE = "off_centre"
    TILTED = "tilted"


class IrisFault(Enum):
    """What keeps an eye from being read."""

    COVERED = "covered"
    BLURRED = "blurred"
    PUPIL = "pupil"
    AWAY = "away"
    EDGE = "edge"
    FAR = "far"
    FLAT = "flat"
