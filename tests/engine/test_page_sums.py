"""Flipped bits in the station's database and its log: put right, named, or without effect; never believed."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import zlib

import pytest

from rekam.edge.store.station import Database
from rekam.edge.store.station.wal_frames import read_frames
from rekam.problem import Problem


def flip(path, bit):
    """Turns one bit over; no program wrote, so the time of change stays."""
    status = path.stat()
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 0x80 >> bit % 8
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def fill(database, rows, text="baris"):
    database.script("CREATE TABLE IF NOT EXISTS line (number INTEGER PRIMARY KEY, text TEXT NOT NULL);")
    for number in range(rows):
        with database.write():
            database._connection.execute("INSERT INTO line (text) VALUES (?)", (f"{text} {number} " * 9,))


def lines(database):
    return [tuple(row) for row in database._connection.execute("SELECT * FROM line ORDER BY number")]


def lines_or_code(path):
    try:
        database = Database(path)
    except Problem as problem:
        return problem.code
    found = lines(database)
    database.close()
    return found


@pytest.fixture
def closed(tmp_path):
    """A database that was closed properly, and what it held."""
    database = Database(tmp_path / "station.db")
    fill(database, 60)
    held = lines(database)
    database.close()
    return tmp_path / "station.db", held


@pytest.fixture
def crashed(tmp_path):
    """A database whose program died: everything new is in the log alone."""
    (tmp_path / "live").mkdir()
    database = Database(tmp_path / "live" / "station.db")
    fill(database, 60)
    held = lines(database)
    left = tmp_path / "left"
    shutil.copytree(tmp_path / "live", left)
    database.close()
    return left / "station.db", held


def test_one_flipped_bit_anywhere_in_the_database_is_put_right(closed):
    path, held = closed
    whole = path.read_bytes()
    chance = random.Random(1)
    for bit in [16 * 8 + 3, 200, *(chance.randrange(len(whole) * 8) for _ in range(6))]:
        flip(path, bit)
        database = Database(path)
        assert database.sums.mended == 1
        assert lines(database) == held
        database.close()
        assert path.read_bytes() == whole


def test_a_page_that_is_wrong_in_more_than_a_bit_is_named_and_not_changed(closed):
    path, _ = closed
    bit = path.read_bytes().find(b"baris") * 8
    flip(path, bit + 7)
    flip(path, bit + 15)
    damaged = path.read_bytes()
    with pytest.raises(Problem) as caught:
        Database(path)
    assert caught.value.code == "station.store_failed"
    assert path.read_bytes() == damaged


def test_a_database_that_somebody_else_wrote_is_believed_and_gets_new_checksums(closed):
    path, held = closed
    with sqlite3.connect(path) as other:
        other.execute("DELETE FROM line WHERE number > 10")
    other.close()
    database = Database(path)
    assert lines(database) == held[:10]
    database.close()
    flip(path, path.read_bytes().find(b"baris") * 8 + 7)
    database = Database(path)
    assert database.sums.mended == 1
    database.close()


def test_damaged_checksums_are_made_anew_from_the_database(closed):
    path, held = closed
    sums = path.with_name("station.db-sums")
    flip(sums, 100)
    database = Database(path)
    assert lines(database) == held
    database.close()
    content = sums.read_bytes()
    assert zlib.crc32(content[:-4]) == int.from_bytes(content[-4:], "big")


def test_one_flipped_bit_in_the_log_takes_back_no_transaction(crashed):
    path, held = crashed
    log = path.with_name("station.db-wal")
    whole, chance = log.read_bytes(), random.Random(2)
    kept = {file: file.read_bytes() for file in path.parent.iterdir()}
    told = 0
    for bit in [3, 18 * 8, 25 * 8, 40 * 8, *(chance.randrange(len(whole) * 8) for _ in range(20))]:
        for file, content in kept.items():
            file.write_bytes(content)
        flip(log, bit)
        found = lines_or_code(path)
        told += found == "station.store_failed"
        assert found in ("station.store_failed", held)
    # The checksum of the log hardly tells the highest bits of words apart: those are named, the rest put right.
    assert told < 12


def test_a_torn_end_of_the_log_is_no_rot(crashed):
    path, held = crashed
    log = path.with_name("station.db-wal")
    log.write_bytes(log.read_bytes()[:-3000] + bytes(3000))
    database = Database(path)
    assert database.sums.mended == 0
    assert lines(database) == held[:-1]
    database.close()


def test_a_reading_of_the_log_finds_what_sqlite_finds(crashed):
    path, _ = crashed
    log = path.with_name("station.db-wal")
    frames = read_frames(log)
    content = log.read_bytes()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        pages = other.execute("PRAGMA page_count").fetchone()[0]
    other.close()
    assert frames.pages == pages
    brought = path.read_bytes()
    for page, at in frames.images.items():
        end = page * frames.page_size
        assert brought[end - frames.page_size : end] == content[at : at + frames.page_size]


def test_a_kill_between_expecting_and_settling_leaves_a_database_that_opens(tmp_path):
    path = tmp_path / "station.db"
    database = Database(path)
    fill(database, 30)
    held = lines(database)
    database.sums.expect()
    for name in ("before", "after"):
        left = tmp_path / name
        left.mkdir()
        for file in tmp_path.glob("station.db*"):
            shutil.copy2(file, left)
        opened = Database(left / "station.db")
        assert lines(opened) == held
        opened.close()
        database._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    database.close()


def test_many_commits_bring_the_log_into_the_database_with_their_checksums(tmp_path):
    path = tmp_path / "station.db"
    database = Database(path)
    fill(database, 450)
    held = lines(database)
    for file in tmp_path.glob("station.db*"):
        shutil.copy2(file, tmp_path / f"left-{file.name}")
    database.close()
    assert (tmp_path / "left-station.db").stat().st_size > 10 * 4096
    left = tmp_path / "left"
    left.mkdir()
    for file in tmp_path.glob("left-station.db*"):
        file.rename(left / file.name.removeprefix("left-"))
    reopened = Database(left / "station.db")
    assert lines(reopened) == held
    reopened.close()


def test_frames_of_a_commit_that_was_taken_back_are_not_expected(tmp_path):
    """A commit whose flush failed leaves whole frames in the log that SQLite itself does not count."""
    (tmp_path / "twin").mkdir()
    twin = Database(tmp_path / "twin" / "station.db")
    fill(twin, 5)
    content = {path.name: path.read_bytes() for path in (tmp_path / "twin").iterdir()}
    fill(twin, 1, text="gagal")
    longer = (tmp_path / "twin" / "station.db-wal").read_bytes()
    (tmp_path / "live").mkdir()
    for name, held in content.items():
        if not name.endswith("-shm"):
            (tmp_path / "live" / name).write_bytes(held)
    path = tmp_path / "live" / "station.db"
    database = Database(path)
    log = path.with_name("station.db-wal")
    short = log.read_bytes()
    assert longer.startswith(short)
    assert len(longer) > len(short)
    assert read_frames(tmp_path / "twin" / "station.db-wal").images != read_frames(log).images
    with log.open("ab") as file:
        file.write(longer[len(short) :])
    database.checkpoint()
    database.close()
    twin.close()
    assert len(lines_or_code(path)) == 5


READER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM line").fetchone()
connection.close()
"""


@pytest.mark.parametrize("moment", ["opened", "checkpoint"])
def test_a_reader_of_another_process_does_not_take_itself_for_the_only_one(tmp_path, moment):
    """Closing any descriptor of a file ends a process' POSIX locks on it; SQLite's last reader clears the log away."""
    path = tmp_path / "station.db"
    database = Database(path)
    fill(database, 3)
    database.close()
    path.with_name("station.db-sums").unlink()
    database = Database(path)
    fill(database, 1, text="baru")
    if moment == "checkpoint":
        database.checkpoint()
        fill(database, 1, text="lagi")
    log = path.with_name("station.db-wal")
    held = log.stat().st_ino

    subprocess.run([sys.executable, "-c", READER, str(path)], check=True)

    assert log.stat().st_ino == held
    fill(database, 1, text="terakhir")
    found = lines(database)
    database.close()
    assert lines_or_code(path) == found
    assert found[-1][1].startswith("terakhir")
