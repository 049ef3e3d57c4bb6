"""The forms of a component's page: which there are, and what each of them does."""

from dataclasses import dataclass

from rekam.account import Account, Act, may
from rekam.centre.fleet.cost import Cost, note_cost
from rekam.centre.fleet.exchange import swap, take_part
from rekam.centre.fleet.repair import Order, take_step
from rekam.centre.fleet.writing import day_of, line_of, paper_of, reason_of, rupiah_of
from rekam.centre.pages.desk import Desk
from rekam.centre.pages.sign_in import check_password
from rekam.edge.store.centre.fleet_life import Component
from rekam.edge.store.centre.fleet_ticket import Paper
from rekam.operations.fleet import (
    HANDED,
    MINISTRY,
    CostAction,
    Holder,
    HolderKind,
    Payer,
    Step,
    actor_of,
    is_exception,
    next_steps,
)
from rekam.problem import Problem

GONE = frozenset({Step.LOSE, Step.STEAL, Step.WRITE_OFF})
"""Steps that need a reason always."""


@dataclass(frozen=True, slots=True)
class StepForm:
    """One step that the reader may take.

    Attributes:
        step: As the form sends it.
        handed: Whether it needs the paper of a hand-over.
        exception: Whether it goes against the policy.
        reason: Whether a reason must be written.
    """

    step: str
    handed: bool
    exception: bool
    reason: bool


def step_forms(account: Account, component: Component) -> list[StepForm]:
    """The steps that the table allows and that the reader may take."""
    found = []
    for step in next_steps(component.life):
        act = Act.REPORT_DEVICE if step is Step.REPORT else Act.KEEP_FLEET
        own = step in {Step.LOSE, Step.STEAL} and may(account, act, component.life.home)
        if step is not Step.MOVE and (own or may(account, act, actor_of(component.life).place)):
            exception = is_exception(component.life, step)
            found.append(StepForm(step.value, step in HANDED, exception, exception or step in GONE))
    return found


def act_on(desk: Desk, account: Account, component: Component, form: dict[str, str]) -> None:
    """Do what a form says.

    Raises:
        Problem: ``fleet.*``, ``account.*``.
    """
    wanted = form.get("langkah", "")
    number = component.component_id
    if wanted == "cost":
        tickets = desk.store.device_register.tickets_of(number)
        if not tickets:
            raise Problem("fleet.ticket_unknown")
        note_cost(desk.centre, account, tickets[0].ticket_id, _cost(desk, form))
    elif wanted in {"swap", "part"}:
        exchange = swap if wanted == "swap" else take_part
        remark = reason_of(form.get("catatan", ""))
        exchange(
            desk.centre,
            account,
            _number(form.get("lawan", "")),
            number,
            paper=_paper(desk, form),
            remark=remark,
        )
    else:
        take_step(desk.centre, account, number, _order(desk, account, component, _step(wanted), form))


def _step(text: str) -> Step:
    if text not in {step.value for step in Step}:
        raise Problem("fleet.choice_bad")
    return Step(text)


def _order(desk: Desk, account: Account, component: Component, step: Step, form: dict[str, str]) -> Order:
    exception = is_exception(component.life, step)
    remark = (
        reason_of(form.get("catatan", "")) if exception or step in GONE else line_of(form.get("catatan", ""))
    )
    return Order(
        step=step,
        remark=remark,
        paper=_paper(desk, form) if step in HANDED else None,
        to=_addressee(desk, step, form),
        approver=_approver(desk, account, form) if exception else None,
        label=line_of(form.get("merek", "")),
        serial=line_of(form.get("seri", "")),
    )


def _paper(desk: Desk, form: dict[str, str]) -> Paper:
    return paper_of(
        form.get("penyerah", ""), form.get("penerima", ""), form.get("surat", ""), form.get("tanggal", ""), desk.today
    )  # fmt: skip


def _addressee(desk: Desk, step: Step, form: dict[str, str]) -> Holder | None:
    if step is Step.SHIP:
        kind, _, place = form.get("tujuan", "").partition(":")
        if kind == "ministry":
            return MINISTRY
        if kind == "depot":
            return Holder(HolderKind.DEPOT, desk.gazetteer.region(place).code)
        raise Problem("fleet.addressee_needed")
    if step is Step.LEND:
        return Holder(HolderKind.OFFICE, desk.gazetteer.region(form.get("peminjam", "").strip()).code)
    return None


def _approver(desk: Desk, account: Account, form: dict[str, str]) -> Account:
    """The second person, with their own password, tries counted as at the door."""
    name = form.get("penyetuju", "").strip()[:80]
    if not name or name == account.name:
        raise Problem("fleet.approval_needed")
    check_password(desk, name, form.get("sandi", ""))
    found = desk.store.accounts.account(name)
    assert found is not None
    return found


def _cost(desk: Desk, form: dict[str, str]) -> Cost:
    action, paid_by = form.get("untuk", ""), form.get("pembayar", "")
    if action not in {one.value for one in CostAction} or paid_by not in {one.value for one in Payer}:
        raise Problem("fleet.choice_bad")
    return Cost(
        action=CostAction(action), rupiah=rupiah_of(form.get("rupiah", "")), payer=Payer(paid_by),
        receipt=line_of(form.get("kuitansi", "")), paid_on=day_of(form.get("tanggal", ""), desk.today),
        reason=line_of(form.get("catatan", "")),
    )  # fmt: skip


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 16):
        raise Problem("fleet.component_unknown")
    return int(text)
