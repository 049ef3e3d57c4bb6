"""Accounts as the centre keeps them; stations get copies of those of their territory."""

from typing import Any

from psycopg import Connection

from rekam.account import Account, Role
from rekam.edge.store.centre.database import Database, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds

_SQL = statements("account")


class AccountRow(Account):
    """An account as a statement gives it."""

    @staticmethod
    def of_row(*, role: str, **rest: Any) -> Account:
        """From the columns of a statement."""
        return Account(role=Role(role), **rest)


class Accounts:
    """Reads accounts.

    Args:
        database: The centre's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def account(self, name: str) -> Account | None:
        """One account."""
        return self._database.row(AccountRow, _SQL["account"], name=name)

    def all(self, territory: str) -> list[Account]:
        """Accounts of a territory and everything below it."""
        return list(self._database.rows(AccountRow, _SQL["accounts"], **bounds(territory)))

    def for_station(self, region: str) -> list[Account]:
        """Operators and supervisors who may sign in at a station of a place."""
        return list(self._database.rows(AccountRow, _SQL["for_station"], region=region))


def put_account(connection: Connection, account: Account, *, at: int = 0) -> None:
    """Add or change an account.

    Args:
        connection: The transaction.
        account: As it is from now on.
        at: Unix seconds; a deactivation has this date.
    """
    run(
        connection,
        _SQL["put"],
        name=account.name,
        full_name=account.full_name,
        role=account.role.value,
        territory=account.territory,
        password_hash=account.password_hash,
        valid_until=account.valid_until,
        active=account.active,
        at=at,
    )
