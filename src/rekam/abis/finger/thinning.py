import numpy as np
from numpy.typing import NDArray

from rekam.abis.kernel import kernel


@kernel
def thinned(lines: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Lines one pixel wide, connected as before.

    Two half steps in turn (Guo and Hall 1989, "Parallel thinning with two-subiteration algorithms") until nothing changes;
    only pixels that are left are looked at again.

    Args:
        lines: Array (height, width); its outermost pixels are taken as empty.
    """
    left = lines.copy()
    left[0], left[-1], left[:, 0], left[:, -1] = False, False, False, False
    rows, columns = np.nonzero(left)
    count = len(rows)
    gone = np.empty(count, np.bool_)
    changed = True
    while changed:
        changed = False
        for half in range(2):
            for one in range(count):
                gone[one] = _is_spare(left, rows[one], columns[one], half)
            kept = 0
            for one in range(count):
                if gone[one]:
                    left[rows[one], columns[one]] = False
                    changed = True
                else:
                    rows[kept], columns[kept] = rows[one], columns[one]
                    kept += 1
            count = kept
    return left


@kernel
def _is_spare(left: NDArray[np.bool_], y: int, x: int, half: int) -> bool:
    """Whether the line holds together without this pixel; the neighbours are numbered as in the paper."""
    n, ne, e, se = left[y - 1, x], left[y - 1, x + 1], left[y, x + 1], left[y + 1, x + 1]
    s, sw, w, nw = left[y + 1, x], left[y + 1, x - 1], left[y, x - 1], left[y - 1, x - 1]
    parts = (
        int(not n and (ne or e))
        + int(not e and (se or s))
        + int(not s and (sw or w))
        + int(not w and (nw or n))
    )
    if parts != 1:
        return False
    one = int(nw or n) + int(ne or e) + int(se or s) + int(sw or w)
    other = int(n or ne) + int(e or se) + int(s or sw) + int(w or nw)
    if not 2 <= min(one, other) <= 3:
        return False
    if half == 0:
        return not ((s or sw or not nw) and w)
    return not ((n or ne or not se) and e)
