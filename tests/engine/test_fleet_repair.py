"""A component's way through a repair: who may do what, what is kept with it, what the sums say."""

from dataclasses import replace
from datetime import date

import pytest
from centre_world import DISTRICT, NOON

from rekam.account import Account, Role
from rekam.centre.fleet.cost import Cost, note_cost
from rekam.centre.fleet.exchange import swap, take_part
from rekam.centre.fleet.load import load_sets
from rekam.centre.fleet.repair import Order, take_step
from rekam.edge.store.centre.fleet_ticket import Paper
from rekam.operations.fleet import (
    MINISTRY,
    CostAction,
    Holder,
    HolderKind,
    LifeEvent,
    Payer,
    Stage,
    Step,
    fold,
)
from rekam.operations.fleet.component import Condition
from rekam.operations.fleet.set_file import COLUMNS
from rekam.problem import Problem

RUDI = Account("rudi", "Rudi", Role.REGENCY, "15.02", "")
PRITA = Account("prita", "Prita", Role.PROVINCE, "15", "")
PUSAT = Account("pusat", "Pusat", Role.CENTRE, "", "")
DEPOT = Account("gudang", "Gudang", Role.DEPOT, "", "")
PAPER = Paper("Rudi", "Sari", "470/12", date(2017, 10, 10))
KINDS = ("laptop", "camera", "ten_print_scanner", "iris_scanner", "signature_pad", "printer")
NEXT_DISTRICT, OTHER = "15.02.02", "15.03.01"


def register(world, *sets, condition="baik", who=PUSAT):
    rows = [
        f"{name},{place},{kind},Merek,{name}-{kind},2011,negara,{condition}"
        for name, place in sets
        for kind in KINDS
    ]
    loaded = load_sets(
        world.centre,
        who,
        "\n".join([",".join(COLUMNS), *rows]),
        lambda _: True,
        source="uji",
        at=NOON - 86_400,
    )
    assert loaded.problems == ()
    return loaded


@pytest.fixture
def fleet(world):
    register(world, ("A", DISTRICT), ("B", NEXT_DISTRICT), ("C", OTHER))
    return world


def part(world, set_id, kind="camera"):
    found = world.centre.store.device_register.components_of(set_id)
    return next(
        one for one in found if one.kind.value == kind and one.life.holder.kind is not HolderKind.RETIRED
    )


def step(world, component, wanted, who=RUDI, **changes):
    order = Order(step=wanted, **changes)
    return take_step(world.centre, who, component.component_id, order)


def walk(world, component, *wanted):
    for one in wanted:
        name, who, changes = (*one, {}) if len(one) == 2 else one
        component = step(world, component, name, who, **changes)
    return component


def downtime(world):
    with world.centre.store.database.connection() as connection:
        return connection.execute(
            "SELECT ticket_id, place, component, until IS NULL FROM device_downtime ORDER BY since, ticket_id"
        ).fetchall()


AWAY = (
    (Step.REPORT, RUDI, {"remark": "lensa retak"}),
    (Step.JUDGE_LIGHT, RUDI),
    (Step.SHIP, RUDI, {"to": MINISTRY, "paper": PAPER}),
    (Step.RECEIVE, DEPOT, {"paper": PAPER}),
)
HOME = (
    (Step.REPAIRED, DEPOT),
    (Step.SHIP_BACK, DEPOT, {"paper": PAPER}),
    (Step.ARRIVE, RUDI, {"paper": PAPER}),
    (Step.BACK_IN_SERVICE, RUDI),
)


def test_a_repair_at_the_ministry_from_the_report_to_the_use(fleet):
    camera = part(fleet, "A")
    away = walk(fleet, camera, *AWAY)
    assert (away.life.stage, away.life.holder) == (Stage.AWAY, MINISTRY)
    back = walk(fleet, away, *HOME)

    assert (back.life.stage, back.life.condition, back.ticket_id) == (Stage.IN_SERVICE, Condition.GOOD, None)
    ticket = fleet.centre.store.device_register.ticket(away.ticket_id)
    assert (ticket.outcome, ticket.closed_at is not None, ticket.remark) == (
        "in_service",
        True,
        "lensa retak",
    )
    life = fleet.centre.store.device_register.life_of(camera.component_id)
    assert [line.sequence for line in life] == list(range(1, 10))
    assert sum(line.handover_id is not None for line in life) == 4
    assert [(row[1:]) for row in downtime(fleet)] == [(DISTRICT, "camera", False)]
    assert fleet.centre.store.device_register.repair_times("15.02")[0].repairs == 1
    lines = [line for line in fleet.centre.store.audit.lines("15.02") if line.act == "move_device"]
    assert len(lines) == 8


def test_the_fold_beside_the_events_is_the_fold_of_the_events(fleet):
    camera = walk(fleet, part(fleet, "A"), *AWAY)
    swap(
        fleet.centre,
        RUDI,
        part(fleet, "B", "laptop").component_id,
        part(fleet, "A", "laptop").component_id,
        paper=PAPER,
        remark="laptop lebih baik",
    )
    for kept in (camera, part(fleet, "A", "laptop"), part(fleet, "B", "laptop")):
        now = fleet.centre.store.device_register.component(kept.component_id)
        events = []
        for line in fleet.centre.store.device_register.life_of(kept.component_id):
            told = line.details
            to = Holder(HolderKind(told["to_kind"]), told.get("to_place", "")) if "to_kind" in told else None
            events.append(
                LifeEvent(
                    sequence=line.sequence, step=Step(line.step), at=line.at, set_id=told.get("set_id"),
                    place=told.get("place", ""), condition=Condition(told.get("condition", "good")), to=to,
                )
            )  # fmt: skip
        assert fold(events) == now.life


@pytest.mark.parametrize(
    ("who", "wanted", "code"),
    [
        (replace(RUDI, territory="15.03"), Step.REPORT, "account.not_permitted"),
        (None, Step.REPORT, "account.sign_in_needed"),
        (RUDI, Step.REPAIRED, "fleet.not_next"),
        (RUDI, Step.MOVE, "fleet.paper_needed"),
    ],
)
def test_a_step_is_refused_by_name_and_changes_nothing(fleet, who, wanted, code):
    with pytest.raises(Problem) as refused:
        step(fleet, part(fleet, "A"), wanted, who)
    assert refused.value.code == code
    assert len(fleet.centre.store.device_register.life_of(part(fleet, "A").component_id)) == 1


def test_who_has_it_acts_on_it_and_the_office_may_not_receive_for_the_ministry(fleet):
    camera = walk(fleet, part(fleet, "A"), *AWAY[:3])
    for who in (RUDI, PRITA):
        with pytest.raises(Problem, match=r"account\.not_permitted"):
            step(fleet, camera, Step.RECEIVE, who, paper=PAPER)
    assert step(fleet, camera, Step.LOSE, RUDI, remark="hilang di jalan").life.condition is Condition.LOST


def test_a_hand_over_without_its_paper_is_refused(fleet):
    camera = walk(fleet, part(fleet, "A"), *AWAY[:2])
    with pytest.raises(Problem, match=r"fleet\.paper_needed"):
        step(fleet, camera, Step.SHIP, to=MINISTRY)


def test_against_the_policy_only_with_a_second_person(fleet):
    camera = walk(fleet, part(fleet, "A"), *AWAY[:2])
    for approver in (None, RUDI, replace(PRITA, territory="16"), replace(PRITA, active=False)):
        with pytest.raises(Problem, match=r"fleet\.approval_needed"):
            step(fleet, camera, Step.REPLACE, remark="tidak ada suku cadang", approver=approver)
    done = step(
        fleet, camera, Step.REPLACE, remark="tidak ada suku cadang", approver=PRITA, label="Baru", serial="N1"
    )

    assert done.life.stage is Stage.REPLACED
    new = part(fleet, "A")
    assert (new.serial, new.life.stage, new.life.set_id) == ("N1", Stage.IN_SERVICE, "A")
    assert fleet.centre.store.device_register.life_of(camera.component_id)[-1].details["approver"] == "prita"


def test_heavy_is_replaced_without_asking_and_the_count_stays(fleet):
    before = fleet.centre.store.device_register.counts("15.02", 5)
    camera = walk(fleet, part(fleet, "A"), AWAY[0], (Step.JUDGE_HEAVY, RUDI))
    assert [(one.kind, one.condition, one.components) for one in fleet.centre.store.device_register.counts("15.02", 5) if one.kind == "camera"] == [
        ("camera", "good", 1), ("camera", "heavy", 1)
    ]  # fmt: skip
    step(fleet, camera, Step.REPLACE, serial="N2")
    assert fleet.centre.store.device_register.counts("15.02", 5) == before


def test_written_off_without_another_one_the_place_still_stands_without(fleet):
    camera = walk(fleet, part(fleet, "A"), AWAY[0], (Step.JUDGE_HEAVY, RUDI), (Step.WRITE_OFF, RUDI))
    assert camera.ticket_id is None
    assert [row[3] for row in downtime(fleet)] == [True]


def test_a_loan_ends_the_lost_time_until_it_goes_home(fleet):
    broken = step(fleet, part(fleet, "A"), Step.REPORT)
    lent = step(fleet, part(fleet, "B"), Step.LEND, to=Holder(HolderKind.OFFICE, DISTRICT), paper=PAPER)
    assert (lent.life.lent, lent.life.home) == (True, NEXT_DISTRICT)
    assert [row[3] for row in downtime(fleet)] == [False]
    step(fleet, lent, Step.RETURN_LOAN, paper=PAPER)
    assert [(row[0] == broken.ticket_id, row[3]) for row in downtime(fleet)] == [(True, False), (True, True)]
    with pytest.raises(Problem, match=r"fleet\.not_lent"):
        step(fleet, lent, Step.RETURN_LOAN, paper=PAPER)


def test_a_swap_keeps_both_sets_and_the_repair_goes_along(fleet):
    broken, good = step(fleet, part(fleet, "A"), Step.REPORT), part(fleet, "B")
    swap(
        fleet.centre, RUDI, good.component_id, broken.component_id, paper=PAPER, remark="kantor A lebih ramai"
    )

    assert part(fleet, "A").component_id == good.component_id
    assert part(fleet, "B").component_id == broken.component_id
    assert fleet.centre.store.device_register.ticket(broken.ticket_id).place == NEXT_DISTRICT
    assert [(row[1], row[3]) for row in downtime(fleet)] == [(DISTRICT, False), (NEXT_DISTRICT, True)]
    sets = {
        row.set_id: (row.components, row.works) for row in fleet.centre.store.device_register.sets("15.02")
    }
    assert sets == {"A": (6, True), "B": (6, False)}


def test_a_part_taken_from_a_set_is_seen_at_both(fleet):
    broken, good = step(fleet, part(fleet, "A"), Step.REPORT), part(fleet, "B")
    take_part(
        fleet.centre,
        RUDI,
        good.component_id,
        broken.component_id,
        paper=PAPER,
        remark="satu set saja yang jalan",
    )

    register = fleet.centre.store.device_register
    assert {one.set_id: (one.components, one.works) for one in register.sets("15.02")} == {
        "A": (7, True), "B": (5, False),
    }  # fmt: skip
    for name in "AB":
        (move,) = register.moves_of(name)
        assert (move.from_set, move.to_set, move.part, move.component_id) == (
            "B",
            "A",
            True,
            good.component_id,
        )


@pytest.mark.parametrize(
    ("donor", "kind", "code"),
    [
        ("A", "camera", "fleet.kinds_differ"),
        ("B", "laptop", "fleet.kinds_differ"),
        ("C", "camera", "account.not_permitted"),
    ],
)
def test_an_exchange_that_does_not_fit_is_refused(fleet, donor, kind, code):
    broken = step(fleet, part(fleet, "A"), Step.REPORT)
    with pytest.raises(Problem) as refused:
        swap(
            fleet.centre,
            RUDI,
            part(fleet, donor, kind).component_id,
            broken.component_id,
            paper=PAPER,
            remark="tidak dapat",
        )
    assert refused.value.code == code


def test_a_cost_stands_beside_the_rule_of_its_day(fleet):
    ticket = step(fleet, part(fleet, "A"), Step.REPORT).ticket_id
    bill = Cost(
        action=CostAction.REPAIR, rupiah=450_000, payer=Payer.APBN, receipt="K-1", paid_on=date(2017, 10, 9)
    )
    note_cost(fleet.centre, RUDI, ticket, bill)
    for again in (bill, replace(bill, receipt="")):
        with pytest.raises(Problem, match=r"fleet\.receipt_needed"):
            note_cost(fleet.centre, RUDI, ticket, again)
    local = replace(bill, payer=Payer.APBD, receipt="K-2")
    with pytest.raises(Problem, match=r"fleet\.payer_reason_needed"):
        note_cost(fleet.centre, RUDI, ticket, local)
    note_cost(fleet.centre, RUDI, ticket, replace(local, reason="mendesak, pelayanan berhenti"))

    kept = fleet.centre.store.device_register.costs_of(ticket)
    assert [(one.rupiah, one.payer, one.rule) for one in kept] == [
        (450_000, "apbn", "baiki-2017-10-09, baiki-2017-09"),
        (450_000, "apbd", "baiki-2017-10-09, baiki-2017-09"),
    ]
    assert [(one.payer, one.rupiah, one.against) for one in fleet.centre.store.device_register.costs("15")] == [
        ("apbd", 450_000, 1), ("apbn", 450_000, 0),
    ]  # fmt: skip


def test_a_register_comes_whole_or_not_at_all(fleet):
    count = fleet.centre.store.device_register.sets_by_place("", 2)
    text = f"{','.join(COLUMNS)}\nD,15.02.03,camera,,,,,baik\nA,{DISTRICT},camera,,,,,baik\n"
    assert load_sets(fleet.centre, PUSAT, text, lambda _: True, source="uji").problems == (
        Problem("fleet.file_set_known", set="A"),
    )
    with pytest.raises(Problem, match=r"account\.not_permitted"):
        load_sets(fleet.centre, RUDI, text.replace(DISTRICT, OTHER), lambda _: True, source="uji")
    assert fleet.centre.store.device_register.sets_by_place("", 2) == count


def test_what_was_broken_when_the_register_began_has_its_ticket(world):
    register(world, ("R", DISTRICT), condition="rusak berat")
    tickets = world.centre.store.device_register.open_tickets(DISTRICT)

    assert [one.stage for one in tickets] == ["judged_heavy"] * len(KINDS)
    assert len(downtime(world)) == len(KINDS)
    done = step(world, part(world, "R"), Step.REPLACE, serial="N3")
    assert done.life.stage is Stage.REPLACED
    assert len(world.centre.store.device_register.open_tickets(DISTRICT)) == len(KINDS) - 1


def test_a_part_may_be_taken_while_the_broken_one_is_away_and_a_swap_needs_both_at_hand(fleet):
    away, good = walk(fleet, part(fleet, "A"), *AWAY[:3]), part(fleet, "B")
    numbers = (good.component_id, away.component_id)
    with pytest.raises(Problem, match=r"fleet\.donor_broken"):
        swap(fleet.centre, RUDI, *numbers, paper=PAPER, remark="tidak dapat")
    take_part(fleet.centre, RUDI, *numbers, paper=PAPER, remark="menunggu kementerian")

    assert {one.set_id: one.works for one in fleet.centre.store.device_register.sets("15.02")} == {
        "A": True,
        "B": False,
    }
    assert [row[3] for row in downtime(fleet)] == [False]
