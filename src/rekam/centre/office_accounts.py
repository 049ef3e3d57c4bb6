"""Accounts as an office keeps them: added, revoked, given a new password, extended; never removed."""

import re
import secrets
from dataclasses import replace

from rekam.account import Account, Act, Role, new_challenge, reaches, require, spaced
from rekam.centre.accounts import keep_account
from rekam.centre.centre import Centre
from rekam.edge.key import hash_password
from rekam.problem import Problem

KEPT_BY: dict[Role, tuple[Role, ...]] = {
    Role.REGENCY: (Role.OPERATOR, Role.SUPERVISOR),
    Role.CENTRE: (Role.OPERATOR, Role.SUPERVISOR, Role.REGENCY, Role.PROVINCE, Role.ADJUDICATOR, Role.DEPOT),
}
"""Whose accounts each role keeps; nobody keeps their own."""

DAY_S = 86_400
LIFE_DAYS = 365
"""Days that a new or extended account lasts; a year as the appointment letters of operators do."""

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")


def kept_accounts(centre: Centre, keeper: Account, place: str) -> list[Account]:
    """The accounts of a place that somebody keeps."""
    require(keeper, Act.KEEP_ACCOUNTS, place)
    return [one for one in centre.store.accounts.all(place) if _keeps(keeper, one)]


def add_account(
    centre: Centre, keeper: Account, *, name: str, full_name: str, role: str, territory: str
) -> str:
    """Adds an account; its first password, shown once.

    Raises:
        Problem: ``account.name_bad``, ``account.name_taken``, ``account.not_permitted``.
    """
    require(keeper, Act.KEEP_ACCOUNTS, territory)
    if role not in {one.value for one in KEPT_BY.get(keeper.role, ())}:
        raise Problem("account.not_permitted", place=territory or "Indonesia")
    if not _NAME.fullmatch(name) or not full_name.strip():
        raise Problem("account.name_bad")
    if centre.store.accounts.account(name) is not None:
        raise Problem("account.name_taken", account=name)
    password = _first_password()
    until = centre.now() + LIFE_DAYS * DAY_S
    fresh = Account(name, full_name.strip()[:100], Role(role), territory, hash_password(password), until)
    keep_account(centre, fresh, actor=keeper.name)
    return password


def revoke(centre: Centre, keeper: Account, name: str) -> None:
    """Ends an account; stations hear of it with any delivery."""
    keep_account(centre, replace(_of(centre, keeper, name), active=False), actor=keeper.name)


def extend(centre: Centre, keeper: Account, name: str) -> None:
    """Gives an account another year, and life again if it was revoked."""
    until = centre.now() + LIFE_DAYS * DAY_S
    account = replace(_of(centre, keeper, name), active=True, valid_until=until)
    keep_account(centre, account, actor=keeper.name)


def give_password(centre: Centre, keeper: Account, name: str) -> str:
    """A new password, shown once; stations take it with any delivery."""
    password = _first_password()
    account = replace(_of(centre, keeper, name), password_hash=hash_password(password))
    keep_account(centre, account, actor=keeper.name)
    return password


def _of(centre: Centre, keeper: Account, name: str) -> Account:
    account = centre.store.accounts.account(name)
    if account is None or not _keeps(keeper, account):
        raise Problem("account.unknown", account=name)
    require(keeper, Act.KEEP_ACCOUNTS, account.territory)
    return account


def _keeps(keeper: Account, account: Account) -> bool:
    mine = account.role in KEPT_BY.get(keeper.role, ()) and account.name != keeper.name
    return mine and reaches(keeper.territory, account.territory)


def _first_password() -> str:
    """Eight letters without look-alikes, forty bits, and as many again."""
    return "-".join(spaced(new_challenge(secrets.token_bytes(5))).lower() for _ in range(2))
