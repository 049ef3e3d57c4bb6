"""Passwords as argon2id hashes (RFC 9106)."""

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # needed at the first password: the station's first page does not wait for it
    from argon2 import PasswordHasher


@dataclass(frozen=True, slots=True)
class PasswordCost:
    """What one try costs; the defaults are the second choice of RFC 9106 section 4 (64 MiB).

    Attributes:
        rounds: Passes over the memory.
        memory_kib: Memory, KiB.
        lanes: Parallel lanes.
    """

    rounds: int = 3
    memory_kib: int = 65_536
    lanes: int = 4

    def hasher(self) -> "PasswordHasher":
        """The hasher with this cost."""
        from argon2 import PasswordHasher, Type

        return PasswordHasher(
            time_cost=self.rounds, memory_cost=self.memory_kib, parallelism=self.lanes, type=Type.ID
        )


COST = PasswordCost()


def hash_password(text: str, *, cost: PasswordCost = COST) -> str:
    """The hash to store, with salt and cost inside."""
    return cost.hasher().hash(_normal(text))


def verify_password(hashed: str, text: str) -> bool:
    """Whether ``text`` is the password of ``hashed``, at the cost written in the hash.

    Raises:
        argon2.exceptions.InvalidHashError: If ``hashed`` is not such a hash (a damaged store).
    """
    from argon2.exceptions import VerifyMismatchError

    try:
        return COST.hasher().verify(hashed, _normal(text))
    except VerifyMismatchError:
        return False


def is_outdated(hashed: str, *, cost: PasswordCost = COST) -> bool:
    """Whether the hash was made at another cost and should be made again at the next sign-in."""
    return cost.hasher().check_needs_rehash(hashed)


def _normal(text: str) -> str:
    """One spelling for one password, whatever the keyboard sends (NIST SP 800-63B section 3.1.1.2)."""
    return unicodedata.normalize("NFKC", text)
