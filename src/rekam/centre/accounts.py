"""Accounts are added and changed here, with the audit line beside it."""

from rekam.account import Account
from rekam.centre.centre import Centre
from rekam.edge.store.centre import audit
from rekam.edge.store.centre.accounts import put_account


def keep_account(centre: Centre, account: Account, *, actor: str) -> None:
    """Add an account or change it; stations of its territory get it with their next bundle."""
    now = centre.now()
    with centre.store.database.transaction() as connection:
        put_account(connection, account, at=now)
        audit.write(
            connection, actor, "keep_account", account.territory, account.name, at=now,
            details={"role": account.role.value, "active": account.active},
        )  # fmt: skip
