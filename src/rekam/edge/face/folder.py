"""Folders of portraits, one sub-folder a subject, through the describer of the house."""

import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from rekam.abis.evaluation.face_protocol import face_scores
from rekam.abis.evaluation.report import Outcome, outcome_of
from rekam.abis.face.describer import FaceDescriber
from rekam.biometric import FaceImage
from rekam.edge.face.dlib_describer import DlibDescriber
from rekam.edge.store.subject_folder import subject_sets
from rekam.problem import Problem


def face_outcome(folder: Path, clock: Callable[[], float], describer: FaceDescriber | None = None) -> Outcome:
    """Accuracy and speed of a describer on a folder.

    Args:
        folder: One sub-folder a subject, or one folder a set of such.
        clock: What times are taken with, seconds.
        describer: The one to measure; the house's when not given.

    Raises:
        Problem: ``abis.subjects_unreadable``, ``abis.picture_unreadable``, ``abis.evaluation_empty``,
            ``abis.face_library_missing``.
    """
    made = describer or DlibDescriber()
    sets = {
        name: {
            subject: [partial(portrait, path) for path in files.values()]
            for subject, files in subjects.items()
        }
        for name, subjects in subject_sets(folder).items()
    }
    return outcome_of({name: face_scores(portraits, made, clock) for name, portraits in sorted(sets.items())})


def portrait(path: Path) -> FaceImage:
    """The picture as a portrait.

    Raises:
        Problem: ``abis.picture_unreadable`` for a broken picture.
    """
    try:
        # Pillow warns of odd tags that do not touch the pixels; what does touch them raises.
        with warnings.catch_warnings(action="ignore"), Image.open(path) as picture:
            return FaceImage(np.asarray(picture.convert("RGB")))
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as refusal:
        raise Problem("abis.picture_unreadable", file=path.name) from refusal
