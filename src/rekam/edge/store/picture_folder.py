"""Folders of fingerprint pictures in the layout of FVC: ``DIR/101_1.tif`` or ``DIR/SET/101_1.tif``."""

import re
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from rekam.abis.evaluation.report import evaluate_fingers
from rekam.biometric import FingerImage, FingerPosition
from rekam.problem import Problem

FILE = re.compile(
    r"(?P<finger>\d{1,6})_(?P<impression>\d{1,3})\.(?:tif|tiff|png|bmp|jpg|jpeg)", re.IGNORECASE
)
KNOWN_DPI: Mapping[str, float] = {"fvc2002/db2": 569.0, "fvc2004/db3": 512.0}
"""Resolution of sensors whose pictures do not state it, by the part of the folder's path that names the set."""
STATED_DPI = (250.0, 1200.0)
"""What a picture says of its own resolution is believed in this range; scanners write 1 or 72 for unknown."""
USUAL_DPI = 500.0

Impressions = dict[int, dict[int, FingerImage]]


def read_sets(folder: Path, *, dpi_rule: Mapping[str, float] = KNOWN_DPI) -> dict[str, Impressions]:
    """All pictures of a folder: set -> finger -> impression -> picture.

    Args:
        folder: Holds the pictures itself, or one folder a set.
        dpi_rule: Resolution by part of the path, for pictures that do not state theirs.

    Raises:
        Problem: ``abis.folder_unreadable`` if there is no such folder or no picture in it,
            ``abis.picture_unreadable`` for a broken picture.
    """
    if not folder.is_dir():
        raise Problem("abis.folder_unreadable", folder=str(folder))
    folders = [folder, *sorted(inner for inner in folder.iterdir() if inner.is_dir())]
    sets = {inner.name: _impressions(inner, dpi_rule) for inner in folders}
    found = {name: impressions for name, impressions in sets.items() if impressions}
    if not found:
        raise Problem("abis.folder_unreadable", folder=str(folder))
    return found


def evaluate_folder(path: Path, clock: Callable[[], float]) -> dict[str, object]:
    """Accuracy and speed of the finger engine on a folder; see ``evaluate_fingers``."""
    return evaluate_fingers(read_sets(path), clock)


def _impressions(folder: Path, dpi_rule: Mapping[str, float]) -> Impressions:
    impressions: Impressions = {}
    for path in sorted(folder.iterdir()):
        match = FILE.fullmatch(path.name)
        if match and path.is_file():
            numbers = impressions.setdefault(int(match["finger"]), {})
            numbers[int(match["impression"])] = _picture(path, dpi_rule)
    return impressions


def _picture(path: Path, dpi_rule: Mapping[str, float]) -> FingerImage:
    try:
        # Pillow warns of odd tags that do not touch the pixels; what does touch them raises.
        with warnings.catch_warnings(action="ignore"), Image.open(path) as picture:
            stated = picture.info.get("dpi", (0, 0))
            pixels = np.asarray(picture.convert("L"))
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as refusal:
        raise Problem("abis.picture_unreadable", file=path.name) from refusal
    return FingerImage(FingerPosition.RIGHT_INDEX, pixels, _dpi(path, float(stated[0]), dpi_rule))


def _dpi(path: Path, stated: float, dpi_rule: Mapping[str, float]) -> float:
    if STATED_DPI[0] <= stated <= STATED_DPI[1]:
        return stated
    where = re.sub(r"[^a-z0-9/]", "", path.absolute().parent.as_posix().lower())
    # ".../FVC2002/Db2_b" and ".../fvc2002/DB2_B" both name the set; so does ".../fvc2002_db2".
    for part, dpi in dpi_rule.items():
        if part in where or part.replace("/", "") in where:
            return dpi
    return USUAL_DPI
