"""Children behind the real pages: who they are, and a bed that holds them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from centre_world import resident
from pages_bed import NEXT_VILLAGE, OTHER_VILLAGE, VILLAGE, Bed, open_bed

from rekam.edge.store.centre.birth_cut import ListedChild, list_children
from rekam.edge.store.centre.register import ListedResident, load_cut
from rekam.edge.store.postgres import PostgresServer
from rekam.person import Biodata, name_key

CUT = "DKB Semester I 2017"
AS_OF = date(2017, 6, 30)


def child(number: int, born: date, *, village: str = VILLAGE, married: bool = False) -> Biodata:
    """A child with a right NIK."""
    return replace(resident(number, village=village, born=born), marital_status="2" if married else "1")


GROWN = child(40, date(1990, 8, 17), married=True)
JUST_18 = child(41, date(1999, 6, 30))
LAST_CHILD = child(42, date(1999, 7, 1))
BABY = child(43, date(2017, 6, 30))
WITH_PAPER = child(44, date(2012, 1, 5))
BRIDE = child(45, date(2001, 2, 1), married=True)
PUPIL = child(46, date(2009, 5, 20))
NEIGHBOUR = child(47, date(2011, 9, 9), village=NEXT_VILLAGE)
ELSEWHERE = child(48, date(2008, 4, 4), village=OTHER_VILLAGE)
TURNED = child(49, date(2000, 9, 1))
TURNS_SOON = child(50, date(2000, 10, 20))
TURNS_LATER = child(51, date(2001, 3, 1), village=NEXT_VILLAGE)
EVERYBODY = (
    GROWN, JUST_18, LAST_CHILD, BABY, WITH_PAPER, BRIDE, PUPIL, NEIGHBOUR, ELSEWHERE, TURNED, TURNS_SOON, TURNS_LATER,
)  # fmt: skip
OBLIGED = {GROWN.nik, JUST_18.nik, LAST_CHILD.nik, BRIDE.nik}


def load(bed: Bed, *people: Biodata, name: str = CUT, as_of: date = AS_OF) -> int:
    """Load a cut with its children; how many children."""
    lines = [ListedResident(one, one.nik in OBLIGED, recorded=False) for one in people]
    database = bed.world.centre.store.database
    load_cut(database, name, as_of, lines, name_key=name_key, now=bed.clock.seconds)
    listed = [
        ListedChild(one.nik, "Siti Aminah" if one is PUPIL else "", one is WITH_PAPER)
        for one in people if one not in (GROWN, NEIGHBOUR)
    ]  # fmt: skip
    return list_children(database, listed)


@contextmanager
def open_birth_bed(folder: Path, postgres: PostgresServer, migrated: str) -> Iterator[Bed]:
    """A bed with everybody of this file."""
    with open_bed(folder, postgres, migrated) as bed:
        load(bed, *EVERYBODY)
        yield bed
