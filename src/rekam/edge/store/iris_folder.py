"""Folders of eye pictures, one sub-folder an eye or a person of two eyes, through the engine."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from rekam.abis.evaluation.iris_report import evaluate_irises
from rekam.abis.evaluation.report import Outcome
from rekam.biometric import Eye, EyeImage
from rekam.edge.store.subject_folder import both_eyes_parted, grey_picture, subject_sets


def iris_outcome(folder: Path, clock: Callable[[], float]) -> Outcome:
    """Accuracy and speed of the iris engine on a folder.

    Args:
        folder: One sub-folder an eye, or one folder a set of such.
        clock: What times are taken with, seconds.

    Raises:
        Problem: ``abis.subjects_unreadable``, ``abis.picture_unreadable``, ``abis.evaluation_empty``.
    """
    sets = {
        name: {
            eye: [partial(_eye, path) for path in files.values()]
            for eye, files in both_eyes_parted(eyes).items()
        }
        for name, eyes in subject_sets(folder).items()
    }
    return evaluate_irises(sets, clock)


def _eye(path: Path) -> EyeImage:
    return EyeImage(Eye.LEFT, grey_picture(path))  # the engine treats both sides alike
