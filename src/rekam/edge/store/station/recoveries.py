"""Questions that the office answers by telephone when a password is forgotten."""

from dataclasses import dataclass

from rekam.edge.store.station.database import Database


@dataclass(frozen=True, slots=True)
class Recovery:
    """A question that was asked and not answered yet.

    Attributes:
        challenge: What is read to the office.
        made_at: Unix seconds.
        tries: Wrong answers.
    """

    account: str
    challenge: str
    made_at: int
    tries: int


class Recoveries:
    """At most one question an account."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, account: str) -> Recovery | None:
        """The open question of an account."""
        row = self._database.one("recovery", account)
        return Recovery(**row) if row else None

    def ask(self, account: str, challenge: str, *, at: int) -> None:
        """A new question; the answer to the one before is good for nothing."""
        self._database.do("put_recovery", account, challenge, at)

    def count_try(self, account: str) -> None:
        """A wrong answer."""
        self._database.do("count_recovery_try", account)

    def end(self, account: str) -> None:
        """Answered, or given up."""
        self._database.do("remove_recovery", account)
