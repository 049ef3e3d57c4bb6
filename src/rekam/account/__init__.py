"""Who may sign in, what they may do and where."""

from rekam.account.account import Account
from rekam.account.act import Act
from rekam.account.permission import PERMITTED, may, reaches, require
from rekam.account.recovery import heard, new_challenge, recovery_code, same_code, spaced
from rekam.account.revocation import Sealed, sealed_when
from rekam.account.role import ROLE_WORDS, Role

__all__ = [
    "PERMITTED",
    "ROLE_WORDS",
    "Account",
    "Act",
    "Role",
    "Sealed",
    "heard",
    "may",
    "new_challenge",
    "reaches",
    "recovery_code",
    "require",
    "same_code",
    "sealed_when",
    "spaced",
]
