"""What a repair cost and who paid, beside what the rule of that day says."""

from dataclasses import dataclass
from datetime import date

from rekam.account import Account, Act, require
from rekam.centre.centre import Centre
from rekam.centre.fleet.writing import reason_of
from rekam.edge.store.centre import audit
from rekam.edge.store.centre import fleet_ticket as tickets
from rekam.operations.fleet import CostAction, Payer, Standing, payer
from rekam.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """A paid bill.

    Attributes:
        action: What was paid.
        rupiah: Whole rupiah.
        payer: Which budget paid.
        receipt: Number of the receipt.
        paid_on: Day.
        reason: Why this payer, where the rule says otherwise or nothing clear.
    """

    action: CostAction
    rupiah: int
    payer: Payer
    receipt: str
    paid_on: date
    reason: str = ""


def note_cost(centre: Centre, account: Account | None, ticket_id: int, cost: Cost) -> int:
    """Keep a cost; its number.

    Raises:
        Problem: ``fleet.ticket_unknown``, ``fleet.receipt_needed``, ``fleet.payer_reason_needed``.
    """
    now = centre.now()
    with centre.store.database.transaction() as connection:
        ticket = tickets.ticket_of(connection, ticket_id)
        if ticket is None:
            raise Problem("fleet.ticket_unknown")
        who = require(account, Act.KEEP_FLEET, ticket.place)
        if not cost.receipt:
            raise Problem("fleet.receipt_needed")
        ruling = payer(cost.action, cost.paid_on, ticket.place)
        by_rule = ruling.standing is Standing.CLEAR and ruling.payer is cost.payer
        reason = cost.reason if by_rule else reason_of(cost.reason, "fleet.payer_reason_needed")
        number = tickets.put_cost(
            connection, ticket, action=cost.action, rupiah=cost.rupiah, payer=cost.payer,
            rule=", ".join(rule.key for rule in ruling.rules), reason=reason, receipt=cost.receipt,
            paid_on=cost.paid_on, at=now, actor=who.name,
        )  # fmt: skip
        if number is None:
            raise Problem("fleet.receipt_needed")
        audit.write(
            connection, who.name, "note_device_cost", ticket.place, f"ticket:{ticket_id}", at=now,
            details={"rupiah": cost.rupiah, "payer": cost.payer.value, "receipt": cost.receipt},
        )  # fmt: skip
    return number
