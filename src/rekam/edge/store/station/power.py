"""Mains and battery as the laptop's kernel tells them."""

from dataclasses import dataclass
from pathlib import Path

_SUPPLIES = Path("/sys/class/power_supply")


@dataclass(frozen=True, slots=True)
class Power:
    """Where the current comes from.

    Attributes:
        on_mains: ``None`` when the machine does not say.
        battery_percent: Charge of the weakest battery, ``None`` without one.
    """

    on_mains: bool | None
    battery_percent: int | None


def read_power(folder: Path = _SUPPLIES) -> Power:
    """The state now; a machine without such files is one that does not say."""
    mains = [_word(supply / "online") == "1" for supply in _of_type(folder, "Mains")]
    charges = [_word(supply / "capacity") for supply in _of_type(folder, "Battery")]
    known = [int(charge) for charge in charges if charge.isdigit()]
    return Power(any(mains) if mains else None, min(known) if known else None)


def _of_type(folder: Path, kind: str) -> list[Path]:
    if not folder.is_dir():
        return []
    return [supply for supply in sorted(folder.iterdir()) if _word(supply / "type") == kind]


def _word(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
