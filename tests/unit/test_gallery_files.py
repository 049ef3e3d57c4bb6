import os
import stat
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from rekam.abis import Engine, Enrolment, PersonTemplate, Zone
from rekam.abis import parameters as engine_parameters
from rekam.edge.store.gallery_files import FileStock, GalleryFiles, log, parameters
from rekam.edge.store.gallery_files.feature import FEATURES, Feature
from rekam.fault.gallery.people import enrolment_of, reference_of, template_of
from rekam.fault.process.memory import scratch_in_memory
from rekam.problem import Problem

PEOPLE = 12
IRISES = {one.name: one for one in FEATURES}["irises"]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with scratch_in_memory(tmp_path) as scratch:  # a kill loses no page cache, so a disk would add nothing
        yield scratch / "gallery"


def filled(folder: Path, people: int = PEOPLE) -> GalleryFiles:
    files = GalleryFiles(folder)
    files.put_all([(reference_of(number), enrolment_of(number, 0)) for number in range(people)])
    return files


def contents(files: GalleryFiles) -> dict[str, tuple[bytes, list[str], str]]:
    return {
        reference: (one.template.to_bytes(), sorted(one.galleries), one.extractor)
        for reference, one in files.people()
    }


def expected(*captures: tuple[int, int]) -> dict[str, tuple[bytes, list[str], str]]:
    found = {}
    for number, capture in captures:
        one = enrolment_of(number, capture)
        found[reference_of(number)] = (one.template.to_bytes(), sorted(one.galleries), one.extractor)
    return found


ALL = expected(*((number, 0) for number in range(PEOPLE)))


def spoil(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 0x40]))


def test_what_was_kept_is_there_after_a_close_and_after_a_kill(folder: Path):
    filled(folder).close()
    files = GalleryFiles(folder)
    assert contents(files) == ALL
    assert files.opening.replayed == 0
    files.put(reference_of(3), enrolment_of(3, 1))
    files.remove(reference_of(4))
    files.abandon()

    with GalleryFiles(folder) as files:
        assert contents(files) == expected(*((n, int(n == 3)) for n in range(PEOPLE) if n != 4))
        assert (files.opening.replayed, files.opening.complete) == (1, True)


def test_the_columns_of_the_search_are_those_of_the_templates(folder: Path):
    with filled(folder) as files:
        files.put(reference_of(2), enrolment_of(2, 5))
        files.remove(reference_of(7))
        rows = np.flatnonzero(files.among())
        irises = files.column("irises")

        assert len(rows) == len(files) == PEOPLE - 1
        for row in rows:
            template = files.enrolment(files.reference(row)).template
            assert np.array_equal(irises[row], IRISES.of(template))


def test_rows_of_a_gallery_are_its_living_members(folder: Path):
    with filled(folder) as files:
        files.remove(reference_of(1))
        members = {files.reference(row) for row in np.flatnonzero(files.among("jambi"))}

        assert members == {reference_of(number) for number in range(PEOPLE) if number & 1 and number != 1}
        assert not files.among("nowhere").any()


def test_an_engine_over_the_files_answers_the_same_after_a_kill(folder: Path):
    files = filled(folder)
    engine = Engine(stock=FileStock(files))
    engine.enrol("new", template_of(50, 0), ["riau"])
    engine.remove(reference_of(0))
    engine.renew(reference_of(1), template_of(51, 0))
    probes = [(template_of(number, 9), gallery) for number in (0, 1, 2, 50, 51) for gallery in (None, "riau")]
    before = [engine.search(*probe, limit=100) for probe in probes]
    files.abandon()

    with GalleryFiles(folder) as files:
        after = Engine(stock=FileStock(files))
        assert [after.search(*probe, limit=100) for probe in probes] == before
        assert after.outdated() == engine.outdated()


def test_a_search_over_the_columns_finds_whom_a_search_of_everybody_finds(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(engine_parameters, "CLOSE_LEAST", 5)
    with filled(folder, 60) as files:
        files.remove(reference_of(3))
        stock, everybody = FileStock(files), Engine(files.people())
        for number in range(0, 60, 7):
            probe = template_of(number, 9)
            for gallery in (None, "jambi"):
                one, other = stock.search(probe, gallery, 3), everybody.search(probe, gallery, limit=3)
                assert one[0].ref == other[0].ref or other[0].zone is Zone.UNIQUE
                assert [hit for hit in one if hit.zone is not Zone.UNIQUE] == [
                    hit for hit in other if hit.zone is not Zone.UNIQUE
                ]
        assert stock.search(template_of(14, 9), None, 1)[0].zone is not Zone.UNIQUE


def test_two_processes_do_not_share_a_gallery(folder: Path):
    with filled(folder), pytest.raises(Problem, match="gallery_files_in_use"):
        GalleryFiles(folder)


def test_nobody_else_may_read_the_files(folder: Path):
    filled(folder).close()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("lost", [1, 7, 30, 400])
def test_a_torn_end_was_never_acknowledged_and_is_cut(folder: Path, lost: int):
    files = filled(folder)
    acknowledged = (folder / "1.log").stat().st_size
    files.put(reference_of(99), enrolment_of(99, 0))
    files.abandon()
    size = (folder / "1.log").stat().st_size
    os.truncate(folder / "1.log", size - lost)

    with GalleryFiles(folder) as files:
        assert contents(files) == ALL
        assert files.opening.torn_bytes == size - lost - acknowledged
        assert files.opening.complete
        files.put(reference_of(99), enrolment_of(99, 0))
    with GalleryFiles(folder) as files:
        assert len(files) == PEOPLE + 1


def test_after_a_power_cut_that_forgot_the_columns_they_come_back_from_the_log(folder: Path):
    filled(folder).abandon()
    for path in folder.glob("*.col"):
        os.truncate(path, 0)

    with GalleryFiles(folder) as files:
        assert contents(files) == ALL
        for row in range(PEOPLE):
            assert np.array_equal(files.column("irises")[row], IRISES.of(template_of(row, 0)))


@pytest.mark.parametrize("name", ["irises", "people"])
def test_bit_rot_in_a_column_is_seen_and_mended(folder: Path, name: str):
    filled(folder).close()
    spoil(folder / f"1.{name}.col", 5 * IRISES.of(template_of(0, 0)).nbytes % 700 + 3)

    with GalleryFiles(folder) as files:
        assert files.opening.mended == {name: PEOPLE}
        assert files.opening.complete
        assert contents(files) == ALL
        for row in range(PEOPLE):
            assert np.array_equal(files.column("irises")[row], IRISES.of(template_of(row, 0)))
    with GalleryFiles(folder) as files:
        assert files.opening.mended == {}


@pytest.mark.parametrize("after", ["close", "kill"])
def test_bit_rot_in_a_record_is_named_and_comes_back_from_the_registry(folder: Path, after: str):
    files = filled(folder)
    start = int(files._generation.people.table[5]["start"])
    files.close() if after == "close" else files.abandon()
    spoil(folder / "1.log", start + 300)
    damaged = reference_of(5)

    with GalleryFiles(folder) as files:
        assert files.scan() == [damaged]
        assert damaged not in files
        assert contents(files) == {reference: one for reference, one in ALL.items() if reference != damaged}
        assert not files.among()[5]
    files = GalleryFiles(folder)
    assert files.damaged() == [damaged]
    files.put(damaged, enrolment_of(5, 0))
    assert files.damaged() == []
    assert contents(files) == ALL
    files.abandon()
    with GalleryFiles(folder) as files:
        assert (files.damaged(), contents(files) == ALL) == ([], True)


def test_a_damaged_record_is_a_named_problem_and_not_half_a_person(folder: Path):
    with filled(folder) as files:
        spoil(folder / "1.log", int(files._generation.people.table[5]["start"]) + 300)

        with pytest.raises(Problem, match="gallery_row_damaged"):
            files.enrolment(reference_of(5))
        with pytest.raises(Problem, match="gallery_ref_unknown"):
            files.enrolment(reference_of(5))
        assert files.damaged() == [reference_of(5)]


def test_a_removed_person_does_not_come_back_when_the_removal_rots(folder: Path):
    files = filled(folder)
    removal = (folder / "1.log").stat().st_size
    files.remove(reference_of(5))
    files.put(reference_of(99), enrolment_of(99, 0))
    files.close()
    spoil(folder / "1.log", removal + 6)
    spoil(folder / "1.people.col", 9)

    with GalleryFiles(folder) as files:
        assert reference_of(5) not in files
        assert not files.opening.complete
        assert len(files) == PEOPLE


def test_one_copy_of_the_head_is_enough_and_without_both_the_folder_is_refused(folder: Path):
    filled(folder).close()
    spoil(folder / "head.a", 40)
    with GalleryFiles(folder) as files:
        assert contents(files) == ALL
        files.put(reference_of(0), enrolment_of(0, 1))  # so that closing writes both copies anew
    for name in ("head.a", "head.b"):
        spoil(folder / name, 40)

    with pytest.raises(Problem, match="gallery_files_damaged"):
        GalleryFiles(folder)
    with GalleryFiles(folder, anew=True) as files:
        assert (len(files), files.mark) == (0, "")
        assert {path.name for path in folder.glob("*.log")} == {"2.log"}


def test_the_owners_mark_is_kept_and_never_ahead_of_the_people(folder: Path):
    with filled(folder) as files:
        files.mark = "change 12"
    files = GalleryFiles(folder)
    assert files.mark == "change 12"
    files.put("new", enrolment_of(50, 0))
    files.mark = "change 13"
    files.abandon()

    with GalleryFiles(folder) as files:
        assert files.mark == "change 12"
        files.rebuild([])
        assert files.mark == ""


def test_compaction_leaves_the_dead_out_and_their_bytes_are_gone(folder: Path):
    with filled(folder) as files:
        gone = template_of(4, 0).to_bytes()
        for number in range(1, 11):
            files.remove(reference_of(number))
        assert files.is_sparse()
        assert gone in (folder / "1.log").read_bytes()
        files.compact()

        assert contents(files) == expected((0, 0), (11, 0))
        assert not files.is_sparse()
        assert not any(gone in path.read_bytes() for path in folder.iterdir() if path.is_file())
        assert {path.name for path in folder.glob("*.log")} == {"2.log"}


def test_a_compaction_that_finds_no_room_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch):
    with filled(folder) as files:
        files.remove(reference_of(4))
        with monkeypatch.context() as full:
            full.setattr(log, "_write_all", no_room)
            with pytest.raises(Problem, match="no_space"):
                files.compact()

        assert contents(files) == {one: what for one, what in ALL.items() if one != reference_of(4)}
        assert {path.name for path in folder.glob("*.log")} == {"1.log"}
        files.put(reference_of(4), enrolment_of(4, 0))
    with GalleryFiles(folder) as files:
        assert contents(files) == ALL


def no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_change_that_finds_no_room_is_named_and_not_made(folder: Path, monkeypatch: pytest.MonkeyPatch):
    with filled(folder) as files:
        with monkeypatch.context() as full:
            full.setattr(log, "_write_all", no_room)
            for change in (
                lambda: files.put("new", enrolment_of(50, 0)),
                lambda: files.remove(reference_of(1)),
            ):
                with pytest.raises(Problem, match="no_space"):
                    change()
        assert contents(files) == ALL
        files.put("new", enrolment_of(50, 0))
        assert len(files) == PEOPLE + 1


def test_a_rebuild_from_the_registry_replaces_everybody(folder: Path):
    with filled(folder) as files:
        files.rebuild((reference_of(number), enrolment_of(number, 2)) for number in range(3))
        assert contents(files) == expected((0, 2), (1, 2), (2, 2))
    with GalleryFiles(folder) as files:
        assert contents(files) == expected((0, 2), (1, 2), (2, 2))


def test_a_rebuild_that_breaks_off_leaves_everybody_as_before(folder: Path):
    def registry():
        yield reference_of(0), enrolment_of(0, 2)
        raise Problem("delivery.disk_failed", path="register", reason="-")

    with filled(folder) as files:
        with pytest.raises(Problem, match="disk_failed"):
            files.rebuild(registry())
        assert contents(files) == ALL
        assert {path.name for path in folder.glob("*.log")} == {"1.log"}


def test_what_a_killed_compaction_left_is_swept(folder: Path):
    filled(folder).close()
    (folder / "2.log").write_bytes(b"half")
    (folder / "2.irises.col").write_bytes(b"half")

    with GalleryFiles(folder) as files:
        assert contents(files) == ALL
    assert not list(folder.glob("2.*"))


def test_templates_of_other_extractors_are_listed(folder: Path):
    with filled(folder) as files:
        files.put("today", Enrolment(template_of(60, 0)))

        assert files.outdated() == [reference_of(number) for number in range(PEOPLE)]
        assert files.outdated("drawn 0") == ["today"]


def test_a_column_of_another_version_is_made_anew(folder: Path):
    def halves(template: PersonTemplate) -> np.ndarray:
        return np.array([len(template.fingers), len(template.irises)], np.uint8)

    filled(folder).close()
    for version in (1, 2):
        with GalleryFiles(folder, (*FEATURES, Feature("counts", "|u1", (2,), version, halves))) as files:
            assert files.opening.mended == {"counts": PEOPLE}
            assert files.column("counts").tolist() == [[1, 2]] * PEOPLE
    with GalleryFiles(folder, (*FEATURES, Feature("counts", "|u1", (2,), 2, halves))) as files:
        assert files.opening.mended == {}


@pytest.mark.parametrize("reference", ["", "x" * 121, "a\0b", "é" * 61])
def test_references_that_do_not_fit_are_refused(folder: Path, reference: str):
    with filled(folder) as files:
        with pytest.raises(Problem, match="gallery_ref_unusable"):
            files.put(reference, enrolment_of(0, 0))
        assert contents(files) == ALL


def test_columns_grow_and_what_was_handed_out_stays_readable(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(parameters, "CHECKPOINT_ROWS", 700)
    files = filled(folder)
    early = files.column("irises")
    for start in range(0, 2400, 600):
        files.put_all((f"r{number}", enrolment_of(number % 40, 0)) for number in range(start, start + 600))
    assert np.array_equal(early, files.column("irises")[: len(early)])
    assert len(files) == PEOPLE + 2400
    files.abandon()

    with GalleryFiles(folder) as files:
        assert files.opening.replayed == 1200
        assert len(files) == PEOPLE + 2400
