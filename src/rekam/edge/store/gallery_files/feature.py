"""What the search needs of every person, as columns of fixed width."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from rekam.abis import PersonTemplate
from rekam.abis.code.parameters import CODE_WORDS
from rekam.abis.iris.code import WORDS
from rekam.abis.search.columns import EYES, FINGERS, face_row, finger_row, iris_row
from rekam.abis.search.parameters import FACE_NUMBERS
from rekam.edge.store.gallery_files.parameters import DESCRIBER


@dataclass(frozen=True, slots=True)
class Feature:
    """One column of the search.

    Attributes:
        name: Also the name of its file.
        kind: Element type, as NumPy writes it: ``<u8``.
        shape: Shape of one row.
        version: Raised when ``of`` gives other values for a template; the column is then made anew.
        of: The row of a template; zeros where the person has no such thing.
        made_by: Whose numbers they are, where more than one could make them.
    """

    name: str
    kind: str
    shape: tuple[int, ...]
    version: int
    of: Callable[[PersonTemplate], NDArray[Any]]
    made_by: str = ""

    @property
    def form(self) -> list[object]:
        """What the head of the files remembers of it."""
        return [self.name, self.kind, list(self.shape), self.version, self.made_by]


FEATURES = (
    Feature("fingers", "<u8", (FINGERS, CODE_WORDS), 1, lambda one: finger_row(dict(one.fingers))),
    Feature("irises", "<u8", (EYES, 2, WORDS), 1, lambda one: iris_row(dict(one.irises))),
    Feature("faces", "|i1", (FACE_NUMBERS,), 1, lambda one: face_row(one.face, DESCRIBER), DESCRIBER),
)
"""The columns of stage one, `rekam.abis.search.columns.Columns`."""
