"""Contact sheets of the synthetic biometrics, to be looked at: ``python benchmarks/drawn_sheet.py FOLDER``."""

import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rekam.biometric import Eye, FingerPosition
from rekam.biometric.drawn import degrade, eye_image, finger_impression, portrait, signature

NAMES = ("Sumiati", "Budi Santoso", "Muhammad Rizki", "Ni Wayan Sari", "Yohanes Tabuni", "Siti Aminah")


def sheet(pictures: Sequence[NDArray[np.uint8]], columns: int) -> Image.Image:
    """The pictures side by side, row after row; all of one size."""
    blank = np.full_like(pictures[0], 255)
    padded = [*pictures, *[blank] * (-len(pictures) % columns)]
    rows = [np.hstack(padded[at : at + columns]) for at in range(0, len(padded), columns)]
    return Image.fromarray(np.vstack(rows))


def fingers() -> list[NDArray[np.uint8]]:
    """Ten fingers of one person, three impressions of one finger, and five degrees of wear."""
    ten = [finger_impression(1, position, 0).pixels for position in FingerPosition]
    again = [finger_impression(2, FingerPosition.LEFT_INDEX, k).pixels for k in range(5)]
    worn = [finger_impression(3, FingerPosition.RIGHT_INDEX, 0, wear=k / 4).pixels for k in range(5)]
    return [*ten, *again, *worn]


def eyes() -> list[NDArray[np.uint8]]:
    """Both eyes of three persons, two captures each; then closing lids and a bad device."""
    pictures = [eye_image(person, eye, k).pixels for person in range(3) for eye in Eye for k in range(2)]
    lids = [eye_image(4, Eye.LEFT, 0, opening=opening).pixels for opening in (0.0, 0.4, 0.7)]
    return [*pictures, *lids, degrade(eye_image(4, Eye.LEFT, 0), 0.4).pixels]


def portraits() -> list[NDArray[np.uint8]]:
    """Women and men of all ages, both backgrounds."""
    return [
        portrait(k, sex="LP"[k % 2], age=17 + (13 * k) % 63, birth_year=1960 + k // 2).pixels
        for k in range(28)
    ]


def signatures() -> list[NDArray[np.uint8]]:
    """Signatures of a few names."""
    return [np.asarray(Image.open(BytesIO(signature(k, NAMES[k % len(NAMES)])))) for k in range(18)]


def main(folder: Path) -> None:
    """Writes the four sheets and says how long each picture took."""
    folder.mkdir(parents=True, exist_ok=True)
    sheets: dict[str, tuple[Callable[[], list[NDArray[np.uint8]]], int]] = {
        "fingers": (fingers, 5),
        "eyes": (eyes, 4),
        "portraits": (portraits, 7),
        "signatures": (signatures, 3),
    }
    for name, (draw, columns) in sheets.items():
        begun = time.process_time()
        pictures = draw()
        each = (time.process_time() - begun) / len(pictures)
        sheet(pictures, columns).save(folder / f"{name}.png")
        print(f"{name}: {len(pictures)} pictures, {1000 * each:.0f} ms of processor time each")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
