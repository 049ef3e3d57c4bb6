"""A small centre and a small station for the tests of the wire: real keys, real packets, no database."""

import hashlib
import os
import random
import threading
import time
from dataclasses import dataclass, field

from starlette.applications import Starlette

from rekam.edge.key import Ed25519Signer, HybridOpener
from rekam.edge.key.sealing import SEED_BYTES
from rekam.edge.store.packet_files import PacketFiles
from rekam.edge.wire.delivery import Ways
from rekam.edge.wire.exchange import Exchange
from rekam.edge.wire.exchange_server import exchange_route
from rekam.edge.wire.line_client import line_client
from rekam.edge.wire.outbox_port import HeldPacket
from rekam.edge.wire.pace import Pace
from rekam.edge.wire.tus.client import UPLOADS_PATH, Uploader
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.edge.wire.tus.server import TusServer
from rekam.edge.wire.tus.turn import Patience
from rekam.packet import (
    START,
    Connection,
    ExchangeAnswer,
    PacketStatus,
    Peaks,
    Receipt,
    log_leaf,
    manifest_hash,
    read_manifest,
    read_request,
    seal,
    sign_answer,
    sign_receipt,
)
from rekam.problem import Problem

STATION = "st-1"
CENTRE_KEY = Ed25519Signer(hashlib.sha256(b"centre").digest())
STATION_KEY = Ed25519Signer(hashlib.sha256(b"station").digest())
OPENER = HybridOpener((hashlib.sha256(b"opener").digest() * 4)[:SEED_BYTES])
QUICK = Pace(first_wait_s=0.02, most_wait_s=0.2, silence_s=3.0, first_pause_s=1, most_pause_s=1, tries=6)


class Centre:
    """Receives: manifests in memory, bodies in two folders, a receipt for each."""

    def __init__(self, folder):
        self.files = PacketFiles(folder / "copy1", folder / "copy2")
        self.uploads = PartialUploads(folder / "uploads")
        self.manifests = {}
        self.receipts = {}
        self.peaks = Peaks()
        self.refuse = set()
        self.break_on = set()
        self.connection = Connection()
        self.completed = []
        self.lock = threading.Lock()
        self.server = TusServer(self.uploads, self, patience=Patience(stall_s=0.3, wait_s=5.0))

    def app(self):
        return Starlette(routes=[exchange_route(self.answer), *self.server.routes()])

    def expects(self, packet_id):
        manifest = self.manifests.get(packet_id)
        return manifest.body_size if manifest else None

    def holds(self, packet_id):
        return self.files.size(packet_id) if packet_id in self.receipts else None

    def on_complete(self, packet_id, path):
        if packet_id in self.break_on:
            raise RuntimeError("the centre falls over this packet")
        self.files.put(packet_id, path)
        with self.lock:
            self.completed.append(packet_id)
            if packet_id in self.receipts:
                return
            self.receipts[packet_id] = self._receipt(self.manifests[packet_id])

    def _receipt(self, manifest):
        leaf = log_leaf(manifest.packet_id, manifest.station, manifest.sequence, 1_000)
        proof = self.peaks.proof_of_next()
        self.peaks = self.peaks.grow(leaf)
        receipt = Receipt(
            packet_id=manifest.packet_id, station=manifest.station, sequence=manifest.sequence, received_at=1_000,
            copies=self.files.test_read(manifest.packet_id), test_read=True, log_index=self.peaks.size - 1,
            log_size=self.peaks.size, log_root=self.peaks.root, proof=proof, centre=CENTRE_KEY.key_id,
        )  # fmt: skip
        return sign_receipt(receipt, CENTRE_KEY)

    def answer(self, signed):
        request = read_request(signed, lambda station: STATION_KEY.verifier if station == STATION else None)
        with self.lock:
            for one in request.manifests:
                manifest = read_manifest(one, lambda _: STATION_KEY.verifier)
                self.manifests[manifest.packet_id] = manifest
            wanted = [p for p in request.held if p in self.manifests and p not in self.receipts]
            return sign_answer(
                ExchangeAnswer(
                    station=request.station,
                    nonce=request.nonce,
                    answered_at=1_000,
                    wanted=tuple(wanted),
                    receipts=tuple(self.receipts.values()),
                    statuses=tuple(
                        PacketStatus(p, "received_at_central", 1_000, "a", "b") for p in self.receipts
                    ),
                    statuses_until=b"as far as %d" % len(self.receipts),
                    connection=self.connection,
                    roster=None if request.roster_version == "2" else b"roster 2",
                ),
                CENTRE_KEY,
            )


@dataclass
class Outbox:
    """A station's store in memory, bodies in a folder; satisfies ``OutboxPort``."""

    files: PacketFiles
    station: str = STATION
    sealed: dict = field(default_factory=dict)
    unacknowledged: list = field(default_factory=list)
    waiting: dict = field(default_factory=dict)
    sent: list = field(default_factory=list)
    receipts: dict = field(default_factory=dict)
    refused: dict = field(default_factory=dict)
    statuses: dict = field(default_factory=dict)
    connection: Connection | None = None
    roster: str = ""
    line: list = field(default_factory=list)
    speeds: list = field(default_factory=list)
    journal: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    head: bytes = START
    told_at: int = 0
    told_until: bytes = b""

    def record(self, content):
        packet = seal(
            content, station=STATION, sequence=len(self.sealed) + 1, previous=self.head, kind="recording",
            region="15.02.01", captured_at=900, sealed_at=901, operator="op", recipients=[OPENER.recipient],
            signer=STATION_KEY, random=os.urandom,
        )  # fmt: skip
        self.head = manifest_hash(packet.manifest)
        self.files.put(packet.packet_id, packet.body)
        self.sealed[packet.packet_id] = packet
        self.unacknowledged.append(packet.manifest)
        return packet.packet_id

    def manifests_unacknowledged(self, limit):
        return self.unacknowledged[:limit]

    def note_manifests_known(self, manifests):
        self.unacknowledged = [one for one in self.unacknowledged if one not in manifests]

    def held(self):
        return [
            HeldPacket(packet_id, number, *self.waiting.get(packet_id, ("", 0, 0))[1:])
            for number, packet_id in enumerate(self.sealed, 1)
            if packet_id not in self.receipts
        ]

    def sequence_of(self, packet_id):
        return list(self.sealed).index(packet_id) + 1 if packet_id in self.sealed else None

    def body_path(self, packet_id):
        return self.files.path(packet_id)

    def receipts_known(self):
        return len(self.receipts)

    def roster_version(self):
        return self.roster

    def journal_waiting(self, limit):
        return self.journal[:limit]

    def note_journal_known(self, entries):
        self.journal = self.journal[len(entries) :]

    def note_waiting(self, packet_id, code, details, next_try):
        Problem(code, **details).say("id")
        attempts = self.waiting.get(packet_id, ("", 0, 0))[1]
        self.waiting[packet_id] = (code, attempts + 1, next_try)

    def note_sent(self, packet_id):
        self.waiting.pop(packet_id, None)
        self.sent.append(packet_id)

    def accept_receipt(self, signed, receipt):
        self.receipts[receipt.packet_id] = signed
        self.files.delete(
            receipt.packet_id, receipt, station=STATION, sequence=self.sequence_of(receipt.packet_id)
        )

    def note_refused(self, packet_id, code, details):
        self.refused[packet_id] = code

    def note_statuses(self, statuses, until):
        self.statuses.update((one.packet_id, one) for one in statuses)
        self.told_until = until or self.told_until

    def note_missing(self, sequences):
        self.missing += sequences

    def note_connection(self, connection):
        self.connection = connection

    def apply_roster(self, roster):
        assert roster == b"roster 2"
        self.roster = "2"

    def apply_policy(self, policy):
        raise AssertionError("no policy was sent")

    def policy_version(self):
        return 0

    def statuses_after(self):
        return self.told_until

    def note_time(self, at):
        self.told_at = at

    def note_speed(self, kbit_s, at):
        self.speeds.append(kbit_s)

    def note_line(self, code, details, at):
        self.line.append(code)


class Station:
    """A station with its outbox and its ways to the centre."""

    def __init__(self, folder, url, *, pace=QUICK, now=lambda: int(time.time())):
        self.outbox = Outbox(PacketFiles(folder))
        self.http = line_client(silence_s=3.0, connect_s=2.0)
        self.ways = ways(self.http, url, pace, now)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.http.close()


def uploader(http, url, pace=QUICK):
    return Uploader(
        url + UPLOADS_PATH, http, clock=time.monotonic, sleep=time.sleep, jitter=random.Random(1).random, pace=pace
    )  # fmt: skip


def ways(http, url, pace=QUICK, now=lambda: int(time.time())):
    return Ways(
        exchange=Exchange(url, http, signer=STATION_KEY, centre=CENTRE_KEY.verifier, silence_s=5.0),
        upload=uploader(http, url, pace),
        centre=CENTRE_KEY.verifier,
        now=now,
        random=os.urandom,
        pace=pace,
    )
