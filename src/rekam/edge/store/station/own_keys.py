"""People's own signing keys at this station, each sealed under its owner's password."""

from dataclasses import dataclass

from rekam.edge.store.station.database import Database


@dataclass(frozen=True, slots=True)
class OwnKeyRow:
    """One key.

    Attributes:
        public: Raw Ed25519 public key, 32 bytes.
        sealed: The private half, as `rekam.edge.key.lock_key` gave it.
    """

    account: str
    key_id: str
    public: bytes
    sealed: bytes
    made_at: int


class OwnKeyBook:
    """One key a person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, account: str) -> OwnKeyRow | None:
        """The key of an account."""
        row = self._database.one("own_key", account)
        return OwnKeyRow(**row) if row else None

    def put(self, row: OwnKeyRow) -> None:
        """Keeps a key; the one before it is gone with the password that opened it."""
        self._database.do("put_own_key", row.account, row.key_id, row.public, row.sealed, row.made_at)

    def remove(self, account: str) -> None:
        """Forgets a key that nobody can open any more."""
        self._database.do("remove_own_key", account)
