"""A case of suspension at the centre: letters, two people, quarantine, restoration; and what is refused by name."""

import pytest
from centre_world import DISTRICT, NOON, resident

from rekam.account import Account, Role
from rekam.centre.connection import (
    Told,
    add,
    confirm_cut,
    confirm_restoration,
    cost_of,
    cut_in_emergency,
    end_lapsed,
    open_case,
    read_case,
    restore,
    retell,
    send_letter,
    settle,
)
from rekam.operations.connection import DAY_S, Ground, Kind, Stage
from rekam.problem import Problem

MINISTRY = Account("pusat", "Pusat", Role.CENTRE, "", "-")
SECOND = Account("wakil", "Wakil", Role.CENTRE, "", "-")
OFFICE = Account("rudi", "Rudi", Role.REGENCY, "15.02", "-")
OTHER = Account("tono", "Tono", Role.REGENCY, "15.03", "-")
WHY = "jawaban kantor tidak memenuhi yang diminta surat kedua"


class Days:
    """The centre's clock, moved by hand."""

    def __init__(self):
        self.seconds = NOON

    def __call__(self):
        self.seconds += 1
        return self.seconds

    def pass_days(self, days):
        self.seconds += round(days * DAY_S)


@pytest.fixture
def clock(world):
    days = Days()
    object.__setattr__(world.centre, "now", days)
    return days


def opened(world, place="15.02"):
    return open_case(
        world.centre,
        MINISTRY,
        place=place,
        ground="officials",
        rule="Permendagri 76/2015",
        note="kadis diganti",
    )


def letter(world, number, case, days=3):
    send_letter(
        world.centre,
        MINISTRY,
        case,
        number=number,
        dated="2017-10-01",
        days=str(days),
        demand="kembalikan pejabat",
    )


def warned(world, clock):
    """A case with two letters whose deadlines have passed, and one condition."""
    case = opened(world)
    add(world.centre, MINISTRY, case, Kind.CONDITION_SET, "pejabat lama dikembalikan")
    for number in ("471/1", "471/2"):
        letter(world, number, case)
        clock.pass_days(3.5)
    return case


def cut(world, clock):
    case = warned(world, clock)
    add(world.centre, MINISTRY, case, Kind.CUT_PROPOSED, WHY)
    confirm_cut(world.centre, SECOND, case)
    return case


def test_from_the_first_letter_to_the_restoration(world, clock):
    world.load(resident(1))
    station = world.station()
    case = warned(world, clock)
    assert world.exchange(station).connection.state == "open"
    add(world.centre, MINISTRY, case, Kind.CUT_PROPOSED, WHY)
    assert world.exchange(station).connection.state == "open"
    confirm_cut(world.centre, SECOND, case)

    packet = station.record(resident(1), "person:1")
    world.deliver(station)
    world.work()
    assert world.status(packet) == "quarantined"
    told = world.exchange(station).connection
    assert (told.state, told.letter) == ("suspended", "471/2")
    assert told.reason_id == "pejabat (SDM) tidak sesuai aturan"
    assert told.reason_en == "officials (staff) against the rules"

    row, state = read_case(world.centre, OFFICE, case)
    assert row.stage is Stage.CUT
    cost = cost_of(world.centre, row, state)
    assert (cost.quarantine.total, cost.quarantine.waiting) == (1, 1)

    add(world.centre, OFFICE, case, Kind.ANSWERED, "surat pengangkatan terlampir", file="ab" * 32)
    settle(world.centre, MINISTRY, case, state.conditions[0].sequence, "SK bupati dilihat")
    add(world.centre, SECOND, case, Kind.RESTORE_PROPOSED, "pejabat sudah dikembalikan sesuai surat")
    assert confirm_restoration(world.centre, MINISTRY, case) == 1
    world.work()

    assert world.status(packet) == "print_ready_record"
    assert world.exchange(station).connection.state == "open"
    row, state = read_case(world.centre, OFFICE, case)
    assert row.stage is Stage.RESTORED
    cost = cost_of(world.centre, row, state)
    assert (cost.quarantine.total, cost.quarantine.waiting) == (1, 0)
    acts = [line.act for line in world.centre.store.audit.lines(subject=f"case:{case}")]
    assert acts == [
        "restore_connection",
        *["keep_connection_case"] * 3,
        "suspend_connection",
        *["keep_connection_case"] * 5,
    ]
    assert world.centre.store.audit.verify().first_wrong is None


def test_no_cut_without_letters_their_deadlines_and_a_condition(world, clock):
    case = opened(world)

    def refused(code):
        with pytest.raises(Problem, match=rf"connection\.{code}"):
            add(world.centre, MINISTRY, case, Kind.CUT_PROPOSED, WHY)

    refused("letters_needed")
    letter(world, "471/1", case)
    clock.pass_days(4)
    refused("letters_needed")
    letter(world, "471/2", case)
    refused("deadline_running")
    clock.pass_days(4)
    refused("condition_needed")
    add(world.centre, MINISTRY, case, Kind.CONDITION_SET, "laporan Januari dikirim")
    clock.pass_days(91)
    refused("letter_too_old")
    letter(world, "471/3", case)
    clock.pass_days(4)
    add(world.centre, MINISTRY, case, Kind.CUT_PROPOSED, WHY)
    assert world.centre.store.stations.suspensions("") == []


def test_one_person_alone_neither_cuts_nor_restores(world, clock):
    case = warned(world, clock)
    add(world.centre, MINISTRY, case, Kind.CUT_PROPOSED, WHY)
    with pytest.raises(Problem, match=r"connection\.same_person"):
        confirm_cut(world.centre, MINISTRY, case)
    assert world.centre.store.stations.suspensions("") == []
    clock.pass_days(15)
    with pytest.raises(Problem, match=r"connection\.proposal_old"):
        confirm_cut(world.centre, SECOND, case)
    add(world.centre, SECOND, case, Kind.CUT_WITHDRAWN, "usulannya lewat waktu")
    add(world.centre, SECOND, case, Kind.CUT_PROPOSED, WHY)
    confirm_cut(world.centre, MINISTRY, case)
    with pytest.raises(Problem, match=r"connection\.conditions_open"):
        add(world.centre, MINISTRY, case, Kind.RESTORE_PROPOSED, WHY)
    _, state = read_case(world.centre, MINISTRY, case)
    settle(
        world.centre, MINISTRY, case, state.conditions[0].sequence, "syarat ini tidak perlu lagi", waived=True
    )
    add(world.centre, MINISTRY, case, Kind.RESTORE_PROPOSED, WHY)
    with pytest.raises(Problem, match=r"connection\.same_person"):
        confirm_restoration(world.centre, MINISTRY, case)
    with pytest.raises(Problem, match=r"connection\.case_running"):
        restore(
            world.centre, read_case(world.centre, MINISTRY, case)[0].suspension_id, note="", actor="pusat"
        )


def test_an_emergency_cut_ends_by_itself_and_lets_everything_go_on(world, clock):
    world.load(resident(1))
    station = world.station()
    case = opened(world)
    with pytest.raises(Problem, match=r"connection\.reason_needed"):
        cut_in_emergency(world.centre, MINISTRY, case, "gawat")
    cut_in_emergency(world.centre, MINISTRY, case, "kunci stasiun dicuri dan dipakai orang lain")
    packet = station.record(resident(1), "person:1")
    world.deliver(station)
    assert world.status(packet) == "quarantined"
    clock.pass_days(2.9)
    assert end_lapsed(world.centre) == 0
    clock.pass_days(0.2)

    assert world.exchange(station).connection.state == "open"
    world.work()
    assert world.status(packet) == "print_ready_record"
    (suspension,) = world.centre.store.stations.suspensions("15.02")
    assert suspension.restored_at == suspension.lapses_at
    assert suspension.restored_by == "centre"
    row, state = read_case(world.centre, OFFICE, case)
    assert (row.stage, state.cut_at) == (Stage.OPEN, None)
    with pytest.raises(Problem, match=r"connection\.emergency_used"):
        cut_in_emergency(world.centre, MINISTRY, case, "kunci stasiun dicuri dan dipakai orang lain")


def test_an_appeal_comes_in_time_and_is_answered_by_somebody_else(world, clock):
    case = cut(world, clock)
    add(world.centre, OFFICE, case, Kind.APPEALED, "surat kedua tidak pernah kami terima")
    with pytest.raises(Problem, match=r"connection\.appeal_open"):
        add(world.centre, OFFICE, case, Kind.APPEALED, "sekali lagi kami keberatan")
    for decider in (MINISTRY, SECOND):
        with pytest.raises(Problem, match=r"connection\.same_person"):
            add(world.centre, decider, case, Kind.APPEAL_REFUSED, "surat sudah dibaca kantor di sini")
    third = Account("ketiga", "Ketiga", Role.CENTRE, "", "-")
    add(world.centre, third, case, Kind.APPEAL_REFUSED, "surat sudah dibaca kantor di sini")
    clock.pass_days(14)
    with pytest.raises(Problem, match=r"connection\.appeal_late"):
        add(world.centre, OFFICE, case, Kind.APPEALED, "kami tetap keberatan atas pemutusan")


BAD_LETTERS = [
    ({"number": " "}, "connection.letter_number"),
    ({"number": "9" * 81}, "connection.letter_number"),
    ({"dated": "2017-13-01"}, "connection.letter_date"),
    ({"dated": "2018-01-01"}, "connection.letter_date"),
    ({"days": "2"}, "connection.letter_days"),
    ({"days": "61"}, "connection.letter_days"),
    ({"days": "sepuluh"}, "connection.letter_days"),
    ({"demand": ""}, "connection.words_needed"),
    ({"demand": "x" * 2001}, "connection.text_too_long"),
    ({"file": "abc"}, "connection.fingerprint"),
    ({"number": "471/1"}, "connection.letter_number_taken"),
]


def test_a_letter_that_is_none_changes_nothing(world, clock):
    case = opened(world)
    letter(world, "471/1", case)
    fields = {"number": "471/2", "dated": "2017-10-01", "days": "7", "demand": "kembalikan pejabat"}
    for changes, code in BAD_LETTERS:
        with pytest.raises(Problem) as caught:
            send_letter(world.centre, MINISTRY, case, **{**fields, **changes})
        assert caught.value.code == code, changes
    assert len(read_case(world.centre, MINISTRY, case)[1].letters) == 1


def test_who_may_do_what(world, clock):
    for account, place in ((OFFICE, "15.02"), (OTHER, "15.02")):
        with pytest.raises(Problem, match=r"account\.not_permitted"):
            open_case(world.centre, account, place=place, ground="conduct", rule="r", note="n")
    with pytest.raises(Problem, match=r"connection\.place_needed"):
        opened(world, "")
    case = opened(world)
    with pytest.raises(Problem, match=r"connection\.case_running"):
        opened(world)
    with pytest.raises(Problem, match=r"account\.not_permitted"):
        read_case(world.centre, OTHER, case)
    with pytest.raises(Problem, match=r"account\.not_permitted"):
        add(world.centre, OTHER, case, Kind.ANSWERED, "bukan kantor kami")
    with pytest.raises(Problem, match=r"account\.not_permitted"):
        add(world.centre, OFFICE, case, Kind.CLOSED, "kami tutup sendiri saja kasusnya")
    supervisor = Account("sari", "Sari", Role.SUPERVISOR, DISTRICT, "-")
    assert read_case(world.centre, supervisor, case)[0].case_id == case


def test_an_old_case_is_told_with_sources_and_cuts_nobody_now(world, clock):
    station = world.station()
    july, october = NOON - 92 * DAY_S, NOON - DAY_S
    told = [
        Told(Kind.OPENED, july - DAY_S, "kadis dipindahkan", "Tribun 18-07-2017"),
        Told(Kind.CUT_TOLD, july, "diputus pusat", "Tribun 18-07-2017", about=True),
    ]
    with pytest.raises(Problem, match=r"connection\.retold_open"):
        retell(world.centre, MINISTRY, place="15.02", ground=Ground.OFFICIALS, told=told)
    over = [
        *told,
        Told(Kind.RESTORE_TOLD, october, "sudah dapat diakses", "Aksi Post 17-10-2017", about=True),
    ]
    with pytest.raises(Problem, match=r"connection\.source_needed"):
        retell(
            world.centre, MINISTRY, place="15.02", ground=Ground.OFFICIALS,
            told=[*over[:2], Told(Kind.RESTORE_TOLD, october, "selesai", " ")],
        )  # fmt: skip
    assert world.centre.store.stations.suspensions("") == []
    case = retell(world.centre, MINISTRY, place="15.02", ground=Ground.OFFICIALS, told=over)

    row, state = read_case(world.centre, OFFICE, case)
    assert (row.stage, row.retold, state.cut_at) == (Stage.RESTORED, True, july)
    assert world.exchange(station).connection.state == "open"
    assert cost_of(world.centre, row, state).damage.turned_away is None
    cuts = world.centre.store.database.value(
        b"SELECT array_agg(ARRAY[place, since::text, until::text]) FROM rekam.connection_cut"
    )
    assert cuts == [["15.02", str(july), str(october)]]
