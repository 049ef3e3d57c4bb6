import numpy as np
from numpy.typing import NDArray

from rekam.abis import parameters
from rekam.abis.iris.circle import Circle
from rekam.abis.kernel import kernel


def lids(
    picture: NDArray[np.float32], iris: Circle, pupil: Circle
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Edges of the upper and the lower lid over the iris, as parabolas.

    Args:
        picture: Eye without reflections (height, width).
        iris: The limbus.
        pupil: The pupil; the lids are looked for outside it.

    Returns:
        For each lid: height at the iris' middle (px from the top), slope, bend (px rise per px^2). A lid
        that is not there lies outside the iris.
    """
    upper = _edge(picture, iris.x, iris.y, iris.radius, pupil.y - 0.6 * pupil.radius, -1, parameters.LID_RISE)
    lower = _edge(picture, iris.x, iris.y, iris.radius, pupil.y + 0.6 * pupil.radius, 1, parameters.LID_RISE)
    return upper, lower


@kernel
def _edge(
    picture: NDArray[np.float32], x: float, y: float, radius: float, innermost: float, side: int, least: float
) -> NDArray[np.float32]:
    """The parabola with the strongest change of brightness from inside to outside; side -1 = upper lid."""
    height, width = picture.shape
    outermost = y + side * 1.1 * radius
    best = np.array([outermost + side * radius, 0.0, 0.0], np.float32)
    strongest = least
    span = 3
    for place in range(int(abs(outermost - innermost) / 2) + 1):
        apex = innermost + side * 2 * place
        for bend_step in range(5):
            bend = -side * bend_step * 0.15 / radius
            for slope_step in range(-2, 3):
                slope = slope_step * 0.12
                total, count = 0.0, 0
                for column in range(-12, 13):
                    dx = column * radius * 0.075
                    row = apex + slope * dx + bend * dx * dx
                    if dx * dx + (row - y) * (row - y) > 1.05 * radius * radius:
                        continue
                    px, py = int(x + dx), int(row)
                    if px < 0 or px >= width or py - 2 * span < 0 or py + 2 * span >= height:
                        continue
                    inner = picture[py - side * span, px] + picture[py - side * 2 * span, px]
                    outer = picture[py + side * span, px] + picture[py + side * 2 * span, px]
                    # Skin is brighter than the iris; a lash line darker. Both are edges.
                    total += (outer - inner) / 2
                    count += 1
                if count >= 10 and abs(total) / count > strongest:
                    strongest = abs(total) / count
                    best[0], best[1], best[2] = apex, slope, bend
    return best
