"""Accounts as the centre keeps them; stations get copies of those of their territory."""

from typing import Any

from psycopg import Connection

from rekam.account import Account, Role
from rekam.edge.store.centre.database import Database, run
from rekam.edge.store.centre.statements import statements
from rekam.edge.store.centre.territory import bounds

_SQL = statements("account")


class _Row(Account):
    @staticmethod
    def of_row(*, role: str, **rest: Any) -> Account:
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
        return self._database.row(_Row, _SQL["account"], name=name)

    def all(self, territory: str) -> list[Account]:
        """Accounts of a territory and everything below it."""
        return list(self._database.rows(_Row, _SQL["accounts"], **bounds(territory)))

    def for_station(self, region: str) -> list[Account]:
        """Operators and supervisors who may sign in at a station of a place."""
        return list(self._database.rows(_Row, _SQL["for_station"], region=region))


def put_account(connection: Connection, account: Account) -> None:
    """Add or change an account."""
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
    )
