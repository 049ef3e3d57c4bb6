from centre_world import resident

from rekam.centre.scrub import Scrubbed, scrub


def copies(world, packet):
    return sorted((world.folder / "centre").glob(f"*/??/{packet.packet_id.hex()}.body"))


def received(world, *numbers):
    station = world.station()
    packets = [station.record(resident(number), f"person:{number}") for number in numbers]
    world.exchange(station)
    for packet in packets:
        world.upload(packet)
    return packets


def acts(world):
    found = world.centre.store.database.value(b"SELECT array_agg(act ORDER BY audit_id) FROM audit")
    return [act for act in found if act.startswith("body_")]


def test_a_rotten_copy_and_a_missing_one_are_written_anew_from_the_other(world):
    rotten, gone, sound = received(world, 1, 2, 3)
    first = copies(world, rotten)[0]
    first.write_bytes(b"\x00" + first.read_bytes()[1:])
    copies(world, gone)[1].unlink()

    assert scrub(world.centre) == Scrubbed(read=3, mended=2)
    for packet in (rotten, gone, sound):
        assert [copy.read_bytes() for copy in copies(world, packet)] == [packet.body, packet.body]
    assert acts(world) == ["body_mended", "body_mended"]
    assert scrub(world.centre) == Scrubbed(read=3)


def test_a_body_without_a_good_copy_is_named_and_the_others_are_still_mended(world):
    lost, rotten = received(world, 1, 2)
    for copy in copies(world, lost):
        copy.write_bytes(b"dust")
    copies(world, rotten)[1].write_bytes(b"dust")

    assert scrub(world.centre) == Scrubbed(read=2, mended=1, lost=1)
    assert sorted(acts(world)) == ["body_lost", "body_mended"]
    assert [copy.read_bytes() for copy in copies(world, lost)] == [b"dust", b"dust"]
