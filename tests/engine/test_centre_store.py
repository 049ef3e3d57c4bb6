import re
import threading
from datetime import date
from importlib.resources import files

import psycopg
import pytest
from centre_world import NOON, resident

from rekam.account import Account, Role
from rekam.edge.job import JobQueue, unfinished
from rekam.edge.store.centre import Database, migrate
from rekam.edge.store.centre.accounts import put_account
from rekam.edge.store.centre.audit import write
from rekam.edge.store.centre.statements import parse, statements
from rekam.edge.store.postgres import open_server
from rekam.problem import Problem

SUBJECTS = sorted(
    script.name.removesuffix(".sql")
    for script in (files("rekam.edge.store.centre") / "statement").iterdir()
    if script.name.endswith(".sql")
)


def test_a_migrated_database_needs_no_migration(database):
    assert migrate(database) == []


def test_two_processes_may_migrate_at_once(postgres, request):
    name = "rekam_race"
    request.addfinalizer(lambda: postgres.drop(name))
    url = postgres.database(name)
    applied = []

    def run():
        with Database(url) as one:
            applied.append(migrate(one))

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    scripts = list((files("rekam.edge.store.centre") / "migration").iterdir())
    assert sorted(map(len, applied)) == [0, 0, len(scripts) + 1]


def test_a_database_of_a_newer_program_is_refused(database):
    with database.transaction() as connection:
        connection.execute("INSERT INTO public.rekam_migration VALUES (9999, 0)")

    with pytest.raises(Problem, match=r"centre\.database_newer"):
        migrate(database)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_statement_is_one_that_the_database_can_prepare(database, subject):
    with database.transaction() as connection:
        for maker in {"people", subject}:
            for name, statement in statements(maker).items():
                if name.startswith("make_"):
                    connection.execute(statement)
        for name, statement in statements(subject).items():
            # COPY, CREATE and LOCK cannot be prepared; they run in other tests.
            if not name.startswith(("copy_", "make_", "hold_")):
                connection.execute(b"PREPARE trial AS " + numbered(statement))
                connection.execute("DEALLOCATE trial")


def numbered(statement: bytes) -> bytes:
    """The statement with the server's places, ``$1``, instead of the driver's."""
    for number, place in enumerate(dict.fromkeys(re.findall(rb"%\((\w+)\)s", statement)), start=1):
        statement = statement.replace(b"%(" + place + b")s", b"$%d" % number)
    return statement.replace(b"%%", b"%")


def test_a_statement_file_is_parsed_by_its_names():
    found = parse("-- one --\n-- says one\nSELECT 1;\n\n-- two --\nSELECT 2\n")

    assert dict(found) == {"one": b"-- says one\nSELECT 1", "two": b"SELECT 2"}
    with pytest.raises(ValueError, match="stands twice"):
        parse("-- a --\nSELECT 1;\n-- a --\nSELECT 2;")


def test_sessions_are_durable_and_notice_dead_clients(database):
    with database.connection() as connection:
        shown = {
            name: connection.execute(f"SHOW {name}".encode()).fetchone()[0]
            for name in (
                "synchronous_commit",
                "fsync",
                "full_page_writes",
                "client_connection_check_interval",
            )
        }

    assert shown == {
        "synchronous_commit": "on",
        "fsync": "on",
        "full_page_writes": "on",
        "client_connection_check_interval": "1s",
    }


def test_an_unreachable_database_is_named(tmp_path):
    with pytest.raises(Problem, match=r"centre\.database_unreachable"):
        open_server(tmp_path, {"REKAM_DATABASE": "postgresql://nobody@127.0.0.1:1/none"})
    with pytest.raises(Problem, match=r"centre\.database_unreachable"):
        Database("postgresql://nobody@127.0.0.1:1/none").open(timeout=2)


def test_a_real_server_named_in_the_environment_is_used(postgres, tmp_path):
    assert open_server(tmp_path, {"REKAM_DATABASE": postgres.url}).embedded is None
    assert list(tmp_path.iterdir()) == []


def test_a_job_exists_exactly_when_its_transaction_commits(database):
    queue = JobQueue()
    with pytest.raises(RuntimeError, match="power"), database.transaction() as connection:  # noqa: PT012
        queue.defer(connection, "prepare", bytes(32))
        raise RuntimeError("power")
    with database.connection() as connection:
        assert unfinished(connection) == 0

    with database.transaction() as connection:
        queue.defer(connection, "prepare", bytes(32))
        with database.connection() as other:
            assert unfinished(other) == 0
    with database.connection() as connection:
        assert unfinished(connection) == 1


def test_the_audit_is_a_chain_from_the_first_line(centre_store):
    for number in range(5):
        centre_store.audit.write(
            "ani", "look", "15.02", f"nik-{number}", at=NOON + number, details={"page": number}
        )
    lines = centre_store.audit.lines()

    assert [line.audit_id for line in lines] == [5, 4, 3, 2, 1]
    assert [line.previous for line in lines[:-1]] == [line.hash for line in lines[1:]]
    assert lines[-1].previous == bytes(32)
    report = centre_store.audit.verify()
    assert (report.lines, report.first_wrong, report.head) == (5, None, lines[0].hash)


@pytest.mark.parametrize(
    ("act", "wrong"),
    [
        ("UPDATE audit SET actor = 'budi' WHERE audit_id = 3", 3),
        ("UPDATE audit SET details = '{\"page\": 9}' WHERE audit_id = 2", 2),
        ("UPDATE audit SET at = at + 1 WHERE audit_id = 1", 1),
        ("DELETE FROM audit WHERE audit_id = 4", 4),
        ("DELETE FROM audit WHERE audit_id = 5", 5),
        ("DELETE FROM audit", 1),
    ],
)
def test_any_change_to_the_audit_is_found(centre_store, act, wrong):
    for number in range(5):
        centre_store.audit.write(
            "ani", "look", "15.02", f"nik-{number}", at=NOON + number, details={"page": number}
        )
    with centre_store.database.transaction() as connection:
        connection.execute(
            "SET LOCAL session_replication_role = replica"
        )  # what an owner of the server can do
        connection.execute(act.encode())

    assert centre_store.audit.verify().first_wrong == wrong


def test_writers_at_the_same_time_leave_a_sound_chain(centre_store):
    def write_many(name):
        for number in range(20):
            centre_store.audit.write(name, "look", "", str(number), at=NOON)

    threads = [threading.Thread(target=write_many, args=(name,)) for name in ("ani", "budi", "citra")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    report = centre_store.audit.verify()
    assert (report.lines, report.first_wrong) == (60, None)


def test_an_act_that_fails_leaves_no_audit_line(centre_store):
    with pytest.raises(RuntimeError, match="power"), centre_store.database.transaction() as connection:  # noqa: PT012
        write(connection, "ani", "print_card", "15.02", "x", at=NOON)
        raise RuntimeError("power")

    assert centre_store.audit.verify().lines == 0


def test_the_audit_is_searched_by_person_act_place_and_subject(centre_store):
    for actor, act, place, subject in [
        ("ani", "look", "15.02.01", "a"),
        ("budi", "look", "15.03", "a"),
        ("ani", "print_card", "15.02", "b"),
    ]:
        centre_store.audit.write(actor, act, place, subject, at=NOON)
    audit = centre_store.audit

    assert len(audit.lines("15.02")) == 2
    assert len(audit.lines(actor="ani")) == 2
    assert [line.actor for line in audit.lines(act="look", subject="a", territory="15.03")] == ["budi"]
    assert [line.audit_id for line in audit.lines(before=3)] == [2, 1]


def test_an_account_comes_back_as_it_was(centre_store):
    ani = Account("ani", "Ani", Role.ADJUDICATOR, "", "$argon2id$secret", 1_600_000_000)
    with centre_store.database.transaction() as connection:
        put_account(connection, ani)
        put_account(connection, Account("op", "Op", Role.OPERATOR, "15.02.01", "h", active=False))

    assert centre_store.accounts.account("ani") == ani
    assert centre_store.accounts.account("nobody") is None
    assert [one.name for one in centre_store.accounts.all("15")] == ["op"]


def test_residents_are_found_by_the_key_of_their_name_and_paged(world):
    people = [resident(number) for number in range(1, 8)]
    world.load(*people)
    people_of = world.centre.store.people
    key = people_of.missing("15")[0].name_key

    assert len(people_of.by_name(key[:4], "15.02.01")) == 7
    assert people_of.by_name(key[:4], "15.03") == []
    first = people_of.missing("15.02", limit=4)
    last = first[-1]
    rest = people_of.missing("15.02", after=(last.biodata.village, last.name_key, last.biodata.nik), limit=4)
    assert {one.biodata.nik for one in (*first, *rest)} == {one.nik for one in people}
    assert len(first) + len(rest) == 7


def test_a_failed_load_leaves_nothing_behind(world):
    with pytest.raises(psycopg.errors.UniqueViolation):
        world.load(resident(1), resident(1))

    assert world.centre.store.people.cut() is None
    assert world.centre.store.people.missing_count("") == 0
    assert world.centre.store.database.value(b"SELECT to_regclass('rekam.resident_missing')") is not None


def test_a_cut_keeps_its_day(world):
    world.load(resident(1))
    assert world.centre.store.people.cut().as_of == date(2017, 6, 30)


def test_an_account_is_kept_with_its_audit_line_and_without_its_password(world):
    from rekam.centre.accounts import keep_account

    keep_account(
        world.centre, Account("op", "Op", Role.OPERATOR, "15.02.01", "$argon2id$secret"), actor="pusat"
    )

    line = world.centre.store.audit.lines(act="keep_account")[0]
    assert (line.actor, line.place, line.subject) == ("pusat", "15.02.01", "op")
    assert "secret" not in str(line)
    assert world.centre.store.accounts.account("op").role is Role.OPERATOR


def test_parts_of_a_centre_that_start_together_share_one_database_and_one_set_of_keys(
    postgres, tmp_path, request
):
    from rekam.centre.keys import open_keys

    name = "rekam_together"
    request.addfinalizer(lambda: postgres.drop(name))
    opened, failures = [], []

    def start():
        try:
            opened.append((postgres.database(name), open_keys(tmp_path / "keys").recipients))
        except (Problem, psycopg.Error) as failure:
            failures.append(failure)

    threads = [threading.Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert len(set(opened)) == 1
