"""Loads a data cut into the register, in bulk."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from psycopg import Connection

from rekam.edge.store.centre.coverage import recount
from rekam.edge.store.centre.cuts import keep_cut
from rekam.edge.store.centre.database import Database, one_value, run
from rekam.edge.store.centre.statements import statements
from rekam.person.biodata import Biodata

_SQL = statements("people")

_INDEXES = ("resident_village", "resident_name", "resident_missing", "resident_changed")
"""Built after a first load in one go instead of line by line; the primary key stays."""


@dataclass(frozen=True, slots=True)
class ListedResident:
    """One line of a data cut.

    Attributes:
        biodata: What the register says.
        obliged: Wajib KTP on the day of the cut.
        recorded: Whether the cut counts the resident as recorded.
    """

    biodata: Biodata
    obliged: bool
    recorded: bool


def load_cut(
    database: Database,
    name: str,
    as_of: date,
    residents: Iterable[ListedResident],
    *,
    name_key: Callable[[str], str],
    now: int,
) -> int:
    """Put a data cut into the register; all of it or nothing. Returns the number of residents.

    A first load fills the empty register; a later cut renews it, keeps what was recorded since, and takes the
    obligation from residents whom it no longer has.

    Args:
        database: The centre's database.
        name: "DKB Semester I 2017".
        as_of: Day of the cut.
        residents: Its lines.
        name_key: `rekam.person.name_key`.
        now: Unix seconds.
    """
    with database.transaction() as connection:
        connection.execute("SET LOCAL statement_timeout = 0")
        cut_id = int(one_value(connection, _SQL["put_cut"], name=name, as_of=as_of, loaded_at=now))
        if one_value(connection, _SQL["any_resident"]):
            count = _renew(connection, cut_id, residents, name_key)
        else:
            count = _fill(connection, cut_id, residents, name_key)
        run(connection, _SQL["add_rosters"])
        recount(connection)
        keep_cut(connection, cut_id, at=now)
    with database.connection() as connection:
        connection.execute("ANALYZE rekam.resident, rekam.coverage, rekam.coverage_district, rekam.cut_count")
    return count


def _fill(
    connection: Connection, cut_id: int, residents: Iterable[ListedResident], name_key: Callable[[str], str]
) -> int:
    definitions = connection.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'rekam' AND indexname = ANY(%s)",
        (list(_INDEXES),),
    ).fetchall()
    for index, _ in definitions:
        connection.execute(f'DROP INDEX rekam."{index}"'.encode())
    count = _copy(connection, _SQL["copy_residents"], cut_id, residents, name_key)
    for _, definition in definitions:
        connection.execute(definition.encode())
    return count


def _renew(
    connection: Connection, cut_id: int, residents: Iterable[ListedResident], name_key: Callable[[str], str]
) -> int:
    run(connection, _SQL["make_listed_before"])
    run(connection, _SQL["make_staging"])
    count = _copy(connection, _SQL["copy_staging"], cut_id, residents, name_key)
    run(connection, _SQL["merge_staging"])
    run(connection, _SQL["retire_absent"])
    run(connection, _SQL["follow_obliged"])
    run(connection, _SQL["add_rosters"])
    run(connection, _SQL["bump_all_rosters"])
    run(connection, _SQL["bump_listed_residents"])
    return count


def _copy(
    connection: Connection,
    statement: bytes,
    cut_id: int,
    residents: Iterable[ListedResident],
    name_key: Callable[[str], str],
) -> int:
    count = 0
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for listed in residents:
            one = listed.biodata
            copy.write_row(
                (
                    one.nik, one.kk, one.name, name_key(one.name), one.sex, one.birth_place, one.birth_date,
                    one.blood_type, one.address, one.rt, one.rw, one.village, one.religion, one.marital_status,
                    one.occupation, one.nationality, listed.obliged, listed.recorded, cut_id,
                )
            )  # fmt: skip
            count += 1
    return count
