"""The one place that says who may do what, and where. Pages, APIs and tests all ask here."""

from collections.abc import Mapping
from types import MappingProxyType

from rekam.account.account import Account
from rekam.account.act import Act
from rekam.account.role import Role
from rekam.problem import Problem

_COUNTER = frozenset({Act.RECORD, Act.CORRECT_BIODATA, Act.SEE_ROSTER, Act.SEE_OUTBOX, Act.SEND_NOW})
_FIGURES = frozenset({Act.SEE_SUMMARY, Act.SEE_COVERAGE, Act.SEE_JOURNEY})
_OFFICE = frozenset(
    {
        Act.IMPORT_FIGURES,
        Act.SEE_CHILDREN,
        Act.REPORT_DEVICE,
        Act.REPORT_LOSS,
        Act.ANSWER_DIRECTIVE,
        Act.KEEP_STATEMENTS,
    }
)
"""What every office from the kabupaten upwards adds to the ledgers."""

PERMITTED: Mapping[Role, frozenset[Act]] = MappingProxyType(
    {
        Role.OPERATOR: _COUNTER,
        Role.SUPERVISOR: _COUNTER
        | _FIGURES
        | {Act.APPROVE_EXCEPTION, Act.SEE_MISSING_PEOPLE, Act.REPORT_DEVICE, Act.REPORT_LOSS},
        Role.REGENCY: _FIGURES
        | _OFFICE
        | {
            Act.SIGN_REPORT,
            Act.KEEP_CHILDREN,
            Act.KEEP_FLEET,
            Act.KEEP_POWER,
            Act.SHOW_CAUSE,
            Act.SEE_MISSING_PEOPLE,
            Act.SEE_RECORDING,
            Act.PRINT_CARD,
            Act.HAND_OVER_CARD,
            Act.SEE_AUDIT,
            Act.KEEP_ACCOUNTS,
        },
        Role.PROVINCE: _FIGURES
        | _OFFICE
        | {
            Act.SEE_MISSING_PEOPLE,
            Act.SEE_AUDIT,
            Act.KEEP_TARGETS,
            Act.KEEP_FLEET,
            Act.ISSUE_DIRECTIVE,
            Act.SHOW_CAUSE,
        },
        Role.CENTRE: _FIGURES
        | _OFFICE
        | {
            Act.KEEP_TARGETS,
            Act.KEEP_FLEET,
            Act.KEEP_FLEET_RULES,
            Act.ISSUE_DIRECTIVE,
            Act.KEEP_OFFICIALS,
            Act.SHOW_CAUSE,
            Act.SEE_MISSING_PEOPLE,
            Act.SEE_RECORDING,
            Act.SUSPEND_CONNECTION,
            Act.RESTORE_CONNECTION,
            Act.SEE_AUDIT,
            Act.KEEP_ACCOUNTS,
        },
        # A depot moves devices and sees no figure and no name.
        Role.DEPOT: frozenset({Act.REPORT_DEVICE, Act.KEEP_FLEET}),
        # An adjudicator sees the pair before them, not the nation's figures or names.
        Role.ADJUDICATOR: frozenset({Act.ADJUDICATE}),
    }
)
"""Acts by role; whatever is not listed is denied."""


def reaches(territory: str, place: str) -> bool:
    """Whether a territory contains a place: ``15.02`` reaches ``15.02.07.2001`` but not ``15.021``."""
    return territory in {"", place} or place.startswith(territory + ".")


def may(account: Account, act: Act, place: str) -> bool:
    """Whether the account may do the act at the place (a region code; ``""`` is the nation)."""
    return account.active and act in PERMITTED[account.role] and reaches(account.territory, place)


def require(account: Account | None, act: Act, place: str) -> Account:
    """The account, if it may.

    Raises:
        Problem: ``account.sign_in_needed`` or ``account.not_permitted``.
    """
    if account is None:
        raise Problem("account.sign_in_needed")
    if not may(account, act, place):
        raise Problem("account.not_permitted", place=place or "Indonesia")
    return account
