"""The policy that the station follows."""

from rekam.account import Account, Role
from rekam.edge.store.station.accounts import Accounts
from rekam.edge.store.station.database import Database
from rekam.packet import PolicyAccount, StationPolicy
from rekam.problem import Problem


class PolicyBook:
    """The newest policy, as it was signed.

    Args:
        database: The station's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._accounts = Accounts(database)

    def version(self) -> int:
        """Version that the station follows; 0 = none yet."""
        row = self._database.one("policy")
        return row["version"] if row else 0

    def signed(self) -> bytes | None:
        """The policy as it came."""
        row = self._database.one("policy")
        return row["signed"] if row else None

    def follow(self, policy: StationPolicy, signed: bytes, *, at: int) -> bool:
        """Follows a policy from now on, all of it in the caller's transaction; whether it was new.

        Raises:
            Problem: ``packet.policy_older``, ``packet.policy_unreadable``; nothing was changed.
        """
        known = self.version()
        if policy.version < known:
            raise Problem("packet.policy_older", found=policy.version, known=known)
        if policy.version == known:
            return False
        accounts = [account_of(one) for one in policy.accounts]
        with self._database.write():
            for account in accounts:
                self._accounts.put_ordered(account)
            self._database.do("put_policy", policy.version, signed, at)
        return True


def account_of(ordered: PolicyAccount) -> Account:
    """The account as this program knows it.

    Raises:
        Problem: ``packet.policy_unreadable`` for a role that it does not know.
    """
    try:
        role = Role(ordered.role)
    except ValueError as error:
        raise Problem("packet.policy_unreadable", field="role") from error
    return Account(
        ordered.name, ordered.full_name, role, ordered.territory, ordered.password_hash, ordered.valid_until,
        ordered.active,
    )  # fmt: skip
