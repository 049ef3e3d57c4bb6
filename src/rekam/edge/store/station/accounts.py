"""Who may sign in at this station while the line is gone."""

from collections.abc import Iterable
from dataclasses import dataclass

from rekam.account import Account, Role
from rekam.edge.store.station.database import Database, Row


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account with its failed sign-ins in a row."""

    account: Account
    failures: int
    failed_at: int


class Accounts:
    """Accounts brought by provisioning and by deliveries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, accounts: Iterable[Account]) -> None:
        """Adds or replaces accounts; one that is no longer active stays as revoked."""
        with self._database.write():
            for account in accounts:
                self._database.do(
                    "put_account",
                    account.name,
                    account.full_name,
                    account.role.value,
                    account.territory,
                    account.password_hash,
                    account.valid_until,
                    int(account.active),
                )

    def put_ordered(self, account: Account) -> None:
        """Adds or replaces an account as a policy has it; a password recovered here since then stays."""
        self._database.do(
            "put_policy_account",
            account.name,
            account.full_name,
            account.role.value,
            account.territory,
            account.password_hash,
            account.valid_until,
            int(account.active),
        )

    def recover(self, name: str, password_hash: str) -> None:
        """Sets the password that its owner has chosen with the office's word."""
        self._database.do("recover_password", password_hash, name)

    def find(self, name: str) -> KnownAccount | None:
        """The account of a name."""
        row = self._database.one("account", name)
        return _known(row) if row else None

    def all(self) -> list[Account]:
        """Every account of the station."""
        return [_known(row).account for row in self._database.all("accounts")]

    def count_failure(self, name: str, at: int) -> None:
        """A wrong password."""
        self._database.do("count_failure", at, name)

    def forget_failures(self, name: str) -> None:
        """The right password came."""
        self._database.do("forget_failures", name)


def _known(row: Row) -> KnownAccount:
    account = Account(
        row["name"],
        row["full_name"],
        Role(row["role"]),
        row["territory"],
        row["password_hash"],
        row["valid_until"],
        bool(row["active"]),
    )
    return KnownAccount(account, row["failures"], row["failed_at"])
