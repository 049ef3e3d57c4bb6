"""Takes the children of the newest data cut into their list and counts them."""

from collections.abc import Iterable
from dataclasses import dataclass

from psycopg import Connection

from rekam.edge.store.centre.database import Database, one_row, run
from rekam.edge.store.centre.people import Cut
from rekam.edge.store.centre.statements import statements
from rekam.operations.birth import newest_birth
from rekam.operations.birth.parameters import CARD_YEARS, CHILD_YEARS
from rekam.person.age import NEVER_MARRIED
from rekam.problem import Problem

_SQL = statements("birth")
_PEOPLE = statements("people")


@dataclass(frozen=True, slots=True)
class ListedChild:
    """What a cut says of a child beside the biodata.

    Attributes:
        mother: Name on the family card; empty = not known.
        certified: Whether a birth certificate is registered.
    """

    nik: str
    mother: str
    certified: bool


def list_children(database: Database, lines: Iterable[ListedChild]) -> int:
    """Make the list of children of 0-18 anew from the newest cut; how many there are.

    Everybody in the cut who is not 18 on its day is a child, also without a line here (then without a mother's
    name and without a certificate). What offices noted before stays and is counted again. All or nothing.

    Raises:
        Problem: ``birth.no_cut``.
    """
    with database.transaction() as connection:
        connection.execute("SET LOCAL statement_timeout = 0")
        cut = one_row(connection, Cut, _PEOPLE["latest_cut"])
        if cut is None:
            raise Problem("birth.no_cut")
        run(connection, _SQL["make_listed"])
        with connection.cursor() as cursor, cursor.copy(_SQL["copy_listed"]) as copy:
            for line in lines:
                copy.write_row((line.nik, line.mother, line.certified))
        run(connection, _SQL["forget_children"])
        count = run(
            connection, _SQL["fill_children"], cut_id=cut.cut_id, as_of=cut.as_of,
            limit=newest_birth(cut.as_of, CHILD_YEARS), card_limit=newest_birth(cut.as_of, CARD_YEARS),
            never_married=NEVER_MARRIED,
        )  # fmt: skip
        recount(connection)
    with database.connection() as connection:
        connection.execute("ANALYZE rekam.child, rekam.birth_count")
    return count


def recount(connection: Connection) -> None:
    """Write every counter anew."""
    run(connection, _SQL["clear_counts"])
    run(connection, _SQL["recount"])
