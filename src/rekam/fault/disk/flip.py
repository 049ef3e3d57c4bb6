"""One bit turned over, as a tired disk does it: no program wrote, no time changed."""

import os
import random
from pathlib import Path


def flip_bit(path: Path, chance: random.Random) -> Path:
    """Flips one bit of a file that is not empty; the file."""
    return _flip(path, chance.randrange(path.stat().st_size * 8))


def flip_within(path: Path, text: bytes, chance: random.Random) -> Path:
    """Flips one bit of one of the places where a text stands in a file; the file."""
    content = path.read_bytes()
    places = [at for at in range(len(content)) if content.startswith(text, at)]
    return _flip(path, (chance.choice(places) + chance.randrange(len(text))) * 8 + chance.randrange(8))


def _flip(path: Path, bit: int) -> Path:
    status = path.stat()
    with path.open("r+b") as file:
        file.seek(bit // 8)
        held = file.read(1)[0]
        file.seek(bit // 8)
        file.write(bytes([held ^ 1 << bit % 8]))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return path
