"""Jambi in October 2017: what the two articles tell and what a province would have entered, as ledgers of the demo.

Figures of the articles carry their source; what is invented so that a page has something to show says so.
"""

import time
from datetime import UTC, datetime
from importlib import import_module

from rekam.centre.centre import Centre
from rekam.demo.founding import say

ROOMS = ("coverage", "birth", "report", "fleet", "connection", "power", "obstacle", "directive", "statement")
"""In this order: later ones read what earlier ones entered."""


def load_october(centre: Centre, now: int) -> None:
    """Enters the ledgers, where the demo's clock stands in October 2017.

    Args:
        centre: The open centre of the demo.
        now: Unix seconds of its clock.
    """
    day = datetime.fromtimestamp(now, UTC)
    if (day.year, day.month) != (2017, 10):
        return
    say("mengisi buku-buku Oktober 2017 / filling the ledgers of October 2017")
    for room in ROOMS:
        begun = time.monotonic()
        import_module(f"rekam.demo.october.{room}").seed(centre, now)
        say(f"  {room}: {time.monotonic() - begun:.1f} s")
