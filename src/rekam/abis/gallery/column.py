from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)


class Column(Generic[Number]):
    """An array that grows at its end without being copied each time.

    Args:
        kind: Element type.
        row: Shape of one row.
    """

    def __init__(self, kind: type[Number], row: tuple[int, ...] = ()) -> None:
        self._cells: NDArray[Number] = np.zeros((64, *row), kind)
        self._used = 0

    def __len__(self) -> int:
        return self._used

    @property
    def rows(self) -> NDArray[Number]:
        """The rows in use, without copying."""
        return self._cells[: self._used]

    def extend(self, rows: NDArray[Number]) -> None:
        """Put rows at the end."""
        needed = self._used + len(rows)
        if needed > len(self._cells):
            grown = np.zeros((max(needed, 2 * len(self._cells)), *self._cells.shape[1:]), self._cells.dtype)
            grown[: self._used] = self.rows
            self._cells = grown
        self._cells[self._used : needed] = rows
        self._used = needed
