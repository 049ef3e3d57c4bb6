"""``rekam audit verify`` on stations, disks and offices: what was signed has to hold without the centre's help."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from centre_world import open_world
from courier_bed import made_station, office_of, record

from rekam.centre.courier import deliver_disk
from rekam.edge.store.courier_disk import FOLDER
from rekam.edge.witness import audit_folder, kind_of
from rekam.packet import sign_receipt
from rekam.packet.receipt import Receipt, log_leaf
from rekam.problem import Problem
from rekam.station.courier import pack, take_receipts
from rekam.station.courier.main import pack_disk, take_disk


@pytest.fixture(scope="module")
def office(postgres, migrated, tmp_path_factory):
    name = f"rekam_courier_audit_{os.getpid()}"
    with open_world(tmp_path_factory.mktemp("centre"), postgres.database(name, template=migrated)) as world:
        yield office_of(world, tmp_path_factory.mktemp("office"))
    postgres.drop(name)


@pytest.fixture(scope="module")
def built(office, tmp_path_factory):
    """A folder with a station that delivered two packets by disk and holds a third, and the disk before its return."""
    folder = tmp_path_factory.mktemp("built")
    stations, disk = folder / "dinas", folder / "disk"
    stations.mkdir()
    disk.mkdir()
    station = made_station(office, stations, "ST-1")
    record(station, 1, 2)
    pack(station, disk)
    deliver_disk(office.centre, disk)
    shutil.copytree(disk, stations / "cakram")
    take_receipts(station, disk)
    record(station, 3)
    station.close()
    return stations


@pytest.fixture
def served(built, tmp_path):
    """A copy of it to damage."""
    return Path(shutil.copytree(built, tmp_path / "dinas"))


def changed(folder, sql, *values):
    with sqlite3.connect(folder / "station.db") as connection:
        assert connection.execute(sql, values).rowcount >= 1


def test_a_sound_station_disk_and_office_are_found_sound(served):
    station = audit_folder(served / "ST-1")
    assert (station["kind"], station["packets"], station["receipts"]) == ("station", 3, 2)
    assert (station["gaps"], station["breaks"], station["receipts_wrong"]) == (0, 0, 0)
    assert (station["heads"], station["heads_inconsistent"], station["sound"]) == (2, 0, True)
    disk = audit_folder(served / "cakram")
    assert (disk["kind"], disk["packets"], disk["receipts"], disk["sound"]) == ("disk", 2, 2, True)
    whole = audit_folder(served)
    assert (whole["kind"], whole["packets"], whole["receipts"]) == ("office", 5, 4)
    assert (whole["heads"], whole["sound"]) == (2, True)


def test_an_audit_writes_nothing(served):
    before = {path: path.stat().st_mtime_ns for path in served.rglob("*") if path.is_file()}
    audit_folder(served)
    after = {path: path.stat().st_mtime_ns for path in served.rglob("*") if path.is_file()}
    assert {path: at for path, at in after.items() if not path.name.endswith(("-shm", "-wal"))} == before


def test_a_running_station_can_be_audited(office, tmp_path):
    station = made_station(office, tmp_path, "ST-7")
    record(station, 1)
    assert audit_folder(tmp_path / "ST-7")["packets"] == 1
    station.close()


@pytest.mark.parametrize(
    ("sql", "counter"),
    [
        ("DELETE FROM outbox WHERE sequence = 2", "gaps"),
        ("DELETE FROM outbox WHERE sequence = 3", "gaps"),
        ("UPDATE outbox SET receipt = NULL WHERE sequence = 1", "receipts_wrong"),
        ("UPDATE outbox SET manifest = CAST(substr(manifest, 1, 200) || X'00' || substr(manifest, 202) AS BLOB)",
         "breaks"),
        ("UPDATE outbox SET receipt = (SELECT receipt FROM outbox WHERE sequence = 2) WHERE sequence = 1",
         "receipts_wrong"),
        ("UPDATE outbox SET manifest = (SELECT manifest FROM outbox WHERE sequence = 3) WHERE sequence = 2", "breaks"),
        ("UPDATE chain SET sequence = 4", "gaps"),
        ("UPDATE chain SET hash = X'" + "11" * 32 + "'", "breaks"),
        ("INSERT INTO log_head SELECT size, X'" + "22" * 32 + "', 5, NULL FROM log_head LIMIT 1", "heads_inconsistent"),
    ],
)  # fmt: skip
def test_what_was_changed_in_a_copy_is_found(served, sql, counter):
    changed(served / "ST-1", sql)
    report = audit_folder(served / "ST-1")
    assert report[counter] >= 1
    assert report["sound"] is False
    assert report["problems"] or counter == "heads_inconsistent"


def test_a_body_taken_from_a_disk_is_found_while_it_has_no_receipt(office, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    station = made_station(office, tmp_path, "ST-8")
    (packet,) = record(station, 1)
    pack(station, disk)
    station.close()
    assert audit_folder(disk)["sound"] is True
    (disk / FOLDER / "ST-8" / "bodies" / f"{packet.hex()}.body").unlink()
    assert (audit_folder(disk)["gaps"], audit_folder(disk)["sound"]) == (1, False)


def test_an_answer_altered_on_a_disk_is_found(served):
    path = served / "cakram" / FOLDER / "ST-1" / "answer-000001.cose"
    altered = bytearray(path.read_bytes())
    altered[len(altered) // 2] ^= 1
    path.write_bytes(altered)
    report = audit_folder(served / "cakram")
    assert (report["receipts_wrong"], report["sound"]) == (1, False)


def test_a_centre_that_shows_two_histories_is_caught_where_an_office_holds_both(office, served):
    """The other history: one packet at place 0 that this station never heard of."""
    other = made_station(office, served, "ST-2")
    (packet,) = record(other, 5)
    signer = office.centre.keys.signer
    leaf = log_leaf(packet, "ST-2", 1, 1_507_600_900)
    lie = Receipt(
        packet_id=packet, station="ST-2", sequence=1, received_at=1_507_600_900, copies=2, test_read=True,
        log_index=0, log_size=1, log_root=leaf, proof=(), centre=signer.key_id,
    )  # fmt: skip
    other.port.accept_receipt(sign_receipt(lie, signer), lie)
    other.close()
    for name in ("ST-1", "ST-2"):
        assert audit_folder(served / name)["sound"] is True
    together = audit_folder(served)
    assert together["heads_inconsistent"] >= 1
    assert together["sound"] is False
    assert "courier.two_histories" in together["problems"]


def test_a_folder_of_nothing_is_named(tmp_path):
    with pytest.raises(Problem) as caught:
        kind_of(tmp_path)
    assert caught.value.code == "courier.nothing_to_audit"
    assert not list(tmp_path.iterdir())


def test_the_command_line_packs_and_audits(served, tmp_path):
    disk = tmp_path / "usb"
    disk.mkdir()
    packed = rekam("courier", "pack", "--folder", str(served / "ST-1"), "--disk", str(disk), "--json")
    assert packed.returncode == 0, packed.stderr
    assert json.loads(packed.stdout)["copied"] == 1
    audited = rekam("audit", "verify", "--folder", str(disk), "--json")
    assert (audited.returncode, json.loads(audited.stdout)["sound"]) == (0, True)


def test_the_commands_name_a_folder_that_is_no_station_and_one_that_runs(office, tmp_path):
    with pytest.raises(Problem) as caught:
        pack_disk(tmp_path / "nowhere", tmp_path)
    assert caught.value.code == "station.not_provisioned"
    assert not (tmp_path / "nowhere").exists()
    station = made_station(office, tmp_path, "ST-9")
    with pytest.raises(Problem) as caught:
        take_disk(tmp_path / "ST-9", tmp_path)
    assert caught.value.code == "courier.station_running"
    station.close()


def rekam(*words):
    return subprocess.run(
        [sys.executable, "-m", "rekam.command", *words],
        capture_output=True, text=True, timeout=120, check=False, env={**os.environ},
    )  # fmt: skip
