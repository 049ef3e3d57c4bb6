"""Folders of labelled pictures with one sub-folder a subject: ``DIR/SUBJECT/*.bmp`` or ``DIR/SET/SUBJECT/*.bmp``."""

import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from rekam.problem import Problem

KINDS = frozenset({".bmp", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".pgm"})
SIDES = frozenset({"left", "right", "l", "r"})
"""Names of sub-folders that part a subject's two eyes (MMU1, CASIA-IrisV4)."""
TWO_EYES = re.compile(r"0*(?P<subject>\d+)0(?P<eye>[12])\d{2}")
"""MMU2 keeps both eyes in one folder, named subject, eye (01 left, 02 right), capture: ``010203.bmp``."""

Pictures = dict[str, NDArray[np.uint8]]
"""Path below the folder -> grey picture (height, width)."""
Subjects = dict[str, dict[str, Path]]
"""Subject -> path below its set -> file."""


def subject_sets(folder: Path) -> dict[str, Subjects]:
    """The files of a folder: set -> subject -> pictures, all sorted by name.

    The folder is itself a set where its sub-folders hold pictures, and holds one set a sub-folder where those
    hold further ones. Sub-folders ``left`` and ``right`` part a subject in two: each eye is a subject.

    Raises:
        Problem: ``abis.subjects_unreadable`` if there is no such folder or no picture one folder below it.
    """
    if not folder.is_dir():
        raise Problem("abis.subjects_unreadable", folder=str(folder))
    own = _subjects(folder)
    sets = {folder.resolve().name: own} if own else {}
    for inner in _folders(folder):
        found = _subjects(inner)
        if found and inner.name not in own and not any(name.startswith(f"{inner.name}/") for name in own):
            sets[inner.name] = found
    if not sets:
        raise Problem("abis.subjects_unreadable", folder=str(folder))
    return sets


def both_eyes_parted(subjects: Subjects) -> Subjects:
    """Subjects whose file names number two eyes in one folder become two, one an eye."""
    eyes: Subjects = {}
    for subject, files in subjects.items():
        for name, path in files.items():
            match = TWO_EYES.fullmatch(path.stem)
            numbered = match is not None and match["subject"] == subject.split("/")[0].lstrip("0")
            eyes.setdefault(f"{subject}/{match['eye']}" if match and numbered else subject, {})[name] = path
    return eyes


def grey_picture(path: Path) -> NDArray[np.uint8]:
    """The picture as grey values (height, width).

    Raises:
        Problem: ``abis.picture_unreadable`` for a broken picture.
    """
    try:
        # Pillow warns of odd tags that do not touch the pixels; what does touch them raises.
        with warnings.catch_warnings(action="ignore"), Image.open(path) as picture:
            return np.asarray(picture.convert("L"))
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as refusal:
        raise Problem("abis.picture_unreadable", file=path.name) from refusal


def _subjects(folder: Path) -> Subjects:
    subjects: Subjects = {}
    for inner in _folders(folder):
        groups = [(inner.name, inner)]
        groups += [
            (f"{inner.name}/{side.name}", side) for side in _folders(inner) if side.name.lower() in SIDES
        ]
        for subject, place in groups:
            files = {path.relative_to(folder).as_posix(): path for path in _pictures(place)}
            if files:
                subjects[subject] = files
    return subjects


def _folders(folder: Path) -> list[Path]:
    return sorted(inner for inner in folder.iterdir() if inner.is_dir())


def _pictures(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.iterdir()) if path.suffix.lower() in KINDS and path.is_file())
