"""``bit-rot``: one random bit is flipped in a file of the station or the centre; nobody may be told a wrong thing.

Acknowledged are the files that were whole; ``lost`` are flips after which something else was told, without a named
problem. PostgreSQL is not flipped here: its own page checksums stand between.
"""

import logging
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from rekam.edge.key import KeyFolder
from rekam.edge.store.packet_files import CopyState, PacketFiles
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.fault.bed.audit import Finding
from rekam.fault.bed.counter import Counter, absent_centre, make_counter
from rekam.fault.disk.at_work import Said, at_work, copies_of, fresh_life, record_on
from rekam.fault.disk.books import read_books, rows_of
from rekam.fault.disk.flip import flip_bit, flip_within
from rekam.fault.outcome import Outcome
from rekam.fault.trial import Trials
from rekam.problem import Problem

_log = logging.getLogger("rekam.station")

_RESIDENTS = 40
_NAME = b"SULASTRI"
"""In the name of every resident of the bed: the control ``no-check`` flips there, so that few trials tell."""
_ACTS = 48  # two packets with their copies, and a draft in the middle


class Fate(Enum):
    """What became of a flipped bit."""

    DETECTED = "detected"
    HARMLESS = "harmless"
    REPAIRED = "repaired"
    SILENT = "silent"


def run(trials: Trials) -> Outcome:
    """Flips bits, one a trial."""
    outcome = Outcome("bit-rot", trials.seed, control=trials.control)
    fates = dict.fromkeys(Fate, 0)
    _log.addFilter(_not_now)
    try:
        _all(trials, outcome, fates)
    finally:
        _log.removeFilter(_not_now)
    outcome.details |= {fate.value: times for fate, times in fates.items()}
    return outcome


def _all(trials: Trials, outcome: Outcome, fates: dict[Fate, int]) -> None:
    world = _World.made(trials.folder)
    for _, chance in trials.each("bit-rot"):
        kind = "database" if trials.control else chance.choice(KINDS)
        finding = Finding()
        try:
            fate = world.trial(kind, chance, checked=not trials.control)
        except Problem:
            fate = Fate.DETECTED
        except Exception as error:  # noqa: BLE001 - a failure without a name is what is looked for
            finding.note("unknown", f"{kind}: {error!r}")
            fate = Fate.DETECTED
        if fate is Fate.SILENT:
            finding.note("lost", f"a bit of {kind} was believed")
        fates[fate] += 1
        finding.into(outcome)
        outcome.trials += 1
        outcome.acknowledged += 1


@dataclass(slots=True)
class _World:
    """A station as a power cut left it, the same one closed properly, and the centre's files beside them.

    Attributes:
        told: What each of the two stations tells when nothing is flipped.
    """

    folder: Path
    keys: KeyFolder
    crashed: Counter
    closed: Counter
    told: dict[Path, frozenset[str]]

    @classmethod
    def made(cls, folder: Path) -> "_World":
        """Records, crashes, closes."""
        at = time.time()
        keys, public = absent_centre(folder / "keys")
        template, _ = make_counter(folder / "template", public, residents=_RESIDENTS, clock=lambda: at)
        life = folder / "life"
        life.mkdir()
        crashed = fresh_life(template, life)
        with at_work(crashed, record_on, Said()) as wait:
            wait(_ACTS, 0)
        closed = crashed.copy_to(folder / "closed")
        closed.open().close()
        world = cls(folder, keys, crashed, closed, {})
        _begin_upload(life / "uploads", copies_of(crashed))
        for counter in (crashed, closed):
            # What each opening writes by itself is not what the station was told: it differs between two of them,
            # or is a line of the journal that was not there.
            both = world._fresh_books(counter) & world._fresh_books(counter)
            before = set(rows_of(world._scratch(counter)))
            world.told[counter.folder] = frozenset(
                line for line in both if line in before or not line.startswith("journal ")
            )
        return world

    def trial(self, kind: str, chance: random.Random, *, checked: bool) -> Fate:
        """One flip in a copy of what the kind of file belongs to.

        Raises:
            Problem: It was noticed.
        """
        scratch = self.folder / "trial"
        shutil.rmtree(scratch, ignore_errors=True)
        if kind in _CENTRE:
            shutil.copytree(self.folder / "life", scratch, ignore=shutil.ignore_patterns("station"))
            shutil.copytree(self.folder / "keys", scratch / "keys")
            changed = flip_bit(_chosen(scratch, _CENTRE[kind], chance), chance)
            return _JUDGES[kind](scratch, self, changed)
        counter = chance.choice((self.crashed, self.closed)) if kind in _EITHER else self.crashed
        counter = counter if checked else self.closed
        copy = counter.copy_to(scratch / "station")
        if checked:
            flip_bit(_chosen(copy.folder, _STATION[kind], chance), chance)
        else:
            flip_within(copy.folder / "station.db", _NAME, chance)
            (copy.folder / "station.db-sums").unlink()
        books = read_books(copy)
        if not self.told[counter.folder] <= books.told:
            return Fate.SILENT
        return Fate.REPAIRED if books.mended else Fate.HARMLESS

    def _fresh_books(self, counter: Counter) -> frozenset[str]:
        return read_books(self._scratch(counter)).told

    def _scratch(self, counter: Counter) -> Counter:
        shutil.rmtree(self.folder / "trial", ignore_errors=True)
        return counter.copy_to(self.folder / "trial")


_STATION = {
    "database": "station.db",
    "log": "station.db-wal",
    "log index": "station.db-shm",
    "checksums": "station.db-sums",
    "body": "packets/*/*.body",
    "draft key": "drafts/*.draft",
    "key": "keys/*",
}
_EITHER = frozenset({"database", "checksums", "body", "key"})
_CENTRE = {
    "first copy": "first/*/*.body",
    "second copy": "second/*/*.body",
    "centre key": "keys/*",
    "upload": "uploads/*.part",
}
KINDS = (*_STATION, *_CENTRE)
"""What can be flipped, each equally often."""


def _not_now(_record: logging.LogRecord) -> bool:
    """The station's log says each repair; thousands of them are counted here instead."""
    return False


def _chosen(folder: Path, pattern: str, chance: random.Random) -> Path:
    return chance.choice(sorted(path for path in folder.glob(pattern) if path.is_file()))


def _judge_copy(scratch: Path, world: _World, changed: Path) -> Fate:
    """A damaged copy is found by reading and written anew from the other one."""
    files = PacketFiles(scratch / "first", scratch / "second")
    packet_id = bytes.fromhex(changed.stem)
    sound = copies_of(world.crashed).get(packet_id)
    if files.get(packet_id) != sound or CopyState.DAMAGED not in files.mend(packet_id):
        return Fate.SILENT
    good = files.verify(packet_id) == (CopyState.GOOD, CopyState.GOOD) and changed.read_bytes() == sound
    return Fate.REPAIRED if good else Fate.SILENT


def _judge_key(scratch: Path, world: _World, _changed: Path) -> Fate:
    """A key is the one that it was, or none.

    Raises:
        Problem: ``packet.key_unreadable``, ``packet.public_key_unreadable``.
    """
    found, sound = KeyFolder(scratch / "keys"), world.keys
    same = found.signer("centre").seed == sound.signer("centre").seed
    same &= found.verifier("centre").key_id == sound.verifier("centre").key_id
    for name in ("centre", "recovery"):
        same &= found.opener(name).seed == sound.opener(name).seed
        same &= found.recipient(name).key_id == sound.recipient(name).key_id
    return Fate.HARMLESS if same else Fate.SILENT


def _judge_upload(scratch: Path, world: _World, _changed: Path) -> Fate:
    """The sender goes on where the centre says; the body is right or refused.

    Raises:
        Problem: ``delivery.body_hash``: it is sent again from the beginning.
    """
    whole = next(copies_of(world.crashed).ids())
    body = copies_of(world.crashed).get(whole)
    with _uploads(scratch / "uploads") as uploads:
        begun = uploads.find(whole)
        offset = uploads.create(whole, len(body), "").offset
        uploads.append(whole, body[offset:])
        uploads.commit(whole)
        kept = PacketFiles(scratch / "kept")
        kept.put(whole, uploads.whole(whole))
        if kept.get(whole) != body:
            return Fate.SILENT
    return Fate.HARMLESS if begun is not None and offset == len(body) // 2 else Fate.DETECTED


def _begin_upload(folder: Path, bodies: PacketFiles) -> None:
    packet_id = next(bodies.ids())
    body = bodies.get(packet_id)
    with _uploads(folder) as uploads:
        uploads.create(packet_id, len(body), "")
        uploads.append(packet_id, body[: len(body) // 2])
        uploads.commit(packet_id)


@contextmanager
def _uploads(folder: Path) -> Iterator[PartialUploads]:
    uploads = PartialUploads(folder)
    try:
        yield uploads
    finally:
        uploads.close()


_JUDGES: dict[str, Callable[[Path, _World, Path], Fate]] = {
    "first copy": _judge_copy,
    "second copy": _judge_copy,
    "centre key": _judge_key,
    "upload": _judge_upload,
}
