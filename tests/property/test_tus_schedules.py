"""Any order of chunks, cut, doubled, overlapping, out of order, with crashes and power cuts in between."""

import hashlib
import random
import shutil
import tempfile
from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from rekam.edge.wire.tus import core
from rekam.edge.wire.tus.core import Head, Known, Limits
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.edge.wire.tus.server import TusServer
from rekam.edge.wire.tus.upload import metadata_of
from rekam.fault import Trials
from rekam.fault.case import run_case
from rekam.problem import Problem

SECTOR = 512
LIMITS = Limits(commit_every=700)


class Disk:
    """Remembers what was flushed, so that a power cut can take back the rest, sector by sector."""

    def __init__(self, folder):
        self.folder = folder
        self.flushed = {}

    def sync(self, handle):
        path = Path(f"/proc/self/fd/{handle}").resolve()
        self.flushed[path.stem] = path.read_bytes()

    def power_cut(self, chance):
        for path in self.folder.glob("*.part"):
            now, then = path.read_bytes(), self.flushed[path.stem]
            then = then.ljust(len(now), b"\0")
            sectors = range(0, len(now), SECTOR)
            torn = b"".join((now if chance.random() < 0.5 else then)[at : at + SECTOR] for at in sectors)
            path.write_bytes(torn)


class Schedules(RuleBasedStateMachine):
    disk_of = Disk

    @initialize(length=st.integers(1, 5000), seed=st.integers(0, 2**32))
    def begin(self, length, seed):
        self.folder = Path(tempfile.mkdtemp())
        self.chance = random.Random(seed)
        self.body = self.chance.randbytes(length)
        self.packet = hashlib.sha256(self.body).digest()
        self.held = {}
        self.disk = self.disk_of(self.folder / "uploads")
        self.taken = []
        self.acknowledged = 0
        self.poisoned = False
        self.uploads = None
        self.start()

    def start(self):
        if self.uploads is not None:
            self.uploads.close()
        self.uploads = PartialUploads(self.folder / "uploads", sync=self.disk.sync)
        self.server = TusServer(self.uploads, self, limits=LIMITS)
        self.server.hand_over_finished()

    # the centre
    def expects(self, packet_id):
        return len(self.body)

    def holds(self, packet_id):
        return len(self.held[packet_id]) if packet_id in self.held else None

    def on_complete(self, packet_id, path):
        body = path.read_bytes()
        if hashlib.sha256(body).digest() != packet_id:
            assert self.poisoned
            self.acknowledged, self.poisoned = 0, False  # the upload is thrown away and begins anew
            raise Problem("delivery.body_hash", packet=packet_id.hex()[:12])
        self.held[packet_id] = body
        self.taken.append(packet_id)

    # the way of the shell, without a network
    def known(self):
        upload = self.uploads.find(self.packet)
        return Known(upload, None if upload else self.holds(self.packet))

    def offset(self):
        try:
            return int(core.look(self.known()).headers["Upload-Offset"])
        except Problem:
            return None

    def send(self, offset, data, *, checksum_of=None, arrives=None, pieces=1):
        """One PATCH; ``arrives`` bytes come before the line breaks. The status, ``None`` when it broke."""
        headers = {"content-type": core.MEDIA_TYPE, "upload-offset": str(offset)}
        if checksum_of is not None:
            digest = hashlib.sha256(checksum_of).digest()
            headers["upload-checksum"] = f"sha256 {b64encode(digest).decode()}"
        try:
            receiving = core.open_patch(Head("PATCH", headers), self.known(), LIMITS)
        except Problem as problem:
            return problem.row.http
        sent = data if arrives is None else data[:arrives]
        size = max(1, len(sent) // pieces)
        try:
            for at in range(0, len(sent), size):
                self.server._do_now(self.packet, receiving.take(sent[at : at + size]))
            if arrives is not None:
                self.server._do_now(self.packet, receiving.interrupted())
                return None
            reply = receiving.finish()
        except Problem as problem:
            self.server._do_now(self.packet, receiving.refused())
            return problem.row.http
        try:
            self.server._do_now(self.packet, reply.actions)
        except Problem as problem:
            return problem.row.http
        self.acknowledged = max(self.acknowledged, int(reply.headers["Upload-Offset"]))
        return reply.status

    @rule()
    def create(self):
        head = Head(
            "POST", {"upload-length": str(len(self.body)), "upload-metadata": metadata_of(self.packet)}
        )
        creation = core.read_creation(head, LIMITS)
        reply = core.create(creation, self.known(), self.expects(self.packet), "/x")
        self.server._do_now(self.packet, reply.actions)
        assert reply.status == 201

    @rule(at=st.integers(0, 5000), size=st.integers(0, 3000), pieces=st.integers(1, 5), checked=st.booleans())
    def some_stretch(self, at, size, pieces, checked):
        """Doubled, overlapping, out of order: only the one that joins moves anything."""
        before, poisoned = self.offset(), self.poisoned
        data = self.body[at : at + size]
        status = self.send(at, data, checksum_of=data if checked else None, pieces=pieces)
        if before is None:
            assert status == 404
        elif at != before:
            assert status == 409
        else:
            assert status in {204, 422} if poisoned else status == 204

    @precondition(lambda self: self.offset() is not None)
    @rule(size=st.integers(1, 3000), pieces=st.integers(1, 5), cut=st.none() | st.integers(0, 3000))
    def next_stretch(self, size, pieces, cut):
        offset, poisoned = self.offset(), self.poisoned
        data = self.body[offset : offset + size]
        status = self.send(offset, data, checksum_of=data, pieces=pieces, arrives=cut)
        assert status in {204, None} or poisoned
        if cut is not None and self.offset() is not None:
            assert self.offset() == min(offset + min(cut, len(data)), len(self.body))

    @precondition(lambda self: self.offset() is not None)
    @rule(size=st.integers(1, 3000), flip=st.integers(0, 2999))
    def damaged_stretch(self, size, flip):
        offset = self.offset()
        data = self.body[offset : offset + size]
        if not data:
            return
        wrong = bytearray(data)
        wrong[flip % len(data)] ^= 1
        assert self.send(offset, bytes(wrong), checksum_of=data) == 460
        assert self.offset() == offset

    @precondition(lambda self: self.offset() is not None)
    @rule(size=st.integers(1, 3000), arrives=st.integers(1, 3000))
    def damaged_and_cut(self, size, arrives):
        """Nobody can see this at once; the whole body's hash sees it at the end."""
        offset = self.offset()
        data = bytes(byte ^ 0xFF for byte in self.body[offset : offset + size])
        if data and min(arrives, len(data)) + offset < len(self.body):
            self.poisoned = True
            self.send(offset, data, checksum_of=data, arrives=arrives)

    @precondition(lambda self: self.offset() is not None)
    @rule(extra=st.binary(min_size=1, max_size=50))
    def too_much(self, extra):
        offset = self.offset()
        assert self.send(offset, self.body[offset:] + extra) == 413
        assert self.offset() == offset

    @rule()
    def killed(self):
        self.start()

    @rule()
    def power_cut(self):
        self.disk.power_cut(self.chance)
        self.start()

    @rule()
    def terminated(self):
        try:
            reply = core.terminate(self.known())
        except Problem:
            assert self.uploads.find(self.packet) is None
        else:
            self.server._do_now(self.packet, reply.actions)
            self.acknowledged, self.poisoned = 0, False

    @invariant()
    def no_acknowledged_byte_is_lost(self):
        offset = self.offset()
        assert (offset or 0) >= self.acknowledged

    @invariant()
    def what_stands_there_is_the_body(self):
        if not self.poisoned and (upload := self.uploads.find(self.packet)):
            (path,) = (self.folder / "uploads").glob(f"{self.packet.hex()}.*")
            assert path.read_bytes()[: upload.offset] == self.body[: upload.offset]

    @invariant()
    def the_centre_took_it_once_and_whole(self):
        assert len(self.taken) <= 1
        if self.taken:
            assert self.held[self.packet] == self.body

    def teardown(self):
        if not hasattr(self, "folder"):
            return
        self.create()
        for _ in range(3):  # a poisoned upload begins anew once
            offset = self.offset()
            if offset is None:
                self.create()
                offset = 0
            self.send(offset, self.body[offset:])
        assert self.taken == [self.packet]
        assert self.held[self.packet] == self.body
        self.uploads.close()
        shutil.rmtree(self.folder)


class LazyDisk(Disk):
    """Says that it flushed, and only did so for the first time."""

    def sync(self, handle):
        path = Path(f"/proc/self/fd/{handle}").resolve()
        self.flushed.setdefault(path.stem, path.read_bytes())


class WithoutFlushing(Schedules):
    disk_of = LazyDisk


def test_the_same_schedules_catch_a_server_that_does_not_flush():
    quick = settings(
        # Ends at the first that fails, usually within 200. What is drawn depends on which modules are loaded, also with
        # derandomize: Hypothesis draws constants out of them.
        max_examples=5000,
        stateful_step_count=30,
        deadline=None,
        phases=[Phase.generate],
        database=None,
        derandomize=True,
    )
    with pytest.raises(AssertionError):
        run_state_machine_as_test(WithoutFlushing, settings=quick)


TestSchedules = Schedules.TestCase
TestSchedules.settings = settings(
    max_examples=100, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_random_schedules_of_the_fault_matrix_leave_one_right_body_each(tmp_path):
    outcome = run_case("chunks", Trials(100, 20171006, tmp_path, quiet=True))

    assert outcome.sound, outcome.as_json()
    assert outcome.acknowledged == outcome.trials == 100
    assert outcome.details["requests"] > 500


def test_a_server_that_does_not_check_offsets_is_caught_by_the_same_schedules(tmp_path):
    outcome = run_case("chunks", Trials(30, 20171006, tmp_path, control="no-offset-check", quiet=True))

    assert outcome.unknown > 0
    assert not outcome.sound
