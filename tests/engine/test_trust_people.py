"""Own signatures, revocation and forgotten passwords between a real station and a real centre."""

from dataclasses import replace

import pytest
from trust_bed import DAY, PASSWORD, Pair, account

from rekam.account import recovery_code
from rekam.biometric import ExceptionReason
from rekam.centre.accounts import keep_account
from rekam.centre.connection import release_disputed
from rekam.centre.policy import instruct, policy_for
from rekam.centre.recovery import read_out_code
from rekam.edge.store.centre import trust
from rekam.fault.bed.counter import SIGNATURE, resident
from rekam.packet import decode_recording, open_packet, read_manifest
from rekam.problem import Problem
from rekam.recording import Item, Step
from rekam.station import StationOperator
from rekam.station.policy import follow_policy
from rekam.station.use.recover import answer_recovery, ask_recovery
from rekam.station.use.seal import resume
from rekam.station.use.sign_in import account_of, sign_in


@pytest.fixture
def pair(world, tmp_path):
    return Pair(world, tmp_path)


@pytest.fixture
def station(pair):
    opened = pair.open()
    yield opened
    opened.close()


def content_of(pair, packet_id):
    packet = pair.world.centre.store.packets.packet(packet_id)
    assert packet is not None
    keys = pair.world.centre.store.stations.station(packet.station_id).public_keys
    from rekam.centre.station_keys import verifiers_of

    manifest = read_manifest(packet.manifest, lambda _: verifiers_of(keys))
    body = pair.world.centre.files.get(packet_id)
    return decode_recording(open_packet(manifest, body, pair.world.centre.keys.opener))


def test_a_signed_recording_goes_through_and_names_its_time(pair, station):
    packet = pair.record(StationOperator.sign_in(station, "rina", PASSWORD), 1)
    pair.deliver(station)

    recording = content_of(pair, packet)
    assert recording.signed is not None
    assert recording.signed.account == "rina"
    assert recording.clock is not None
    assert (recording.clock.sequence, recording.clock.boot) == (1, 1)
    assert pair.status(packet) == ("print_ready_record", None)


def test_the_private_key_is_nowhere_on_the_disk_and_opens_only_with_the_password(pair, station):
    StationOperator.sign_in(station, "rina", PASSWORD)
    seed = station.own_keys._open["rina"].seed
    assert all(seed not in file.read_bytes() for file in pair.counter.folder.rglob("*") if file.is_file())
    assert b"-----BEGIN" not in (pair.counter.folder / "station.db").read_bytes()


def test_a_crash_between_consent_and_seal_needs_no_operator(pair):
    station = pair.open()
    operator = StationOperator.sign_in(station, "rina", PASSWORD)
    operator.begin(resident(1).nik)
    for step in Step:
        if step is Step.SIGNATURE:
            operator.sign(SIGNATURE)
        if step in {Step.BIODATA, Step.SIGNATURE}:
            operator.confirm(step)
        elif step is not Step.REVIEW:
            operator.capture_until_good(step)
    operator.consent()
    station.store.close()

    again = pair.open()
    packet = again.store.outbox.latest(1)[0].packet_id
    assert resume(again) == []
    pair.deliver(again)
    assert content_of(pair, packet).signed.account == "rina"
    assert pair.status(packet) == ("print_ready_record", None)
    again.close()


def test_an_altered_signature_is_held_by_name_and_goes_on_once_somebody_looked(pair, station, monkeypatch):
    operator = StationOperator.sign_in(station, "rina", PASSWORD)
    honest = station.own_keys.sign
    monkeypatch.setattr(
        station.own_keys, "sign", lambda name, _message: honest(name, b"something else was signed")
    )
    packet = pair.record(operator, 1)
    pair.deliver(station)
    assert pair.status(packet) == ("quarantined", "account.signature_wrong")
    assert station.store.outbox.line(packet).receipt is not None  # safe all the same

    release_disputed(pair.world.centre, packet, reason="operator ditelepon, benar", actor="dinas")
    pair.world.work()
    assert pair.status(packet) == ("print_ready_record", None)


def test_a_key_that_the_station_has_not_reported_is_waited_for(pair, station):
    packet = pair.record(StationOperator.sign_in(station, "rina", PASSWORD), 1)
    said = [bytes(entry) for entry in station.port.journal_waiting(100)]
    station.port.note_journal_known(said)  # as if the report had been lost on the way
    pair.deliver(station)
    assert pair.status(packet) == ("quarantined", "account.signing_key_unknown")

    from rekam.centre.reports import take_reports

    take_reports(pair.world.centre, "ST-1", said)
    pair.world.work()
    assert pair.status(packet) == ("print_ready_record", None)


def test_who_has_a_key_must_sign_and_who_has_none_need_not(pair, station, monkeypatch):
    unsigned = pair.record(pair.counter.operator(station), 1)
    operator = StationOperator.sign_in(station, "rina", PASSWORD)
    monkeypatch.setattr(station.own_keys, "sign", lambda _name, _message: None)
    stripped = pair.record(operator, 2)
    pair.deliver(station)

    assert pair.status(unsigned) == ("print_ready_record", None)
    assert pair.status(stripped) == ("quarantined", "account.signature_missing")


def test_a_signed_out_operator_cannot_agree_in_their_own_name(pair, station):
    operator = StationOperator.sign_in(station, "rina", PASSWORD)
    station.own_keys.lock("rina")
    with pytest.raises(Problem, match="own_key_locked"):
        pair.record(operator, 1)
    StationOperator.sign_in(station, "rina", PASSWORD)
    assert operator.draft.consented_at is None
    assert pair.record(operator, 1)


def test_a_supervisor_signs_an_exception_for_this_resident_only(pair, station):
    operator = StationOperator.sign_in(station, "rina", PASSWORD)
    operator.begin(resident(1).nik)
    operator.except_item([Item.RIGHT_INDEX], ExceptionReason.UNREADABLE, supervisor=("budi", PASSWORD))
    packet = pair.record(operator, 1)
    pair.deliver(station)
    recording = content_of(pair, packet)
    assert [one.signed.account for one in recording.approvals] == ["budi"]
    assert pair.status(packet) == ("print_ready_record", None)

    from rekam.centre.signature import doubt

    row = pair.world.centre.store.packets.packet(packet)
    other = replace(recording.approvals[0], reason=ExceptionReason.MISSING)
    with pair.world.centre.store.database.connection() as connection:
        assert doubt(connection, row, recording) is None
        borrowed = replace(recording, approvals=(other,))
        assert doubt(connection, row, borrowed).code == "account.signature_wrong"
        bare = replace(recording, approvals=())
        assert doubt(connection, row, bare).code == "account.signature_missing"


def test_a_revocation_comes_with_any_delivery_and_the_draft_stays(pair, station):
    keep_account(pair.world.centre, account(), actor="dinas")
    operator = StationOperator.sign_in(station, "rina", PASSWORD)
    pair.deliver(station)
    operator.begin(resident(1).nik)
    draft = operator.draft_id

    keep_account(pair.world.centre, account(active=False), actor="dinas")
    pair.deliver(station)
    assert account_of(station, "rina") is None
    assert station.store.drafts.line(draft) is not None
    with pytest.raises(Problem, match="revoked"):
        sign_in(station, "rina", PASSWORD)


def test_what_was_sealed_before_a_revocation_counts_and_what_came_after_is_held(pair, station):
    centre = pair.world.centre
    keep_account(centre, account(), actor="dinas")
    operator = StationOperator.sign_in(station, "rina", PASSWORD)
    pair.deliver(station)
    before = pair.record(operator, 1)
    pair.office.round(station)
    keep_account(centre, account(active=False), actor="dinas")
    unheard = pair.record(operator, 2)  # no word of the centre since: the station did what it had been told
    pair.world.work()

    with centre.store.database.connection() as connection:
        revoked_at = trust.revoked_at(connection, "rina")
    station.time.trust(revoked_at + DAY)  # time that the centre told, and still an unrevoked account here
    after = pair.record(operator, 3)
    pair.deliver(station)

    assert pair.status(before) == ("print_ready_record", None)
    assert pair.status(unheard)[1] is None
    assert pair.status(unheard)[0] != "quarantined"
    assert pair.status(after) == ("quarantined", "account.signed_after_revocation")


def test_a_policy_is_followed_once_and_never_backwards(pair, station):
    centre = pair.world.centre
    first = policy_for(centre, "ST-1")
    instruct(centre, "15.02", "Rekam pelajar lebih dulu", until=centre.now() + DAY, actor="dinas")
    second = policy_for(centre, "ST-1")
    follow = lambda signed: follow_policy(  # noqa: E731
        station.store.database, station.time, "ST-1", station.centre, signed, at=station.now()
    )
    assert follow(second)
    assert not follow(second)
    with pytest.raises(Problem, match="policy_older"):
        follow(first)
    with pytest.raises(Problem):
        follow(second[:-1] + bytes([second[-1] ^ 1]))
    assert [one.words for one in station.policy.instructions] == ["Rekam pelajar lebih dulu"]
    assert policy_for(centre, "ST-1", station.port.policy_version()) is None


def test_a_centre_that_forgot_its_last_policies_is_followed_again(pair, station):
    version = 41
    fresh = policy_for(pair.world.centre, "ST-1", known=version)
    from rekam.packet import read_policy

    assert read_policy(fresh, station.centre, station="ST-1").version == version + 1


def test_a_new_password_comes_by_delivery(pair, station):
    StationOperator.sign_in(station, "rina", PASSWORD)
    keep_account(pair.world.centre, account(password="sandi-baru-1"), actor="dinas")
    pair.deliver(station)
    with pytest.raises(Problem, match="wrong_password"):
        sign_in(station, "rina", PASSWORD)
    packet = pair.record(StationOperator.sign_in(station, "rina", "sandi-baru-1"), 1)
    pair.deliver(station)
    assert pair.status(packet) == ("print_ready_record", None)


def test_a_forgotten_password_is_set_anew_by_telephone(pair, station):
    centre = pair.world.centre
    kept = account()
    keep_account(centre, kept, actor="dinas")
    pair.deliver(station)
    challenge = ask_recovery(station, "rina")
    code = read_out_code(centre, "ST-1", "rina", challenge.lower(), actor="dinas", territory="15.02")

    with pytest.raises(Problem, match="recovery_code_wrong"):
        answer_recovery(station, "rina", "0000-0000", "sandi-baru-1", "sandi-baru-1")
    answer_recovery(station, "rina", f" {code[:4]} {code[4:].lower()}", "sandi-baru-1", "sandi-baru-1")
    with pytest.raises(Problem, match="recovery_not_asked"):
        answer_recovery(station, "rina", code, "sandi-lain-2", "sandi-lain-2")

    pair.deliver(station)
    packet = pair.record(StationOperator.sign_in(station, "rina", "sandi-baru-1"), 1)
    # An order that has the old password still leaves the new one; another password of the office counts.
    instruct(centre, "15.02", "Apa saja", until=centre.now() + DAY, actor="dinas")
    pair.deliver(station)
    assert sign_in(station, "rina", "sandi-baru-1")
    keep_account(centre, account(password="dari-kantor-3"), actor="dinas")
    pair.deliver(station)
    assert sign_in(station, "rina", "dari-kantor-3")
    assert pair.status(packet) == ("print_ready_record", None)
    assert [line.subject for line in centre.store.audit.lines(act="recover_account")] == ["rina"]
    assert code not in str([line.details for line in centre.store.audit.lines(act="recover_account")])


def test_guessing_codes_ends_the_question(station):
    ask_recovery(station, "rina")
    for left in (4, 3, 2, 1):
        with pytest.raises(Problem) as caught:
            answer_recovery(station, "rina", "AAAAAAAA", "sandi-baru-1", "sandi-baru-1")
        assert caught.value == Problem("account.recovery_code_wrong", left=left)
    with pytest.raises(Problem, match="recovery_used_up"):
        answer_recovery(station, "rina", "AAAAAAAA", "sandi-baru-1", "sandi-baru-1")
    with pytest.raises(Problem, match="recovery_not_asked"):
        answer_recovery(station, "rina", "AAAAAAAA", "sandi-baru-1", "sandi-baru-1")


def test_a_code_is_good_for_one_account_one_station_and_one_question():
    secret = bytes(range(32))
    codes = {
        recovery_code(secret, station=station, account=name, challenge=challenge)
        for station in ("ST-1", "ST-2")
        for name in ("rina", "budi")
        for challenge in ("ABCD1234", "ABCD1235")
    }
    assert len(codes) == 8
    # HMAC-SHA256 by hand, first five bytes in Crockford's alphabet.
    import hmac

    mac = hmac.new(secret, b"rekam recovery\0ST-1\0rina\0ABCD1234", "sha256").digest()
    number = int.from_bytes(mac[:5], "big")
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    by_hand = "".join(letters[number >> shift & 31] for shift in range(35, -1, -5))
    assert recovery_code(secret, station="ST-1", account="rina", challenge="abcd-1234") == by_hand
