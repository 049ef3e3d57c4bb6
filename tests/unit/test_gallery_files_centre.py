from collections.abc import Iterator
from pathlib import Path

import pytest

from rekam.centre.pipeline.abis_engine import AbisEngine
from rekam.centre.pipeline.gallery import GalleryMirror
from rekam.centre.pipeline.kept_gallery import FOLDER, KeptGallery, kept_gallery, rebuilt
from rekam.edge.store.centre.templates import GalleryChange
from rekam.edge.store.gallery_files import GalleryFiles
from rekam.fault.gallery.people import template_of
from rekam.fault.process.memory import scratch_in_memory


class Register:
    """The changes of a database, and how many of them were read."""

    def __init__(self, *numbers: int) -> None:
        self.rows: list[GalleryChange] = []
        self.read = 0
        for number in numbers:
            self.add(number)

    def add(self, number: int, *, added: bool = True, capture: int = 0) -> None:
        content = template_of(number, capture).to_bytes()
        self.rows.append(GalleryChange(len(self.rows) + 1, packet(number), added, content))

    def changes(self, since: int) -> Iterator[GalleryChange]:
        for row in self.rows[since:]:
            self.read += 1
            yield row


def packet(number: int) -> bytes:
    return number.to_bytes(32, "big")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with scratch_in_memory(tmp_path) as scratch:
        yield scratch


def answers(register: Register, kept=None) -> list[list[tuple[str, str, float]]]:
    mirror = GalleryMirror(AbisEngine(), register, kept)
    found = [mirror.search(template_of(number, 9).to_bytes(), limit=50).found for number in range(5)]
    return [sorted((one.ref, one.zone, round(one.score, 6)) for one in some) for some in found]


def test_without_a_folder_the_worker_searches_in_memory(folder: Path):
    with kept_gallery(folder, Register(0, 1)) as kept:
        assert kept is None


def test_a_kept_gallery_answers_as_one_in_memory_and_reads_only_what_is_new(folder: Path):
    register = Register(0, 1, 2, 3)
    register.add(1, added=False)
    assert rebuilt(folder / FOLDER, register)["persons"] == 3
    register.add(4)
    register.add(0, added=False)
    register.read = 0
    with kept_gallery(folder, register) as kept:
        assert answers(register, kept) == answers(register)
        assert len(kept) == 3
    register.read = 0
    with kept_gallery(folder, register) as kept:
        assert kept.upto == len(register.rows)
        GalleryMirror(AbisEngine(), register, kept).catch_up()
        assert register.read == 1  # the change that the mark names


def test_after_a_kill_changes_are_taken_again_and_nothing_is_doubled(folder: Path):
    register = Register(0, 1)
    rebuilt(folder / FOLDER, register)
    register.add(2)
    register.add(0, added=False)
    files = GalleryFiles(folder / FOLDER)
    GalleryMirror(AbisEngine(), register, KeptGallery(files, register)).catch_up()
    files.abandon()

    with kept_gallery(folder, register) as again:
        assert again.upto == 2
        assert answers(register, again) == answers(register)
        assert len(again) == 2


@pytest.mark.parametrize("other", [(7, 8, 9), (0,)], ids=["another database", "restored to an earlier day"])
def test_files_that_are_not_of_this_database_are_made_anew(folder: Path, other: tuple[int, ...]):
    rebuilt(folder / FOLDER, Register(0, 1, 2))
    register = Register(*other)

    with kept_gallery(folder, register) as kept:
        assert answers(register, kept) == answers(register)
        assert kept.upto == len(other)


def test_damaged_files_are_made_anew(folder: Path):
    register = Register(0, 1, 2)
    rebuilt(folder / FOLDER, register)
    for name in ("head.a", "head.b"):
        (folder / FOLDER / name).write_bytes(b"rubbish")

    with kept_gallery(folder, register) as kept:
        assert answers(register, kept) == answers(register)


def test_a_second_worker_searches_in_memory(folder: Path):
    register = Register(0, 1)
    rebuilt(folder / FOLDER, register)
    with kept_gallery(folder, register), kept_gallery(folder, register) as second:
        assert second is None
