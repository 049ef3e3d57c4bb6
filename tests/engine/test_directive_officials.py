"""Office holders: one post, one person at a time; whom to call."""

from datetime import date

import psycopg
import pytest

from rekam.edge.store.centre import Database, officials

OCTOBER = date(2017, 10, 17)


@pytest.fixture(scope="module")
def database(postgres, migrated):
    name = "rekam_directive_officials"
    with Database(postgres.database(name, template=migrated)) as database:
        yield database
    postgres.drop(name)


def put(database, post="head_of_office", place="15.02", name="Budi Contoh", **changes):
    values = {"since": date(2016, 1, 4), "appointed_by": "contoh", "telephone": "0700-150-2001", **changes}
    with database.transaction() as connection:
        return officials.put_official(connection, post, place, name, **values)


def test_the_call_line_names_person_post_place_and_telephone(database):
    put(database)
    expected = "Budi Contoh, Kepala Dinas Dukcapil Merangin, 0700-150-2001"

    assert officials.call_line(database, "15.02", "head_of_office", OCTOBER) == expected
    with database.connection() as connection:
        assert officials.call_line(connection, "15.02", "head_of_office", OCTOBER) == expected
    assert officials.call_line(database, "15.03", "head_of_office", OCTOBER) == ""
    assert officials.call_line(database, "15.02", "head_of_office", date(2016, 1, 3)) == ""


def test_an_acting_holder_is_called_so(database):
    put(database, place="15.71", acting=True)

    assert "Plt. Kepala Dinas Dukcapil Kota Jambi" in officials.call_line(
        database, "15.71", "head_of_office", OCTOBER
    )


def test_the_database_itself_refuses_two_holders_of_one_day(database):
    put(database, place="15.08", until=OCTOBER)

    with pytest.raises(psycopg.errors.ExclusionViolation):
        put(database, place="15.08", name="Lain", since=OCTOBER)
    put(database, place="15.08", name="Lain", since=date(2017, 10, 18))
    put(database, place="15.08", post="regent", name="Bupati Contoh")
    put(database, place="15.07", name="Tetangga")
