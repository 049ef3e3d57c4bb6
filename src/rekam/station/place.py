"""The station's look at the register of regions, opened when it is first needed."""

from rekam.problem import Problem


def known_region(code: str) -> bool:
    """Whether a region code exists today or existed in 2017."""
    from rekam.edge.packed import gazetteer

    return gazetteer().knows(code)


def village_name(code: str) -> str:
    """Name of a village for a page; its code when the register does not have it."""
    from rekam.edge.packed import gazetteer

    try:
        return gazetteer().region(code).name
    except Problem:
        return code
