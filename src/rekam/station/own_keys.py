"""Own keys of the people at this station: made at the first sign-in, open only while they are signed in."""

import os
from threading import Lock

from rekam.account import Account
from rekam.edge.key import Ed25519Signer, cost_of, lock_key, unlock_key
from rekam.edge.store.station import Database, Journal, OwnKeyBook, OwnKeyRow
from rekam.packet import OwnSignature
from rekam.problem import Problem

SIGNING_KEY = "signing_key"
"""Act of the journal that tells the centre of a new key."""


class OwnKeys:
    """Keys on the disk, and those that are open now.

    Args:
        database: The station's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._book = OwnKeyBook(database)
        self._journal = Journal(database)
        self._open: dict[str, Ed25519Signer] = {}
        self._lock = Lock()

    def unlock(self, account: Account, password: str, *, at: int) -> None:
        """The person signed in: their key is open until they leave."""
        signer = self.borrow(account, password, at=at)
        with self._lock:
            self._open[account.name] = signer

    def borrow(self, account: Account, password: str, *, at: int) -> Ed25519Signer:
        """The key for one signature, made when there is none or none that the password opens.

        Args:
            account: Whose password was just checked.
            password: It.
            at: Unix seconds.
        """
        known = self._book.find(account.name)
        if known is not None:
            try:
                return unlock_key(known.sealed, password, owner=account.name)
            except Problem:
                # The office has set another password since: what only the old one opened is lost.
                return self._make(account, password, at=at)
        return self._make(account, password, at=at)

    def sign(self, account: str, message: bytes) -> OwnSignature | None:
        """The person's signature; ``None`` for somebody who has no key here.

        Raises:
            Problem: ``account.own_key_locked`` when they have one and are not signed in.
        """
        with self._lock:
            signer = self._open.get(account)
        if signer is not None:
            return signed_by(account, signer, message)
        if self._book.find(account) is not None:
            raise Problem("account.own_key_locked")
        return None

    def lock(self, account: str) -> None:
        """The person left, or the page locked itself."""
        with self._lock:
            self._open.pop(account, None)

    def _make(self, account: Account, password: str, *, at: int) -> Ed25519Signer:
        signer = Ed25519Signer(os.urandom(32))
        sealed = lock_key(signer, password, owner=account.name, cost=cost_of(account.password_hash))
        public = signer.verifier.public
        with self._database.write():
            chain = self._database.one("chain")
            assert chain is not None
            self._book.put(OwnKeyRow(account.name, signer.key_id, public, sealed, at))
            self._journal.write(
                at, account.name, SIGNING_KEY, account.name,
                account=account.name, key=public.hex(), after=chain["sequence"],
            )  # fmt: skip
        return signer


def signed_by(account: str, signer: Ed25519Signer, message: bytes) -> OwnSignature:
    """A signature with its names."""
    return OwnSignature(account, signer.key_id, signer.sign(message))
