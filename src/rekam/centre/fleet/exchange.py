"""Two components in one act: a swap between sets, and a part taken from one set to mend another."""

from psycopg import Connection

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit
from rekam.edge.store.centre import fleet_life as lives
from rekam.edge.store.centre import fleet_ticket as tickets
from rekam.edge.store.centre.fleet_life import Component
from rekam.edge.store.centre.fleet_ticket import Paper
from rekam.operations.fleet import OPEN, Condition, Holder, HolderKind, Life, LifeEvent, Stage, Step
from rekam.problem import Problem


def swap(
    centre: Centre, account: Account | None, first: int, second: int, *, paper: Paper, remark: str
) -> None:
    """Two components of a kind change sets; each set keeps its count, and an open repair goes along.

    Raises:
        Problem: ``fleet.component_unknown``, ``fleet.kinds_differ``, ``fleet.donor_broken``, and the account's.
    """
    _exchange(centre, account, first, second, paper=paper, remark=remark, both=True)


def take_part(
    centre: Centre, account: Account | None, donor: int, broken: int, *, paper: Paper, remark: str
) -> None:
    """A good component of one set goes into another where one of its kind is broken; the first stays incomplete.

    Raises:
        Problem: As for `swap`.
    """
    _exchange(centre, account, donor, broken, paper=paper, remark=remark, both=False)


def _exchange(
    centre: Centre, account: Account | None, first: int, second: int, *, paper: Paper, remark: str, both: bool
) -> None:
    now = centre.now()
    with centre.store.database.transaction() as connection:
        # In the order of numbers: two people at once wait for each other and never for ever.
        held = {number: lives.lock(connection, number) for number in sorted({first, second})}
        donor, broken = held[first], held[second]
        for component in (donor, broken):
            who = require(account, Act.KEEP_FLEET, component.life.home)
        _check(donor, broken, both=both)
        mended = broken.ticket_id
        details = {"remark": remark, "for_component": second, "part": not both}
        after = _move(connection, donor, broken.life, paper, details, at=now, actor=who.name)
        if mended is not None:
            tickets.end_outage(connection, mended, at=now)
        if both:
            back = {"remark": remark, "for_component": first}
            other = _move(connection, broken, donor.life, paper, back, at=now, actor=who.name)
            if mended is not None:
                tickets.move_ticket(connection, mended, other, at=now)
        audit.write(
            connection, who.name, "swap_device" if both else "take_device_part", after.life.home,
            f"component:{first}", at=now, details={"other": second, "letter": paper.letter},
        )  # fmt: skip


def _check(donor: Component, broken: Component, *, both: bool) -> None:
    if donor.kind is not broken.kind or donor.life.set_id == broken.life.set_id:
        raise Problem("fleet.kinds_differ")
    good = donor.life.stage is Stage.IN_SERVICE and donor.life.condition is Condition.GOOD
    # A part may be taken while the broken one is away for repair; a swap needs both at hand.
    fits = broken.life.holder.kind is HolderKind.OFFICE if both else broken.life.stage in OPEN
    if not (good and fits) or donor.life.lent:
        raise Problem("fleet.donor_broken")


def _move(
    connection: Connection, component: Component, target: Life, paper: Paper, details: dict[str, object],
    *, at: int, actor: str,
) -> Component:  # fmt: skip
    event = LifeEvent(
        sequence=component.life.sequence + 1, step=Step.MOVE, at=at, set_id=target.set_id, place=target.home
    )
    origin = {"from_set": component.life.set_id, "from_place": component.life.home}
    after, event_id = lives.append(
        connection, component, event, actor=actor, ticket_id=component.ticket_id,
        details={**details, **origin},
    )  # fmt: skip
    tickets.put_handover(
        connection, event_id, component, component.ticket_id, component.life.holder,
        Holder(HolderKind.OFFICE, target.home), paper, at=at,
    )  # fmt: skip
    return after
