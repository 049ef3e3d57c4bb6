import fcntl
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from rekam.abis import EXTRACTOR, Enrolment
from rekam.edge.store.durable_file import PART_SUFFIX, disk_problems, make_folder, sync_folder
from rekam.edge.store.gallery_files import parameters
from rekam.edge.store.gallery_files.erase import erase
from rekam.edge.store.gallery_files.feature import FEATURES, Feature
from rekam.edge.store.gallery_files.generation import Generation
from rekam.edge.store.gallery_files.head import Head, read_head, write_head
from rekam.edge.store.gallery_files.opening import Opening
from rekam.edge.store.gallery_files.record import Put
from rekam.edge.store.gallery_files.replay import reopened
from rekam.problem import Problem

_BATCH = 256
"""People written together while a generation is made."""

Batch = tuple[list[Put], Mapping[str, NDArray[Any]] | None]
"""People, and their rows of each column where they are known."""

One = TypeVar("One")


class GalleryFiles:
    """The enrolments of one engine on disk; what a `FileStock` searches. One process, one thread at a time.

    What ``put`` and ``remove`` acknowledged is there after a kill or a power cut at any moment.

    Args:
        folder: Made when absent, 0700.
        features: Columns that the search wants.
        anew: Begin empty where the files cannot be read at all; for an owner who can bring everybody again.

    Attributes:
        opening: What was found at the opening.
        mark: How far the owner has come in the registry, in the owner's words; kept at each checkpoint. After a
            kill it may be behind the people, never before them.

    Raises:
        Problem: ``abis.gallery_files_in_use``, ``abis.gallery_files_damaged`` if neither head can be read,
            ``delivery.no_space``, ``delivery.disk_failed``.
    """

    def __init__(self, folder: Path, features: Sequence[Feature] = FEATURES, *, anew: bool = False) -> None:
        self.folder = folder
        self._features = features
        with disk_problems(folder):
            make_folder(folder)
        self._lock = _locked(folder)
        try:
            self._head = self._found_head(anew=anew)
            self.mark = self._head.mark
            self._sweep()
            self._generation = Generation(folder, self._head.generation, features)
            with disk_problems(folder):
                sync_folder(folder)
            self.opening = reopened(self._generation, self._head)
            if self.opening != Opening() or not self._head.number:
                self.checkpoint()
        except BaseException:
            os.close(self._lock)
            raise

    def __len__(self) -> int:
        return len(self._generation.people.rows)

    def __contains__(self, reference: object) -> bool:
        return reference in self._generation.people.rows

    def put(self, reference: str, enrolment: Enrolment) -> None:
        """Keep an enrolment instead of the one before; durable when it returns."""
        self.put_all([(reference, enrolment)])

    def put_all(self, people: Iterable[tuple[str, Enrolment]]) -> None:
        """Keep several with one wait for the disk; each by itself is there whole or not at all.

        Raises:
            Problem: ``abis.gallery_ref_unusable``, ``delivery.no_space``, ``delivery.disk_failed``; then none
                of them is kept.
        """
        if self._generation.people.count - self._head.rows >= parameters.CHECKPOINT_ROWS:
            self.checkpoint()
        puts = [_put(reference, enrolment) for reference, enrolment in people]
        if puts:
            self._generation.append(puts)

    def remove(self, reference: str) -> None:
        """Forget an enrolment; durable when it returns.

        Raises:
            Problem: ``abis.gallery_ref_unknown``.
        """
        if reference in self._generation.people.damaged:
            del self._generation.people.damaged[reference]
            self.checkpoint()
            return
        self._known(reference)
        self._generation.remove(reference)

    def enrolment(self, reference: str) -> Enrolment:
        """What is kept of a person.

        Raises:
            Problem: ``abis.gallery_ref_unknown``, ``abis.gallery_row_damaged``, ``abis.template_unreadable``.
        """
        self._known(reference)
        return self._generation.put(reference).enrolment()

    def people(self) -> Iterator[tuple[str, Enrolment]]:
        """Everybody who can be read, in the order they came; the others stand in ``damaged`` afterwards."""
        for put in self._puts(self._references()):
            yield put.reference, put.enrolment()

    def damaged(self) -> list[str]:
        """References that were acknowledged and cannot be read; ``put`` them again from the registry."""
        return list(self._generation.people.damaged)

    def scan(self) -> list[str]:
        """Read every record from the disk; the damaged ones, which are then not found any more."""
        for _ in self._puts(self._references()):
            pass
        self.checkpoint()
        return self.damaged()

    def outdated(self, extractor: str = EXTRACTOR) -> list[str]:
        """References whose template was made by another extractor."""
        return self._generation.people.of_extractors(lambda made_by: made_by != extractor)

    def column(self, name: str) -> NDArray[Any]:
        """A column of the search as mapped memory, one row a person, dead ones too; good until the next change."""
        return self._generation.rows_of(name)

    def among(self, gallery: str | None = None) -> NDArray[np.bool_]:
        """Which rows are alive, and in a gallery if one is named."""
        people = self._generation.people
        return people.alive.copy() if gallery is None else people.of_gallery(gallery)

    def members(self, gallery: str | None = None) -> list[str]:
        """References of the people in a gallery, or of all, in the order in which they last came."""
        among = self.among(gallery)
        return [reference for reference, row in self._generation.people.in_order() if among[row]]

    def galleries(self) -> list[str]:
        """Galleries that have somebody in them, in order."""
        return self._generation.people.galleries()

    def reference(self, row: int) -> str:
        """Who stands in a row of the columns."""
        return self._generation.people.reference(row)

    def checkpoint(self) -> None:
        """Make the columns durable, so that the next opening need not make them again."""
        self._head = self._generation.head(self._head.number + 1, self.mark)
        write_head(self.folder, self._head)

    def compact(self) -> None:
        """Leave the dead out; their bytes are overwritten."""
        old = self._generation

        def batches() -> Iterator[Batch]:
            for references in _batched(iter(self._references())):
                puts = list(self._puts(references))
                rows = [old.people.rows[put.reference] for put in puts]
                yield puts, {one.name: old.rows_of(one.name)[rows] for one in self._features}

        self._replace(batches(), old.people.damaged)

    def rebuild(self, people: Iterable[tuple[str, Enrolment]]) -> None:
        """Keep these and nobody else, as the registry has them. A kill leaves all as before, or all done.

        The mark is emptied: how far the registry had come is for the owner to say when all is in.
        """
        self.mark = ""
        puts = (_put(reference, enrolment) for reference, enrolment in people)
        self._replace(((batch, None) for batch in _batched(puts)), {})

    def disk_bytes(self) -> int:
        """What the files take on the disk."""
        return sum(path.stat().st_blocks for path in self.folder.iterdir()) * 512

    def is_sparse(self) -> bool:
        """Whether so many are dead that compaction is worth its copying."""
        people = self._generation.people
        return len(people.rows) < (1 - parameters.DEAD_SHARE) * people.count

    def close(self) -> None:
        """Leave the files so that the next opening is quick."""
        try:
            self.checkpoint()
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Let go of the files as they are; nothing acknowledged is lost, the next opening has more to do."""
        self._generation.close()
        os.close(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _references(self) -> list[str]:
        return [reference for reference, _ in self._generation.people.in_order()]

    def _puts(self, references: Iterable[str]) -> Iterator[Put]:
        for reference in references:
            try:
                yield self._generation.put(reference)
            except Problem as problem:
                if problem.code != "abis.gallery_row_damaged":
                    raise

    def _replace(self, batches: Iterable[Batch], damaged: dict[str, None]) -> None:
        new = Generation(self.folder, self._head.generation + 1, self._features)
        try:
            for puts, rows in batches:
                if puts:
                    new.append(puts, rows)
            new.people.damaged |= damaged
            with disk_problems(self.folder):
                sync_folder(self.folder)
            head = new.head(self._head.number + 1, self.mark)
        except BaseException:
            new.close()
            self._sweep()
            raise
        try:
            write_head(self.folder, head)
        finally:  # one copy of the head is enough to say which generation counts
            self._take_over(new, head)

    def _take_over(self, new: Generation, head: Head) -> None:
        found = read_head(self.folder)
        if found is not None and found.generation == new.number:
            new, self._generation, self._head = self._generation, new, head
        new.close()
        self._sweep()

    def _found_head(self, *, anew: bool) -> Head:
        head = read_head(self.folder)
        if head is not None:
            return head
        logs = [path for path in self.folder.glob("*.log") if path.stat().st_size]
        if logs and not anew:
            raise Problem("abis.gallery_files_damaged", folder=self.folder.name)
        return Head(0, 1 + max((int(path.stem) for path in logs), default=0))

    def _sweep(self) -> None:
        """Erase what is not of this generation: compactions that were done, or never finished."""
        for path in self.folder.iterdir():
            old = path.suffix in {".log", ".col"} and path.name.split(".")[0] != str(self._head.generation)
            if old or path.name.endswith(PART_SUFFIX):
                erase(path)

    def _known(self, reference: str) -> None:
        if reference not in self:
            raise Problem("abis.gallery_ref_unknown", ref=reference)


def _batched(ones: Iterator[One]) -> Iterator[list[One]]:
    while batch := list(islice(ones, _BATCH)):
        yield batch


def _put(reference: str, enrolment: Enrolment) -> Put:
    return Put(
        reference, enrolment.extractor, tuple(sorted(enrolment.galleries)), enrolment.template.to_bytes()
    )


def _locked(folder: Path) -> int:
    with disk_problems(folder):
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise Problem("abis.gallery_files_in_use", folder=folder.name) from error
    return handle
