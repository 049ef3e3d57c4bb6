import hashlib

import pytest
from centre_world import resident

from rekam.centre.connection import restore, suspend
from rekam.edge.store.packet_files import CopyState
from rekam.edge.wire.tus.partial import PartialUploads
from rekam.packet import read_receipt
from rekam.problem import Problem

LETTER = {"cause": "pelanggaran", "letter": "471/9/2017", "condition": "dikembalikan", "actor": "pusat"}


def brought(world, packets):
    bodies = []
    for number, packet in enumerate(packets):
        path = world.folder / f"body{number}"
        path.write_bytes(packet.body)
        bodies.append((packet.packet_id, path))
    return bodies


def test_bodies_that_come_together_are_all_receipted_in_one_log(world):
    station = world.station()
    packets = [station.record(resident(number), f"person:{number}") for number in range(1, 6)]
    world.exchange(station)

    receipts = world.intake.bodies_complete(brought(world, packets))

    read = [read_receipt(signed, world.centre.keys.signer.verifier) for signed in receipts]
    assert [one.packet_id for one in read] == [packet.packet_id for packet in packets]
    assert [one.log_index for one in read] == [0, 1, 2, 3, 4]
    assert world.centre.store.log.first_wrong() is None
    assert world.centre.store.ledger.differing_folds() == 0
    assert world.intake.bodies_complete(brought(world, packets)) == receipts


def test_a_bad_body_among_others_keeps_none_of_them(world):
    station = world.station()
    packets = [station.record(resident(number), f"person:{number}") for number in range(1, 5)]
    world.exchange(station)
    bodies = brought(world, packets)
    bodies[1][1].write_bytes(b"another body")
    stranger = hashlib.sha256(b"nobody announced this").digest()

    first, second, third, unknown, last = world.intake.bodies_complete(
        [*bodies[:3], (stranger, bodies[0][1]), bodies[3]]
    )

    assert isinstance(second, Problem)
    assert second.code == "delivery.body_hash"
    assert isinstance(unknown, Problem)
    assert unknown.code == "delivery.manifest_first"
    assert all(isinstance(one, bytes) for one in (first, third, last))
    assert world.centre.store.log.head().size == 3
    assert world.status(packets[1]) == "sent_for_enrollment"


def test_a_finished_upload_stays_as_a_copy_and_outlives_the_upload(world):
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)
    uploads = PartialUploads(world.folder / "partial")
    uploads.create(packet.packet_id, len(packet.body), "")
    uploads.append(packet.packet_id, packet.body)
    uploads.commit(packet.packet_id)
    whole = uploads.whole(packet.packet_id)

    world.intake.on_complete(packet.packet_id, whole)

    files = world.centre.files
    first, second = (folder / packet.packet_id.hex()[:2] for folder in files.folders)
    assert whole.stat().st_ino == next(first.glob("*.body")).stat().st_ino
    assert whole.stat().st_ino != next(second.glob("*.body")).stat().st_ino
    uploads.remove(packet.packet_id)
    uploads.close()
    assert files.verify(packet.packet_id) == (CopyState.GOOD, CopyState.GOOD)


def test_manifests_in_any_order_tell_which_of_them_do_not_follow(world):
    station = world.station()
    one, two, three = (station.record(resident(number), f"person:{number}") for number in (1, 2, 3))
    world.exchange(station, manifests=(three.manifest,))
    world.exchange(station, manifests=(one.manifest, two.manifest, two.manifest))

    assert world.centre.store.packets.misfits("") == []
    assert world.centre.store.packets.gaps("") == []
    assert world.centre.store.ledger.differing_folds() == 0
    kinds = [event.kind.value for event in world.centre.store.ledger.history(two.packet_id)]
    assert kinds == ["captured", "sealed", "announced"]


@pytest.mark.parametrize("restored", [0, 1])
def test_ending_one_of_two_suspensions_frees_its_own_packets_only(world, restored):
    stations = [world.station(name) for name in ("ST-1", "ST-2")]
    packets = [station.record(resident(n), f"person:{n}") for n, station in enumerate(stations, 1)]
    numbers = [suspend(world.centre, "15.02", station_id=name, **LETTER) for name in ("ST-1", "ST-2")]
    for station in stations:
        world.deliver(station)

    assert restore(world.centre, numbers[restored], note="syarat dipenuhi", actor="pusat") == 1

    assert world.status(packets[restored]) == "received_at_central"
    assert world.status(packets[1 - restored]) == "quarantined"
    assert world.centre.store.ledger.differing_folds() == 0
