"""Signed updates: from the centre to stations by line and by disk, forward only, however long they were away."""

import json
import shutil

import pytest

from rekam.edge.trust import FolderSource, Kind, StationUpdates, UpdateRepository, parameters
from rekam.problem import Problem

DAY = 86_400
BEGIN = 1_508_205_600
WHEEL = "software/rekam-1.1.0-py3-none-any.whl"


class Clock:
    def __init__(self, now=BEGIN):
        self.now = now

    def __call__(self):
        return self.now

    def later(self, days):
        self.now += days * DAY


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def centre(tmp_path, clock):
    repository = UpdateRepository(tmp_path / "centre", clock)
    repository.begin()
    repository.publish(WHEEL, b"program 1.1", Kind.SOFTWARE, "1.1.0")
    return repository


@pytest.fixture
def station(tmp_path, clock, centre):
    updates = StationUpdates(tmp_path / "station", clock)
    updates.trust(centre.root)
    return updates


def disk(centre, tmp_path, name="disk"):
    """A copy of what the centre publishes today, on its way."""
    shutil.copytree(centre.public, tmp_path / name)
    return FolderSource(tmp_path / name)


def here(centre):
    return FolderSource(centre.public)


def refused(code, act, *arguments):
    with pytest.raises(Problem) as caught:
        act(*arguments)
    assert caught.value.code == code
    return caught.value


def test_a_station_gets_what_the_centre_published(centre, station):
    (offer,) = station.look(here(centre))
    assert (offer.name, offer.kind, offer.version, offer.size) == (WHEEL, Kind.SOFTWARE, "1.1.0", 11)
    assert not station.held(offer)
    assert station.fetch(offer, here(centre)).read_bytes() == b"program 1.1"
    assert station.held(offer)


def test_publishing_again_replaces_and_the_number_rises(centre, station):
    station.look(here(centre))
    centre.publish(WHEEL, b"program 1.1 mended", Kind.SOFTWARE, "1.1.1")
    centre.publish("reference/regions.json", b"[]", Kind.REFERENCE, "2025-1")
    offers = {offer.name: offer for offer in station.look(here(centre))}
    assert offers[WHEEL].version == "1.1.1"
    assert station.fetch(offers[WHEEL], here(centre)).read_bytes() == b"program 1.1 mended"
    assert offers["reference/regions.json"].kind is Kind.REFERENCE


def test_an_older_disk_is_refused_after_a_newer_one(centre, station, tmp_path):
    old = disk(centre, tmp_path)
    centre.publish(WHEEL, b"program 1.2", Kind.SOFTWARE, "1.2.0")
    station.look(here(centre))
    refused("trust.rollback", station.look, old)
    (offer,) = station.look(here(centre))
    assert offer.version == "1.2.0"


def test_the_way_back_stays_closed_after_a_restart_of_the_station(centre, station, tmp_path, clock):
    old = disk(centre, tmp_path)
    centre.publish(WHEEL, b"program 1.2", Kind.SOFTWARE, "1.2.0")
    station.look(here(centre))
    refused("trust.rollback", StationUpdates(tmp_path / "station", clock).look, old)


def test_a_disk_that_was_under_way_for_months_is_still_followed(centre, station, tmp_path, clock):
    slow = disk(centre, tmp_path)
    clock.later(parameters.TIMESTAMP_DAYS + parameters.GRACE_DAYS - 1)
    (offer,) = station.look(slow)
    assert station.fetch(offer, slow).read_bytes() == b"program 1.1"


def test_a_disk_far_past_its_end_is_refused(centre, station, tmp_path, clock):
    slow = disk(centre, tmp_path)
    clock.later(parameters.TIMESTAMP_DAYS + parameters.GRACE_DAYS + 1)
    refused("trust.expired", station.look, slow)
    centre.renew()
    assert len(station.look(here(centre))) == 1


def test_a_station_cut_off_while_root_was_signed_anew_three_times_follows(centre, station, clock):
    for _ in range(3):
        clock.later(400)
        centre.rotate_root()
    centre.publish(WHEEL, b"program 2", Kind.SOFTWARE, "2.0.0")
    (offer,) = station.look(here(centre))
    assert station.fetch(offer, here(centre)).read_bytes() == b"program 2"


def test_root_of_one_person_alone_is_not_enough(centre, station, tmp_path):
    centre.rotate_root()
    forged = disk(centre, tmp_path)
    path = tmp_path / "disk" / "metadata" / "2.root.json"
    root = json.loads(path.read_bytes())
    root["signatures"] = root["signatures"][:1]
    path.write_text(json.dumps(root))
    refused("trust.signature_bad", station.look, forged)


def test_another_centre_is_not_believed(centre, station, tmp_path, clock):
    other = UpdateRepository(tmp_path / "other", clock)
    other.begin()
    other.publish(WHEEL, b"program of a stranger", Kind.SOFTWARE, "9.9.9")
    refused("trust.signature_bad", station.look, FolderSource(other.public))
    refused("trust.other_root", station.trust, other.root)


@pytest.mark.parametrize("name", ["timestamp.json", "2.snapshot.json", "2.targets.json"])
def test_metadata_changed_on_the_way_is_refused_and_what_was_there_stays(centre, station, tmp_path, name):
    station.look(here(centre))
    centre.publish(WHEEL, b"program 1.2", Kind.SOFTWARE, "1.2.0")
    forged = disk(centre, tmp_path)
    folder = tmp_path / "disk" / "metadata"
    path = folder / name.replace("2.", f"{len(list(folder.glob('*.snapshot.json')))}.", 1)
    metadata = json.loads(path.read_bytes())
    metadata["signed"]["expires"] = "2099-01-01T00:00:00Z"
    path.write_text(json.dumps(metadata))
    refused("trust.signature_bad", station.look, forged)
    assert station.look(here(centre))[0].version == "1.2.0"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"signed": 1}', b"\xff" * 100])
def test_a_disk_full_of_rubbish_has_a_name(centre, station, tmp_path, content):
    forged = disk(centre, tmp_path)
    (tmp_path / "disk" / "metadata" / "timestamp.json").write_bytes(content)
    refused("trust.unreadable", station.look, forged)


def test_every_flipped_bit_of_a_file_is_seen(centre, station, tmp_path):
    forged = disk(centre, tmp_path)
    (offer,) = station.look(forged)
    path = next((tmp_path / "disk" / "targets" / "software").iterdir())
    good = path.read_bytes()
    for bit in range(len(good) * 8):
        bad = bytearray(good)
        bad[bit // 8] ^= 1 << bit % 8
        path.write_bytes(bad)
        refused("trust.file_differs", station.fetch, offer, forged)
    assert not station.held(offer)
    path.write_bytes(good)
    assert station.fetch(offer, forged).read_bytes() == good


def test_a_longer_file_is_not_read_to_its_end(centre, station, tmp_path):
    forged = disk(centre, tmp_path)
    (offer,) = station.look(forged)
    path = next((tmp_path / "disk" / "targets" / "software").iterdir())
    path.write_bytes(path.read_bytes() + b"and more")
    refused("trust.unreachable", station.fetch, offer, forged)


def test_a_disk_with_half_of_the_files_is_unreachable_not_wrong(centre, station, tmp_path):
    half = disk(centre, tmp_path)
    shutil.rmtree(tmp_path / "disk" / "targets")
    (offer,) = station.look(half)
    refused("trust.unreachable", station.fetch, offer, half)
    refused("trust.unreachable", station.look, FolderSource(tmp_path / "nowhere"))


def test_a_station_without_the_root_installs_nothing(tmp_path, clock, centre):
    refused("trust.no_root", StationUpdates(tmp_path / "fresh", clock).look, here(centre))


@pytest.mark.parametrize("name", ["", "../x", "a//b", "/etc/passwd", "a/../b", "a b", ".hidden/x", "a\0b"])
def test_names_that_could_leave_the_folder_are_refused(centre, name):
    refused("trust.bad_name", centre.publish, name, b"", Kind.REFERENCE, "1")


def test_a_crash_between_the_files_of_a_publication_shows_stations_the_old_state_whole(
    centre, station, monkeypatch
):
    class Cut(Exception):
        pass

    from rekam.edge.trust import repository as room

    written = []
    real = room.write_durably

    def cutting(path, blocks):
        written.append(path)
        if len(written) == stop:
            raise Cut
        real(path, blocks)

    monkeypatch.setattr(room, "write_durably", cutting)
    for stop in (1, 2, 3, 4):
        written.clear()
        with pytest.raises(Cut):
            centre.publish(WHEEL, f"program {stop}".encode(), Kind.SOFTWARE, f"1.{stop + 1}")
        (offer,) = station.look(here(centre))
        assert offer.version == "1.1.0"
        assert station.fetch(offer, here(centre)).read_bytes() == b"program 1.1"
    monkeypatch.undo()
    centre.publish(WHEEL, b"program 3", Kind.SOFTWARE, "3")
    (offer,) = station.look(here(centre))
    assert station.fetch(offer, here(centre)).read_bytes() == b"program 3"
