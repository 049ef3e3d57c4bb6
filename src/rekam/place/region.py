from dataclasses import dataclass

from rekam.place.level import Kind, Level


@dataclass(frozen=True, slots=True)
class Region:
    """One region of the code list.

    Attributes:
        code: Dotted code, ``15.02.01.2001``.
        parent: Dotted code of the region above; None for a province.
        level: Province to village.
        kind: Word of the law before the name, for example ``Kelurahan``.
        name: Name without that word, for example ``Bangko``.
    """

    code: str
    parent: str | None
    level: Level
    kind: Kind
    name: str

    @property
    def title(self) -> str:
        """Kind and name; a province is called by its name alone."""
        return self.name if self.level is Level.PROVINCE else f"{self.kind} {self.name}"
