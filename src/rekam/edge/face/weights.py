"""Where the weights lie: in the optional extra ``face``, all CC0.

The package also brings a landmark model of 68 points, trained on pictures for non-commercial use only. It is never
loaded; the model of five points has no such past.
"""

from importlib import import_module
from pathlib import Path
from types import ModuleType

from rekam.problem import Problem

LANDMARKS = "shape_predictor_5_face_landmarks.dat"
DESCRIPTOR = "dlib_face_recognition_resnet_model_v1.dat"


def library(name: str) -> ModuleType:
    """A library of the extra.

    Raises:
        Problem: ``abis.face_library_missing`` if it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise Problem("abis.face_library_missing", library=name) from error


def weights(file: str) -> str:
    """Path of one of the files named above.

    Raises:
        Problem: ``abis.face_library_missing`` if it is not there.
    """
    home = library("face_recognition_models").__file__
    path = Path(str(home)).parent / "models" / file
    if not path.is_file():
        raise Problem("abis.face_library_missing", library=file)
    return str(path)
