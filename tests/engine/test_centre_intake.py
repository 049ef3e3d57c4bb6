import random

import pytest
from centre_world import NOON, VILLAGE, TestStation, resident

from rekam.edge.key import Ed25519Signer
from rekam.packet import check_receipt, merkle, read_receipt
from rekam.problem import Problem
from rekam.registry import EventKind as Kind


def test_a_manifest_alone_tells_that_a_recording_exists(world):
    world.load(resident(1))
    station = world.station()
    packet = station.record(resident(1), "person:1")

    answer = world.exchange(station)

    assert answer.wanted == (packet.packet_id,)
    assert [one.status for one in answer.statuses] == ["sent_for_enrollment"]
    assert answer.statuses[0].words_id == "Diberitahukan ke pusat, isinya masih di jalan"
    row = world.centre.store.ledger.recording(packet.packet_id)
    assert (row.nik, row.village, row.place) == (None, None, "15.02.01")
    kinds = [event.kind for event in world.centre.store.ledger.history(packet.packet_id)]
    assert kinds == [Kind.CAPTURED, Kind.SEALED, Kind.ANNOUNCED]


def test_the_same_request_twice_changes_nothing(world):
    station = world.station()
    station.record(resident(1), "person:1")
    first = world.exchange(station)
    second = world.exchange(station)

    assert first.wanted == second.wanted
    assert first.statuses == second.statuses
    assert world.centre.store.database.value(b"SELECT count(*) FROM event") == 3


def test_a_body_is_held_twice_read_logged_and_receipted(world):
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)

    signed = world.upload(packet)

    receipt = read_receipt(signed, world.centre.keys.signer.verifier)
    check_receipt(receipt, packet_id=packet.packet_id, station="ST-1", sequence=1)
    assert receipt.copies == 2
    copies = list((world.folder / "centre").glob("*/??/*.body"))
    assert [copy.read_bytes() for copy in copies] == [packet.body, packet.body]
    assert world.status(packet) == "received_at_central"
    assert world.exchange(station).receipts == (signed,)
    assert world.exchange(station).wanted == ()


def test_a_body_delivered_again_gets_the_same_receipt_and_no_second_effect(world):
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)

    assert world.upload(packet) == world.upload(packet)
    assert world.centre.store.log.head().size == 1
    assert world.centre.store.database.value(b"SELECT count(*) FROM procrastinate_jobs") == 1


def test_receipts_prove_their_leaf_in_one_growing_log(world):
    station = world.station()
    made = [station.record(resident(number), f"person:{number}") for number in range(1, 6)]
    world.exchange(station)
    receipts = [read_receipt(world.upload(one), world.centre.keys.signer.verifier) for one in made]

    head = world.centre.store.log.head()
    leaves = world.centre.store.log.leaves(head.size)
    assert merkle.root(leaves) == head.root
    for place, receipt in enumerate(receipts):
        assert receipt.log_index == place
        assert merkle.root(leaves[: place + 1]) == receipt.log_root
        assert merkle.verify_inclusion(receipt.leaf, place, place + 1, receipt.proof, receipt.log_root)
    assert world.centre.store.log.first_wrong() is None


def test_a_body_without_a_manifest_is_not_taken(world):
    packet = world.station().record(resident(1), "person:1")

    with pytest.raises(Problem, match=r"delivery\.manifest_first"):
        world.upload(packet)
    assert world.intake.expects(packet.packet_id) is None


def test_the_upload_server_is_told_length_and_possession(world):
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)

    assert world.intake.expects(packet.packet_id) == len(packet.body)
    assert world.intake.holds(packet.packet_id) is None
    world.upload(packet)
    assert world.intake.holds(packet.packet_id) == len(packet.body)


def test_an_altered_body_is_refused_and_the_true_one_still_taken(world):
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)
    path = world.folder / "altered"
    path.write_bytes(packet.body[:-1] + bytes([packet.body[-1] ^ 1]))

    with pytest.raises(Problem, match=r"delivery\.body_hash"):
        world.intake.body_complete(packet.packet_id, path)

    assert world.status(packet) == "sent_for_enrollment"
    world.upload(packet)
    assert world.status(packet) == "received_at_central"


def test_content_that_cannot_be_read_is_refused_with_its_reason_and_told_to_the_station(world):
    station = world.station()
    packet = station.seal(b"not a recording")
    world.exchange(station)

    with pytest.raises(Problem, match=r"packet\.content_unreadable"):
        world.upload(packet)

    assert world.status(packet) == "refused"
    answer = world.exchange(station)
    assert [(one.packet_id, one.code) for one in answer.refused] == [
        (packet.packet_id, "packet.content_unreadable")
    ]
    assert answer.receipts == ()
    assert answer.wanted == ()
    assert world.centre.store.audit.lines(act="packet_refused")[0].subject == packet.packet_id.hex()


def test_a_packet_for_somebody_else_is_refused(world):
    from rekam.edge.key import HybridOpener

    station = world.station()
    station.recipients = (HybridOpener(bytes(range(96))).recipient,)
    packet = station.record(resident(1), "person:1")
    world.exchange(station)

    with pytest.raises(Problem, match=r"packet\.recipient_unknown"):
        world.upload(packet)
    assert world.status(packet) == "refused"


def test_an_unknown_station_is_refused_by_name_and_noted(world):
    stranger = TestStation(
        "ST-9", (), world.centre.keys.signer.verifier, Ed25519Signer(b"stranger".ljust(32, b"."))
    )

    with pytest.raises(Problem, match=r"packet\.station_unknown"):
        world.desk.receive_exchange(stranger.request())

    line = world.centre.store.audit.lines(act="exchange_refused")[0]
    assert line.details == {"problem": "packet.station_unknown"}
    assert world.centre.store.audit.verify().first_wrong is None


def test_a_forged_request_of_a_known_station_is_refused(world):
    station = world.station()
    station.signer = Ed25519Signer(b"forger".ljust(32, b"."))

    with pytest.raises(Problem, match=r"packet\.key_unknown"):
        world.desk.receive_exchange(station.request())


def test_a_manifest_of_another_station_is_refused_inside_a_good_request(world):
    one, two = world.station("ST-1"), world.station("ST-2")
    one.record(resident(1), "person:1")

    answer = world.exchange(two, manifests=tuple(p.manifest for p in one.held.values()))

    assert [refusal.code for refusal in answer.refused] == ["centre.other_station"]
    assert world.centre.store.packets.all_awaited() == []


@pytest.mark.parametrize("seed", range(4))
def test_whatever_order_manifests_come_in_the_missing_numbers_are_those_that_did_not(world, seed):
    station = world.station()
    packets = [station.record(resident(number), f"person:{number}") for number in range(1, 10)]
    chance = random.Random(seed)
    waiting = list(enumerate(packets, 1))
    chance.shuffle(waiting)
    known: set[int] = set()

    while waiting:
        some = [waiting.pop() for _ in range(min(len(waiting), chance.randint(1, 3)))]
        known |= {number for number, _ in some}
        manifests = tuple(packet.manifest for _, packet in some)
        answer = world.exchange(station, manifests=manifests, held=())

        assert set(answer.missing_sequences) == set(range(1, max(known))) - known
        whole = world.centre.store.database.value(b"SELECT whole_until FROM station")
        assert whole == max(number for number in range(10) if set(range(1, number + 1)) <= known)


def test_gaps_in_a_stations_numbering_are_named(world):
    station = world.station()
    made = [station.record(resident(number), f"person:{number}") for number in range(1, 6)]

    answer = world.exchange(station, manifests=(made[1].manifest, made[4].manifest))

    assert answer.missing_sequences == (1, 3, 4)
    gaps = world.centre.store.packets.gaps("15")
    assert [(gap.station_id, gap.first, gap.last) for gap in gaps] == [("ST-1", 1, 1), ("ST-1", 3, 4)]
    assert world.exchange(station).missing_sequences == ()


def test_a_fork_is_noted_kept_and_held_in_quarantine(world):
    world.load(resident(1), resident(2))
    station = world.station()
    first = station.record(resident(1), "person:1")
    world.deliver(station)
    station.sequence, station.previous = 0, bytes(32)  # the laptop was restored from an old image
    second = station.record(resident(2), "person:2", notes=("after the restore",))
    world.deliver(station)

    assert world.status(first) == "received_at_central"
    assert world.status(second) == "quarantined"
    assert [(one.packet_id, one.link) for one in world.centre.store.packets.misfits("")] == [
        (second.packet_id, "fork")
    ]
    line = world.centre.store.audit.lines(act="manifest_disputed")[0]
    assert line.details == {"problem": "packet.chain_fork", "sequence": 1}
    assert world.centre.store.log.receipt(second.packet_id) is not None


def test_a_break_in_the_chain_is_found_also_when_the_later_manifest_came_first(world):
    station = world.station()
    station.record(resident(1), "person:1")
    station.previous = bytes([7] * 32)
    second = station.record(resident(2), "person:2")
    first = next(packet for packet in station.held.values() if packet is not second)

    world.exchange(station, manifests=(second.manifest,))
    assert world.centre.store.packets.misfits("") == []
    world.exchange(station, manifests=(first.manifest,))

    assert [(one.sequence, one.link) for one in world.centre.store.packets.misfits("")] == [(2, "break")]


def test_a_body_stored_before_a_crash_is_taken_over_at_the_next_start(world):
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)
    world.centre.files.put(packet.packet_id, packet.body)  # and then the power went

    assert world.intake.recover() == 1
    assert world.intake.recover() == 0
    assert world.status(packet) == "received_at_central"


def test_the_event_the_receipt_and_the_job_happen_together_or_not_at_all(world, monkeypatch):
    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)

    def fail(*_args, **_values):
        raise RuntimeError("power")

    with monkeypatch.context() as patched:
        patched.setattr("rekam.edge.store.centre.log.put_receipts", fail)
        with pytest.raises(RuntimeError, match="power"):
            world.upload(packet)

    assert world.status(packet) == "sent_for_enrollment"
    assert world.centre.store.database.value(b"SELECT count(*) FROM procrastinate_jobs") == 0
    assert world.centre.store.log.head().size == 0
    world.upload(packet)
    assert world.centre.store.database.value(b"SELECT count(*) FROM procrastinate_jobs") == 1


def test_the_ledger_the_log_and_the_audit_cannot_be_changed(world):
    import psycopg

    station = world.station()
    packet = station.record(resident(1), "person:1")
    world.exchange(station)
    world.upload(packet)

    for table in ("event", "log_leaf", "receipt", "audit"):
        for act in (
            f"DELETE FROM {table}",
            f"TRUNCATE {table} CASCADE",
            f"UPDATE {table} SET {CHANGED[table]}",
        ):
            with (
                pytest.raises(psycopg.errors.IntegrityError, match="append-only"),
                world.centre.store.database.transaction() as connection,
            ):
                connection.execute(act.encode())


CHANGED = {"event": "at = 0", "log_leaf": "at = 0", "receipt": "issued_at = 0", "audit": "actor = 'x'"}


def test_a_station_gets_its_roster_once_and_then_the_changes(world):
    from rekam.edge.store.station import decode_roster_delta

    world.load(resident(1), resident(2), resident(3), recorded=[resident(3).nik])
    station = world.station()
    whole = decode_roster_delta(world.exchange(station).roster)
    assert whole.removed == ()
    assert [one.nik for one in whole.residents] == [resident(1).nik, resident(2).nik]
    assert world.exchange(station, roster_version=whole.version).roster is None

    station.record(resident(1), "person:1")
    world.deliver(station)
    world.work()

    change = decode_roster_delta(world.exchange(station, roster_version=whole.version).roster)
    assert change.residents == ()
    assert change.removed == (resident(1).nik,)


def test_a_new_cut_names_to_a_station_only_who_leaves_its_roster(world):
    from datetime import date

    from rekam.edge.store.centre.register import ListedResident, load_cut
    from rekam.edge.store.station import decode_roster_delta
    from rekam.person import name_key

    stays, leaves, recorded_long_ago, child = map(resident, range(1, 5))
    world.load(stays, leaves, recorded_long_ago, child, recorded=[recorded_long_ago.nik], young=[child.nik])
    station = world.station()
    whole = decode_roster_delta(world.exchange(station).roster)
    assert {one.nik for one in whole.residents} == {stays.nik, leaves.nik}

    lines = [
        ListedResident(stays, obliged=True, recorded=False),
        ListedResident(recorded_long_ago, obliged=True, recorded=True),
        ListedResident(child, obliged=False, recorded=False),
    ]
    store = world.centre.store.database
    load_cut(store, "DKB Semester II 2017", date(2017, 12, 31), lines, name_key=name_key, now=NOON)

    change = decode_roster_delta(world.exchange(station, roster_version=whole.version).roster)
    assert [one.nik for one in change.residents] == [stays.nik]
    assert change.removed == (leaves.nik,)


@pytest.mark.parametrize("version", ["999", "from another centre"])
def test_a_station_from_before_a_restored_backup_gets_everything_again(world, version):
    from rekam.edge.store.station import decode_roster_delta

    world.load(resident(1), resident(2), recorded=[resident(2).nik])
    roster = decode_roster_delta(world.exchange(world.station(), roster_version=version).roster)

    assert [one.nik for one in roster.residents] == [resident(1).nik]
    assert roster.removed == (resident(2).nik,)


def test_the_bundle_lets_a_station_work(world):
    from rekam.account import Account, Role
    from rekam.centre.enrolment import bundle_of
    from rekam.edge.store.centre.accounts import put_account

    world.load(resident(1))
    world.station()
    people = [
        Account("op", "Op", Role.OPERATOR, "15.02.01", "h"),
        Account("sup", "Sup", Role.SUPERVISOR, "15.02", "h"),
        Account("elsewhere", "E", Role.OPERATOR, "15.02.02", "h"),
        Account("boss", "B", Role.REGENCY, "15.02", "h"),
    ]
    with world.centre.store.database.transaction() as connection:
        for one in people:
            put_account(connection, one)

    bundle = bundle_of(world.centre, "ST-1")

    assert [account.name for account in bundle.accounts] == ["op", "sup"]
    assert [one.nik for one in bundle.roster.residents] == [resident(1).nik]
    assert len(bundle.recipients) == 2
    assert bundle.region == "15.02.01"


def test_a_station_id_cannot_be_taken_over_with_another_key(world):
    from rekam.centre.enrolment import change_key, enrol_station
    from rekam.edge.key import export_public

    station = world.station()
    packet = station.record(resident(1), "person:1")
    other = export_public(Ed25519Signer(b"other".ljust(32, b".")).verifier)

    with pytest.raises(Problem, match=r"centre\.station_known"):
        enrol_station(world.centre, "ST-1", "15.02.01", "x", other, actor="pusat")
    change_key(world.centre, "ST-1", other, actor="pusat")
    assert world.exchange(station).wanted == (packet.packet_id,)


@pytest.mark.parametrize("region", ["", "15", "15.02", VILLAGE, "jambi"])
def test_a_station_stands_in_a_kecamatan(world, region):
    with pytest.raises(Problem, match=r"centre\.station_region"):
        world.station(region=region)


def test_what_a_station_observed_is_kept_once(world):
    station = world.station()
    world.exchange(station, journal=(b"power lost", b"power back"))
    world.exchange(station, journal=(b"power back",))

    assert world.centre.store.database.value(b"SELECT count(*) FROM journal") == 2
    assert world.centre.store.stations.station("ST-1").last_contact > NOON


def test_gaps_from_the_mark_are_those_from_the_first_number(world):
    station = world.station()
    packets = [station.record(resident(number), f"person:{number}") for number in range(1, 10)]
    for known in ((1, 2, 3), (6,), (5, 9), (4,)):
        world.exchange(station, manifests=tuple(packets[number - 1].manifest for number in known), held=())

        gaps = world.centre.store.packets.gaps("15")
        assert world.centre.store.packets.gaps("15", trusting=True) == gaps
        assert world.centre.store.packets.miscounted() == []
    mark = world.centre.store.database.value(b"SELECT whole_until FROM station")
    assert [(gap.first, gap.last) for gap in gaps] == [(7, 8)]
    assert mark == 6
    assert world.centre.store.stations.all("15")[0].announced == 7


@pytest.mark.parametrize("wrong", ["announced = 4", "whole_until = 4"])
def test_a_station_that_is_counted_wrong_is_named(world, wrong):
    station = world.station()
    for number in (1, 2, 3):
        station.record(resident(number), f"person:{number}")
    world.exchange(station)
    assert world.centre.store.packets.miscounted() == []

    with world.centre.store.database.transaction() as connection:
        connection.execute(f"UPDATE station SET {wrong}".encode())
    assert world.centre.store.packets.miscounted() == ["ST-1"]
