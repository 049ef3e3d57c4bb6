"""The station's end: follows the centre's signed metadata, over any path, forward only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    UnsignedMetadataError,
)
from tuf.api.metadata import TargetFile, Targets
from tuf.ngclient import FetcherInterface, Updater

from rekam.edge.store.durable_file import disk_problems, make_folder, write_durably
from rekam.edge.trust import parameters
from rekam.edge.trust.offer import Kind, Offer
from rekam.problem import Problem

_FIRST_ROOT = "first_root.json"


class StationUpdates:
    """What the centre vouches for, as far as this station has heard.

    Layout of the folder: ``first_root.json`` (given at provisioning), ``metadata/`` (what was believed last),
    ``targets/`` (files that were checked).

    Args:
        folder: Made when absent.
        now: Unix seconds that are certainly past (the last trusted time), not the laptop's clock: a wrong clock
            neither stops updates nor revives old ones.
    """

    def __init__(self, folder: Path, now: Callable[[], int]) -> None:
        self._folder = folder
        self._now = now

    def trust(self, root: bytes) -> None:
        """Take the centre's first root, by hand, at provisioning. It is never replaced afterwards.

        Raises:
            Problem: ``trust.other_root`` when a different one is trusted already.
        """
        path = self._folder / _FIRST_ROOT
        with disk_problems(self._folder):
            make_folder(self._folder)
            for part in ("metadata", "targets"):
                make_folder(self._folder / part)
            if path.exists():
                if path.read_bytes() != root:
                    raise Problem("trust.other_root")
                return
            write_durably(path, [root])

    @property
    def trusting(self) -> bool:
        """Whether a root was ever given."""
        return (self._folder / _FIRST_ROOT).exists()

    def look(self, source: FetcherInterface) -> list[Offer]:
        """Everything the centre offers now.

        Raises:
            Problem: ``trust.no_root``, ``trust.unreachable``, ``trust.signature_bad``, ``trust.rollback``,
                ``trust.expired``, ``trust.unreadable``; what the station had stays as it was.
        """
        updater = self._updater(source)
        with _problems():
            updater.refresh()
        targets = updater.targets
        return [_offer(target) for _, target in sorted(targets.targets.items())]

    def fetch(self, offer: Offer, source: FetcherInterface) -> Path:
        """A checked, durable copy of an offered file; fetched only if it is not there already.

        Raises:
            Problem: As `look`, and ``trust.file_differs`` when the file is not what the centre signed.
        """
        updater = self._updater(source)
        with _problems():
            target = updater.get_targetinfo(offer.name)
            if target is None or target.hashes.get("sha256") != offer.sha256:
                raise Problem("trust.file_differs", name=offer.name)
            path = self._path(offer)
            if updater.find_cached_target(target, str(path)) is None:
                content = updater.content_of(target)
                with disk_problems(path):
                    make_folder(path.parent)
                    write_durably(path, [content])
        return path

    def held(self, offer: Offer) -> bool:
        """Whether the file of an offer is here."""
        return self._path(offer).exists()

    def _path(self, offer: Offer) -> Path:
        return self._folder / "targets" / f"{offer.sha256}.{Path(offer.name).name}"

    def _updater(self, source: FetcherInterface) -> "_DurableUpdater":
        path = self._folder / _FIRST_ROOT
        if not path.exists():
            raise Problem("trust.no_root")
        with _problems():
            updater = _DurableUpdater(
                str(self._folder / "metadata"), "metadata/", str(self._folder / "targets"), "targets/", source,
                bootstrap=path.read_bytes(),
            )  # fmt: skip
        updater.believe_time(datetime.fromtimestamp(self._now(), UTC) - timedelta(days=parameters.GRACE_DAYS))
        return updater


class _DurableUpdater(Updater):
    """TUF's own workflow, with files that outlast a power cut and a time that the caller gives."""

    @property
    def targets(self) -> Targets:
        return self._trusted_set.targets

    def believe_time(self, time: datetime) -> None:
        self._trusted_set.reference_time = time

    def content_of(self, target: TargetFile) -> bytes:
        directory, slash, base = target.path.rpartition("/")
        url = f"targets/{directory}{slash}{target.hashes['sha256']}.{base}"
        content = self._fetcher.download_bytes(url, target.length)
        target.verify_length_and_hashes(content)
        return content

    def _persist_file(self, filename: str, data: bytes) -> None:
        # Forgetting the newest version after a power cut would open the way back to an older one.
        write_durably(Path(filename), [data])


def _offer(target: TargetFile) -> Offer:
    custom = target.custom or {}
    try:
        kind = Kind(str(custom.get("kind")))
    except ValueError:
        # Something that a later centre offers; this program cannot use it and says what it is called.
        kind = Kind.REFERENCE
    return Offer(target.path, kind, str(custom.get("version", "")), target.length, target.hashes["sha256"])


@contextmanager
def _problems() -> Iterator[None]:
    """Gives TUF's refusals their names.

    Raises:
        Problem: ``trust.*``.
    """
    try:
        yield
    except BadVersionNumberError as error:
        raise Problem("trust.rollback") from error
    except UnsignedMetadataError as error:
        raise Problem("trust.signature_bad") from error
    except ExpiredMetadataError as error:
        raise Problem("trust.expired") from error
    except LengthOrHashMismatchError as error:
        raise Problem("trust.file_differs", name="") from error
    except RepositoryError as error:
        raise Problem("trust.unreadable") from error
    except DownloadError as error:
        raise Problem("trust.unreachable") from error
