"""The centre's end: what stations may fetch, signed."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from rekam.edge.key import KeyFolder
from rekam.edge.store.durable_file import disk_problems, make_folder, write_durably
from rekam.edge.trust import parameters
from rekam.edge.trust.offer import Kind
from rekam.edge.trust.role_key import RoleSigner
from rekam.problem import Problem

ONLINE = ("timestamp", "snapshot")
"""Roles whose keys stay at the centre; those of root and targets are for a safe."""

_NAME = re.compile(r"[A-Za-z0-9][\w.+-]*(/[A-Za-z0-9][\w.+-]*)*", re.ASCII)

_Role = TypeVar("_Role", Root, Timestamp, Snapshot, Targets)


class UpdateRepository:
    """A folder of signed metadata and files; ``public`` in it is what stations see.

    Args:
        folder: Made when absent.
        now: Unix seconds.
    """

    def __init__(self, folder: Path, now: Callable[[], int]) -> None:
        self.public = folder / "public"
        self._now = now
        self._online = folder / "keys"
        self._safe = folder / "safe"
        for place in (self.public / "metadata", self.public / "targets"):
            with disk_problems(place):
                make_folder(place)

    @property
    def root(self) -> bytes:
        """The first root: what a station has to be given by hand, once.

        Raises:
            Problem: ``trust.not_begun``.
        """
        path = self.public / "metadata" / "1.root.json"
        if not path.exists():
            raise Problem("trust.not_begun")
        return path.read_bytes()

    def begin(self) -> bytes:
        """Make the keys and the first, empty metadata; harmless when that was done. The first root."""
        if (self.public / "metadata" / "timestamp.json").exists():
            return self.root
        online, safe = KeyFolder(self._online), KeyFolder(self._safe)
        for name in ONLINE:
            if not online.has_signer(name):
                online.create_signer(name)
        for name in ("targets", *_root_names(parameters.ROOT_SIGNERS)):
            if not safe.has_signer(name):
                safe.create_signer(name)
        root = Root(expires=self._in(parameters.ROOT_DAYS))
        for name in _root_names(parameters.ROOT_SIGNERS):
            root.add_key(self._signer(name).public_key, Root.type)
        root.roles[Root.type].threshold = parameters.ROOT_THRESHOLD
        for name in ("targets", *ONLINE):
            root.add_key(self._signer(name).public_key, name)
        self._put_root(root)
        self._publish(Targets(expires=self._in(parameters.TARGETS_DAYS)), Snapshot(), Timestamp())
        return self.root

    def publish(self, name: str, content: bytes, kind: Kind, version: str) -> None:
        """Offer a file to every station; one of the same name is replaced.

        The new timestamp is written last: until then stations see what was there before, whole.

        Args:
            name: Path among the targets, letters, digits, ``-_.`` and ``/``.
            content: The file.
            kind: What it is.
            version: Its version, as people write it.

        Raises:
            Problem: ``trust.not_begun``, ``trust.bad_name``, ``trust.too_large``, ``packet.key_missing`` where
                the targets key lies in its safe.
        """
        if not _NAME.fullmatch(name):
            raise Problem("trust.bad_name", name=name[:80])
        if len(content) > parameters.TARGET_BYTES_MOST:
            raise Problem("trust.too_large", name=name, most_mb=parameters.TARGET_BYTES_MOST // 1_000_000)
        targets, snapshot, timestamp = self._latest()
        target = TargetFile.from_data(name, content, ["sha256"])
        target.unrecognized_fields["custom"] = {"kind": kind.value, "version": version}
        place = self.public / "targets" / Path(name).parent
        with disk_problems(place):
            make_folder(place)
            write_durably(place / f"{target.hashes['sha256']}.{Path(name).name}", [content])
        targets.targets[name] = target
        targets.version += 1
        targets.expires = self._in(parameters.TARGETS_DAYS)
        self._publish(targets, snapshot, timestamp)

    def renew(self) -> None:
        """Sign snapshot and timestamp again with later ends; to be done every month. Needs the online keys only."""
        _, snapshot, timestamp = self._latest()
        self._sign_snapshot(snapshot, timestamp)

    def rotate_root(self) -> None:
        """Replace one root key: signed by enough of the old and of the new people."""
        path = self._path("root", self._root_version())
        old = _read(Metadata[Root], path)
        names = sorted(path.stem for path in self._safe.glob("root-*.sign"))
        number = max((int(name.split("-")[1]) for name in names), default=parameters.ROOT_SIGNERS) + 1
        old_ids = list(old.signed.roles[Root.type].keyids)
        KeyFolder(self._safe).create_signer(f"root-{number}")
        root = old.signed
        root.revoke_key(old_ids[0], Root.type)
        root.add_key(self._signer(f"root-{number}").public_key, Root.type)
        root.version += 1
        root.expires = self._in(parameters.ROOT_DAYS)
        self._put_root(root, also=tuple(old_ids))

    def _publish(self, targets: Targets, snapshot: Snapshot, timestamp: Timestamp) -> None:
        self._put(targets, self._path("targets", targets.version), "targets")
        snapshot.meta["targets.json"] = MetaFile(version=targets.version)
        self._sign_snapshot(snapshot, timestamp)

    def _sign_snapshot(self, snapshot: Snapshot, timestamp: Timestamp) -> None:
        # The newest files on disk may be one ahead of the timestamp after a crash: numbers are never used twice.
        snapshot.version = self._newest("snapshot") + 1
        snapshot.expires = self._in(parameters.SNAPSHOT_DAYS)
        self._put(snapshot, self._path("snapshot", snapshot.version), "snapshot")
        timestamp.snapshot_meta = MetaFile(version=snapshot.version)
        timestamp.version += 1
        timestamp.expires = self._in(parameters.TIMESTAMP_DAYS)
        self._put(timestamp, self.public / "metadata" / "timestamp.json", "timestamp")

    def _latest(self) -> tuple[Targets, Snapshot, Timestamp]:
        path = self.public / "metadata" / "timestamp.json"
        if not path.exists():
            raise Problem("trust.not_begun")
        timestamp = _read(Metadata[Timestamp], path).signed
        snapshot = _read(Metadata[Snapshot], self._path("snapshot", timestamp.snapshot_meta.version)).signed
        version = snapshot.meta["targets.json"].version
        targets = _read(Metadata[Targets], self._path("targets", version)).signed
        targets.version = max(version, self._newest("targets"))
        return targets, snapshot, timestamp

    def _put(self, role: _Role, path: Path, name: str) -> None:
        metadata = Metadata(role)
        metadata.sign(self._signer(name))
        self._write(path, metadata)

    def _put_root(self, root: Root, also: tuple[str, ...] = ()) -> None:
        metadata = Metadata(root)
        wanted = {*root.roles[Root.type].keyids, *also}
        folder = KeyFolder(self._safe)
        for file in sorted(self._safe.glob("root-*.sign")):
            signer = RoleSigner(folder.signer(file.stem))
            if signer.public_key.keyid in wanted:
                metadata.sign(signer, append=True)
        self._write(self._path("root", root.version), metadata)

    def _write(self, path: Path, metadata: Metadata[_Role]) -> None:
        with disk_problems(path):
            write_durably(path, [metadata.to_bytes(JSONSerializer(compact=False))])

    def _signer(self, name: str) -> RoleSigner:
        return RoleSigner(KeyFolder(self._online if name in ONLINE else self._safe).signer(name))

    def _path(self, role: str, version: int) -> Path:
        return self.public / "metadata" / f"{version}.{role}.json"

    def _newest(self, role: str) -> int:
        found = (self.public / "metadata").glob(f"*.{role}.json")
        return max((int(path.name.split(".")[0]) for path in found), default=0)

    def _root_version(self) -> int:
        return self._newest("root")

    def _in(self, days: int) -> datetime:
        return datetime.fromtimestamp(self._now(), UTC).replace(microsecond=0) + timedelta(days=days)


def _root_names(count: int) -> tuple[str, ...]:
    return tuple(f"root-{number}" for number in range(1, count + 1))


def _read(kind: type[Metadata[_Role]], path: Path) -> Metadata[_Role]:
    try:
        return kind.from_bytes(path.read_bytes())
    except (OSError, RepositoryError) as error:
        raise Problem("trust.repository_damaged", name=path.name) from error
