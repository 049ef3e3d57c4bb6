"""The disk pulled, or the laptop killed, at any step of packing and of taking receipts back.

A trial forks a child that dies at its n-th step towards a disk. On the courier's disk there is then nothing
half-named; on the station nothing is deleted that has no receipt; doing it again brings everything to its end.
"""

import hashlib
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import pytest

from rekam.edge.store.courier_disk import FOLDER, CourierDisk
from rekam.edge.store.station.courier import CourierBook
from rekam.fault.bed.counter import SIGNATURE, absent_centre, make_counter, resident
from rekam.packet import ExchangeAnswer, Peaks, issue_receipt, read_request, sign_answer
from rekam.packet.batch import read_batch
from rekam.station.courier import pack, take_receipts

sys.path.insert(0, str(Path(__file__).parent))
from test_station_kill import Plug

sys.path.pop(0)

pytestmark = pytest.mark.crash

AT = 1_507_600_800
PACKETS = 2


@pytest.fixture(scope="module")
def prepared():
    """A station with two sealed recordings, an empty disk, and a copy of both after the centre answered."""
    shared = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=shared if os.access(shared, os.W_OK) else None))
    keys, public = absent_centre(folder / "centre")
    counter, _ = make_counter(folder / "begun" / "station", public, clock=lambda: AT)
    station = counter.open()
    for number in range(1, PACKETS + 1):
        counter.operator(station).record(resident(number).nik, SIGNATURE)
    station.close()
    (folder / "begun" / "disk").mkdir()
    shutil.copytree(folder / "begun", folder / "answered")
    counter.folder = folder / "answered" / "station"
    station = counter.open()
    pack(station, folder / "answered" / "disk")
    _answer(CourierDisk(folder / "answered" / "disk"), station, keys.signer("centre"))
    station.close()
    yield folder, counter
    shutil.rmtree(folder)


def _answer(disk, station, signer):
    """What a centre answers that holds everything on the list."""
    verifier = station.signer.verifier
    batch = read_batch(disk.batch("ST-1", 1), lambda _: verifier)
    receipts, log = [], Peaks()
    for item in batch.items:
        signed, log = issue_receipt(
            log, packet_id=item.packet_id, station="ST-1", sequence=item.sequence, received_at=AT, copies=2,
            test_read=True, signer=signer,
        )  # fmt: skip
        receipts.append(signed)
    answer = ExchangeAnswer(
        station="ST-1", nonce=read_request(batch.request, lambda _: verifier).nonce, answered_at=AT,
        receipts=tuple(receipts), log_size=log.size, log_root=log.root,
    )  # fmt: skip
    disk.put_answer("ST-1", 1, sign_answer(answer, signer))


def killed_at(counter, act, point):
    """Runs the act in a child that dies at the point; whether it died."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            Plug(point).into(lambda: act(counter))
            status = 0
        finally:
            os._exit(status)
    _, state = os.waitpid(child, 0)
    died = os.WIFSIGNALED(state) and os.WTERMSIG(state) == signal.SIGKILL
    assert died or os.waitstatus_to_exitcode(state) == 0
    return died


def trials(prepared, start, act, points):
    """A fresh copy for each point, until the act outlives one."""
    folder, counter = prepared
    for point in points:
        place = folder / f"{act.__name__}-{point}"
        shutil.copytree(folder / start, place)
        counter.folder = place / "station"
        died = killed_at(counter, act, point)
        yield counter, place / "disk", died
        shutil.rmtree(place)
        if not died:
            return


def do_pack(counter):
    pack(counter.open(), counter.folder.parent / "disk")


def do_take(counter):
    take_receipts(counter.open(), counter.folder.parent / "disk")


def check_whole(disk, verifier):
    """Every named file of the disk is what its name says."""
    for path in disk.rglob("*.body"):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem
    for path in disk.rglob("batch-*.cose"):
        assert len(read_batch(path.read_bytes(), lambda _: verifier).items) == PACKETS


def test_a_disk_pulled_at_any_step_of_packing_holds_only_whole_things(prepared):
    reached = 0
    for counter, disk, died in trials(prepared, "begun", do_pack, range(2, 600, 5)):
        reached += died
        station = counter.open()
        check_whole(disk, station.signer.verifier)
        copied = set(CourierBook(station.store.database).transit())
        assert copied <= {bytes.fromhex(path.stem) for path in disk.rglob("*.body")}
        again = pack(station, disk)
        assert (again.copied + again.already, again.left, again.stopped) == (PACKETS, 0, None)
        assert len(list((disk / FOLDER / "ST-1" / "bodies").glob("*.body"))) == PACKETS
        assert not list(disk.rglob(".*.part"))
        assert len(list(station.store.files.ids())) == PACKETS
        station.close()
    assert reached > 10


def test_a_kill_at_any_step_of_taking_receipts_deletes_nothing_without_one(prepared):
    reached = 0
    for counter, disk, died in trials(prepared, "answered", do_take, range(2, 600, 5)):
        reached += died
        station = counter.open()
        held = set(station.store.files.ids())
        lines = station.store.outbox.latest(10)
        assert {line.packet_id for line in lines if line.receipt is None} <= held
        on_disk = {bytes.fromhex(path.stem) for path in disk.rglob("*.body")}
        assert {line.packet_id for line in lines if line.receipt is None} <= on_disk
        take_receipts(station, disk)
        assert {line.state for line in station.store.outbox.latest(10)} == {"receipted"}
        assert list(station.store.files.ids()) == []
        station.close()
    assert reached > 5
