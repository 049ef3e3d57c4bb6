"""The station's SQLite store: safe settings or none, migrations with a copy, one process."""

import os
import sqlite3

import pytest
from station_counter import resident

from rekam.edge.key import DraftKeys
from rekam.edge.store.station import Database, StationStore
from rekam.edge.store.station import database as database_room
from rekam.edge.store.station.drafts import Drafts
from rekam.edge.store.station.migration import migrate, migrations
from rekam.edge.store.station.power import Power, read_power
from rekam.edge.store.station.roster import Roster
from rekam.problem import Problem
from rekam.recording import Begun, Consented

LATEST = max(migrations())


@pytest.fixture
def database(tmp_path):
    opened = Database(tmp_path / "station.db")
    migrate(opened, migrations())
    yield opened
    opened.close()


def test_every_setting_that_durability_rests_on_is_in_force(database):
    assert database.pragma("journal_mode") == "wal"
    assert database.pragma("synchronous") == 2
    assert database.pragma("secure_delete") == 1


def test_a_setting_that_does_not_hold_stops_the_station(tmp_path, monkeypatch):
    monkeypatch.setattr(database_room, "PRAGMAS", (("synchronous", "OFF", 2),))
    with pytest.raises(Problem) as caught:
        Database(tmp_path / "station.db")
    assert caught.value == Problem("station.store_not_safe", setting="synchronous", found="0", expected="2")


def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path):
    path = tmp_path / "station.db"
    path.write_bytes(b"this is a letter to the camat" * 100)
    with pytest.raises(Problem, match="store_failed"):
        Database(path)
    assert path.read_bytes().startswith(b"this is a letter")


def test_a_damaged_page_is_found_at_opening(tmp_path):
    path = tmp_path / "station.db"
    opened = Database(path)
    migrate(opened, migrations())
    with opened.write():
        Roster(opened).load("1", [resident(number) for number in range(1, 400)], at=1)
    opened.close()
    content = bytearray(path.read_bytes())
    content[4096 * 6 : 4096 * 7] = os.urandom(4096)
    path.write_bytes(content)
    with pytest.raises(Problem, match="store_failed"):
        Database(path)


def test_a_transaction_that_fails_leaves_nothing(database):
    def fails_after_writing():
        with database.write():
            database.do("set_setting", "a", b"1")
            database.do("set_setting", "b")

    with pytest.raises(Problem, match="store_failed"):
        fails_after_writing()
    assert database.one("setting", "a") is None


def test_all_tables_are_strict(database):
    with database._lock:
        tables = database._connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
        ).fetchall()
    own = {row["name"]: row["strict"] for row in tables if not row["name"].startswith("sqlite_")}
    assert len(own) >= 11
    assert set(own.values()) == {1}


def test_a_migration_copies_the_database_first_and_runs_once(database, tmp_path):
    database.do("set_setting", "a", b"before")
    scripts = {
        **migrations(),
        LATEST + 1: "CREATE TABLE extra (x INTEGER) STRICT;\nINSERT INTO extra VALUES (7);\n",
    }
    assert migrate(database, scripts) == [LATEST + 1]
    assert migrate(database, scripts) == []
    copy = sqlite3.connect(tmp_path / f"station.db.before-{LATEST + 1:04}")
    assert copy.execute("SELECT value FROM setting").fetchall() == [(b"before",)]
    assert copy.execute("PRAGMA user_version").fetchone() == (LATEST,)
    copy.close()


def test_a_migration_that_fails_leaves_the_old_form(database):
    scripts = {
        **migrations(),
        LATEST + 1: "CREATE TABLE extra (x INTEGER) STRICT;\nINSERT INTO nowhere VALUES (1);\n",
    }
    with pytest.raises(Problem, match="store_failed"):
        migrate(database, scripts)
    assert database.pragma("user_version") == LATEST
    with pytest.raises(Problem, match="no such table"):
        database.script("SELECT * FROM extra;")


def test_a_database_of_a_later_program_is_not_touched(database):
    database.set_version(LATEST + 1)
    with pytest.raises(Problem) as caught:
        migrate(database, migrations())
    assert caught.value == Problem("station.store_newer", found=LATEST + 1, known=LATEST)


@pytest.mark.parametrize(
    "ask", [lambda base: base.pragma("user_version"), lambda base: base.all("courier_last_number")]
)
def test_a_disk_that_fails_while_reading_is_named(database, monkeypatch, ask):
    class Failing:
        in_transaction = False

        def execute(self, *_):
            raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(database, "_connection", Failing())
        with pytest.raises(Problem) as caught:
            ask(database)

    assert caught.value.code == "station.store_failed"


def test_a_second_process_is_refused(tmp_path):
    first = StationStore(tmp_path / "s", DraftKeys(tmp_path / "s" / "drafts"))
    with pytest.raises(Problem, match="already_running"):
        StationStore(tmp_path / "s", DraftKeys(tmp_path / "s" / "drafts"))
    first.close()
    StationStore(tmp_path / "s", DraftKeys(tmp_path / "s" / "drafts")).close()


def test_a_full_disk_is_named(database):
    # The page limit stands for the disk: SQLite reports both as SQLITE_FULL.
    pages = database.pragma("page_count")
    with database._lock:
        database._connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    with pytest.raises(Problem, match="no_space"):
        Roster(database).load("1", [resident(number) for number in range(1, 2000)], at=1)
    assert Roster(database).counts() == {}


# roster


@pytest.fixture
def roster(database):
    names = ["MUHAMMAD RIZKI", "MUHAMAD RISKY", "NUR HAYATI", "SUMIATI", "SUMIYATI BINTI ALI", "SLAMET"]
    roster = Roster(database)
    roster.load("2017-1", [resident(number, name=name) for number, name in enumerate(names, 1)], at=5)
    return roster


def names(found):
    return {one.biodata.name for one in found}


def test_a_name_is_found_in_its_other_spellings(roster):
    assert names(roster.search("Mohammad Rizky")) == {"MUHAMMAD RIZKI", "MUHAMAD RISKY"}
    assert names(roster.search("selamet")) == {"SLAMET"}
    assert names(roster.search("nurhayati")) == {"NUR HAYATI"}


def test_the_second_word_is_enough(roster):
    assert names(roster.search("rizki")) == {"MUHAMMAD RIZKI", "MUHAMAD RISKY"}
    assert names(roster.search("ali sumiati")) == {"SUMIYATI BINTI ALI"}


def test_signs_of_the_search_language_are_only_signs(roster):
    assert roster.search("%") == []
    assert roster.search("_") == []


def test_a_nik_is_found_whole_begun_and_with_blanks(roster):
    assert names(roster.search("1502014503870003")) == {"NUR HAYATI"}
    assert names(roster.search("1502 0145 0387 0003")) == {"NUR HAYATI"}
    assert len(roster.search("15020145")) == 6
    assert roster.search("99") == []


def test_a_family_number_finds_the_family(roster):
    assert names(roster.search("1502010101100002")) == {"MUHAMAD RISKY"}


def test_a_delta_does_not_undo_what_was_recorded(roster):
    roster.set_state(resident(6).nik, "recorded", packet_id=bytes(32), at=9)
    roster.load(
        "2017-2",
        [resident(6, name="SLAMET RAHARJO"), resident(7)],
        removed=[resident(1).nik, resident(6).nik],
        at=10,
    )
    line = roster.resident(resident(6).nik)
    assert (line.biodata.name, line.state) == ("SLAMET RAHARJO", "recorded")
    assert roster.resident(resident(1).nik) is None
    assert roster.version() == ("2017-2", 10)


# drafts


@pytest.fixture
def drafts(database, tmp_path):
    return Drafts(database, DraftKeys(tmp_path / "drafts"))


BEGUN = Begun(at=1, operator="rina", station="S", biodata=resident(1))


def test_an_event_is_added_once_by_its_number(drafts):
    drafts.begin("d1", BEGUN, operator="rina", at=1)
    drafts.add("d1", 2, [Consented(2, "rina")], at=2)
    with pytest.raises(Problem, match="draft_changed"):
        drafts.add("d1", 2, [Consented(3, "rina")], at=3)
    assert drafts.read("d1").last == 2


def test_nothing_of_the_resident_is_readable_in_the_draft_tables(drafts, database, tmp_path):
    drafts.begin("d1", BEGUN, operator="rina", at=1)
    database.copy_to(tmp_path / "copy.db")
    content = b"".join(path.read_bytes() for path in tmp_path.glob("*.db*"))
    for secret in (b"SULASTRI", resident(1).nik.encode(), b"BANGKO"):
        assert secret not in content


def test_events_swapped_in_the_database_are_noticed(drafts, database):
    drafts.begin("d1", BEGUN, operator="rina", at=1)
    drafts.add("d1", 2, [Consented(2, "rina")], at=2)
    with database.write(), database._lock:
        database._connection.execute("UPDATE draft_event SET number = 9 WHERE number = 1")
        database._connection.execute("UPDATE draft_event SET number = 1 WHERE number = 2")
        database._connection.execute("UPDATE draft_event SET number = 2 WHERE number = 9")
    with pytest.raises(Problem, match="draft_unreadable"):
        drafts.read("d1")


def test_a_closed_draft_is_swept_with_its_key(drafts, database, tmp_path):
    drafts.begin("d1", BEGUN, operator="rina", at=1)
    with database.write():
        drafts.close("d1", at=2)
    assert drafts.sweep() == 1
    assert list((tmp_path / "drafts").iterdir()) == []
    assert database.all("draft_events", "d1") == []


def test_a_key_without_a_draft_is_swept(drafts, tmp_path):
    DraftKeys(tmp_path / "drafts").create("d9")
    assert drafts.sweep() == 1
    assert list((tmp_path / "drafts").iterdir()) == []


# power


def test_mains_and_battery_are_read_as_the_kernel_writes_them(tmp_path):
    for name, files in {
        "AC": {"type": "Mains\n", "online": "0\n"},
        "BAT0": {"type": "Battery\n", "capacity": "73\n"},
        "BAT1": {"type": "Battery\n", "capacity": "12\n"},
    }.items():
        (tmp_path / name).mkdir()
        for file, text in files.items():
            (tmp_path / name / file).write_text(text)
    assert read_power(tmp_path) == Power(on_mains=False, battery_percent=12)
    assert read_power(tmp_path / "nothing") == Power(None, None)
