from enum import StrEnum


class Sex(StrEnum):
    """Sex as the forms write it; the value stands in `Biodata.sex`."""

    MAN = "L"
    WOMAN = "P"

    @property
    def word(self) -> str:
        """Indonesian word of list ``jenis_kelamin``."""
        return "laki-laki" if self is Sex.MAN else "perempuan"
